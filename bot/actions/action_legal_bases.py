from bot.actions.answer import Answer
from bot.actions.list_action import ListAction
from bot.actions.question import Question
from knowledge import KnowledgeBase


class ActionLegalBases(ListAction):
    """Which laws allow it; and, of an organisation or a reason, which laws we read as related."""

    topic = "legal_bases"

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        return self.named_or_related(knowledge, question)
