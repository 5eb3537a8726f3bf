from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_clarify import ask_back
from bot.actions.follow_up import FollowUp
from bot.actions.question import Question
from bot.notice import knowledge_base


class ActionHowTo(FollowUp):
    """ "How do I do that?", "how long does it take?": what is known of the silent topic spoken of last.

    After anything else it is whom to ask, for the notice tells of no procedure.
    """

    topic = "how_to"

    def asks_for_more(self, last: Question) -> bool:
        return _silent_topic(last) == last.topic

    def meant(self, last: Question | None) -> Question | None:
        return (how_to(last) or Question("contact")) if last else None

    def nothing_to_follow(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        return ask_back(dispatcher, tracker)


def how_to(last: Question) -> Question | None:
    """How to go about what was asked last, if that is a silent topic."""
    topic = _silent_topic(last)
    return replace(last, topic=topic, before=None, how_to=True) if topic else None


def _silent_topic(last: Question) -> str | None:
    """What is gone about: the topic before, if it was only asked whom to turn to."""
    silent = knowledge_base().topics()
    return next((topic for topic in (last.before, last.topic) if topic in silent), None)
