from bot.actions.answer import Answer
from bot.actions.list_action import ListAction
from bot.actions.question import Question
from knowledge import KnowledgeBase


class ActionPurposes(ListAction):
    """Why data is used; and, of an organisation, which reasons we read as related."""

    topic = "purposes"

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        return self.named_or_related(knowledge, question)
