"""Takes a message apart into the questions in it."""

from __future__ import annotations

import re

# Rasa takes a text that starts with this as an intent by name. Here it is always a person's words.
_COMMAND_PREFIX = "/"

_ASKS = re.compile(
    r"^(?:and|but|also|so|or|plus|then|ok|okay|please)?[\s,]*"
    r"(?:who|whom|whose|what|which|why|when|where|how|can|could|do|does|did|is|are|am|was|were|will|would|should"
    r"|have|has|may|tell me)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_SECOND_CLAUSE = re.compile(
    r"\s*(?:,|;)?\s+(?:and|also|plus)\s+(?=(?:also\s+)?(?:who|what|which|why|when|where|how|can|could|do|does|did|is|are|will|would)\s+\w+\s+\w+)",
    re.IGNORECASE,
)


def questions_in(text: str) -> list[str]:
    """The questions of a message in order; the whole message where it asks one thing, or none."""
    text = text.strip().lstrip(_COMMAND_PREFIX).strip() or text.strip(_COMMAND_PREFIX + " \n") or "?"
    sentences = [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    clauses = [clause for sentence in sentences for clause in _SECOND_CLAUSE.split(sentence)]
    asking = [clause for clause in clauses if _ASKS.match(clause) or clause.endswith("?")]
    return asking if len(asking) > 1 else [text]
