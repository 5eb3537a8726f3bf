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
        return _is_silent(last)

    def meant(self, last: Question | None) -> Question | None:
        if last and _is_silent(last):
            return replace(last, in_full=False)
        return Question("contact") if last else None

    def nothing_to_follow(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        return ask_back(dispatcher, tracker)


def _is_silent(last: Question) -> bool:
    return last.topic in knowledge_base().topics()
