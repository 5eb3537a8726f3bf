"""The knowledge in a database; test_postgresql.py has PostgreSQL."""

from dataclasses import replace

import pytest

from knowledge import KnowledgeError, NotBuiltError, build, load_content, open_knowledge_base


def test_a_build_is_answered_from(content, tmp_path):
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(content, url)
    assert open_knowledge_base(url, content.fingerprint).notice().title == content.notice.title


def test_an_empty_database_says_how_to_fill_it(tmp_path):
    with pytest.raises(NotBuiltError, match="whosees train"):
        open_knowledge_base(f"sqlite:///{tmp_path}/empty.db")


def test_another_state_of_the_notice_is_refused_with_the_command_that_mends_it(content, tmp_path):
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(content, url)
    with pytest.raises(NotBuiltError, match="whosees train"):
        open_knowledge_base(url, "another fingerprint")


def test_a_changed_notice_takes_the_place_of_the_old_one(content, notice_folder, tmp_path):
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(content, url)
    path = notice_folder / "notice.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("controller: Wandsworth Council", "controller: Anytown Council"),
        encoding="utf-8",
    )
    build(load_content(notice_folder), url)
    assert open_knowledge_base(url).notice().controller == "Anytown Council"


def test_a_database_that_cannot_be_written_is_named_without_its_password(content):
    with pytest.raises(KnowledgeError) as caught:
        build(content, "postgresql://user:secret@127.0.0.1:1/none")
    assert "127.0.0.1:1" in str(caught.value) and "secret" not in str(caught.value)


def test_a_build_that_fails_leaves_what_there_was(content, tmp_path):
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(content, url)
    with pytest.raises(KnowledgeError):
        build(broken(content), url)
    assert open_knowledge_base(url, content.fingerprint).lines()


def broken(content):
    """A content that no database takes: a topic stands in it twice."""
    topics = content.topics.copy(update={"topics": [*content.topics.topics, content.topics.topics[0]]})
    return replace(content, fingerprint="broken", topics=topics)
