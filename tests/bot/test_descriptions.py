"""Where somebody is described and not named."""

import pytest

from bot.nlu.descriptions import (
    describes_somebody,
    description_in,
    does_within_a_description,
    helps_to_describe,
    is_described,
    is_only_somebody,
    only_points,
    stands_in_a_description,
    tells_of_somebody,
)


@pytest.mark.parametrize(
    "before",
    [
        "do the inspectors who check ",
        "the office in Leeds that watches over ",
        "are the people dealing with complaints about ",
        "is whoever inspects ",
        "them that look after ",
    ],
)
def test_a_name_within_a_description_only_describes(before):
    assert stands_in_a_description(before)


@pytest.mark.parametrize(
    "before",
    [
        "do the people who run the ",  # whoever runs it is of it
        "the lady from the ",
        "is the man who works at the ",
        "who tells ",
        "the people who get it are the ",
        "the firm that sends carers, and the ",
        "the woman who cleans for us and the ",
    ],
)
def test_a_name_that_is_asked_about_does_more_than_describe(before):
    assert not stands_in_a_description(before)


def test_a_name_may_itself_be_described():
    assert is_described(" that keeps an eye on banks")
    assert is_described("s who come round")
    assert not is_described(" who get my file")
    assert not is_described(" and the courts")


@pytest.mark.parametrize(
    "clause",
    [
        "will the people who put out fires be told",
        "does the man I buy my bread from get my file",
        "can you share it with the ones behind that app",
        "do you tell whoever drives the tram",
        "can you give it to the firm in charge of the lifts",
    ],
)
def test_a_question_may_describe_whom_it_asks_about(clause):
    assert describes_somebody(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "can you tell me the organisations that get my data",
        "is there a list of the bodies that you tell",
        "who are the people who see what I say",
        "show me the people that have access",
        "are there any people who know",
        "who has it",
    ],
)
def test_who_asks_for_whoever_is_told_describes_nobody(clause):
    assert not describes_somebody(clause)


@pytest.mark.parametrize(
    ("clause", "described"),
    [
        ("do you tell the man who feeds the ducks", "the man who feeds the ducks"),
        ("the firm I hire my van from, can it see my file", "the firm I hire my van from"),
        ("will whoever paints the lamp posts get to know", "whoever paints the lamp posts"),
        ("can you tell the chap I sold my boat to", "the chap I sold my boat to"),
        ("is it passed to them firms that rent out bouncy castles", "them firms that rent out bouncy castles"),
        ("Harbour office that lets moorings, is it listed", "Harbour office that lets moorings"),
        ("do you share with the office in Leeds that prints the maps", "the office in Leeds that prints the maps"),
        ("did somebody ring about my boat", None),
        ("do you tell the ducks", None),
    ],
)
def test_a_description_ends_with_its_clause(clause, described):
    place = description_in(clause)
    assert (clause[slice(*place)] if place else None) == described


def test_a_description_may_point_at_what_was_told():
    def points(clause):
        return only_points(clause, description_in(clause))

    assert points("do you share it with whoever runs it")
    assert points("do you tell the firm that provides that")
    assert not points("do you share it with whoever runs the fair")
    assert not points("do you tell the man who comes out to mend the clock when it stops")


def test_what_somebody_is_told_by_is_not_told_itself():
    assert helps_to_describe("the chap in the van with the ")
    assert helps_to_describe("do you tell whoever runs the ")
    assert not helps_to_describe("do you share what people at work say with ")


def test_of_whom_another_is_described_is_not_asked_about():
    assert does_within_a_description("the place my ")
    assert not does_within_a_description("do you tell my ")


def test_a_word_for_somebody_is_nobodys_name():
    assert is_only_somebody("firm") and is_only_somebody("Blokes")
    assert not is_only_somebody("Cadbury")


def test_somebody_may_be_told_of_without_a_name():
    assert tells_of_somebody("A lady tunes my harp once a month.")
    assert tells_of_somebody("I fish with the same three old chaps.")
    assert not tells_of_somebody("OK, that's good to know.")
