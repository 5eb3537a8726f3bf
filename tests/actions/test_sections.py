"""Questions on the short parts of the notice: whatever is asked of them, all they say is the answer."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_child_notice import ActionChildNotice
from bot.actions.answer import say
from bot.actions.question import Question
from bot.every_answer import worded
from knowledge import AUDIENCES, build, load_content, open_knowledge_base
from tests.actions_run import run

PARTS = ("scope", "child_notice", "automated_decisions", "transfers", "troubled_families")


@pytest.mark.parametrize("section", PARTS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_line_of_the_part_is_quoted_and_worded(section, audience, knowledge_base):
    ran = run(f"action_{section}", audience=audience)
    lines = knowledge_base.whole(section).cited
    assert (ran.outcomes, ran.customs[0]["section"]) == (["answered"], section)
    assert ran.quotes == [list(dict.fromkeys(line.quote for line in lines))]
    for line in lines:
        assert line.quote in ran.text and line.wording.for_(audience) in ran.text


@pytest.mark.parametrize("section", PARTS)
def test_what_is_named_beside_it_changes_nothing(section):
    assert run(f"action_{section}", naming=["police", "Tesco"]).texts == run(f"action_{section}").texts


def test_a_part_can_be_followed_up():
    assert run("action_transfers").slots["last_question"]["topic"] == "transfers"


@pytest.mark.parametrize("section", ["child_notice", "troubled_families"])
def test_without_a_configured_address_it_says_where_to_look(section, knowledge_base):
    assert knowledge_base.link(f"{section}_url") is None
    assert f": {knowledge_base.notice().website}" in run(f"action_{section}").text


def test_a_configured_address_is_told(notice_folder, tmp_path):
    path = notice_folder / "council.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("child_notice_url: null") == 1
    path.write_text(
        text.replace("child_notice_url: null", "child_notice_url: https://council.example/children"), encoding="utf-8"
    )
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(load_content(notice_folder), url)
    knowledge, dispatcher = open_knowledge_base(url), CollectingDispatcher()
    [answer] = ActionChildNotice().answers(knowledge, Question("child_notice"))
    say(dispatcher, knowledge, answer, "adult")
    text = worded(dispatcher.messages[0])
    assert "You can read it here: https://council.example/children" in text
    assert "does not have its address" not in text
