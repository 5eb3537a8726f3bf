from rasa_sdk import Tracker

from bot.actions.follow_up import FollowUp
from bot.actions.question import Question
from knowledge import Audience


class ActionSimpler(FollowUp):
    """The last answer in the words written for children; the conversation's audience stays."""

    topic = "simpler"

    def meant(self, last: Question | None) -> Question | None:
        return last

    def audience(self, tracker: Tracker) -> Audience:
        return "child"
