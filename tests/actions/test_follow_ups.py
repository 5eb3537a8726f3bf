"""Follow-ups: the last question asked again in another way; without one, it is said that there is none."""

import pytest
from ruamel.yaml import YAML

from bot.entities import ANY, ONE, POINTS_BACK_AT
from bot.model import DOMAIN
from tests.actions_run import Ran, run

FOLLOW_UPS = ("why", "which_law", "where_said", "repeat", "simpler", "full_version", "what_else", "how_to", "show_all")


@pytest.mark.parametrize("follow_up", ["what_else", "how_to"])
def test_what_can_only_be_about_something_is_asked_back_as_the_first_thing_said(follow_up):
    ran = run(f"action_{follow_up}")
    assert ran.outcomes == ["clarify"]
    assert ran.buttons[0]


@pytest.mark.parametrize("follow_up", ["where_said", "repeat"])
@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_with_nothing_answered_yet_it_says_so_and_offers_questions(follow_up, audience, knowledge_base):
    ran = run(f"action_{follow_up}", audience=audience)
    assert (ran.forms, ran.outcomes) == (["utter_nothing_yet"], ["conversation"])
    assert ran.text and ran.events == []
    starters = [knowledge_base.question_for(topic).for_(audience) for topic in knowledge_base.starters(audience)]
    assert ran.buttons == [starters]


@pytest.mark.parametrize(
    ("follow_up", "form"),
    [
        ("why", "utter_purposes__all"),
        ("which_law", "utter_legal_bases__all"),
        ("show_all", "utter_recipients__in_full"),
    ],
)
def test_what_can_be_answered_without_an_earlier_answer_is(follow_up, form):
    assert run(f"action_{follow_up}").forms == [form]


def test_why_after_an_organisation_tells_that_the_notice_does_not_say():
    police = run("action_recipients", naming=["police"])
    why = run("action_why", after=police)
    assert (why.forms, why.quotes) == (["utter_purposes__related"], [["Police"]])
    assert "The notice does not say why" in why.text


def test_which_law_after_why_is_still_about_the_organisation():
    why = run("action_why", after=run("action_recipients", naming=["police"]))
    law = run("action_which_law", after=why)
    assert (law.forms, law.quotes) == (["utter_legal_bases__related"], [["Police"]])


def test_why_after_two_organisations_is_one_answer_for_the_notice_pairs_neither():
    both = run("action_recipients", naming=["police", "my gp"])
    assert (
        run("action_why", after=both).quotes
        == run("action_which_law", after=both).quotes
        == [["Police", "GP Surgeries"]]
    )


def test_why_after_something_that_is_not_listed_names_the_reasons_in_general():
    assert run("action_why", after=run("action_recipients", naming=["my boss"])).forms == ["utter_purposes__all"]


@pytest.mark.parametrize(
    "asked",
    [
        {"action": "action_recipients", "naming": ["police"]},
        {"action": "action_recipients", "naming": ["home office"]},
        {"action": "action_recipients", "naming": ["my boss", "police"]},
        {"action": "action_recipients"},
        {"action": "action_show_all"},
        {"action": "action_legal_bases", "naming": ["equality act 2010"]},
        {"action": "action_transfers"},
        {"action": "action_not_covered", "intent": "retention"},
    ],
    ids=str,
)
def test_said_again_or_more_simply_it_is_the_same_answer(asked):
    first = run(**asked)
    again, simpler = run("action_repeat", after=first), run("action_simpler", after=first)
    assert again.texts == first.texts and again.customs == first.customs == simpler.customs
    assert simpler.texts == run(**asked, audience="child").texts != first.texts
    assert again.slots == first.slots and simpler.slots == {**first.slots, "audience": "child"}
    back = run("action_full_version", after=simpler, audience="child")
    assert (back.texts, back.customs, back.slots) == (first.texts, first.customs, first.slots)


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("adult", "line {place} of {size} under “Sharing your data”"),
        ("child", "line {place} of {size} under “Sharing your data”"),
        ("staff", "Line {place} of {size} under “Sharing your data”"),
    ],
)
def test_where_it_is_said_is_told_to_the_line(audience, words, knowledge_base):
    ran = run("action_where_said", after=run("action_recipients", naming=["police"]), audience=audience)
    place = knowledge_base.statement("recipients.police").place
    lines = list(dict.fromkeys(line.quote for line in knowledge_base.whole("recipients").cited))
    assert lines[place - 1] == "Police"
    assert words.format(place=place, size=len(lines)) in ran.text and "“Police”" in ran.text
    assert (ran.outcomes, ran.quotes, ran.events) == (["answered"], [["Police"]], [])


def test_where_a_whole_list_is_said_every_line_is_shown(knowledge_base):
    ran = run("action_where_said", after=run("action_purposes"))
    for line in knowledge_base.whole("purposes").cited:
        assert f"- “{line.quote}”" in ran.text


def test_where_a_part_of_one_line_is_said_no_line_is_counted():
    ran = run("action_where_said", after=run("action_automated_decisions"))
    assert ran.forms == ["utter_where_said__only_line"]


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_where_silence_is_said_there_is_no_line(audience, knowledge_base):
    silence = run("action_not_covered", intent="retention", audience=audience)
    ran = run("action_where_said", after=silence, audience=audience)
    assert (ran.forms, ran.quotes) == (["utter_where_said__nowhere"], [[]])
    assert ran.customs == silence.customs
    for fact in knowledge_base.silence_on("retention").facts:
        assert all(source.title in ran.text for source in fact.sources)


def test_where_something_that_is_not_listed_is_said_no_source_is_announced():
    ran = run("action_where_said", after=run("action_recipients", naming=["my boss"]))
    assert ran.forms == ["utter_where_said__nowhere"] and "comes from" not in ran.text


def test_where_each_of_two_answers_is_said_is_told_of_each():
    ran = run("action_where_said", after=run("action_recipients", naming=["police", "my boss"]))
    assert ran.outcomes == ["answered", "not_listed"]


@pytest.mark.parametrize("section", ["recipients", "purposes", "legal_bases"])
def test_what_else_is_the_rest_of_the_same_list(section):
    naming = {"recipients": ["police"], "purposes": ["research"], "legal_bases": ["care act"]}[section]
    ran = run("action_what_else", after=run(f"action_{section}", naming=naming))
    assert ran.forms == [f"utter_{section}__all"] and ran.slots["offer"] == "show_all"


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_how_to_go_about_it_is_told_with_what_is_known_of_the_silent_topic(audience, knowledge_base):
    access = run("action_not_covered", intent="right_of_access", audience=audience)
    how = run("action_how_to", after=access, audience=audience)
    assert how.customs == access.customs
    # A child, who was told only some of it, is told the rest.
    told = how.text if audience != "child" else access.text + how.text
    assert all(fact.text.for_(audience) in told for fact in knowledge_base.silence_on("right_of_access").facts)
    again = run("action_how_to", after=how, audience=audience)
    assert (again.forms, again.customs) == (["utter_not_covered__how_to"], access.customs)
    # A child who was told all of it before is not told a part again.
    assert all(fact.text.for_(audience) in again.text for fact in knowledge_base.silence_on("right_of_access").facts)


@pytest.mark.parametrize("topic", ["right_of_access", "retention", "which_countries"])
def test_how_to_go_about_it_is_not_in_the_notice_and_what_is_known_is_from_outside_it(topic, knowledge_base):
    how = run("action_how_to", after=run("action_not_covered", intent=topic))
    assert how.forms == ["utter_not_covered__how_to"] and how.text.startswith("The notice does not say how")
    facts = knowledge_base.silence_on(topic).facts
    assert all(fact.text.adult in how.text for fact in facts) and ("from outside" in how.text) == bool(facts)


@pytest.mark.parametrize(
    ("asked_before", "topic"), [("right_of_access", "right_of_access"), ("recording", "retention"), (None, "retention")]
)
def test_a_time_limit_is_that_of_what_was_asked_for_before(asked_before, topic):
    before = run("action_not_covered", intent=asked_before) if asked_before else None
    limit = run("action_not_covered", "retention", after=before, also=[{"entity": POINTS_BACK_AT, "value": ANY}])
    assert [custom["topic"] for custom in limit.customs] == [topic]


def test_how_to_go_about_it_after_what_the_notice_says_is_whom_to_ask():
    how = run("action_how_to", after=run("action_recipients", naming=["police"]))
    assert [custom["topic"] for custom in how.customs] == ["contact"]


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_which_other_countries_is_that_none_is_named(audience):
    ran = run("action_show_all", after=run("action_transfers", audience=audience), audience=audience)
    assert [custom["topic"] for custom in ran.customs] == ["which_countries"]


@pytest.mark.parametrize("audience", ["adult", "staff"])
def test_what_else_after_a_short_part_has_nothing_to_add(audience):
    ran = run("action_what_else", after=run("action_transfers", audience=audience), audience=audience)
    assert (ran.forms, ran.outcomes) == (["utter_no_more"], ["conversation"])


def test_a_child_who_asks_for_more_is_told_the_rest_and_then_that_this_is_all():
    first = run("action_transfers", audience="child")
    more = run("action_what_else", after=first, audience="child")
    assert first.buttons[0][0] == "Tell me more" and more.forms == ["utter_more"]
    assert more.customs == first.customs
    assert run("action_what_else", after=more, audience="child").forms == ["utter_no_more"]


def test_what_was_told_in_two_parts_is_said_again_whole(knowledge_base):
    first = run("action_transfers", audience="child")
    again = run("action_repeat", after=run("action_what_else", after=first, audience="child"), audience="child")
    for line in knowledge_base.whole("transfers").cited:
        assert line.wording.child in again.text and line.about.child in again.text
        assert all(note.child in again.text for note in line.notes)


# In whose words


@pytest.mark.parametrize(("switch", "words"), [("simpler", "child"), ("full_version", "adult")])
@pytest.mark.parametrize("audience", ["adult", "child"])
def test_with_nothing_answered_yet_who_asks_for_other_words_is_greeted_in_them(switch, words, audience):
    ran = run(f"action_{switch}", audience=audience)
    assert (ran.forms, ran.outcomes, ran.slots["audience"]) == (["utter_greeting"], ["conversation"], words)
    assert ran.responses[0]["audience"] == words


@pytest.mark.parametrize(
    ("switch", "button"), [("simpler", "Talk to me like an adult"), ("full_version", "Make it simpler")]
)
def test_who_has_asked_for_other_words_can_go_back_with_a_button(switch, button):
    assert run(f"action_{switch}", after=run("action_recipients", naming=["police"])).buttons[0][0] == button


def test_staff_stay_staff_and_hear_the_last_answer_in_a_childs_words():
    police = run("action_recipients", naming=["police"], audience="staff")
    simpler = run("action_simpler", after=police, audience="staff")
    assert simpler.texts == run("action_recipients", naming=["police"], audience="child").texts
    assert simpler.slots["audience"] == "staff" and "Talk to me like an adult" not in simpler.buttons[0]
    assert run("action_full_version", after=simpler, audience="staff").texts == police.texts


@pytest.mark.parametrize("section", ["recipients", "purposes", "legal_bases"])
def test_show_them_all_is_every_line_of_the_list_last_spoken_of(section, knowledge_base):
    ran = run("action_show_all", after=run(f"action_{section}"))
    assert ran.forms == [f"utter_{section}__in_full"]
    for line in knowledge_base.whole(section).cited:
        assert f"- {line.label.adult}" in ran.text
    assert ran.slots["offer"] is None


def test_show_them_all_after_something_else_is_the_list_of_recipients():
    assert run("action_show_all", after=run("action_scope")).forms == ["utter_recipients__in_full"]


@pytest.mark.parametrize("follow_up", FOLLOW_UPS)
def test_a_follow_up_can_be_followed_up(follow_up):
    after = run(f"action_{follow_up}", after=run("action_recipients", naming=["police"]))
    assert after.slots["last_question"]
    assert run("action_repeat", after=after).customs == after.customs


def test_what_a_conversation_remembers_has_no_place_for_an_age():
    slots = YAML(typ="safe").load(DOMAIN.read_text(encoding="utf-8"))["slots"]
    assert set(slots) == {"audience", "last_question", "offer"}
    assert slots["audience"]["values"] == ["adult", "child", "staff"]


# Who is spoken of by a word alone


def pointing(value: str, after: Ran | None = None) -> Ran:
    return run("action_recipients", after=after, also=[{"entity": POINTS_BACK_AT, "value": value}])


def test_they_are_who_was_named_last_whatever_was_asked_of_them():
    why = run("action_why", after=run("action_recipients", naming=["police", "my boss"]))
    assert pointing(ANY, after=why).outcomes == ["answered", "not_listed"]
    assert pointing(ANY, after=pointing(ANY, after=why)).quotes == [["Police"], []]


def test_he_is_nobody_whom_a_line_names():
    assert pointing(ONE, after=run("action_recipients", naming=["police"])).outcomes == ["clarify"]
    assert pointing(ONE, after=run("action_recipients", naming=["police", "my boss"])).outcomes == ["not_listed"]


@pytest.mark.parametrize(
    "before", [None, {"action": "action_transfers"}, {"action": "action_legal_bases", "naming": ["care act"]}]
)
def test_where_nobody_was_named_it_is_asked_back_of_whom(before):
    assert pointing(ANY, after=before and run(**before)).outcomes == ["clarify"]
