"""From a checked notice to a database, and from a database to something that answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import create_engine, event, inspect, select
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from knowledge import _schema as schema
from knowledge import _tables as tables
from knowledge._content import Content, fold
from knowledge._knowledge_base import KnowledgeBase
from knowledge._model import SECTIONS
from knowledge.errors import KnowledgeError, NotBuiltError

_KIND_SECTION = {"recipient": "recipients", "purpose": "purposes", "law": "legal_bases"}


def build(content: Content, url: str) -> None:
    """Put the notice into the database at `url` (any SQLAlchemy URL), in place of what it held.

    Does nothing where the database holds this very content. All or nothing: where it fails, the database
    keeps what it had. Raises KnowledgeError where the database can't be reached or written.
    """
    try:
        engine = _engine(url)
        try:
            if _fingerprint(engine) == content.fingerprint:
                return
            with engine.begin() as connection:
                tables.metadata.drop_all(connection)
                tables.metadata.create_all(connection)
                _fill(connection, content)
        finally:
            engine.dispose()
    except SQLAlchemyError as error:
        raise KnowledgeError(f"The knowledge database at {_shown(url)} can't be written: {error}") from error


def open_knowledge_base(url: str, fingerprint: str | None = None) -> KnowledgeBase:
    """What the database at `url` knows.

    Raises NotBuiltError where it holds no knowledge, or (with `fingerprint`) that of another content.
    """
    engine = _engine(url)
    try:
        found = _fingerprint(engine)
    except SQLAlchemyError as error:
        raise NotBuiltError(f"The knowledge database at {_shown(url)} can't be read: {error}") from error
    if found is None:
        raise NotBuiltError(f"The knowledge database at {_shown(url)} is empty. Build it with: whosees train")
    if fingerprint and found != fingerprint:
        raise NotBuiltError(
            f"The knowledge database at {_shown(url)} holds another state of the notice. Build it with: whosees train"
        )
    return KnowledgeBase(engine)


def _shown(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)


def _engine(url: str) -> Engine:
    engine = create_engine(url, future=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        # Python's sqlite3 begins no transaction before tables are dropped or made; so we begin it ourselves.
        event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _fingerprint(engine: Engine) -> str | None:
    if not inspect(engine).has_table(tables.notice.name):
        return None
    with engine.connect() as connection:
        return connection.execute(select(tables.notice.c.fingerprint)).scalar_one_or_none()


def _fill(connection: Connection, content: Content) -> None:
    for table, rows in _rows(content).items():
        if rows:
            connection.execute(table.insert(), rows)


def _words(owner: str, role: str, texts: Any, place: int = 0) -> dict[str, Any]:
    return {
        "owner": owner,
        "role": role,
        "place": place,
        "adult": texts.adult,
        "child": texts.child,
        "staff": texts.staff,
    }


def _rows(content: Content) -> dict[Any, list[dict[str, Any]]]:
    rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in tables.metadata.sorted_tables}
    notice = content.notice
    rows[tables.notice].append(
        {
            "id": notice.id,
            "fingerprint": content.fingerprint,
            "title": notice.title,
            "version": notice.version,
            "captured_on": notice.captured_on,
            "controller": notice.controller,
            "website": notice.council_website,
            "url": notice.url or content.council.links.current_notice_url,
            "captured": content.captured,
        }
    )
    rows[tables.wording].append(_words("notice", "current_version", notice.current_version))
    for place, name in enumerate(SECTIONS):
        _section_rows(rows, place, content.sections[name])
    rows[tables.related] = list(_related_rows(content))
    for entry in content.not_listed.not_listed:
        owner = f"not_listed.{entry.id}"
        rows[tables.wording].append(_words(owner, "label", entry.label))
        rows[tables.name] += _name_rows(entry.names, owner, _KIND_SECTION[entry.kind], "not_listed")
    for entry in content.facts.facts:
        rows[tables.fact].append({"id": entry.id})
        rows[tables.wording].append(_words(f"fact.{entry.id}", "text", entry.text))
        rows[tables.source] += _source_rows(entry.id, entry.sources, entry.checked_on)
    for entry in content.council.contacts:
        rows[tables.contact].append(
            {"id": entry.id, "phone": entry.phone, "email": entry.email, "url": entry.url, "text": entry.text}
        )
        rows[tables.wording].append(_words(f"contact.{entry.id}", "title", entry.title))
    for entry in content.topics.topics:
        owner = f"topic.{entry.topic}"
        rows[tables.topic].append({"id": entry.topic})
        rows[tables.wording] += [
            _words(owner, "silence", entry.silence),
            _words(owner, "who_can_tell", entry.who_can_tell),
        ]
        rows[tables.item] += _item_rows(entry.topic, "fact", entry.facts)
        rows[tables.item] += _item_rows(entry.topic, "contact", entry.contacts)
    for entry in content.questions.questions:
        rows[tables.wording].append(_words(f"topic.{entry.topic}", "question", entry.question))
    for topic, following in content.questions.next.items():
        rows[tables.item] += _item_rows(topic, "next", following)
    for audience in ("adult", "child", "staff"):
        rows[tables.item] += _item_rows(f"start_{audience}", "next", getattr(content.questions.starters, audience))
    rows[tables.link] = [{"id": id_, "url": url} for id_, url in content.council.links.dict().items() if url]
    rows[tables.language] = [{"id": entry.language, "text": entry.text} for entry in content.languages.languages]
    rows[tables.wording].append(_words("languages", "in_english", content.languages.in_english))
    for place, entry in enumerate(content.glossary.words):
        owner = f"word.{entry.id}"
        rows[tables.word].append({"id": entry.id, "place": place, "word": entry.word, "question": entry.question})
        rows[tables.wording].append(_words(owner, "meaning", entry.meaning))
        rows[tables.item] += _item_rows(owner, "form", entry.forms)
    card = content.safeguarding
    rows[tables.wording].append(_words("safeguarding", "card", card.text))
    rows[tables.source] += _source_rows("safeguarding", card.sources, notice.captured_on)
    rows[tables.item] += _item_rows("safeguarding", "contact", card.contacts)
    return rows


def _section_rows(rows: dict[Any, list[dict[str, Any]]], place: int, section: schema.SectionFile) -> None:
    rows[tables.section].append(
        {"id": section.section, "place": place, "heading": section.heading and fold(section.heading)}
    )
    rows[tables.wording].append(_words(section.section, "title", section.title))
    for group_place, group in enumerate(section.groups):
        owner = f"{section.section}.group.{group.id}"
        rows[tables.group].append({"id": owner, "section": section.section, "place": group_place})
        rows[tables.wording].append(_words(owner, "title", group.title))
        titles = {title.lower() for title in (group.title.adult, group.title.child, group.title.staff)}
        rows[tables.name] += _name_rows(sorted(titles | set(group.names)), owner, section.section, "group")
    quotes = {statement.id: statement.quote for statement in section.statements}
    places: dict[str, int] = {}
    for position, statement in enumerate(section.statements):
        owner = f"{section.section}.{statement.id}"
        host = statement.same_line_as or statement.id
        if statement.kind == "line":
            places.setdefault(host, len(places) + 1)
        rows[tables.statement].append(
            {
                "id": owner,
                "section": section.section,
                "position": position,
                "place": places.get(host, 0),
                "quote": fold(quotes[host]),
                "part": statement.part and fold(statement.part),
                "group": statement.group and f"{section.section}.group.{statement.group}",
            }
        )
        rows[tables.wording] += [_words(owner, "label", statement.label), _words(owner, "wording", statement.wording)]
        if statement.about:
            rows[tables.wording].append(_words(owner, "about", statement.about))
        rows[tables.wording] += [_words(owner, "note", note, number) for number, note in enumerate(statement.notes)]
        rows[tables.item] += _item_rows(owner, "fact", statement.facts)
        rows[tables.name] += _name_rows(statement.names, owner, section.section, "named")
        rows[tables.name] += _name_rows(statement.may_include, owner, section.section, "may_include")


def _name_rows(names: list[str], owner: str, section: str, certainty: str) -> list[dict[str, Any]]:
    return [{"name": name, "owner": owner, "section": section, "certainty": certainty} for name in names]


def _item_rows(owner: str, role: str, items: list[str]) -> list[dict[str, Any]]:
    return [{"owner": owner, "role": role, "place": place, "item": item} for place, item in enumerate(items)]


def _source_rows(owner: str, sources: list[schema.SourceEntry], checked_on: Any) -> list[dict[str, Any]]:
    return [
        {
            "owner": owner,
            "place": place,
            "title": source.title,
            "url": source.url,
            "checked_on": source.checked_on or checked_on,
        }
        for place, source in enumerate(sources)
    ]


def _related_rows(content: Content) -> Iterator[dict[str, Any]]:
    pairs: dict[tuple[str, str], None] = {}
    for name in SECTIONS:
        for statement in content.sections[name].statements:
            for other in statement.related:
                pairs[f"{name}.{statement.id}", other] = None
                pairs[other, f"{name}.{statement.id}"] = None
    for entry in content.topics.topics:
        for other in entry.related:
            pairs[f"topic.{entry.topic}", other] = None
    for place, (owner, other) in enumerate(pairs):
        yield {"owner": owner, "statement": other, "place": place}
