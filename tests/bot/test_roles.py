"""Whom a question is about, of all whom it names."""

import pytest

from bot.nlu.names import NameFinder
from bot.nlu.roles import asked_about
from bot.nlu.spacy_words import words


@pytest.fixture(scope="module")
def about(knowledge_base):
    finder = NameFinder(knowledge_base.names())

    def named(text):
        tokens = words().of(text)
        found = finder.known(tokens)
        return [text[tokens[each.first].start : tokens[each.end - 1].end] for each in asked_about(text, tokens, found)]

    return named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("can the nursing home be given mum's details", ["nursing home"]),
        ("can the police or my boss see it", ["the police", "my boss"]),
        ("do you tell the police about me, or my boss?", ["the police", "my boss"]),
        ("will you tell my mum", ["mum"]),
        ("will the gp know what I told my social worker", ["gp"]),
        ("can the police see what my social worker wrote", ["the police"]),
        ("not the police, the probation service", ["probation service"]),
        ("is the school given information by social services", ["school"]),
        ("do you talk to my daughter's teacher", ["teacher"]),
        ("is it only about my mum", []),
    ],
)
def test_whose_data_it_is_and_who_was_told_is_not_whom_the_question_is_about(about, text, named):
    assert about(text) == named
