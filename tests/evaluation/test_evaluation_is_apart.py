"""The evaluation's data is right, and the model has not seen it."""

import json

import pytest

from evaluation import cases, genaipa
from evaluation.apart import seen_in_training


@pytest.fixture(scope="module")
def everything(knowledge_base):
    return [*cases.questions(knowledge_base), *cases.conversations(knowledge_base)]


def test_every_label_can_be_right(knowledge_base):
    """Outcomes, sections and topics are there, and each quote is a line of the notice."""
    assert [*cases.problems(knowledge_base), *genaipa.problems(knowledge_base)] == []


def test_nothing_of_it_is_in_the_training_data(everything, knowledge_base):
    benchmark = [case for entry in genaipa.entries(knowledge_base) for case in entry.wordings]
    assert seen_in_training([*everything, *benchmark]) == []


def test_no_question_stands_twice(everything):
    assert cases.repeated(everything) == []


def test_about_a_fifth_is_kept_back(everything):
    kept_back = sum(case.part == "kept_back" for case in everything)
    assert 0.15 < kept_back / len(everything) < 0.25


def test_a_part_depends_on_the_words_alone(everything):
    case = everything[0]
    shouted = cases.Turn(f"  {case.turns[0].say.upper()}!!", case.turns[0].answers)
    assert cases.Case("another name", "staff", (shouted, *case.turns[1:])).part == case.part


@pytest.mark.parametrize(
    "label, problem",
    [
        ({"outcome": "answerd"}, "which is none"),
        ({"outcome": "answered", "section": "recipient"}, "section 'recipient'"),
        ({"outcome": "not_covered", "topic": "retension"}, "retension"),
        ({"outcome": "answered", "section": "recipients", "quotes": ["The Police"]}, "The Police"),
        ({"outcome": "answered", "section": "purposes", "quotes": ["Police"]}, "no line of purposes"),
        ({"outcome": "answered", "quotes": "all"}, "of no section"),
        ({"outcome": "answered", "secton": "recipients"}, "secton"),
    ],
)
def test_a_label_that_cannot_be_right_is_named(label, problem, knowledge_base, tmp_path):
    (tmp_path / "questions").mkdir()
    entry = {"ask": "police?", "answers": [label]}
    (tmp_path / "questions" / "some.yml").write_text(json.dumps([entry]), encoding="utf-8")
    [found] = cases.problems(knowledge_base, tmp_path)
    assert found.startswith("some.yml: “police?” ") and problem in found
