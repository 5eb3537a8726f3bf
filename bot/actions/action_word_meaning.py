from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import say_talk
from bot.actions.question import Question, audience_of
from bot.notice import knowledge_base
from knowledge import GLOSSARY


class ActionWordMeaning(Action):
    """What a hard word means. It is talk about the chat: the question answered last stays the last one."""

    def name(self) -> str:
        return "action_word_meaning"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        audience = audience_of(tracker)
        words = [owner for mention in Question.asked(tracker).mentions(GLOSSARY) for owner in mention.owners]
        meanings = [knowledge_base().explained(word).meaning.for_(audience) for word in dict.fromkeys(words)]
        say_talk(dispatcher, "utter_word_meaning", audience, meaning="\n\n".join(meanings))
        return []
