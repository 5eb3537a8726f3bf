"""Reads a message whole: which of its questions to answer, in which order, and whether help comes first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY

from bot.questions import questions_in, sentences_in, words_of

Understood = dict[str, Any]

SAFEGUARDING = "safeguarding"
# What says nothing of itself without what was said before it, or is no question on the notice.
_NEEDS_CONTEXT = {"nlu_fallback", "why", "which_law", "where_said", "repeat", "simpler", "what_else", "show_all"}
_TALK = {"hello", "thanks", "goodbye", "affirm", "deny", "insult"}
_NO_DATA_QUESTION = _NEEDS_CONTEXT | _TALK | {SAFEGUARDING, "out_of_scope", "other_language", "my_case", "capabilities"}


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
        asked = [parts.get(question, whole) for question in questions]
        if harm:
            return [harm, *(each for each in asked if each is not whole and _intent(each) not in _NO_DATA_QUESTION)]
        if len(asked) > 1:
            return [each for each in asked if _intent(each) not in _TALK] or [whole]
        if asked and asked[0] is not whole and _intent(asked[0]) not in _NEEDS_CONTEXT:
            return asked
        return [whole]


def _intent(understood: Understood) -> str:
    return understood[INTENT][INTENT_NAME_KEY]
