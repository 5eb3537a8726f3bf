from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecuted, EventType, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import say_talk
from bot.actions.slots import AUDIENCE, SESSION_STARTED_METADATA
from bot.notice import knowledge_base
from knowledge import Audience


class ActionSessionStart(Action):
    """Opens a conversation: whom it is for, and the greeting."""

    def name(self) -> str:
        return "action_session_start"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        metadata = tracker.get_slot(SESSION_STARTED_METADATA) or {}
        audience = metadata.get(AUDIENCE, "adult")
        greet(dispatcher, audience)
        return [SessionStarted(), SlotSet(AUDIENCE, audience), ActionExecuted("action_listen")]


def greet(dispatcher: CollectingDispatcher, audience: Audience) -> None:
    """Say who speaks, in the words of an audience."""
    say_talk(dispatcher, "utter_greeting", audience, council=knowledge_base().notice().controller)
