from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import made_of
from bot.actions.question import audience_of
from bot.notice import knowledge_base


class ActionSafeguarding(Action):
    """The fixed card for someone in danger: who to call now, and nothing else."""

    def name(self) -> str:
        return "action_safeguarding"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        knowledge = knowledge_base()
        audience = audience_of(tracker)
        card, sources = knowledge.safeguarding_card()
        dispatcher.utter_message(
            response="utter_safeguarding",
            audience=audience,
            card=card.for_(audience),
            json_message=made_of(knowledge, outcome="safeguarding", sources=sources),
        )
        return []
