"""The tables in which the knowledge is kept. Any database that SQLAlchemy speaks to will do."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

notice = Table(
    "notice",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("version", String(64), nullable=False),
    Column("captured_on", Date, nullable=False),
    Column("controller", Text, nullable=False),
    Column("website", Text, nullable=False),
    Column("url", Text),
    Column("captured", Text, nullable=False),
)

section = Table(
    "section",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("heading", Text),
)

group = Table(
    "statement_group",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("section", ForeignKey("section.id"), nullable=False, index=True),
    Column("place", Integer, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("section", ForeignKey("section.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("part", Text),
    Column("group", ForeignKey("statement_group.id")),
)

# The words of every thing that has words: its label, wording, note, title and so on.
wording = Table(
    "wording",
    metadata,
    Column("owner", String(128), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("adult", Text, nullable=False),
    Column("child", Text, nullable=False),
    Column("staff", Text, nullable=False),
)

name = Table(
    "name",
    metadata,
    Column("name", String(128), primary_key=True),
    Column("owner", String(128), primary_key=True),
    Column("section", String(64)),
    Column("certainty", String(16), nullable=False),
)

# Links by our own reading; the notice has none. Each is kept in both directions.
related = Table(
    "related",
    metadata,
    Column("owner", String(128), primary_key=True),
    Column("statement", ForeignKey("statement.id"), primary_key=True),
    Column("place", Integer, nullable=False),
)

fact = Table("fact", metadata, Column("id", String(64), primary_key=True))

source = Table(
    "source",
    metadata,
    Column("owner", String(64), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("url", Text),
    Column("checked_on", Date, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("phone", Text),
    Column("email", Text),
    Column("url", Text),
    Column("text", Text),
)

# Addresses that the council has configured.
link = Table("link", metadata, Column("id", String(64), primary_key=True), Column("url", Text, nullable=False))

# What someone who writes in another language is told in it.
language = Table("language", metadata, Column("id", String(2), primary_key=True), Column("text", Text, nullable=False))

# Hard words, explained. Their other forms are items.
word = Table(
    "word",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("word", String(64), nullable=False),
    Column("question", Text, nullable=False),
)

topic = Table("topic", metadata, Column("id", String(64), primary_key=True))

# What belongs to a topic, a statement or a word, in order: facts, contacts, topics to offer next, other forms.
item = Table(
    "item",
    metadata,
    Column("owner", String(128), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("item", String(64), nullable=False),
)
