"""Takes a message apart: into its sentences, and into the questions that it asks."""

from __future__ import annotations

import re

# Rasa takes a text that starts with this as an intent by name. Here it is always a person's words.
_COMMAND_PREFIX = "/"

_QUESTION_WORD = (
    r"(?:who|whom|whose|what|which|why|when|where|how|can|could|do|does|did|is|are|am|was|were|will|would|should"
    r"|have|has|may|wot|wat|hu|y)"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|also|so|or|plus|then|ok|okay|please|pls|hi|hello|hey|sorry)[\s,]+)*"
    rf"(?:{_QUESTION_WORD}|tell me)\b",
    re.IGNORECASE,
)
# Also in the midst of a clause: "there are mistakes in my file how do I get them put right".
_ASKS_WITHIN = re.compile(
    r"\b(?:(?:how|who|what|where|when|why|can|could|do|does|did|will|would|should)\s+"
    r"(?:i|you|u|ya|we|they|he|she|my|the|da|your|ur|anyone|somebody|someone|school|skool|long|much)\b"
    r"|(?:asks?|asking|wants? to know|needs? to know)\s+(?:if|whether)\b)",
    re.IGNORECASE,
)
_ASKS_YES_OR_NO = re.compile(
    r"\b(?:(?:can|could|do|does|did|will|would|should|is|are)\s+"
    r"(?:i|you|u|ya|we|they|he|she|my|the|da|your|ur|anyone|school|skool)\b"
    r"|(?:asks?|asking|wants? to know|needs? to know)\s+(?:if|whether)\b)",
    re.IGNORECASE,
)
# Full stops, line breaks, and the numbers of a list: "1. retention 2. recipients".
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+|(?:^|\s+)\(?\d[.)]\s+")
# "… and how long do you keep it", "… and also can you tell the dentist": a second question without a full stop.
_SECOND_CLAUSE = re.compile(
    rf"\s*[,;]?\s+(?:and|also|plus|n)\s+(?=(?:also\s+)?(?:{_QUESTION_WORD}|whether|if)\s+\w+\s+\w+)",
    re.IGNORECASE,
)
# "… and why?", "… and how long for?"
_SHORT_SECOND_CLAUSE = re.compile(
    r"\s*[,;]?\s+and\s+(?=(?:why|how long(?: for)?|for how long|which laws?|under (?:which|what) laws?)\s*[?.!]*$)",
    re.IGNORECASE,
)


def words_of(text: str) -> str:
    """The text as a person's words: never a command, never empty."""
    return text.strip().lstrip(_COMMAND_PREFIX).strip() or text.strip(_COMMAND_PREFIX + " \n") or "?"


def sentences_in(text: str) -> list[str]:
    """The sentences and lines of a message, in order."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if re.search(r"\w", sentence)] or [text]


def questions_in(text: str) -> list[str]:
    """The clauses of a message that ask something, in order; none where nothing is asked outright."""
    clauses = [
        clause
        for sentence in sentences_in(text)
        for half in _SECOND_CLAUSE.split(sentence)
        for clause in _SHORT_SECOND_CLAUSE.split(half)
    ]
    asking = [clause for clause in clauses if _asks(clause)]
    numbered = re.findall(r"(?:^|\s)\(?\d[.)]\s", text)
    # Each entry of a numbered list is a question, and so is "whether …" beside one.
    return clauses if len(numbered) > 1 else asking


def _asks(clause: str) -> bool:
    asks = _ASKS.match(clause) or _ASKS_WITHIN.search(clause) or re.match(r"(?:whether|if) ", clause, re.IGNORECASE)
    return bool(asks) or clause.rstrip().endswith("?")


def question_at_the_end(text: str) -> str | None:
    """What a text asks last, where that begins in the midst of it: "will you tell my school" of "he hit me will …"."""
    begins = [match.start() for match in _ASKS_YES_OR_NO.finditer(text)]
    return text[begins[-1] :] if begins and begins[-1] > 0 else None
