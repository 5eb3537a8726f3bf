"""Peers are compared by what an intent tells, and run apart from this process."""

import pytest

from evaluation import cases, comparison
from evaluation.cases import Expected


@pytest.mark.parametrize(
    "intent, topic",
    [
        ("recipients", "recipients"),
        ("retention", "retention"),
        ("safeguarding", "safeguarding"),
        ("out_of_scope", "out_of_scope"),
        ("thanks", "conversation"),
        ("nlu_fallback", "clarify"),
    ],
)
def test_what_an_intent_tells(intent, topic, knowledge_base):
    assert comparison.topic_of(intent, knowledge_base) == topic


@pytest.mark.parametrize(
    "label, topics",
    [
        (Expected(frozenset({"answered"}), "recipients"), {"recipients"}),
        (Expected(frozenset({"not_covered"}), topics=frozenset({"consent", "my_case"})), {"consent", "my_case"}),
        (Expected(frozenset({"safeguarding"})), {"safeguarding"}),
        (Expected(frozenset({"clarify", "conversation"})), {"clarify", "conversation"}),
    ],
)
def test_what_is_right_of_a_label(label, topics):
    assert comparison.topics_in(label) == topics


def test_a_peer_is_trained_and_asked_in_a_process_of_its_own(knowledge_base, monkeypatch):
    monkeypatch.setattr(comparison, "training_examples", lambda: [("hello", "hello"), ("police", "recipients")] * 5)
    asked = [next(case for case in cases.questions(knowledge_base) if case.turns[0].say == "police?")]
    [row] = comparison.compare(asked, knowledge_base, only=["tfidf"])
    assert (row["questions"], row["right"]) == (1, 1)


def test_a_peer_that_cannot_run_says_why(knowledge_base, monkeypatch):
    monkeypatch.setenv("PATH", "")
    [row] = comparison.compare([], knowledge_base, only=["nlpjs"])
    assert row == {"peer": "nlp.js", "unavailable": "npm is not installed"}
