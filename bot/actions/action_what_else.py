from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_clarify import ask_back
from bot.actions.answer import remember, say_more, say_talk
from bot.actions.follow_up import FollowUp
from bot.actions.question import Question, audience_of
from knowledge import LISTS


class ActionWhatElse(FollowUp):
    """ "What else?", "tell me more": what the last answer left for later; else the list from which it came."""

    topic = "what_else"

    def meant(self, last: Question | None) -> Question | None:
        return Question(last.topic) if last and last.topic in LISTS else None

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        last, audience = Question.last(tracker), audience_of(tracker)
        if last is None:
            # "And what about them?" as the first thing said: nobody knows of whom.
            return ask_back(dispatcher, tracker)
        if not last.in_full and say_more(dispatcher, last, audience):
            return remember(replace(last, in_full=True))
        if not self.meant(last):
            say_talk(dispatcher, "utter_no_more", audience)
            return []
        return await super().run(dispatcher, tracker, domain)
