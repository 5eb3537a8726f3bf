from bot.actions.follow_up import FollowUp
from bot.actions.question import Question


class ActionRepeat(FollowUp):
    """The last answer once more."""

    topic = "repeat"

    def meant(self, last: Question | None) -> Question | None:
        return last
