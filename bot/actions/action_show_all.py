from dataclasses import replace

from bot.actions.follow_up import FollowUp
from bot.actions.question import Question
from knowledge import LISTS

# The topic on what a part of the notice speaks of without naming it.
_NAMES_OF = {"transfers": "which_countries"}


class ActionShowAll(FollowUp):
    """Every line of the list last spoken of; of the recipients where none was. "Which ones?" asks for them too."""

    topic = "show_all"

    def meant(self, last: Question | None) -> Question | None:
        if last and last.topic in _NAMES_OF:
            return Question(_NAMES_OF[last.topic])
        topic = last.topic if last and last.topic in LISTS else "recipients"
        return replace(Question(topic), in_full=True)
