from bot.actions.follow_up import FollowUp
from bot.actions.question import Question


class ActionWhy(FollowUp):
    """ "Why?" after an answer: the reasons, or those related to what was named."""

    topic = "why"

    def meant(self, last: Question | None) -> Question | None:
        return last.about("purposes") if last else Question("purposes")
