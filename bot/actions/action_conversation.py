from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import say_talk
from bot.actions.question import audience_of
from bot.notice import knowledge_base


class ActionConversation(Action):
    """Talk about the chat itself: hello, thanks, who are you. The response is named for the intent."""

    def name(self) -> str:
        return "action_conversation"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        notice = knowledge_base().notice()
        response = f"utter_conversation__{tracker.latest_message['intent']['name']}"
        say_talk(dispatcher, response, audience_of(tracker), council=notice.controller, title=notice.title)
        return []
