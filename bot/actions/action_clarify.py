from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet, UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import made_of, question_buttons
from bot.actions.question import audience_of
from bot.actions.slots import OFFER
from bot.notice import knowledge_base

UNCLEAR = ("nlu_fallback", "background")
_MOST_READINGS = 3


class ActionClarify(Action):
    """Where it is not clear what is meant: the likeliest readings, each as a question to press."""

    def name(self) -> str:
        return "action_clarify"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        offered = ask_back(dispatcher, tracker)
        if tracker.latest_message["intent"]["name"] not in UNCLEAR:
            # No rule knew what follows; as if nothing had been said, or it would be asked again and again.
            return [UserUtteranceReverted()]
        return offered


def ask_back(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Say that it is not clear what is meant, and offer the likeliest readings; what is offered is remembered."""
    knowledge = knowledge_base()
    audience = audience_of(tracker)
    likeliest = [each["name"] for each in tracker.latest_message.get("intent_ranking", [])]
    readings = [topic for topic in likeliest if knowledge.question_for(topic)] or knowledge.starters(audience)
    dispatcher.utter_message(
        response="utter_clarify",
        audience=audience,
        buttons=question_buttons(knowledge, readings[:_MOST_READINGS], audience),
        json_message=made_of(knowledge, outcome="clarify"),
    )
    return [SlotSet(OFFER, "readings")]
