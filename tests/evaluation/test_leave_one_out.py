"""A line that the notice does not have is not claimed; here for a few of them, in the evaluation for all."""

import pytest

from evaluation import cases
from evaluation.leave_one_out import leave_one_out, lines, without


@pytest.mark.parametrize(
    "id_",
    [
        "recipients.police",
        "recipients.probation",
        "recipients.gp_surgeries",
        "legal_bases.care_act_2014",
        "purposes.research",
    ],
)
def test_a_line_taken_away_is_not_claimed(id_, content, knowledge_base):
    questions = cases.questions(knowledge_base)
    [found] = leave_one_out(content, knowledge_base, [knowledge_base.statement(id_)], questions)
    assert found.asked
    assert found.still_cited == ()
    assert found.taken_for_another == {}


def test_nothing_but_the_line_is_taken_away(content, knowledge_base, tmp_path):
    police = knowledge_base.statement("recipients.police")
    before = {line.quote for line in knowledge_base.lines()}
    assert before - {line.quote for line in without(content, police, tmp_path).lines()} == {"Police"}


def test_what_shares_the_line_goes_with_it(content, knowledge_base, tmp_path):
    reduced = without(content, knowledge_base.statement("legal_bases.equality_act_2010"), tmp_path)
    assert not {"legal_bases.equality_act_2010", "legal_bases.consent"} & {
        statement.id for statement in reduced.statements_of("legal_bases")
    }


def test_every_line_of_the_three_lists_is_taken_away_once(knowledge_base):
    quotes = [(statement.section, statement.quote) for statement in lines(knowledge_base)]
    assert len(quotes) == len(set(quotes)) == 69
