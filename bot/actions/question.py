"""What a message asks: its topic, and what it names."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from rasa_sdk import Tracker

from bot.actions.slots import AUDIENCE, LAST_QUESTION
from bot.entities import NAME
from knowledge import Audience, Mention

# Of the things that one name may stand for, the surest counts; first the group, whose button sends its name.
_SUREST_FIRST = ("group", "named", "may_include", "not_listed")


@dataclass(frozen=True)
class Question:
    """A question as understood, small enough to be remembered and asked again.

    `names` are the things named, as {"text", "owners": [{"section", "certainty", "owner"}]}. `in_full` asks for
    every line of a list, not for its groups.
    """

    topic: str
    names: tuple[dict[str, Any], ...] = ()
    in_full: bool = False

    @classmethod
    def asked(cls, tracker: Tracker) -> Question:
        """The question of the latest message."""
        message = tracker.latest_message
        return cls(
            message["intent"]["name"],
            tuple(
                {"text": each["text"], "owners": each["value"]}
                for each in message["entities"]
                if each["entity"] == NAME
            ),
        )

    @classmethod
    def last(cls, tracker: Tracker) -> Question | None:
        """The question that was answered last, if any was."""
        slot = tracker.get_slot(LAST_QUESTION)
        return cls(slot["topic"], tuple(slot["names"]), slot["in_full"]) if slot else None

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
