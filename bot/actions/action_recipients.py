from bot.actions.answer import Answer
from bot.actions.list_action import ListAction
from bot.actions.question import Question
from knowledge import KnowledgeBase


class ActionRecipients(ListAction):
    """Who data can be shared with."""

    topic = "recipients"

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        return self.from_list(knowledge, question, question.mentions("recipients", unknown=True))
