from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import made_of, question_buttons
from bot.actions.question import audience_of
from bot.entities import LANGUAGE
from bot.notice import knowledge_base


class ActionOutOfScope(Action):
    """What the bot is for, and where to turn with everything else; in their own language to who writes in another."""

    def name(self) -> str:
        return "action_out_of_scope"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        knowledge = knowledge_base()
        audience = audience_of(tracker)
        notice = knowledge.notice()
        language = next(
            (each["value"] for each in tracker.latest_message["entities"] if each["entity"] == LANGUAGE), None
        )
        dispatcher.utter_message(
            response="utter_out_of_scope__other_language" if language else "utter_out_of_scope",
            audience=audience,
            council=notice.controller,
            website=notice.website,
            in_english=knowledge.english_only().for_(audience),
            in_their_language=knowledge.languages().get(language, ""),
            buttons=question_buttons(knowledge, knowledge.starters(audience), audience),
            json_message=made_of(knowledge, outcome="out_of_scope"),
        )
        return []
