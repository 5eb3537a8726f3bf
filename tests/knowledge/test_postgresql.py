"""The knowledge in PostgreSQL, for real: built, rebuilt, refused, and the same answers as from SQLite."""

import pytest

from knowledge import (
    AUDIENCES,
    SECTIONS,
    KnowledgeError,
    Mention,
    NotBuiltError,
    build,
    load_content,
    open_knowledge_base,
)
from tests.knowledge.test_store import broken


@pytest.fixture
def postgresql(content, postgresql_url):
    build(content, postgresql_url)
    return open_knowledge_base(postgresql_url, content.fingerprint)


def test_an_empty_database_says_how_to_fill_it(postgresql_url):
    with pytest.raises(NotBuiltError, match=r"is empty\. Build it with: whosees train"):
        open_knowledge_base(postgresql_url)


def test_another_state_of_the_notice_is_refused_with_the_command_that_mends_it(postgresql, postgresql_url):
    with pytest.raises(NotBuiltError, match=r"another state of the notice\. Build it with: whosees train"):
        open_knowledge_base(postgresql_url, "another fingerprint")


def test_what_is_built_already_is_not_built_again(postgresql, postgresql_url, content):
    build(content, postgresql_url)
    assert open_knowledge_base(postgresql_url).names() == postgresql.names()


def test_a_changed_notice_takes_the_place_of_the_old_one(postgresql, postgresql_url, notice_folder):
    path = notice_folder / "notice.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("controller: Wandsworth Council", "controller: Anytown Council"), encoding="utf-8")
    changed = load_content(notice_folder)
    build(changed, postgresql_url)
    assert open_knowledge_base(postgresql_url, changed.fingerprint).notice().controller == "Anytown Council"


def test_a_build_that_fails_leaves_what_there_was(postgresql, postgresql_url, content):
    with pytest.raises(KnowledgeError):
        build(broken(content), postgresql_url)
    assert open_knowledge_base(postgresql_url, content.fingerprint).lines() == postgresql.lines()


def test_every_question_is_answered_as_from_sqlite(postgresql, knowledge_base):
    assert _everything(postgresql) == _everything(knowledge_base)


def _everything(knowledge) -> dict:
    """What a knowledge base answers to every question that can be put to it."""
    names = knowledge.names()
    mentions = {
        section: [
            *(Mention(name.name, (name.owner,), name.certainty) for name in names if name.section == section),
            Mention("Tesco", (), "unknown"),
        ]
        for section in SECTIONS
    }
    topics = knowledge.topics()
    statements = [statement for section in SECTIONS for statement in knowledge.statements_of(section)]
    return {
        "notice": knowledge.notice(),
        "fingerprint": knowledge.fingerprint(),
        "sections": [knowledge.section(section) for section in SECTIONS],
        "lines": knowledge.lines(),
        "names": names,
        "statements": statements,
        "whole": [knowledge.whole(section) for section in SECTIONS],
        "asked_about": [knowledge.asked_about(section, mentions[section]) for section in SECTIONS],
        "related": [knowledge.read_as_related(section, [each]) for section in SECTIONS for each in statements],
        "topics": topics,
        "silence": [knowledge.silence_on(topic) for topic in topics],
        "questions": [knowledge.question_for(topic) for topic in (*SECTIONS, *topics)],
        "next": [knowledge.next_topics(topic) for topic in (*SECTIONS, *topics)],
        "starters": [knowledge.starters(audience) for audience in AUDIENCES],
        "card": knowledge.safeguarding_card(),
        "links": [knowledge.link("child_notice_url"), knowledge.link("no such link")],
    }
