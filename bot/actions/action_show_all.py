from dataclasses import replace

from bot.actions.follow_up import FollowUp
from bot.actions.question import Question
from knowledge import LISTS


class ActionShowAll(FollowUp):
    """Every line of the list last spoken of; of the recipients where none was."""

    topic = "show_all"

    def meant(self, last: Question | None) -> Question | None:
        topic = last.topic if last and last.topic in LISTS else "recipients"
        return replace(Question(topic), in_full=True)
