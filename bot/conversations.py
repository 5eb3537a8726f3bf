"""Where conversations are kept, for how long, and how they are deleted without a trace."""

from __future__ import annotations

import json
import time
from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.settings import settings


class Conversations(TrackerStore):
    """A tracker store that can delete, and keeps only the last messages, so that no turn is slower than the first."""

    async def open(self, conversation_id: str) -> DialogueStateTracker | None:
        """The conversation, or None where there is none or nobody has written for too long; that one is deleted."""
        tracker = await self.retrieve(conversation_id)
        if tracker is None or not tracker.events:
            return None
        if time.time() - tracker.events[-1].timestamp > settings().session_minutes * 60:
            await self.delete(conversation_id)
            return None
        return tracker

    @abstractmethod
    async def replace(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker in place of what was kept of its conversation, all or nothing."""

    @abstractmethod
    async def delete(self, conversation_id: str) -> None:
        """Delete all that is kept of a conversation; nothing happens where there is none."""

    @abstractmethod
    async def delete_older(self, seconds: float) -> None:
        """Delete the conversations in which nothing has been said for so many seconds."""

    async def keep_last(self, tracker: DialogueStateTracker, turns: int) -> None:
        """Save the conversation; once grown to twice the turns, only the last ones, with its slots as they are."""
        places = [place for place, event in enumerate(tracker.events) if isinstance(event, UserUttered)]
        if len(places) <= 2 * turns:
            await self.save(tracker)
            return
        # Before a user's words the bot listens, which the dialogue reads too; a change of audience may stand between.
        first = places[-turns] - 1
        while first > 0 and not isinstance(tracker.events[first], ActionExecuted):
            first -= 1
        kept = list(tracker.events)[first:]
        await self.replace(self._with(tracker, [*_slots(tracker), *kept]))

    async def forget(self, tracker: DialogueStateTracker) -> None:
        """Keep the conversation open, but nothing that was said in it: only whom it is for."""
        audience = [slot for slot in _slots(tracker) if slot.key == "audience"]
        await self.replace(self._with(tracker, [*audience, ActionExecuted(ACTION_LISTEN_NAME)]))

    def _with(self, tracker: DialogueStateTracker, events: Iterable[Event]) -> DialogueStateTracker:
        return DialogueStateTracker.from_events(tracker.sender_id, list(events), slots=self.domain.slots)


def _slots(tracker: DialogueStateTracker) -> list[SlotSet]:
    return [SlotSet(name, value) for name, value in tracker.current_slot_values().items() if value is not None]


class InMemoryConversations(Conversations):
    """Conversations in this process's memory: nothing is written to disk, and all is gone with the process.

    What is kept are the events themselves: writing them out and reading them back at every turn is most of what a
    turn costs. Of too many conversations the one in which nothing was said for longest is gone, as if it had expired.
    """

    def __init__(self, domain: Domain | None, event_broker: EventBroker | None = None, **options: Any) -> None:
        super().__init__(domain, event_broker, **options)
        # The one in which something was said last stands last.
        self._kept: dict[str, tuple[float, list[Event]]] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        self._kept.pop(tracker.sender_id, None)
        self._kept[tracker.sender_id] = (time.time(), list(tracker.events))
        while len(self._kept) > settings().most_conversations:
            del self._kept[next(iter(self._kept))]

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        _, events = self._kept.get(sender_id, (0, None))
        if events is None:
            return None
        return DialogueStateTracker.from_events(sender_id, events, slots=self.domain.slots)

    async def replace(self, tracker: DialogueStateTracker) -> None:
        await self.save(tracker)

    async def delete(self, conversation_id: str) -> None:
        self._kept.pop(conversation_id, None)

    async def delete_older(self, seconds: float) -> None:
        oldest = time.time() - seconds
        self._kept = {id_: kept for id_, kept in self._kept.items() if kept[0] >= oldest}

    async def keys(self) -> Iterable[str]:
        return self._kept.keys()


class SqlConversations(Conversations, SQLTrackerStore):
    """Conversations in any database that SQLAlchemy speaks to; several processes can share it."""

    async def replace(self, tracker: DialogueStateTracker) -> None:
        with self.session_scope() as session:
            self._delete(session, self.SQLEvent.sender_id == tracker.sender_id)
            session.add_all(self._row(tracker.sender_id, event) for event in tracker.events)
            session.commit()

    async def delete(self, conversation_id: str) -> None:
        with self.session_scope() as session:
            self._delete(session, self.SQLEvent.sender_id == conversation_id)
            session.commit()

    async def delete_older(self, seconds: float) -> None:
        event = self.SQLEvent
        with self.session_scope() as session:
            recent = session.query(event.sender_id).filter(event.timestamp >= time.time() - seconds)
            self._delete(session, event.sender_id.notin_(recent))
            session.commit()

    def _delete(self, session, which) -> None:
        session.query(self.SQLEvent).filter(which).delete(synchronize_session=False)

    def _row(self, conversation_id: str, event: Event) -> SQLTrackerStore.SQLEvent:
        data = event.as_dict()
        return self.SQLEvent(
            sender_id=conversation_id,
            type_name=event.type_name,
            timestamp=data.get("timestamp"),
            intent_name=data.get("parse_data", {}).get("intent", {}).get("name"),
            action_name=data.get("name"),
            data=json.dumps(data),
        )
