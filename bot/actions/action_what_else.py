from bot.actions.follow_up import FollowUp
from bot.actions.question import Question
from knowledge import LISTS


class ActionWhatElse(FollowUp):
    """ "What else?": the whole of the list from which the last answer came."""

    topic = "what_else"

    def meant(self, last: Question | None) -> Question | None:
        return Question(last.topic) if last and last.topic in LISTS else None
