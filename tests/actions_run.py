"""Runs the custom actions as the bot does: a call of rasa_sdk in, messages and events out, on the real knowledge."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bot.entities import LANGUAGE, NAME, owners
from bot.every_answer import executor, worded
from bot.nlu.names import NameFinder
from bot.nlu.spacy_words import words
from bot.notice import knowledge_base


@dataclass(frozen=True)
class Ran:
    """What an action did: its messages as dispatched, and the events it gave back."""

    responses: list[dict[str, Any]]
    events: list[dict[str, Any]]
    before: dict[str, Any] = field(default_factory=dict)

    @property
    def slots(self) -> dict[str, Any]:
        """The slots as they stand after it."""
        return {**self.before, **{each["name"]: each["value"] for each in self.events if each["event"] == "slot"}}

    @property
    def forms(self) -> list[str]:
        return [each["response"] for each in self.responses]

    @property
    def customs(self) -> list[dict[str, Any]]:
        return [each["custom"] for each in self.responses]

    @property
    def outcomes(self) -> list[str]:
        return [each["outcome"] for each in self.customs]

    @property
    def quotes(self) -> list[list[str]]:
        """What each message cites."""
        return [[line["quote"] for line in each["citations"]] for each in self.customs]

    @property
    def texts(self) -> list[str]:
        """The messages as they are worded for their audience."""
        return [worded(each) for each in self.responses]

    @property
    def text(self) -> str:
        """The one message's words."""
        [text] = self.texts
        return text

    @property
    def buttons(self) -> list[list[str]]:
        return [[button["payload"] for button in each["buttons"]] for each in self.responses]


def run(
    action: str,
    intent: str = "",
    naming: Iterable[str] = (),
    after: Ran | None = None,
    audience: str = "adult",
    ranking: Iterable[str] = (),
    language: str | None = None,
    also: Iterable[dict[str, Any]] = (),
    **slots: Any,
) -> Ran:
    """Run an action on a message of `intent` that names things, `after` what another did.

    `ranking` are the intents it could be, the likeliest first; `language` is the one it is written in, if not English;
    `also` are entities that the message has beside.
    """
    slots = {**(after.slots if after else {}), "audience": audience, **slots}
    message = {
        "intent": {"name": intent or action.removeprefix("action_")},
        "intent_ranking": [{"name": each} for each in ranking],
        "entities": [
            *({"entity": NAME, "text": name, "value": known_as(name)} for name in naming),
            *([{"entity": LANGUAGE, "value": language}] if language else []),
            *also,
        ],
    }
    tracker = {"sender_id": "test", "slots": slots, "latest_message": message, "events": []}
    did = asyncio.run(executor().run({"next_action": action, "sender_id": "test", "tracker": tracker}))
    return Ran(did["responses"], did["events"], slots)


def known_as(name: str) -> list[dict[str, str]]:
    """What the knowledge takes a name for, as the pipeline tells the actions; nothing where it knows none."""
    return owners(each for found in _finder().known(words().of(name)) for each in found.names)


@lru_cache(maxsize=1)
def _finder() -> NameFinder:
    return NameFinder(knowledge_base().names())
