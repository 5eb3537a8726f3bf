"""A notice's folder, read and checked whole: either all of it is right or every reason why not is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from knowledge import _schema as schema
from knowledge._model import SECTIONS
from knowledge._yaml import line_of, read_yaml
from knowledge.errors import ContentError, Problem

CAPTURED = "notice.txt"

_FIXES = {
    "value_error.missing": "Add it.",
    "value_error.extra": "Take it out, or check its spelling; docs/notice-format.md lists what may stand here.",
    "none.not_allowed": "Fill it in.",
    "str": "Write text here; put it in quotation marks if it looks like a number or a date.",
    "value_error.str.regex": "Use small letters, digits and underscores only (addresses start with https://).",
    "value_error.const": "Use one of the values listed in docs/notice-format.md.",
}


@dataclass(frozen=True)
class _File:
    """A file of the folder: what it holds, and where in it everything stands."""

    path: Path
    raw: Any
    data: Any

    def problem(self, location: tuple[int | str, ...], what: str, fix: str) -> Problem:
        return Problem(self.path, line_of(self.raw, location), what, fix)


@dataclass(frozen=True)
class Content:
    """Everything in a notice's folder, valid. `fingerprint` changes when any file of it does."""

    folder: Path
    fingerprint: str
    captured: str
    notice: schema.NoticeFile
    council: schema.CouncilFile
    sections: dict[str, schema.SectionFile]
    not_listed: schema.NotListedFile
    topics: schema.TopicsFile
    facts: schema.FactsFile
    questions: schema.QuestionsFile
    safeguarding: schema.SafeguardingFile
    languages: schema.LanguagesFile
    glossary: schema.GlossaryFile

    def lines(self) -> list[tuple[str, str | None, str]]:
        """The notice's lines in order, as (section, statement id or None for a heading, line)."""
        return list(_lines(self.sections))


def fold(text: str) -> str:
    """The text with every run of white space, the no-break space included, as one space."""
    return " ".join(text.split())


def captured_lines(text: str) -> list[str]:
    """The lines of a captured notice: bullets off, white space folded, empty lines left out."""
    lines = (fold(line).removeprefix("• ").removeprefix("•").strip() for line in text.splitlines())
    return [line for line in lines if line]


def load_content(folder: Path) -> Content:
    """The notice in `folder`, checked.

    Raises ContentError with every problem found, each naming the file, the line and the fix.
    """
    problems: list[Problem] = []
    files: dict[str, _File] = {}
    layout: dict[str, type[BaseModel]] = {
        "notice": schema.NoticeFile,
        "council": schema.CouncilFile,
        "not_listed": schema.NotListedFile,
        "not_covered": schema.TopicsFile,
        "outside_facts": schema.FactsFile,
        "questions": schema.QuestionsFile,
        "safeguarding": schema.SafeguardingFile,
        "languages": schema.LanguagesFile,
        "glossary": schema.GlossaryFile,
        **{section: schema.SectionFile for section in SECTIONS},
    }
    for name, model in layout.items():
        path = folder / f"{name}.yml"
        try:
            files[name] = _read(path, model)
        except ContentError as error:
            problems += error.problems
    captured_path = folder / CAPTURED
    if not captured_path.is_file():
        problems.append(
            Problem(captured_path, 1, "The captured notice is missing.", "Save the notice's text here, as published.")
        )
    if problems:
        raise ContentError(problems)

    captured = captured_path.read_text(encoding="utf-8")
    for check in _CHECKS:
        problems += check(files, captured)
    if problems:
        raise ContentError(problems)

    return Content(
        folder=folder,
        fingerprint=fingerprint(folder),
        captured=captured,
        notice=files["notice"].data,
        council=files["council"].data,
        sections={section: files[section].data for section in SECTIONS},
        not_listed=files["not_listed"].data,
        topics=files["not_covered"].data,
        facts=files["outside_facts"].data,
        questions=files["questions"].data,
        safeguarding=files["safeguarding"].data,
        languages=files["languages"].data,
        glossary=files["glossary"].data,
    )


def fingerprint(folder: Path) -> str:
    """A short hash of all that stands in the notice's folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".yml", ".txt"}:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _read(path: Path, model: type[BaseModel]) -> _File:
    raw = read_yaml(path)
    try:
        return _File(path, raw, model.parse_obj(raw))
    except ValidationError as error:
        raise ContentError([_as_problem(path, raw, each) for each in error.errors()]) from error


def _as_problem(path: Path, raw: Any, error: dict) -> Problem:
    location = tuple(part for part in error["loc"] if part != "__root__")
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    kind = error["type"]
    fix = next((fix for prefix, fix in _FIXES.items() if kind.startswith(prefix)), "")
    subject = f"{where} " if where else ""
    what = {"value_error.missing": "is missing.", "value_error.extra": "is not known here."}.get(
        kind, f"{error['msg']}."
    )
    return Problem(path, line_of(raw, location), subject + what, fix)


def _lines(sections: dict[str, schema.SectionFile]) -> Iterator[tuple[str, str | None, str]]:
    for name in SECTIONS:
        section = sections[name]
        if section.heading:
            yield name, None, fold(section.heading)
        for statement in section.statements:
            if statement.quote:
                yield name, f"{name}.{statement.id}", fold(statement.quote)


# Each check takes the files, all well-formed, and the captured text, and gives what is wrong across them.


def _sections_are_named_for_their_files(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    for name in SECTIONS:
        if files[name].data.section != name:
            yield files[name].problem(
                ("section",), f"The section is called {files[name].data.section!r}.", f"Call it {name}, like its file."
            )


def _lines_are_the_notices_own(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    theirs = captured_lines(captured)
    ours = list(_lines({name: files[name].data for name in SECTIONS}))
    known = set(theirs)
    for name in SECTIONS:
        file = files[name]
        if file.data.heading and fold(file.data.heading) not in known:
            yield file.problem(
                ("heading",), "This heading is not a line of notice.txt.", "Copy the line to the letter."
            )
        for place, statement in enumerate(file.data.statements):
            if statement.quote and fold(statement.quote) not in known:
                yield file.problem(
                    ("statements", place, "quote"),
                    "This quote is not a line of notice.txt.",
                    "Copy the line to the letter.",
                )
    missing = known - {line for _, _, line in ours}
    for line in sorted(missing):
        yield Problem(
            files["notice"].path.parent / CAPTURED,
            theirs.index(line) + 1,
            f"No statement quotes the line “{line}”.",
            "Add a statement for it.",
        )
    if not missing and len(ours) == len(theirs):
        for (section, _, our_line), their_line in zip(ours, theirs, strict=False):
            if our_line != their_line:
                yield files[section].problem(
                    ("statements",),
                    f"“{our_line}” stands where the notice has “{their_line}”.",
                    "Put the statements in the notice's order.",
                )
                break
    elif not missing:
        yield Problem(
            files["notice"].path.parent / CAPTURED,
            1,
            f"The notice has {len(theirs)} lines, its statements make {len(ours)}.",
            "Quote each line once.",
        )


def _parts_are_in_their_lines(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    for name in SECTIONS:
        statements = {statement.id: statement for statement in files[name].data.statements}
        for place, statement in enumerate(files[name].data.statements):
            host = statements.get(statement.same_line_as) if statement.same_line_as else statement
            if host is None or not host.quote:
                yield files[name].problem(
                    ("statements", place, "same_line_as"),
                    f"{statement.same_line_as!r} is no statement here with a quote.",
                    "Name the statement that quotes the line.",
                )
            elif statement.part and fold(statement.part) not in fold(host.quote):
                yield files[name].problem(
                    ("statements", place, "part"),
                    "This part does not stand in its line.",
                    "Copy the piece of the line to the letter.",
                )


def _ids_are_unique(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    lists = [(files[name], ("statements",), "id") for name in SECTIONS] + [
        (files[name], ("groups",), "id") for name in SECTIONS
    ]
    lists += [
        (files["not_listed"], ("not_listed",), "id"),
        (files["not_covered"], ("topics",), "topic"),
        (files["outside_facts"], ("facts",), "id"),
        (files["council"], ("contacts",), "id"),
        (files["questions"], ("questions",), "topic"),
        (files["languages"], ("languages",), "language"),
        (files["glossary"], ("words",), "id"),
    ]
    for file, (key,), field in lists:
        seen: set[str] = set()
        for place, entry in enumerate(getattr(file.data, key)):
            id_ = getattr(entry, field)
            if id_ in seen:
                yield file.problem((key, place, field), f"{id_!r} stands here twice.", "Give each its own.")
            seen.add(id_)


def _groups_hold_every_line(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    for name in SECTIONS:
        file = files[name]
        groups = {group.id for group in file.data.groups}
        for place, statement in enumerate(file.data.statements):
            if statement.group and statement.group not in groups:
                yield file.problem(
                    ("statements", place, "group"),
                    f"There is no group {statement.group!r} here.",
                    f"Use one of {sorted(groups)}.",
                )
            if groups and statement.kind == "line" and not statement.group:
                yield file.problem(
                    ("statements", place), f"{statement.id} is in no group.", f"Add group: one of {sorted(groups)}."
                )


def _references_exist(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    statements = {f"{name}.{statement.id}" for name in SECTIONS for statement in files[name].data.statements}
    facts = {fact.id for fact in files["outside_facts"].data.facts}
    contacts = {contact.id for contact in files["council"].data.contacts}
    for name in SECTIONS:
        for place, statement in enumerate(files[name].data.statements):
            for number, fact in enumerate(statement.facts):
                if fact not in facts:
                    yield files[name].problem(
                        ("statements", place, "facts", number),
                        f"There is no {fact!r} in outside_facts.yml.",
                        "Check its spelling, or add it.",
                    )
            for number, other in enumerate(statement.related):
                at = ("statements", place, "related", number)
                if other not in statements:
                    yield files[name].problem(at, f"There is no statement {other!r}.", "Name one as section.id.")
                elif other.startswith(f"{name}."):
                    yield files[name].problem(
                        at,
                        f"{other!r} is in the same part of the notice.",
                        "Relate statements of different parts only.",
                    )
    file = files["not_covered"]
    for place, topic in enumerate(file.data.topics):
        for field, known, ids in (
            ("facts", facts, topic.facts),
            ("contacts", contacts, topic.contacts),
            ("related", statements, topic.related),
        ):
            for number, id_ in enumerate(ids):
                if id_ not in known:
                    yield file.problem(
                        ("topics", place, field, number),
                        f"There is no {id_!r} among the {field}.",
                        "Check its spelling, or add it.",
                    )
    shown = {fact for topic in file.data.topics for fact in topic.facts}
    shown |= {fact for name in SECTIONS for statement in files[name].data.statements for fact in statement.facts}
    for place, fact in enumerate(files["outside_facts"].data.facts):
        if fact.id not in shown:
            yield files["outside_facts"].problem(
                ("facts", place, "id"),
                f"No topic and no statement shows the fact {fact.id!r}.",
                "Name it under their facts, or take it out.",
            )
    file = files["safeguarding"]
    for number, id_ in enumerate(file.data.contacts):
        if id_ not in contacts:
            yield file.problem(
                ("contacts", number), f"There is no contact {id_!r} in council.yml.", "Check its spelling, or add it."
            )


def _every_topic_has_its_question(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    file = files["questions"]
    asked = {entry.topic for entry in file.data.questions}
    topics = [entry.topic for entry in files["not_covered"].data.topics]
    for topic in (*SECTIONS, *topics):
        if topic not in asked:
            yield file.problem(
                ("questions",),
                f"No question for the topic {topic!r}.",
                "Add one in words that a button can show and send.",
            )
    for audience in ("adult", "child", "staff"):
        for number, topic in enumerate(getattr(file.data.starters, audience)):
            if topic not in asked:
                yield file.problem(
                    ("starters", audience, number), f"{topic!r} has no question.", "Add it under questions."
                )
    for topic, following in file.data.next.items():
        for other in (topic, *following):
            if other not in asked:
                yield file.problem(("next", topic), f"{other!r} has no question.", "Add it under questions.")


def _words_are_told_apart(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    file = files["glossary"]
    owner: dict[str, str] = {}
    for place, entry in enumerate(file.data.words):
        for form in dict.fromkeys((entry.word.lower(), *entry.forms)):
            if owner.setdefault(form, entry.id) != entry.id:
                yield file.problem(
                    ("words", place, "forms"),
                    f"{form!r} is explained twice, as {owner[form]} too.",
                    "Keep it in one.",
                )


def _names_agree(files: dict[str, _File], captured: str) -> Iterator[Problem]:
    kinds = {"recipient": "recipients", "purpose": "purposes", "law": "legal_bases"}
    listed = {
        name: {each for statement in files[name].data.statements for each in (*statement.names, *statement.may_include)}
        for name in SECTIONS
    }
    for name in SECTIONS:
        for place, statement in enumerate(files[name].data.statements):
            for both in set(statement.names) & set(statement.may_include):
                yield files[name].problem(
                    ("statements", place, "may_include"),
                    f"{both!r} is both a name of the line and one that only may fall under it.",
                    "Keep it in one.",
                )
    file = files["not_listed"]
    for place, entry in enumerate(file.data.not_listed):
        for both in set(entry.names) & listed[kinds[entry.kind]]:
            yield file.problem(
                ("not_listed", place, "names"),
                f"{both!r} is a name of a line in {kinds[entry.kind]}.yml.",
                "Take it out of one of the two files.",
            )


_CHECKS: tuple[Callable[[dict[str, _File], str], Iterator[Problem]], ...] = (
    _sections_are_named_for_their_files,
    _lines_are_the_notices_own,
    _parts_are_in_their_lines,
    _ids_are_unique,
    _groups_hold_every_line,
    _references_exist,
    _every_topic_has_its_question,
    _words_are_told_apart,
    _names_agree,
)
