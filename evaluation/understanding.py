"""The trained model by itself, without the dialogue: what it takes a message for, and how sure it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

from bot.reading.questions import questions_in, sentences_in

# Chosen by a rule rather than by their probability, so their confidence says nothing.
_BY_RULE = {"nlu_fallback", "safeguarding"}


def confidences(model: Path, texts: Iterable[str]) -> dict[str, float]:
    """How sure the model is of what each text asks. Not of what is read in parts, or decided by a rule."""
    whole = (text for text in texts if {*sentences_in(text), *questions_in(text)} == {text})
    return asyncio.run(_confidences(model, whole))


async def _confidences(model: Path, texts: Iterable[str]) -> dict[str, float]:
    from rasa.core.agent import load_agent

    agent = await load_agent(str(model))
    found = {}
    for text in texts:
        intent = (await agent.parse_message(text))["intent"]
        if intent["name"] not in _BY_RULE:
            found[text] = float(intent["confidence"])
    return found
