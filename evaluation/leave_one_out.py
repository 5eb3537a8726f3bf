"""Whether the bot only says what the notice says: take a line away, and it must stop claiming it.

For each line of purposes, laws and recipients the knowledge is built anew without it, in a database of its own, and
the questions asked that this line alone answered. They are read by the same finder of
names and answered by the same actions as in the bot. Only the choice of topic is left out: training a model for each
of some seventy notices takes an hour, so the topic is taken as understood. That is the harder test, for a message
whose topic is missed is asked back on, or answered with silence, and claims nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa_sdk.executor import ActionExecutor

import knowledge
from bot.actions.answer import AnswerAction
from bot.actions.question import Question
from bot.entities import owners
from bot.nlu.names import NameFinder
from bot.nlu.spacy_words import words
from evaluation.cases import Case, Expected
from knowledge import Content, KnowledgeBase, Statement

LISTS = ("purposes", "legal_bases", "recipients")


@dataclass(frozen=True)
class LeftOut:
    """A line that was taken away, and the questions it answered.

    `still_cited` are those of them that cite it all the same. `taken_for_another` are those where the very words that
    named it now name another line, with what is cited: "Department for Education" as one of the education providers.
    """

    statement: str
    quote: str
    asked: tuple[str, ...]
    still_cited: tuple[str, ...] = ()
    taken_for_another: dict[str, tuple[str, ...]] = field(default_factory=dict)


def lines(base: KnowledgeBase) -> list[Statement]:
    """The lines to take away one by one; of statements that share a line, the first."""
    by_quote: dict[tuple[str, str], Statement] = {}
    for statement in (each for section in LISTS for each in base.statements_of(section) if each.place):
        by_quote.setdefault((statement.section, statement.quote), statement)
    return list(by_quote.values())


def leave_one_out(
    content: Content, base: KnowledgeBase, statements: Iterable[Statement], questions: Iterable[Case]
) -> Iterator[LeftOut]:
    """Take each line away in turn, and ask again what it alone answered."""
    ActionExecutor().register_package("bot.actions")
    whole = NameFinder(base.names())
    for statement in statements:
        owners = {f"{statement.section}.{id_}" for id_ in _on_line_of(statement, content)}
        asked = {say: places for say in _answered_by(statement, questions) if (places := _named(owners, say, whole))}
        with TemporaryDirectory() as folder:
            reduced = without(content, statement, Path(folder)) if asked else base
            finder = NameFinder(reduced.names()) if asked else whole
            cited = {say: _cited(statement.section, say, finder, reduced) for say in asked}
            instead = {say: _cited(statement.section, say, finder, reduced, places) for say, places in asked.items()}
        yield LeftOut(
            statement.id,
            statement.quote,
            tuple(asked),
            tuple(say for say, quotes in cited.items() if statement.quote in quotes),
            {say: quotes for say, quotes in instead.items() if quotes},
        )


def _answered_by(statement: Statement, questions: Iterable[Case]) -> Iterator[str]:
    alone = Expected(frozenset({"answered"}), statement.section, quotes=frozenset({statement.quote}))
    return (case.turns[0].say for case in questions if case.turns[0].answers == (alone,))


def without(content: Content, statement: Statement, folder: Path) -> KnowledgeBase:
    """The knowledge of the notice as if it had never had that line, in a database in `folder`."""
    reduced = _reduced(content, statement)
    url = f"sqlite:///{folder / 'knowledge.db'}"
    knowledge.build(reduced, url)
    return knowledge.open_knowledge_base(url, reduced.fingerprint)


def _reduced(content: Content, statement: Statement) -> Content:
    """The notice's content without a line: its statements, what refers to them, and groups that held nothing else."""
    gone = {f"{statement.section}.{id_}" for id_ in _on_line_of(statement, content)}

    def unrelated(entry: Any) -> Any:
        return entry.copy(update={"related": [other for other in entry.related if other not in gone]})

    sections = {
        name: file.copy(
            update={"statements": [unrelated(each) for each in file.statements if f"{name}.{each.id}" not in gone]}
        )
        for name, file in content.sections.items()
    }
    section = sections[statement.section]
    held = {each.group for each in section.statements}
    sections[statement.section] = section.copy(
        update={"groups": [group for group in section.groups if group.id in held]}
    )
    return dataclasses.replace(
        content,
        fingerprint=f"without {statement.id}",
        sections=sections,
        topics=content.topics.copy(update={"topics": [unrelated(topic) for topic in content.topics.topics]}),
    )


def _on_line_of(statement: Statement, content: Content) -> set[str]:
    """The statements that stand on the same line, itself among them."""
    name = statement.id.partition(".")[2]
    entries = content.sections[statement.section].statements
    host = next(each.same_line_as or each.id for each in entries if each.id == name)
    return {each.id for each in entries if host in (each.id, each.same_line_as)}


def _named(owners: set[str], say: str, finder: NameFinder) -> set[int]:
    """The places of the words by which a question names any of some statements."""
    return {
        place
        for found in finder.known(words().of(say))
        if owners & {name.owner for name in found.names}
        for place in range(found.first, found.end)
    }


def _cited(
    section: str, say: str, finder: NameFinder, base: KnowledgeBase, places: set[int] | None = None
) -> tuple[str, ...]:
    """The lines given out as what was asked for; with `places`, for what is named there alone.

    The whole list, given to choose from where nothing is named, is no such answer.
    """
    message = words().of(say)
    names = tuple(
        {
            "text": say[message[found.first].start : message[found.end - 1].end],
            "owners": owners(found.names),
        }
        for found in finder.known(message)
        if places is None or not places.isdisjoint(range(found.first, found.end))
    )
    answers = AnswerAction.for_topic(section).answers(base, Question(section, names))
    found = [answer.finding for answer in answers if answer.finding.outcome == "answered"]
    whole = base.whole(section).cited
    return tuple(dict.fromkeys(line.quote for finding in found if finding.cited != whole for line in finding.cited))
