"""A message taken apart into its questions."""

import pytest

from bot.questions import questions_in


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("police?", ["police?"]),
        ("Do you tell the police or my GP?", ["Do you tell the police or my GP?"]),
        ("Who can see it? How long do you keep it?", ["Who can see it?", "How long do you keep it?"]),
        ("who can see my data and how long do you keep it", ["who can see my data", "how long do you keep it"]),
        ("You can't just take my data.", ["You can't just take my data."]),
        ("My son was ill. The school rang. Who told them?", ["My son was ill. The school rang. Who told them?"]),
    ],
)
def test_each_question_stands_alone(message, questions):
    assert questions_in(message) == questions


@pytest.mark.parametrize("message", ["/recipients", '/recipients{"name": "police"}', "//retention", " /restart"])
def test_no_text_can_name_an_intent(message):
    assert all(not question.startswith("/") for question in questions_in(message))


def test_a_text_of_slashes_is_still_a_text():
    assert questions_in("///") == ["?"]
