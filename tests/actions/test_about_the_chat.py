"""Talk about the chat, what is not clear, what is out of scope, and help before all else."""

import pytest

from knowledge import AUDIENCES
from tests.actions_run import run

ABOUT_THE_CHAT = ("hello", "thanks", "goodbye", "bot_identity", "capabilities", "delete_chat", "insult")


@pytest.mark.parametrize("intent", ABOUT_THE_CHAT)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_talk_about_the_chat_is_answered_with_questions_to_start_from(intent, audience, knowledge_base):
    ran = run("action_conversation", intent=intent, audience=audience)
    assert (ran.outcomes, ran.quotes) == (["conversation"], [[]])
    starters = [knowledge_base.question_for(topic).for_(audience) for topic in knowledge_base.starters(audience)]
    assert ran.text and ran.buttons == [starters]


def test_talk_about_the_chat_leaves_the_last_question_to_be_followed_up():
    police = run("action_recipients", naming=["police"])
    assert run("action_repeat", after=run("action_conversation", intent="thanks", after=police)).quotes == [["Police"]]


def test_what_is_not_clear_is_asked_back_with_the_three_likeliest_readings(knowledge_base):
    ranking = ["nlu_fallback", "hello", "retention", "consent", "security", "recipients"]
    ran = run("action_clarify", intent="nlu_fallback", ranking=ranking)
    assert ran.outcomes == ["clarify"]
    assert ran.buttons == [[knowledge_base.question_for(topic).adult for topic in ("retention", "consent", "security")]]


def test_with_no_reading_at_all_the_questions_to_start_from_are_offered(knowledge_base):
    ran = run("action_clarify", intent="nlu_fallback", audience="staff")
    assert ran.buttons == [[knowledge_base.question_for(topic).staff for topic in knowledge_base.starters("staff")][:3]]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_out_of_scope_says_what_the_bot_is_for_and_where_else_to_turn(audience, knowledge_base):
    ran = run("action_out_of_scope", audience=audience)
    assert (ran.outcomes, ran.quotes) == (["out_of_scope"], [[]])
    assert knowledge_base.notice().website in ran.text and ran.buttons[0]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_writes_in_another_language_is_told_so_in_it(audience, knowledge_base):
    for language, words in knowledge_base.languages().items():
        ran = run("action_out_of_scope", audience=audience, language=language)
        assert ran.outcomes == ["out_of_scope"] and words in ran.text, language
        assert knowledge_base.english_only().for_(audience) in ran.text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_help_is_the_fixed_card_to_the_letter_and_nothing_else(audience, content):
    ran = run("action_safeguarding", naming=["police"], audience=audience)
    assert ran.text == getattr(content.safeguarding.text, audience)
    assert (ran.outcomes, ran.quotes, ran.buttons) == (["safeguarding"], [[]], [[]])
    assert "999" in ran.text and all(source["url"].startswith("https://") for source in ran.customs[0]["sources"])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_conversation_begins_with_whom_it_is_for(audience):
    ran = run("action_session_start", session_started_metadata={"audience": audience}, audience=None)
    assert ran.responses[0]["response"] == "utter_greeting" and ran.responses[0]["audience"] == audience
    assert [each["event"] for each in ran.events] == ["session_started", "slot", "action"]
    assert ran.slots["audience"] == audience
    assert "program" in ran.text or audience == "staff"


def test_a_conversation_that_says_nothing_of_whom_it_is_for_is_for_adults():
    assert run("action_session_start", session_started_metadata=None, audience=None).slots["audience"] == "adult"
