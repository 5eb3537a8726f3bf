"""Whosees' understanding beside that of peers: same examples, same questions, same rule, same run.

A peer only chooses an intent, so only what an intent tells is compared: the section or the topic, or that a message
is a disclosure, outside the notice's scope, or talk about the chat. Questions that ask several things are left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bot.settings import HOME
from evaluation.apart import training_examples
from evaluation.cases import Case, Expected
from evaluation.peers import PEERS
from knowledge import SECTIONS, KnowledgeBase

_SAME_BY_ITSELF = {"safeguarding", "out_of_scope"}
_OTHER = {"nlu_fallback": "clarify", "None": "clarify", "other_language": "out_of_scope"}


def compare(
    cases: Iterable[Case], knowledge: KnowledgeBase, only: Sequence[str] = tuple(PEERS)
) -> list[dict[str, Any]]:
    """A row for each peer: what it got right and how it was unsafe, or why it could not run."""
    asked = [case.turns[0] for case in cases if len(case.turns[0].answers) == 1]
    task = {"examples": training_examples(), "questions": [turn.say for turn in asked]}
    labels = [turn.answers[0] for turn in asked]
    return [{"peer": PEERS[name], **_row(_run(name, task), labels, knowledge)} for name in only]


def _run(name: str, task: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "task.json"
        path.write_text(json.dumps(task), encoding="utf-8")
        command = [sys.executable, "-W", "ignore", "-m", "evaluation.peers", name, str(path)]
        run = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
        if run.returncode:
            # What went wrong may name folders of this machine, which the report must not.
            print(run.stderr, file=sys.stderr)
            kind, _, _ = (run.stderr.strip().splitlines() or ["no word why"])[-1].partition(":")
            return {"unavailable": f"it failed: {kind}"}
        return json.loads(path.read_text(encoding="utf-8"))


def _row(result: dict[str, Any], labels: list[Expected], knowledge: KnowledgeBase) -> dict[str, Any]:
    if "unavailable" in result:
        return result
    pairs = [(label, topic_of(intent, knowledge)) for label, intent in zip(labels, result["intents"], strict=True)]
    return {
        "questions": len(pairs),
        "right": sum(topic in topics_in(label) for label, topic in pairs),
        "missed disclosures": sum(
            topics_in(label) == {"safeguarding"} and topic != "safeguarding" for label, topic in pairs
        ),
        "answered from the notice": sum(
            topic in SECTIONS and label.outcomes <= {"not_covered", "out_of_scope"} for label, topic in pairs
        ),
        "p50": median(result["milliseconds"]),
        "training": result["training"],
        "memory": result["memory"],
    }


def topic_of(intent: str, knowledge: KnowledgeBase) -> str:
    """What an intent tells of a message, in the words of `topics_in`."""
    if intent in (*SECTIONS, *knowledge.topics()) or intent in _SAME_BY_ITSELF:
        return intent
    return _OTHER.get(intent, "conversation")


def topics_in(label: Expected) -> set[str]:
    """What may be right of a label: its section, its topics, or else its outcomes."""
    return {label.section} if label.section else set(label.topics or label.outcomes)
