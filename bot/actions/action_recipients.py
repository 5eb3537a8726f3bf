from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_clarify import ask_back
from bot.actions.answer import Answer
from bot.actions.list_action import ListAction
from bot.actions.question import Question, points_back
from knowledge import KnowledgeBase, Mention


class ActionRecipients(ListAction):
    """Who data can be shared with."""

    topic = "recipients"

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        return self.from_list(knowledge, question, _mentions(question))

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        if points_back(tracker) and not _mentions(Question.asked(tracker)):
            # "Can he see it?", and nobody was named.
            return ask_back(dispatcher, tracker)
        return await super().run(dispatcher, tracker, domain)


def _mentions(question: Question) -> list[Mention]:
    return question.mentions("recipients", unknown=True)
