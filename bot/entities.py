"""What the pipeline finds in a message beside its intent, by the names that domain.yml has for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge import Name

# What is named: a stretch of the message with what it may stand for, as {section, certainty, owner}.
NAME = "name"
# What finds who is named by none of the words of a text, but meant by all of them (MeaningLinker).
BY_MEANING = "MeaningLinker"
# The ISO 639-1 code of the language that the message is in, where it is another than English.
LANGUAGE = "language"

# That the message speaks of who was named before it, by a word alone: "he" is `ONE`, "they" may be any.
POINTS_BACK_AT = "points_back_at"
ONE, ANY = "one", "any"


def owners(names: Iterable[Name]) -> list[dict[str, Any]]:
    """What the names may stand for, as an entity has it; once, where several forms of a name stand for it."""
    different = dict.fromkeys((name.section, name.certainty, name.owner) for name in names)
    return [{"section": section, "certainty": certainty, "owner": owner} for section, certainty, owner in different]


def naming(text: str, start: int, end: int, value: list[dict[str, Any]], found_by: str) -> dict[str, Any]:
    """The entity for what is named from `start` to `end`."""
    return {
        "entity": NAME,
        "start": start,
        "end": end,
        "value": value,
        "text": text[start:end],
        "extractor": found_by,
    }


def words_beside(text: str, names: Iterable[dict[str, Any]]) -> int:
    """How many words a text has that are none of these names."""
    return len(text.split()) - sum(len(name["text"].split()) for name in names)
