from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import made_of, question_buttons
from bot.actions.question import audience_of
from bot.notice import knowledge_base


class ActionConversation(Action):
    """Talk about the chat itself: hello, thanks, who are you. The response is named for the intent."""

    def name(self) -> str:
        return "action_conversation"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        knowledge = knowledge_base()
        audience = audience_of(tracker)
        notice = knowledge.notice()
        dispatcher.utter_message(
            response=f"utter_conversation__{tracker.latest_message['intent']['name']}",
            audience=audience,
            council=notice.controller,
            title=notice.title,
            buttons=question_buttons(knowledge, knowledge.starters(audience), audience),
            json_message=made_of(knowledge, outcome="conversation"),
        )
        return []
