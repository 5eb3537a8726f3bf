"""Puts cases to the running bot, over HTTP as anybody would."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evaluation.cases import Case, Turn
from evaluation.server import Client


@dataclass(frozen=True)
class Answer:
    """One answer of the bot: what its `custom` tells of it, and its text."""

    outcome: str | None
    section: str | None
    topic: str | None
    quotes: tuple[str, ...]
    sources: int
    text: str

    @classmethod
    def of(cls, message: dict[str, Any]) -> Answer:
        """The answer in a message of the chat API."""
        custom = message.get("custom") or {}
        return cls(
            custom.get("outcome"),
            custom.get("section"),
            custom.get("topic"),
            tuple(citation["quote"] for citation in custom.get("citations", ())),
            len(custom.get("sources", ())),
            message.get("text", ""),
        )


@dataclass(frozen=True)
class Exchange:
    """A turn of a case as it went: what the bot answered, and how long it took."""

    case: Case
    turn: Turn
    answers: tuple[Answer, ...]
    milliseconds: float


def run(client: Client, cases: Iterable[Case]) -> list[Exchange]:
    """Each case in a conversation of its own."""
    return [exchange for case in cases for exchange in _converse(client, case)]


def _converse(client: Client, case: Case) -> Iterable[Exchange]:
    chat = client.begin(case.audience)
    for turn in case.turns:
        start = time.perf_counter()
        messages = chat.say(turn.say, turn.audience)
        taken = (time.perf_counter() - start) * 1000
        yield Exchange(case, turn, tuple(map(Answer.of, messages)), taken)
    chat.delete()
