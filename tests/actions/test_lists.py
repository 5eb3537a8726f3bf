"""Questions on the three long lists: who, why, by which law; asked whole, by group, and of what is named."""

import pytest

from bot.actions.question import Question
from knowledge import AUDIENCES
from tests.actions_run import known_as, run

LISTS = ("recipients", "purposes", "legal_bases")


@pytest.mark.parametrize("section", LISTS)
def test_asked_of_nothing_in_particular_the_whole_list_is_cited_and_its_groups_shown(section, knowledge_base):
    ran = run(f"action_{section}")
    whole = knowledge_base.whole(section)
    assert ran.forms == [f"utter_{section}__all"] and ran.outcomes == ["answered"]
    assert ran.quotes == [list(dict.fromkeys(line.quote for line in whole.cited))]
    for group in whole.groups:
        assert f"- {group.title.adult} ({group.size})" in ran.text
    assert [f"{group.title.adult}?" for group in whole.groups] == ran.buttons[0][: len(whole.groups)]
    assert ran.slots["offer"] == "show_all"


@pytest.mark.parametrize("section", LISTS)
def test_asked_for_a_group_its_lines_are_cited_and_no_other(section, knowledge_base):
    for group in knowledge_base.whole(section).groups:
        lines = [each.quote for each in knowledge_base.statements_of(section) if each.group == group.id and each.place]
        for audience in AUDIENCES:
            # As its button sends it.
            ran = run(f"action_{section}", naming=[group.title.for_(audience)], audience=audience)
            assert ran.forms == [f"utter_{section}__group"], (group.id, audience)
            assert ran.quotes == [list(dict.fromkeys(lines))], (group.id, audience)


def test_a_recipient_on_the_list_is_answered_with_its_line(knowledge_base):
    ran = run("action_recipients", naming=["cops"])
    police = knowledge_base.statement("recipients.police")
    assert (ran.outcomes, ran.quotes) == (["answered"], [["Police"]])
    assert police.wording.adult in ran.text and "“Police”" in ran.text
    assert "does not say when" in ran.text
    assert ran.slots["last_question"]["topic"] == "recipients" and ran.slots["offer"] is None


def test_related_lines_are_told_to_be_our_reading():
    ran = run("action_recipients", naming=["police"])
    assert "By our own reading, which is not in the notice" in ran.text
    assert {"section": "purposes", "quote": "Prevention and detection of crime"} in ran.customs[0]["related"]
    assert all(line["section"] != "recipients" for line in ran.customs[0]["related"])


def test_an_open_line_is_told_to_be_open(knowledge_base):
    """The line says “e.g.”: that it may take in more is said with it."""
    line = knowledge_base.statement("recipients.government_agencies")
    ran = run("action_recipients", naming=["dwp"])
    assert ran.quotes == [[line.quote]]
    assert all(note.adult in ran.text for note in line.notes)


def test_what_an_open_line_may_take_in_is_not_said_to_be_named():
    ran = run("action_recipients", naming=["home office"])
    assert (ran.outcomes, ran.quotes) == (["may_cover"], [["Government agencies e.g. DWP"]])
    assert "does not name “home office”" in ran.text and "could take it in" in ran.text


def test_an_employer_is_not_listed_and_that_is_no_never():
    ran = run("action_recipients", naming=["my boss"])
    assert (ran.outcomes, ran.quotes) == (["not_listed"], [[]])
    assert "does not list your employer" in ran.text and "does not mean that it never happens" in ran.text


def test_what_nobody_knows_is_named_back_as_it_was_typed():
    ran = run("action_recipients", naming=["Frobnicate & Sons {x}"])
    assert ran.outcomes == ["not_listed"]
    assert "does not list Frobnicate & Sons {x} among" in ran.text


def test_each_thing_named_gets_an_answer_of_its_own():
    ran = run("action_recipients", naming=["police", "my boss", "Frobnicate"])
    assert ran.outcomes == ["answered", "not_listed", "not_listed"]
    assert ran.quotes == [["Police"], [], []]


@pytest.mark.parametrize(
    ("action", "naming"),
    [
        ("action_recipients", ["police", "cops"]),
        ("action_recipients", ["Frobnicate", "frobnicate"]),
        ("action_legal_bases", ["children act", "children act 1989"]),
    ],
)
def test_one_thing_named_twice_is_answered_once(action, naming):
    assert len(run(action, naming=naming).responses) == 1


@pytest.mark.parametrize("naming", [["neglect", "safeguarding"], ["safeguarding", "neglect"]])
def test_what_is_named_for_sure_and_only_may_be_meant_beside_it_is_named_for_sure(naming, knowledge_base):
    line = knowledge_base.statement("purposes.safeguarding")
    ran = run("action_purposes", naming=naming)
    assert (ran.outcomes, ran.quotes) == (["answered"], [[line.quote]])


def test_several_forms_of_a_name_stand_for_each_thing_once(knowledge_base):
    for name in knowledge_base.names():
        question = Question(name.section, ({"text": name.name, "owners": known_as(name.name)},))
        for mention in question.mentions(name.section):
            assert len(set(mention.owners)) == len(mention.owners), name


def test_one_name_for_two_lines_cites_both():
    assert run("action_recipients", naming=["school"]).quotes == [
        ["Education Providers", "Education Providers including early years providers, pre- and post-16"]
    ]


@pytest.mark.parametrize(
    ("action", "name", "quote"),
    [
        ("action_purposes", "research", "Research"),
        ("action_legal_bases", "care act", "Care Act 2014"),
    ],
)
def test_a_reason_or_law_on_the_list_is_answered_with_its_line(action, name, quote):
    ran = run(action, naming=[name])
    assert ran.outcomes == ["answered"]
    assert [quote.lower() in each.lower() for each in ran.quotes[0]] == [True]


@pytest.mark.parametrize(
    ("action", "name"), [("action_purposes", "marketing"), ("action_legal_bases", "human rights act")]
)
def test_a_reason_or_law_that_is_not_listed_is_told_to_be_not_listed(action, name):
    ran = run(action, naming=[name])
    assert (ran.outcomes, ran.quotes) == (["not_listed"], [[]])
    assert "does not list" in ran.text


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("highways act", "the Highways Act"),
        ("sexual offences act", "the Sexual Offences Act"),
        ("hra", "Human Rights Act"),
    ],
)
def test_a_law_that_is_not_listed_is_called_by_its_own_name(name, called):
    assert called in run("action_legal_bases", naming=[name]).text


@pytest.mark.parametrize("action", ["action_purposes", "action_legal_bases"])
def test_of_an_organisation_only_what_we_read_as_related_is_told(action):
    """The notice pairs no reason or law with an organisation, so the organisation's line alone is cited."""
    ran = run(action, naming=["police"])
    section = action.removeprefix("action_")
    assert ran.forms == [f"utter_{section}__related"] and ran.quotes == [["Police"]]
    assert "does not" in ran.text
    assert ran.customs[0]["related"] and {line["section"] for line in ran.customs[0]["related"]} == {section}


def test_of_a_reason_the_laws_that_we_read_as_related_are_told():
    ran = run("action_legal_bases", naming=["crime prevention"])
    assert ran.forms == ["utter_legal_bases__related"]
    assert ran.customs[0]["citations"] == [{"section": "purposes", "quote": "Prevention and detection of crime"}]


@pytest.mark.parametrize(
    ("name", "ours", "other"),
    [
        ("equality act 2010", "equality_act_2010", "consent"),
        ("survey", "consent", "equality_act_2010"),
    ],
)
def test_a_law_with_consent_run_into_its_line_answers_what_was_asked(name, ours, other, knowledge_base):
    """One line, two things: the whole line is quoted, only the thing asked about is explained, and the oddity told."""
    ours, other = (knowledge_base.statement(f"legal_bases.{each}") for each in (ours, other))
    ran = run("action_legal_bases", naming=[name])
    assert ran.quotes == [["The Equality Act 2010 Consent – consultations, surveys, some consent-based research"]]
    assert ours.wording.adult in ran.text and other.wording.adult not in ran.text
    assert ours.notes[0].adult in ran.text


@pytest.mark.parametrize("section", LISTS)
@pytest.mark.parametrize("naming", [[], ["police"], ["employer"], ["home office"], ["research"], ["care act"]])
def test_the_words_change_with_the_audience_and_what_is_quoted_does_not(section, naming):
    adult, child, staff = (run(f"action_{section}", naming=naming, audience=audience) for audience in AUDIENCES)
    assert adult.customs == child.customs == staff.customs
    assert len({adult.texts[0], child.texts[0], staff.texts[0]}) == 3


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_no_sentence_stands_twice_in_an_answer_on_two_lines(audience):
    text = run("action_recipients", naming=["school"], audience=audience).text
    sentences = [each for each in text.replace("\n", " ").split(". ") if len(each.split()) > 3]
    assert len(sentences) == len(set(sentences)) > 1
