from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecuted, EventType, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import question_buttons
from bot.actions.slots import AUDIENCE, SESSION_STARTED_METADATA
from bot.notice import knowledge_base


class ActionSessionStart(Action):
    """Opens a conversation: whom it is for, and the greeting."""

    def name(self) -> str:
        return "action_session_start"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        knowledge = knowledge_base()
        metadata = tracker.get_slot(SESSION_STARTED_METADATA) or {}
        audience = metadata.get(AUDIENCE, "adult")
        dispatcher.utter_message(
            response="utter_greeting",
            audience=audience,
            council=knowledge.notice().controller,
            buttons=question_buttons(knowledge, knowledge.starters(audience), audience),
        )
        return [SessionStarted(), SlotSet(AUDIENCE, audience), ActionExecuted("action_listen")]
