"""What may stand in each file of a notice's folder (docs/notice-format.md says it in words)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from pydantic import BaseModel, Extra, constr, root_validator, validator

Id = constr(regex=r"^[a-z][a-z0-9_]*$")
FullId = constr(regex=r"^[a-z_]+\.[a-z][a-z0-9_]*$")


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid
        anystr_strip_whitespace = True


def _plain(text: str) -> str:
    if not text:
        raise ValueError("is empty; write the text")
    if re.search(r"<[a-zA-Z/!]", text):
        raise ValueError("has HTML in it; the bot speaks plain text only")
    if "{" in text or "}" in text:
        raise ValueError("has a curly brace in it, which stands for a placeholder; leave it out")
    return text


class Texts(_Strict):
    adult: str
    child: str
    staff: str

    _plain = validator("*", allow_reuse=True)(_plain)


class AboutTexts(_Strict):
    adult: str
    child: str
    staff: str | None = None

    @validator("adult", "child")
    def _is_plain(cls, text: str) -> str:
        return _plain(text)

    @root_validator(skip_on_failure=True)
    def _staff_read_what_adults_read(cls, values: dict) -> dict:
        values["staff"] = values["staff"] or values["adult"]
        return values


class Note(Texts):
    kind: Literal["open_list", "old_name", "odd_name", "run_together", "heading_like", "stands_twice"]


def _lower_and_once(names: list[str]) -> list[str]:
    for name in names:
        if name != name.lower() or not name:
            raise ValueError(f"{name!r} must be in lower case and not empty")
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        raise ValueError(f"{sorted(repeated)} stand there twice; keep one of each")
    return names


class StatementEntry(_Strict):
    id: Id
    kind: Literal["line", "lead_in", "title"] = "line"
    quote: str | None = None
    same_line_as: Id | None = None
    part: str | None = None
    group: Id | None = None
    label: Texts
    wording: Texts
    about: AboutTexts | None = None
    names: list[str] = []
    may_include: list[str] = []
    notes: list[Note] = []
    facts: list[Id] = []
    related: list[FullId] = []

    _names = validator("names", "may_include", allow_reuse=True)(_lower_and_once)

    @root_validator(skip_on_failure=True)
    def _has_one_line(cls, values: dict) -> dict:
        if bool(values["quote"]) == bool(values["same_line_as"]):
            raise ValueError("needs either quote or same_line_as, and not both")
        if values["same_line_as"] and not values["part"]:
            raise ValueError("needs part: the piece of the line that is meant, to the letter")
        return values


class GroupEntry(_Strict):
    id: Id
    title: Texts
    names: list[str] = []

    _names = validator("names", allow_reuse=True)(_lower_and_once)


class SectionFile(_Strict):
    section: Id
    heading: str | None
    title: Texts
    groups: list[GroupEntry] = []
    statements: list[StatementEntry]


class NoticeFile(_Strict):
    id: constr(regex=r"^[a-z][a-z0-9-]*$")
    title: str
    version: str
    captured_on: dt.date
    controller: str
    council_website: str
    url: str | None
    current_version: Texts


class SourceEntry(_Strict):
    title: str
    url: constr(regex=r"^https://") | None
    checked_on: dt.date | None = None


class FactEntry(_Strict):
    id: Id
    checked_on: dt.date
    unchecked: bool = False
    sources: list[SourceEntry]
    text: Texts

    @root_validator(skip_on_failure=True)
    def _says_that_it_is_unchecked(cls, values: dict) -> dict:
        if values["unchecked"]:
            for audience in ("adult", "child", "staff"):
                if "check with the council" not in getattr(values["text"], audience).lower():
                    raise ValueError(f'is unchecked, so its {audience} text must say "check with the council"')
        return values


class FactsFile(_Strict):
    facts: list[FactEntry]


class TopicEntry(_Strict):
    topic: Id
    silence: Texts
    facts: list[Id] = []
    who_can_tell: Texts
    contacts: list[Id] = []
    related: list[FullId] = []


class TopicsFile(_Strict):
    topics: list[TopicEntry]


class NotListedEntry(_Strict):
    id: Id
    kind: Literal["recipient", "purpose", "law"]
    label: Texts
    names: list[str]

    _names = validator("names", allow_reuse=True)(_lower_and_once)


class NotListedFile(_Strict):
    not_listed: list[NotListedEntry]


class ContactEntry(_Strict):
    id: Id
    title: Texts
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    text: str | None = None
    hours: str | None = None
    source: SourceEntry | None = None
    checked_on: dt.date | None = None


class LinksEntry(_Strict):
    child_notice_url: str | None = None
    troubled_families_url: str | None = None
    subject_access_request_url: str | None = None
    current_notice_url: str | None = None
    social_work_phone: str | None = None
    social_work_email: str | None = None
    social_work_hours: str | None = None


class CouncilFile(_Strict):
    name: str
    address: str
    website: str
    contacts: list[ContactEntry]
    links: LinksEntry


class QuestionEntry(_Strict):
    topic: Id
    question: Texts


class StartersEntry(_Strict):
    adult: list[Id]
    child: list[Id]
    staff: list[Id]


class QuestionsFile(_Strict):
    questions: list[QuestionEntry]
    starters: StartersEntry
    next: dict[Id, list[Id]]


class LanguageEntry(_Strict):
    language: constr(regex=r"^[a-z]{2}$")
    name: str
    text: str

    _plain = validator("text", allow_reuse=True)(_plain)


class LanguagesFile(_Strict):
    in_english: Texts
    languages: list[LanguageEntry]


class SafeguardingFile(_Strict):
    text: Texts
    contacts: list[Id] = []
    sources: list[SourceEntry] = []


class GlossaryEntry(_Strict):
    id: Id
    word: str
    forms: list[str] = []
    question: str
    meaning: AboutTexts

    _forms = validator("forms", allow_reuse=True)(_lower_and_once)
    _plain = validator("word", "question", allow_reuse=True)(_plain)


class GlossaryFile(_Strict):
    everyday: list[str] = []
    words: list[GlossaryEntry]

    _everyday = validator("everyday", allow_reuse=True)(_lower_and_once)
