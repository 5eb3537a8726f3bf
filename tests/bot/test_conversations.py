"""Conversations in memory, in SQLite and in PostgreSQL: the same of each, and no trace of what is deleted."""

import asyncio
import time

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.conversations import Conversations, InMemoryConversations, SqlConversations
from bot.model import DOMAIN
from bot.settings import settings

ONE, OTHER = "a" * 64, "b" * 64


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(DOMAIN))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request, domain, tmp_path) -> Conversations:
    if request.param == "memory":
        return InMemoryConversations(domain)
    if request.param == "sqlite":
        return SqlConversations(domain, dialect="sqlite", db=str(tmp_path / "conversations.db"))
    url = make_url(request.getfixturevalue("postgresql_url"))
    return SqlConversations(
        domain, dialect="postgresql", host=url.host, port=url.port, db=url.database, username=url.username
    )


def now(coroutine):
    return asyncio.run(coroutine)


def opened(conversations: Conversations, conversation_id: str = ONE, ago: float = 0) -> DialogueStateTracker:
    """A conversation as it is opened, so many seconds ago."""
    then = time.time() - ago
    tracker = conversations.init_tracker(conversation_id)
    for event in (SlotSet("audience", "staff", timestamp=then), ActionExecuted("action_listen", timestamp=then)):
        tracker.update(event)
    now(conversations.save(tracker))
    return tracker


def say(conversations: Conversations, words: str, turns: int = 3, audience: str | None = None) -> None:
    """One exchange, in a conversation that is read and kept as the bot does it."""
    tracker = now(conversations.open(ONE))
    events = [
        *([SlotSet("audience", audience)] if audience else []),
        UserUttered(words, intent={"name": "recipients"}),
        ActionExecuted("action_recipients"),
        BotUttered(f"answer to {words}"),
        SlotSet("last_question", {"topic": "recipients", "names": [], "in_full": words == "all"}),
        ActionExecuted("action_listen"),
    ]
    for event in events:
        tracker.update(event)
    now(conversations.keep_last(tracker, turns))


def said(conversations: Conversations) -> list[str]:
    return [event.text for event in now(conversations.open(ONE)).events if isinstance(event, UserUttered)]


def test_what_was_said_is_there_again(kept):
    opened(kept)
    say(kept, "police?")
    tracker = now(kept.open(ONE))
    assert said(kept) == ["police?"] and tracker.latest_action_name == "action_listen"
    assert tracker.get_slot("audience") == "staff"
    assert tracker.get_slot("last_question")["topic"] == "recipients"


def test_what_nobody_opened_is_not_there(kept):
    assert now(kept.open(ONE)) is None


def test_a_long_conversation_keeps_its_last_messages_and_its_slots(kept):
    opened(kept)
    lengths = []
    for number in range(20):
        say(kept, f"question {number}", turns=3)
        lengths.append(len(now(kept.open(ONE)).events))
    words = said(kept)
    assert words == [f"question {number}" for number in range(20 - len(words), 20)]
    assert 3 <= len(words) <= 6 and max(lengths[10:]) == max(lengths[10:14])
    assert now(kept.open(ONE)).get_slot("audience") == "staff"


def test_a_bounded_conversation_still_begins_with_the_bot_listening(kept):
    opened(kept)
    for number in range(7):
        say(kept, f"question {number}", turns=3, audience="child" if number % 2 == 0 else "adult")
    events = list(now(kept.open(ONE)).events)
    first = next(place for place, event in enumerate(events) if isinstance(event, UserUttered))
    before = [event for event in events[:first] if isinstance(event, ActionExecuted)]
    assert [event.action_name for event in before] == ["action_listen"]
    assert now(kept.open(ONE)).get_slot("audience") == "child"


def test_a_forgotten_conversation_goes_on_with_nothing_but_whom_it_is_for(kept):
    opened(kept)
    say(kept, "a secret")
    now(kept.forget(now(kept.open(ONE))))
    tracker = now(kept.open(ONE))
    assert said(kept) == [] and tracker.get_slot("last_question") is None
    assert tracker.get_slot("audience") == "staff" and tracker.latest_action_name == "action_listen"
    say(kept, "police?")
    assert said(kept) == ["police?"]


def test_a_deleted_conversation_is_gone_and_no_other(kept):
    opened(kept)
    opened(kept, OTHER)
    now(kept.delete(ONE))
    assert now(kept.open(ONE)) is None and now(kept.open(OTHER))


def test_to_delete_what_is_not_there_is_no_error(kept):
    now(kept.delete(ONE))


def test_a_conversation_in_which_nobody_wrote_for_too_long_is_deleted_when_it_is_opened(kept):
    opened(kept, ago=59 * 60)
    assert now(kept.open(ONE))
    now(kept.delete(ONE))
    opened(kept, ago=61 * 60)
    assert now(kept.open(ONE)) is None
    assert now(kept.retrieve(ONE)) is None


def test_only_conversations_that_are_too_old_are_deleted(kept):
    opened(kept, ONE)
    opened(kept, OTHER)
    now(kept.delete_older(60))
    assert now(kept.retrieve(ONE)) and now(kept.retrieve(OTHER))
    now(kept.delete_older(-1))
    assert now(kept.retrieve(ONE)) is None and now(kept.retrieve(OTHER)) is None


def test_a_conversation_goes_on_in_another_process(domain, tmp_path):
    """Two stores over one database, as two processes have it."""
    here, there = (SqlConversations(domain, dialect="sqlite", db=str(tmp_path / "conversations.db")) for _ in range(2))
    opened(here)
    say(there, "police?")
    assert said(here) == ["police?"]
    now(there.delete(ONE))
    assert now(here.open(ONE)) is None


def test_postgresql_keeps_no_row_of_what_was_deleted(domain, postgresql_url):
    url = make_url(postgresql_url)
    kept = SqlConversations(
        domain, dialect="postgresql", host=url.host, port=url.port, db=url.database, username=url.username
    )
    rows = create_engine(postgresql_url)

    def everything() -> str:
        with rows.connect() as connection:
            tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            return str([connection.execute(text(f'SELECT * FROM "{name}"')).all() for (name,) in tables])

    opened(kept)
    say(kept, "a secret")
    assert "a secret" in everything()
    now(kept.forget(now(kept.open(ONE))))
    assert "a secret" not in everything() and ONE in everything()
    now(kept.delete(ONE))
    assert ONE not in everything()
    rows.dispose()


def test_of_too_many_the_longest_quiet_is_gone(domain, monkeypatch):
    monkeypatch.setattr(settings(), "most_conversations", 2)
    conversations = InMemoryConversations(domain)
    for conversation_id in ("first", "second", "first", "third"):
        opened(conversations, conversation_id)
    assert [*now(conversations.keys())] == ["first", "third"]
