"""Reads a message whole: which of its questions to answer, in which order, and whether help comes first."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY

from bot.entities import NAME
from bot.questions import question_at_the_end, questions_in, sentences_in, words_of

Understood = dict[str, Any]

SAFEGUARDING = "safeguarding"
# What says nothing of itself without what was said before it, or is no question on the notice.
_NEEDS_CONTEXT = {
    "nlu_fallback",
    "background",
    "why",
    "which_law",
    "where_said",
    "repeat",
    "simpler",
    "what_else",
    "show_all",
}
_LISTS = {"recipients", "purposes", "legal_bases"}
_POINTS = re.compile(r"\b(?:they|them|he|she|him|that|those|these|this|the (?:home|place|company|agency))\b", re.I)
_ASKS_WHO = re.compile(r"\b(?:who|whom|anyone|everyone|list of)\b", re.I)
_TALK = {"hello", "thanks", "goodbye", "affirm", "deny", "insult"}
_NO_DATA_QUESTION = _NEEDS_CONTEXT | _TALK | {SAFEGUARDING, "out_of_scope", "my_case", "capabilities"}


class Reader:
    """Takes a message apart, has each part understood, and says what is to be answered."""

    def __init__(self, understand: Callable[[str], Awaitable[Understood]]) -> None:
        self._understand = understand

    async def read(self, text: str) -> list[Understood]:
        """What is to be answered, in order; never empty.

        Whoever tells of harm anywhere in the message gets help first; a question on data beside it comes after.
        """
        text = words_of(text)
        whole = await self._understand(text)
        sentences, questions = sentences_in(text), questions_in(text)
        parts = {part: await self._understand(part) for part in dict.fromkeys([*sentences, *questions]) if part != text}
        harm = next((each for each in (whole, *parts.values()) if _intent(each) == SAFEGUARDING), None)
        asked = [self._with_names(parts.get(question, whole), question, sentences, parts) for question in questions]
        if harm:
            return [harm, *await self._asked_beside(text, [each for each in asked if each is not whole])]
        if len(asked) > 1:
            return [each for each in asked if _intent(each) not in _TALK] or [whole]
        if asked and asked[0] is not whole and _intent(asked[0]) not in _NEEDS_CONTEXT:
            return asked
        return [whole]

    async def _asked_beside(self, text: str, asked: list[Understood]) -> list[Understood]:
        """The questions on data beside what is told of harm; in the same breath only such as name whom they are on."""
        beside = [each for each in asked if _intent(each) not in _NO_DATA_QUESTION]
        last = question_at_the_end(text)
        if beside or not last:
            return beside
        understood = await self._understand(last)
        return [understood] if _intent(understood) in _LISTS and _names(understood) else []

    @staticmethod
    def _with_names(asked: Understood, question: str, sentences: list[str], parts: dict[str, Understood]) -> Understood:
        """A question that names nothing but points ("can they see it?") asks of what the sentence before it names."""
        if _names(asked) or _intent(asked) not in _LISTS or not _POINTS.search(question) or _ASKS_WHO.search(question):
            return asked
        place = next((place for place, sentence in enumerate(sentences) if question in sentence), 0)
        before = [parts[sentence] for sentence in reversed(sentences[:place]) if sentence in parts]
        named = next((_names(each) for each in before if _names(each)), [])
        return {**asked, ENTITIES: [*asked[ENTITIES], *named]}


def _names(understood: Understood) -> list[dict[str, Any]]:
    return [entity for entity in understood[ENTITIES] if entity["entity"] == NAME and entity["value"]]


def _intent(understood: Understood) -> str:
    return understood[INTENT][INTENT_NAME_KEY]
