"""Every answer, put together as it is said: floors for children and adults, and what is named where one is broken."""

import re
from statistics import mean

import pytest

from bot import readability
from bot.every_answer import Said
from bot.settings import HOME
from bot.training_data import responses
from knowledge.readability import length


@pytest.fixture(scope="module")
def childs(content):
    return readability.readings(content, "child")


def test_every_answer_can_be_read(content):
    assert readability.problems(content) == []


def test_every_response_to_a_child_is_measured(childs):
    measured = {said.response for said, _ in childs}
    # In another language, and what the processor says by itself.
    assert set(responses()) - measured == {"utter_out_of_scope__other_language", "utter_failed"}
    assert len(childs) > 400


def test_the_floors_for_children(childs):
    readings = [reading for _, reading in childs]
    assert max(reading.grade for reading in readings) <= 6 and mean(reading.grade for reading in readings) <= 5
    assert mean(reading.plain_grade for reading in readings) <= 5
    assert max(length(reading.longest) for reading in readings) <= 20
    assert {word for reading in readings for word in reading.unknown} == set()


def test_no_answer_is_longer_than_eighty_words_before_more_is_asked_for(childs):
    asked_for_more = ("utter_more", "__in_full", "__lines", "__group")
    long = {said.response for said, reading in childs if reading.words > 80}
    assert [each for each in long if not any(part in each for part in asked_for_more)] == []


def test_the_floor_for_adults(content):
    assert max(reading.grade for _, reading in readability.readings(content, "adult")) <= 9


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The adjudicator knows.", "hard word “adjudicator”"),
        (" ".join(["We say it."] * 30), "90 words before “tell me more”"),
        (f"{' '.join(['so'] * 21)}.", "a sentence of 21 words"),
        ("The authorities organise adoption assessments.", "at grade"),
    ],
)
def test_what_is_too_hard_is_named_with_the_answer_it_is_in(text, told, content, monkeypatch):
    said = Said("police", "utter_recipients__answered", "child", text, None)
    monkeypatch.setattr(readability, "every_answer", lambda audience: [said] if audience == "child" else [])
    found = readability.problems(content)
    assert any(told in each and "utter_recipients__answered (to: police)" in each for each in found), found


def test_the_figures_in_the_document_are_those_of_today(content):
    document = (HOME / "docs" / "children.md").read_text(encoding="utf-8")
    assert readability.FIGURES.search(document)[0].strip() == readability.table(content)


def test_nothing_said_to_a_child_asks_about_them(childs):
    """The only questions are what they would like to know, and which of the readings they meant."""
    asked = {sentence for said, _ in childs for sentence in re.findall(r"[^.!?\n“]*\?", said.text)}
    assert {each.strip() for each in asked} == {
        "What would you like to know?",
        "Is there more you want to know?",
        "Is it one of these?",
        "What else would you like to know?",
    }


def test_each_test_that_the_document_names_exists():
    document = (HOME / "docs" / "children.md").read_text(encoding="utf-8")
    table = document.partition("## The Age Appropriate Design Code")[2]
    assert len(re.findall(r"^\| \d+\. ", table, re.MULTILINE)) == 15
    tests = "".join(path.read_text(encoding="utf-8") for path in (HOME / "tests").rglob("test_*.py"))
    conversations = {path.stem for path in (HOME / "tests" / "conversations").glob("*/*.yml")}
    named = set(re.findall(r"`(\w+)`", table)) - {"test_"}
    assert len(named) > 20
    assert [name for name in named if f"def {name}(" not in tests and name not in conversations] == []
