"""Whom a message means that describes and does not name them, as the trained model understands it."""

import pytest

from bot.entities import NAME


def meant(entities):
    """What a message names of the recipients: {(owner, certainty)}, or the words of who is nobody known."""
    named = [each for each in entities if each["entity"] == NAME]
    known = {
        (owner["owner"], owner["certainty"])
        for each in named
        for owner in each["value"]
        if owner["section"] == "recipients"
    }
    return known or {each["text"] for each in named if not each["value"]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("do the inspectors who turn up at care homes to mark them get told", "care_quality_commission"),
        ("does the officer who keeps tabs on folk let out of prison see it", "probation"),
        ("is the ministry that tells all schools what to teach told about my kids", "department_for_education"),
        ("will the people who chase burglars hear what I said", "police"),
    ],
)
def test_who_is_described_by_what_others_are_called_is_none_of_those(text, line, understand):
    _, entities = understand(text)
    assert meant(entities) == {(f"recipients.{line}", "named")}


def test_a_name_that_is_described_further_is_no_surer_than_it_was(understand):
    _, entities = understand("can the hospital that mended my leg see it")
    assert meant(entities) == {("recipients.health_agencies", "may_include")}


def test_of_two_names_that_are_asked_about_neither_is_lost(understand):
    _, entities = understand("do the police and my GP get it")
    assert meant(entities) == {("recipients.police", "named"), ("recipients.gp_surgeries", "named")}


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("can the lad who fixes my scooter hear about me", "the lad who fixes my scooter"),
        ("the lad I lent my bike to, can he see my file", "the lad I lent my bike to"),
    ],
)
def test_who_is_described_and_on_no_list_is_somebody_not_known(text, described, understand):
    _, entities = understand(text)
    assert meant(entities) == {described}


def test_who_is_only_pointed_at_is_nobody_yet(understand):
    _, entities = understand("can whoever runs it see my file")
    assert meant(entities) == set()


def test_a_word_for_somebody_is_no_name_that_is_not_listed(understand):
    _, entities = understand("is their firm told")
    assert meant(entities) == set()


def test_how_surely_a_line_has_who_is_described_stands_with_its_examples(understand):
    _, entities = understand("do the people who pay my disability benefit get told")
    assert meant(entities) == {("recipients.government_agencies", "named")}
    _, entities = understand("do the people who stamp your passport at the airport get told")
    assert meant(entities) == {("recipients.government_agencies", "may_include")}


def test_a_name_of_two_lines_is_of_the_one_that_is_meant(understand):
    _, entities = understand(
        "can the social work team that looks after pensioners and disabled grown-ups be given data"
    )
    assert meant(entities) == {("recipients.adults_social_care", "named")}


def test_a_name_that_is_all_that_is_said_is_meant_whatever_else_it_sounds_of(understand):
    _, entities = understand("care homes?")
    assert meant(entities) == {("recipients.care_providers", "named")}


def test_a_word_that_nothing_knows_is_no_name_beside_what_surely_means_a_line(understand):
    _, entities = understand(
        "do you share with the practice where I queue on the phone for an appointment about my knee"
    )
    assert meant(entities) == {("recipients.gp_surgeries", "named")}


def test_a_name_that_is_described_further_may_be_less_sure(understand):
    _, entities = understand("government office that prints the passports, is it covered")
    assert meant(entities) == {("recipients.government_agencies", "may_include")}


def test_who_only_stands_in_an_unsure_description_is_not_asked_about(understand):
    _, entities = understand("do you share with whoever strikes nurses off their register")
    assert meant(entities) in (set(), {("recipients.national_regulators", "may_include")})
