from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_clarify import ask_back
from bot.actions.answer import say_talk
from bot.actions.follow_up import FollowUp
from bot.actions.question import Question, audience_of
from knowledge import LISTS


class ActionWhatElse(FollowUp):
    """ "What else?", "tell me more": what the last answer left for later; else the list from which it came."""

    topic = "what_else"

    def asks_for_more(self, last: Question) -> bool:
        return True

    def meant(self, last: Question | None) -> Question | None:
        return Question(last.topic) if last and last.topic in LISTS else None

    def nothing_to_follow(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        if Question.last(tracker) is None:
            # "And what about them?" as the first thing said: nobody knows of whom.
            return ask_back(dispatcher, tracker)
        say_talk(dispatcher, "utter_no_more", audience_of(tracker))
        return []
