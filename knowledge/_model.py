"""The words the rest of the project speaks of the notice in.

Terms follow the field's: a *recipient* is whom data is shared with, a *purpose* why it is used, a *legal
basis* what allows it. A *statement* is one thing that the notice says; a *finding* is what the knowledge has
to say to one question.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Audience = Literal["adult", "child", "staff"]
AUDIENCES: tuple[Audience, ...] = ("adult", "child", "staff")

SECTIONS = (
    "scope",
    "child_notice",
    "purposes",
    "legal_bases",
    "recipients",
    "automated_decisions",
    "transfers",
    "troubled_families",
)

# The parts that are long lists, which can be asked whole, by group, or by what someone names.
LISTS = ("recipients", "purposes", "legal_bases")

# Where the words that are explained stand, as a part beside those of the notice.
GLOSSARY = "glossary"

Outcome = Literal["answered", "may_cover", "not_listed", "not_covered"]

Certainty = Literal["named", "may_include", "not_listed", "group", "unknown"]


@dataclass(frozen=True)
class Wordings:
    """The same fact in the words of each audience."""

    adult: str
    child: str
    staff: str

    def for_(self, audience: Audience) -> str:
        return getattr(self, audience)


@dataclass(frozen=True)
class Notice:
    """Which notice this is, and when it was captured."""

    id: str
    title: str
    version: str
    captured_on: dt.date
    controller: str
    website: str
    url: str | None
    current_version: Wordings


@dataclass(frozen=True)
class Section:
    """A part of the notice: its own heading to the letter, and what we call it."""

    id: str
    heading: str | None
    title: Wordings


@dataclass(frozen=True)
class Group:
    """Plain headings under which a long list is shown; id is `section.name`."""

    id: str
    title: Wordings
    size: int


@dataclass(frozen=True)
class Statement:
    """One thing that the notice says; id is `section.name`.

    `quote` is the whole line, to the letter, white space folded. `part` is the piece of the line that is
    meant, where two things share one line. `place` counts from 1 among the lines of the section (0: a title,
    or the words that open a list). `group` is the id of its group, if the section has groups.
    """

    id: str
    section: str
    place: int
    quote: str
    part: str | None
    group: str | None
    label: Wordings
    wording: Wordings
    about: Wordings | None
    notes: tuple[Wordings, ...]


@dataclass(frozen=True)
class Line:
    """One line of the notice as it stands there: a heading, or a statement's quote."""

    id: str | None
    section: str
    quote: str


@dataclass(frozen=True)
class Source:
    """Where a fact from outside the notice was checked, and when."""

    title: str
    url: str | None
    checked_on: dt.date


@dataclass(frozen=True)
class Fact:
    """A fact from outside the notice."""

    id: str
    text: Wordings
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Contact:
    """Somebody who can tell or help."""

    id: str
    title: Wordings
    phone: str | None
    email: str | None
    url: str | None
    text: str | None


@dataclass(frozen=True)
class Name:
    """What people call something. `owner` is the id of a statement, a group or a thing that is not listed."""

    name: str
    owner: str
    section: str | None
    certainty: Certainty


@dataclass(frozen=True)
class Explained:
    """A hard word or a name: how it is written, in which other forms, how one asks what it means, and what it means."""

    id: str
    word: str
    forms: tuple[str, ...]
    question: str
    meaning: Wordings


@dataclass(frozen=True)
class Mention:
    """What a message names: the person's own words, and what the knowledge knows by them."""

    text: str
    owners: tuple[str, ...]
    certainty: Certainty


@dataclass(frozen=True)
class Finding:
    """What the knowledge has to say to one question.

    `cited` are the statements that answer it, no more; `related` those that our own reading connects, which
    the notice does not. `named` is what the question named, where it named something. `whole` tells that the
    question was for everything in the section.
    """

    outcome: Outcome
    section: str | None = None
    topic: str | None = None
    cited: tuple[Statement, ...] = ()
    related: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    named: Wordings | None = None
    silence: Wordings | None = None
    who_can_tell: Wordings | None = None
    groups: tuple[Group, ...] = field(default=())
