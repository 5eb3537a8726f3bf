"""What the bot may ask of the knowledge: questions, not queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Table, select
from sqlalchemy.engine import Engine, Row

from knowledge import _tables as tables
from knowledge._model import (
    GLOSSARY,
    SECTIONS,
    Audience,
    Contact,
    Explained,
    Fact,
    Finding,
    Group,
    Line,
    Mention,
    Name,
    Notice,
    Section,
    Source,
    Statement,
    Wordings,
)
from knowledge.errors import UnknownIdError

# More words than this say who somebody is and are nobody's name.
_LONGEST_NAME = 4


class KnowledgeBase:
    """Answers questions about one notice. It never changes, so what was looked up once is remembered."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        for method in (
            "notice",
            "section",
            "statements_of",
            "statement",
            "silence_on",
            "whole",
            "link",
            "question_for",
            "safeguarding_card",
            "languages",
            "glossary",
            "_related",
            "_facts",
            "_items",
            "_words",
        ):
            setattr(self, method, lru_cache(maxsize=512)(getattr(self, method)))

    # About the notice itself

    def notice(self) -> Notice:
        """Which notice this is, and when it was captured."""
        row = self._one(tables.notice, "notice", "")
        return Notice(
            row.id,
            row.title,
            row.version,
            row.captured_on,
            row.controller,
            row.website,
            row.url,
            self._words("notice", "current_version"),
        )

    def fingerprint(self) -> str:
        """The fingerprint of the files from which this was built."""
        return self._one(tables.notice, "notice", "").fingerprint

    def section(self, section: str) -> Section:
        """A part of the notice; UnknownIdError where there is none of that name."""
        row = self._one(tables.section, "section", section)
        return Section(row.id, row.heading, self._words(section, "title"))

    def lines(self) -> list[Line]:
        """Every line of the notice in its order, headings included."""
        statements = self._rows(
            select(tables.statement).order_by(tables.statement.c.section, tables.statement.c.position)
        )
        by_section: dict[str, dict[str, Line]] = defaultdict(dict)
        for row in statements:
            by_section[row.section].setdefault(row.quote, Line(row.id, row.section, row.quote))
        lines: list[Line] = []
        for name in SECTIONS:
            heading = self.section(name).heading
            lines += [Line(None, name, heading)] if heading else []
            lines += by_section[name].values()
        return lines

    # About what it says

    def statement(self, id_: str) -> Statement:
        """One statement, by `section.name`; UnknownIdError where there is none."""
        for statement in self.statements_of(id_.partition(".")[0]):
            if statement.id == id_:
                return statement
        raise UnknownIdError("statement", id_)

    def statements_of(self, section: str) -> tuple[Statement, ...]:
        """All statements of a section in the notice's order, those included that are no line of their own."""
        rows = self._rows(
            select(tables.statement).where(tables.statement.c.section == section).order_by(tables.statement.c.position)
        )
        words = self._wordings(*(row.id for row in rows))
        return tuple(
            Statement(
                id=row.id,
                section=row.section,
                place=row.place,
                quote=row.quote,
                part=row.part,
                group=row.group,
                label=words[row.id, "label"][0],
                wording=words[row.id, "wording"][0],
                about=next(iter(words[row.id, "about"]), None),
                notes=tuple(words[row.id, "note"]),
            )
            for row in rows
        )

    def whole(self, section: str) -> Finding:
        """All that a section lists: every line of it cited, with the groups under which to show them."""
        self.section(section)
        lines = tuple(each for each in self.statements_of(section) if each.place)
        facts = self._facts(*(line.id for line in lines)) if len(lines) == 1 else ()
        return Finding("answered", section, cited=lines, facts=facts, groups=self._groups(section, lines))

    def asked_about(self, section: str, mentions: Iterable[Mention]) -> list[Finding]:
        """One finding for each thing that a question about `section` names, in the question's order.

        Something named that a line takes in is answered; that may fall under a line, `may_cover`; that the
        knowledge knows to be on no line of the section, or does not know at all, `not_listed`.
        """
        return [self._about(section, mention) for mention in mentions]

    def read_as_related(self, section: str, to: Sequence[Statement]) -> Finding:
        """The lines of `section` that our own reading connects with given statements: none is cited."""
        related = tuple(each for each in self._related(*(each.id for each in to)) if each.section == section)
        return Finding("answered", section, related=related, named=_joined(each.label for each in to))

    # About what it does not say

    def topics(self) -> list[str]:
        """Every topic on which the notice is known to be silent."""
        return [row.id for row in self._rows(select(tables.topic).order_by(tables.topic.c.id))]

    def silence_on(self, topic: str) -> Finding:
        """That the notice does not say, what is known from outside it, and who can tell."""
        self._one(tables.topic, "topic", topic)
        return Finding(
            "not_covered",
            topic=topic,
            related=self._related(f"topic.{topic}"),
            facts=self._facts(topic),
            contacts=tuple(self.contact(id_) for id_ in self._items(topic, "contact")),
            silence=self._words(f"topic.{topic}", "silence"),
            who_can_tell=self._words(f"topic.{topic}", "who_can_tell"),
        )

    # For the conversation

    def safeguarding_card(self) -> tuple[Wordings, tuple[Source, ...]]:
        """The fixed card for someone in danger, and where its numbers were checked."""
        return self._words("safeguarding", "card"), self._sources("safeguarding")

    def languages(self) -> dict[str, str]:
        """What someone who writes in another language is told in it, by the language's ISO 639-1 code."""
        return {row.id: row.text for row in self._rows(select(tables.language).order_by(tables.language.c.id))}

    def english_only(self) -> Wordings:
        """The same in English."""
        return self._words("languages", "in_english")

    def glossary(self) -> tuple[Explained, ...]:
        """The hard words and names that are explained, in the order in which they are written down."""
        rows = self._rows(select(tables.word).order_by(tables.word.c.place))
        return tuple(
            Explained(
                row.id,
                row.word,
                self._items(f"word.{row.id}", "form"),
                row.question,
                self._words(f"word.{row.id}", "meaning"),
            )
            for row in rows
        )

    def explained(self, id_: str) -> Explained:
        """One word of the glossary; UnknownIdError where there is none."""
        for each in self.glossary():
            if each.id == id_:
                return each
        raise UnknownIdError("word", id_)

    def glossary_names(self) -> list[Name]:
        """The words of the glossary and their forms, as names.

        They are apart from `names`, for who says one of them in passing asks nothing about it.
        """
        return [
            Name(form, each.id, GLOSSARY, "named")
            for each in self.glossary()
            for form in dict.fromkeys((each.word.lower().replace("’", "'"), *each.forms))
        ]

    def question_for(self, topic: str) -> Wordings | None:
        """A question in plain words for a topic, as a button says and sends it; None where it has none."""
        return next(iter(self._wordings(f"topic.{topic}")[f"topic.{topic}", "question"]), None)

    def link(self, id_: str) -> str | None:
        """An address that the council has configured, or None."""
        rows = self._rows(select(tables.link.c.url).where(tables.link.c.id == id_))
        return rows[0].url if rows else None

    def contact(self, id_: str) -> Contact:
        """Someone to turn to, by id; UnknownIdError where there is none."""
        row = self._one(tables.contact, "contact", id_)
        return Contact(id_, self._words(f"contact.{id_}", "title"), row.phone, row.email, row.url, row.text)

    def starters(self, audience: Audience) -> list[str]:
        """The topics to offer at the start."""
        return list(self._items(f"start_{audience}", "next"))

    def next_topics(self, topic: str) -> list[str]:
        """The topics to offer after an answer on `topic`."""
        return list(self._items(topic, "next"))

    def names(self) -> list[Name]:
        """All that people call things by, listed or not."""
        # Sorted here, for databases differ in where they put an apostrophe.
        rows = sorted(self._rows(select(tables.name)), key=lambda row: (row.owner, row.name))
        return [Name(row.name, row.owner, row.section, row.certainty) for row in rows]

    # Looking up

    def _about(self, section: str, mention: Mention) -> Finding:
        if mention.certainty == "group":
            lines = tuple(each for each in self.statements_of(section) if each.group in mention.owners and each.place)
            return Finding(
                "answered",
                section,
                cited=lines,
                groups=self._groups(section, lines),
                named=self._words(mention.owners[0], "title"),
            )
        if mention.certainty in ("named", "may_include"):
            cited = tuple(self.statement(id_) for id_ in mention.owners)
            if mention.certainty == "named":
                return Finding(
                    "answered",
                    section,
                    cited=cited,
                    related=self._related(*mention.owners),
                    facts=self._facts(*mention.owners),
                    named=_joined(each.label for each in cited),
                )
            return Finding("may_cover", section, cited=cited, named=_same(mention.text))
        known = [self._words(owner, "label") for owner in mention.owners]
        return Finding("not_listed", section, named=known[0] if known else _same(_as_said(mention.text)))

    def _related(self, *owners: str) -> tuple[Statement, ...]:
        rows = self._rows(
            select(tables.related).where(tables.related.c.owner.in_(owners)).order_by(tables.related.c.place)
        )
        return tuple(self.statement(id_) for id_ in dict.fromkeys(row.statement for row in rows))

    def _groups(self, section: str, lines: Sequence[Statement]) -> tuple[Group, ...]:
        sizes = Counter(group for group, _ in {(line.group, line.quote) for line in lines if line.group})
        rows = self._rows(select(tables.group).where(tables.group.c.section == section).order_by(tables.group.c.place))
        return tuple(Group(row.id, self._words(row.id, "title"), sizes[row.id]) for row in rows if row.id in sizes)

    def _facts(self, *owners: str) -> tuple[Fact, ...]:
        ids = dict.fromkeys(id_ for owner in owners for id_ in self._items(owner, "fact"))
        return tuple(Fact(id_, self._words(f"fact.{id_}", "text"), self._sources(id_)) for id_ in ids)

    def _sources(self, owner: str) -> tuple[Source, ...]:
        rows = self._rows(select(tables.source).where(tables.source.c.owner == owner).order_by(tables.source.c.place))
        return tuple(Source(row.title, row.url, row.checked_on) for row in rows)

    def _items(self, owner: str, role: str) -> tuple[str, ...]:
        items = tables.item
        rows = self._rows(select(items).where(items.c.owner == owner, items.c.role == role).order_by(items.c.place))
        return tuple(row.item for row in rows)

    def _words(self, owner: str, role: str) -> Wordings:
        return self._wordings(owner)[owner, role][0]

    def _wordings(self, *owners: str) -> dict[tuple[str, str], list[Wordings]]:
        """The wordings of each owner and role, in order."""
        rows = self._rows(
            select(tables.wording).where(tables.wording.c.owner.in_(owners)).order_by(tables.wording.c.place)
        )
        words: dict[tuple[str, str], list[Wordings]] = defaultdict(list)
        for row in rows:
            words[row.owner, row.role].append(Wordings(row.adult, row.child, row.staff))
        return words

    def _one(self, table: Table, kind: str, id_: str) -> Row:
        query = select(table).where(table.c.id == id_) if id_ else select(table)
        rows = self._rows(query)
        if not rows:
            raise UnknownIdError(kind, id_)
        return rows[0]

    def _rows(self, query) -> list[Row]:
        with self._engine.connect() as connection:
            return list(connection.execute(query))


def _as_said(text: str) -> str:
    """A name as it is; so many words that they are a description ("the man who sells me my bread") within quotes."""
    return f"‘{text}’" if len(text.split()) > _LONGEST_NAME else text


def _same(text: str) -> Wordings:
    return Wordings(text, text, text)


def _joined(labels: Iterable[Wordings]) -> Wordings:
    labels = list(labels)
    return Wordings(*(_listed([each.for_(audience) for each in labels]) for audience in ("adult", "child", "staff")))


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
