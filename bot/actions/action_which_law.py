from bot.actions.follow_up import FollowUp
from bot.actions.question import Question


class ActionWhichLaw(FollowUp):
    """ "Which law?" after an answer: the laws, or those related to what was named."""

    topic = "which_law"

    def meant(self, last: Question | None) -> Question | None:
        return last.about("legal_bases") if last else Question("legal_bases")
