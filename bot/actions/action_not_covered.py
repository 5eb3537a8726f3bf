from bot.actions.answer import Answer, AnswerAction
from bot.actions.question import Question
from knowledge import KnowledgeBase


class ActionNotCovered(AnswerAction):
    """That the notice does not say; then what is known from outside it, and who can tell. For every silent topic."""

    topic = "not_covered"

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        finding = knowledge.silence_on(question.topic)
        return [Answer("utter_not_covered", finding, tuple(knowledge.next_topics(question.topic)), can_wait=True)]
