"""The knowledge holds the notice to the letter: no line missing, none altered, none added."""

import hashlib

import pytest

from knowledge import SECTIONS


def shown_lines(text: str) -> list[str]:
    """The notice's lines as a reader sees them, told apart in a way of its own, not the knowledge's."""
    lines = []
    for line in text.split("\n"):
        line = " ".join(line.replace("\u2022", " ").split())
        if line:
            lines.append(line)
    return lines


def test_the_captured_text_is_the_one_that_was_captured(content):
    captured = (content.folder / "notice.txt").read_bytes()
    assert hashlib.sha256(captured).hexdigest() == "07403a56b9a8a811a202bd926d7a23d473592fd31726ccbf12f27413cfb4d947"


def test_its_lines_can_be_rebuilt_from_the_knowledge(content, knowledge_base):
    assert [line.quote for line in knowledge_base.lines()] == shown_lines(content.captured)


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("purposes", 20),
        ("legal_bases", 18),
        ("recipients", 31),
        ("automated_decisions", 1),
        ("transfers", 1),
        ("child_notice", 2),
        ("troubled_families", 1),
    ],
)
def test_each_list_is_complete(knowledge_base, section, lines):
    cited = knowledge_base.whole(section).cited
    assert len({statement.quote for statement in cited}) == lines
    assert [statement.place for statement in cited] == sorted(statement.place for statement in cited)


def test_a_line_with_two_things_run_together_yields_both(knowledge_base):
    act = knowledge_base.statement("legal_bases.equality_act_2010")
    consent = knowledge_base.statement("legal_bases.consent")
    assert (
        act.quote
        == consent.quote
        == "The Equality Act 2010 Consent – consultations, surveys, some consent-based research"
    )
    assert (act.part, consent.part) == (
        "The Equality Act 2010",
        "Consent – consultations, surveys, some consent-based research",
    )
    assert act.wording != consent.wording


def test_transfers_have_a_statement_for_each_sentence(knowledge_base):
    parts = [statement.part for statement in knowledge_base.statements_of("transfers")]
    assert len(parts) == 2
    assert " ".join(parts) == knowledge_base.whole("transfers").cited[0].quote


def test_every_statement_has_words_for_each_audience(knowledge_base):
    for section in SECTIONS:
        for statement in knowledge_base.statements_of(section):
            for words in (statement.label, statement.wording):
                assert words.adult and words.child and words.staff, statement.id


def test_what_is_open_or_odd_about_a_line_is_noted(knowledge_base):
    for statement_id in (
        "scope.coverage",
        "legal_bases.environmental_regulation_2004",
        "legal_bases.gdpr_2018",
        "legal_bases.safeguarding_boards_regulations_2006",
        "legal_bases.consent",
        "purposes.equality_monitoring_children",
        "purposes.support_children",
        "purposes.pastoral_care",
        "recipients.government_agencies",
        "recipients.education_providers",
        "recipients.housing_ministry",
    ):
        assert knowledge_base.statement(statement_id).notes, statement_id
