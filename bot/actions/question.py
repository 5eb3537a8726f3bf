"""What a message asks: its topic, and what it names."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from rasa_sdk import Tracker

from bot.actions.slots import AUDIENCE, LAST_QUESTION
from bot.entities import ANY, NAME, POINTS_BACK_AT
from knowledge import Audience, Mention

# Of the things that one name may stand for, the surest counts; first the group, whose button sends its name.
_SUREST_FIRST = ("group", "named", "may_include", "not_listed")


@dataclass(frozen=True)
class Question:
    """A question as understood, small enough to be remembered and asked again.

    `names` are the things named, as {"text", "owners": [{"section", "certainty", "owner"}]}. `in_full` asks for
    every line of a list, not for its groups. `before` is the topic before it, if it only asks whom to turn to.
    `how_to` asks how to go about it, how long it takes or what it costs.
    """

    topic: str
    names: tuple[dict[str, Any], ...] = ()
    in_full: bool = False
    before: str | None = None
    how_to: bool = False

    @classmethod
    def asked(cls, tracker: Tracker) -> Question:
        """The question of the latest message."""
        message = tracker.latest_message
        names = [
            {"text": each["text"], "owners": each["value"]} for each in message["entities"] if each["entity"] == NAME
        ]
        last = cls.last(tracker) if points_back(tracker) else None
        return cls(message["intent"]["name"], (*names, *(last.pointed_at(tracker) if last else ())))

    @classmethod
    def last(cls, tracker: Tracker) -> Question | None:
        """The question that was answered last, if any was."""
        slot = tracker.get_slot(LAST_QUESTION)
        return cls(**{**slot, "names": tuple(slot["names"])}) if slot else None

    def pointed_at(self, tracker: Tracker) -> tuple[dict[str, Any], ...]:
        """Which of the names the latest message means by a word alone: "he" is none that a line of the notice names."""
        if _pointer(tracker) == ANY:
            return self.names
        return tuple(
            each for each in self.names if not any(owner["certainty"] in ("group", "named") for owner in each["owners"])
        )

    def as_slot(self) -> dict[str, Any]:
        return asdict(self)

    def about(self, topic: str) -> Question:
        """The same names, asked about another topic."""
        return replace(self, topic=topic, in_full=False)

    def mentions(self, section: str, unknown: bool = False) -> list[Mention]:
        """What the message names that concerns a section; with `unknown`, also what the knowledge has no name for."""
        mentions: dict[tuple, Mention] = {}
        for name in self.names:
            here = [owner for owner in name["owners"] if owner["section"] == section]
            for certainty in _SUREST_FIRST:
                owners = tuple(owner["owner"] for owner in here if owner["certainty"] == certainty)
                if owners:
                    # "Neglect training: is safeguarding on it?" names for sure what "neglect" only may be.
                    said = mentions.get(owners)
                    if not said or _SUREST_FIRST.index(certainty) < _SUREST_FIRST.index(said.certainty):
                        mentions[owners] = Mention(name["text"], owners, certainty)
                    break
            if any(owner["certainty"] == "unknown" for owner in here) or (unknown and not name["owners"]):
                mentions.setdefault((name["text"].lower(),), Mention(name["text"], (), "unknown"))
        return _once(list(mentions.values()))


def points_back(tracker: Tracker) -> bool:
    """Whether the latest message asks of somebody who was named before it."""
    return _pointer(tracker) is not None


def _pointer(tracker: Tracker) -> str | None:
    entities = tracker.latest_message["entities"]
    return next((each["value"] for each in entities if each["entity"] == POINTS_BACK_AT), None)


def audience_of(tracker: Tracker) -> Audience:
    return tracker.get_slot(AUDIENCE) or "adult"


def _once(mentions: list[Mention]) -> list[Mention]:
    """Without what another of the mentions says too.

    Of reasons and laws the more exact one is meant: "the spot checks of Troubled Families" are one line, not all of the
    programme's. Of recipients all are: a school's lines have a nursery's among them, and "schools, and all who keep
    children safe" asks for both.
    """

    def says_too(other: Mention, one: Mention) -> bool:
        if not one.owners or not other.owners:
            return False
        if one.owners[0].startswith("recipients."):
            return one.certainty == other.certainty != "group" and set(one.owners) < set(other.owners)
        if one.certainty == "group":
            return other.certainty == "named"
        return other.certainty == "named" and set(one.owners) > set(other.owners)

    return [one for one in mentions if not any(says_too(other, one) for other in mentions)]
