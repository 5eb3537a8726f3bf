from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import Answer, AnswerAction, say
from bot.actions.follow_up import say_nothing_yet
from bot.actions.question import Question, audience_of
from bot.notice import knowledge_base
from knowledge import KnowledgeBase


class ActionWhereSaid(Action):
    """Where the notice says what was answered last: its very words, the heading and the line."""

    def name(self) -> str:
        return "action_where_said"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        last = Question.last(tracker)
        audience = audience_of(tracker)
        if last is None:
            say_nothing_yet(dispatcher, audience)
            return []
        knowledge = knowledge_base()
        for answer in AnswerAction.for_topic(last.topic).answers(knowledge, last):
            say(dispatcher, knowledge, _where(knowledge, answer), audience)
        return []


def _where(knowledge: KnowledgeBase, answer: Answer) -> Answer:
    quotes = {each.quote for each in answer.finding.cited}
    if not quotes:
        return Answer("utter_where_said__nowhere", answer.finding)
    if len(quotes) > 1:
        return Answer("utter_where_said__lines", answer.finding)
    [first, *_] = answer.finding.cited
    size = max(each.place for each in knowledge.statements_of(first.section))
    words = {"line": str(first.place), "lines": str(size), "heading": knowledge.section(first.section).heading or ""}
    return Answer("utter_where_said__line" if size > 1 else "utter_where_said__only_line", answer.finding, words=words)
