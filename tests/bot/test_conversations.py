"""Where conversations are kept in memory."""

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker

from bot.conversations import InMemoryConversations
from bot.settings import settings


@pytest.fixture
def conversations(monkeypatch):
    monkeypatch.setattr(settings(), "most_conversations", 2)
    return InMemoryConversations(Domain.empty())


def _say_something(conversations, *ids):
    for id_ in ids:
        tracker = DialogueStateTracker.from_events(id_, [ActionExecuted("action_listen")])
        asyncio.run(conversations.save(tracker))


def test_of_too_many_the_longest_quiet_is_gone(conversations):
    _say_something(conversations, "first", "second", "first", "third")
    assert [*asyncio.run(conversations.keys())] == ["first", "third"]


def test_nothing_is_left_of_what_has_expired(conversations):
    _say_something(conversations, "first", "second")
    asyncio.run(conversations.delete_older(-1))
    assert not [*asyncio.run(conversations.keys())]
