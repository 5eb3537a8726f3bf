"""Everything that the bot can say, for real: each action run on each kind of question that the knowledge can answer.

What stands in the files is only a part of an answer: how long and how hard it is shows once it is put together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rasa.shared.core.domain import Domain
from rasa_sdk.executor import ActionExecutor

from bot.actions.slots import AUDIENCE, SESSION_STARTED_METADATA
from bot.entities import LANGUAGE, NAME, owners
from bot.model import DATA
from bot.notice import knowledge_base
from bot.responder import Responder
from bot.training_data import responses
from knowledge import LISTS, SECTIONS, Audience, Name

_TALK = "utter_conversation__"
_FOLLOW_UPS = ("why", "which_law", "where_said", "repeat", "simpler", "full_version", "what_else", "how_to", "show_all")
_KNOWN_NAME, _UNKNOWN_NAME = "police", "Frobnicate"


@dataclass(frozen=True)
class Said:
    """One message of the bot: what was asked, which response worded it for whom, its text, what it is made of."""

    asked: str
    response: str
    audience: Audience
    text: str
    custom: dict[str, Any] | None


@dataclass(frozen=True)
class _Turn:
    asked: str
    said: list[Said]
    slots: dict[str, Any] = field(default_factory=dict)


def every_answer(audience: Audience) -> Iterator[Said]:
    """Each kind of message in the words of an audience, on every name and topic of the knowledge."""
    knowledge = knowledge_base()
    names = knowledge.names()
    named: dict[tuple, Name] = {}
    for name in names:
        named.setdefault((name.section, name.certainty, name.owner), name)
    lists = [
        _turn(audience, section, naming=naming)
        for section in LISTS
        for naming in ([], [(_UNKNOWN_NAME, [])], *([(name.name, [name])] for name in named.values()))
    ]
    parts = [_turn(audience, section) for section in SECTIONS if section not in LISTS]
    silent = [_turn(audience, "not_covered", topic) for topic in knowledge.topics()]
    police = [name for name in names if name.name == _KNOWN_NAME]
    some = [_turn(audience, section, naming=naming) for section in LISTS for naming in ([], [(_KNOWN_NAME, police)])]
    follow_ups = [
        _turn(audience, follow_up, after=after) for follow_up in _FOLLOW_UPS for after in (None, *parts, *silent, *some)
    ]
    talk = [
        _turn(audience, "conversation", response.removeprefix(_TALK))
        for response in responses()
        if response.startswith(_TALK)
    ]
    words = [
        _turn(audience, section, naming=[(word.name, called), (word.name, [word])])
        for word in knowledge.glossary_names()
        for section, called in _asked_of(word, names)
    ]
    others = [_turn(audience, action) for action in ("clarify", "out_of_scope", "safeguarding")]
    other_language = _turn(audience, "out_of_scope", language=next(iter(knowledge.languages())))
    start = _turn(audience, "session_start", metadata={AUDIENCE: audience})
    for turn in (*lists, *parts, *silent, *follow_ups, *talk, *words, *others, other_language, start):
        yield from turn.said


def _asked_of(word: Name, names: list[Name]) -> Iterator[tuple[str, list[Name]]]:
    """Who answers what a word means, with the lines that are called by it, if there are any."""
    lines = [name for name in names if name.name == word.name and name.certainty == "named"]
    sections = dict.fromkeys(line.section for line in lines) or {"word_meaning": None}
    return ((section, [line for line in lines if line.section == section]) for section in sections)


def _turn(
    audience: Audience,
    action: str,
    intent: str | None = None,
    naming: list[tuple[str, list[Name]]] = (),
    after: _Turn | None = None,
    language: str | None = None,
    metadata: dict[str, Any] | None = None,
) -> _Turn:
    """What an action says to a message of an intent (its own, if not told) that names things, after another turn."""
    slots = {**(after.slots if after else {}), AUDIENCE: audience, SESSION_STARTED_METADATA: metadata}
    entities = [{"entity": NAME, "text": text, "value": owners(names)} for text, names in naming]
    entities += [{"entity": LANGUAGE, "value": language}] if language else []
    message = {"intent": {"name": intent or action}, "intent_ranking": [], "entities": entities}
    tracker = {"sender_id": "", "slots": slots, "latest_message": message, "events": []}
    did = asyncio.run(executor().run({"next_action": f"action_{action}", "sender_id": "", "tracker": tracker}))
    asked = ", ".join([intent or action, *(text for text, _ in naming), *([f"after {after.asked}"] if after else [])])
    slots |= {event["name"]: event["value"] for event in did["events"] if event["event"] == "slot"}
    return _Turn(asked, [_said(asked, each) for each in did["responses"]], slots)


def _said(asked: str, dispatched: dict[str, Any]) -> Said:
    return Said(asked, dispatched["response"], dispatched[AUDIENCE], worded(dispatched), dispatched.get("custom"))


def worded(dispatched: dict[str, Any]) -> str:
    """The words of a message that an action has dispatched, by the project's own responses."""
    filled = {key: value for key, value in dispatched.items() if key not in ("response", AUDIENCE)}
    return _responder().worded(dispatched["response"], dispatched[AUDIENCE], **filled)["text"]


@lru_cache(maxsize=1)
def executor() -> ActionExecutor:
    """Runs the project's actions in this process."""
    executor = ActionExecutor()
    executor.register_package("bot.actions")
    return executor


@lru_cache(maxsize=1)
def _responder() -> Responder:
    return Responder(domain=Domain.load(str(DATA / "responses")))
