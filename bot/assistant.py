"""The assistant: opens conversations, answers in them, deletes them. The web and the command line both speak to it."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent, load_agent
from rasa.core.lock import TicketLock
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from bot.conversations import Conversations
from bot.nlu.sentence_vectors import encoder
from bot.notice import knowledge_base
from bot.processor import Processor
from bot.settings import HOME, settings

_TOKEN_BYTES = 32
# How often a message asks whether the one before it in its conversation is answered. Rasa's own second is long.
_SECONDS_BETWEEN_TRIES = 0.02


class NoSuchConversation(Exception):
    """The token belongs to no conversation: never issued, expired, or deleted."""


class Assistant:
    """Answers questions about the notice in conversations, each known by a token that only its owner has."""

    def __init__(self, agent: Agent) -> None:
        store = agent.tracker_store
        conversations = store._tracker_store if isinstance(store, FailSafeTrackerStore) else store
        if not isinstance(conversations, Conversations):
            raise TypeError(
                f"The tracker store {type(conversations).__name__} can't delete. "
                "Set one of bot.conversations in endpoints.yml."
            )
        self._processor = Processor.adopt(agent.processor, conversations)
        self._locks = agent.lock_store
        # In danger no look-up may stand between a person and help.
        knowledge_base().safeguarding_card()

    @classmethod
    async def load(cls, model: Path, endpoints: Path = HOME / "endpoints.yml") -> Assistant:
        """The assistant with a trained model. Raises RasaException where model and knowledge don't belong together."""
        # First, for it takes twice its memory while it loads, which the rest then uses; and no message waits for it.
        encoder()
        available = AvailableEndpoints.read_endpoints(str(endpoints))
        if settings().action_server:
            available.action = EndpointConfig(settings().action_server, enable_selective_domain=True)
        return cls(await load_agent(str(model), endpoints=available))

    async def begin(self, audience: str = "adult") -> tuple[str, list[dict[str, Any]]]:
        """Open a conversation: its token, and the greeting."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        return token, await self._processor.begin(_conversation_id(token), audience)

    async def answer(self, token: str, text: str, audience: str | None = None) -> list[dict[str, Any]]:
        """Answers to a message, in reading order. Raises NoSuchConversation."""
        conversation_id = _conversation_id(token)
        async with self._alone_in(conversation_id):
            tracker = await self._processor.conversations.open(conversation_id)
            if tracker is None:
                raise NoSuchConversation
            return await self._processor.answer(tracker, text, audience)

    async def delete(self, token: str) -> None:
        """Delete a conversation without a trace. Raises NoSuchConversation."""
        conversation_id = _conversation_id(token)
        async with self._alone_in(conversation_id):
            if await self._processor.conversations.open(conversation_id) is None:
                raise NoSuchConversation
            await self._processor.conversations.delete(conversation_id)

    async def delete_expired(self) -> None:
        """Delete the conversations in which nobody has written for too long."""
        await self._processor.conversations.delete_older(settings().session_minutes * 60)

    def _alone_in(self, conversation_id: str) -> AbstractAsyncContextManager[TicketLock]:
        return self._locks.lock(conversation_id, wait_time_in_seconds=_SECONDS_BETWEEN_TRIES)


def _conversation_id(token: str) -> str:
    """Under which a conversation is kept. Who reads the store can't make a token from it."""
    return hashlib.sha256(token.encode()).hexdigest()
