from dataclasses import replace

from rasa_sdk import Tracker

from bot.actions.action_how_to import how_to
from bot.actions.answer import Answer, AnswerAction
from bot.actions.question import Question, points_back
from knowledge import KnowledgeBase

# What somebody asks the council for, and waits for: "time limit?" after it is no question on how long data is kept.
_ASKED_FOR = {
    "right_of_access",
    "right_to_rectification",
    "right_to_erasure",
    "right_to_object",
    "right_to_restrict",
    "data_portability",
    "complaints",
    "parental_access",
    "power_of_attorney",
    "deceased",
    "care_leavers",
}


class ActionNotCovered(AnswerAction):
    """That the notice does not say; then what is known from outside it, and who can tell. For every silent topic."""

    topic = "not_covered"

    def asked(self, tracker: Tracker) -> Question:
        question, last = super().asked(tracker), Question.last(tracker)
        about = how_to(last) if last and points_back(tracker) else None
        if about and about.topic in _ASKED_FOR:
            return about
        # "Who do I ask?", and then "how long does it take?": what is asked for is still the topic before.
        asks_whom = last and question.topic == "contact"
        return replace(question, before=last.before or last.topic) if asks_whom else question

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        response = "utter_not_covered__how_to" if question.how_to else "utter_not_covered"
        next_topics = tuple(knowledge.next_topics(question.topic))
        return [Answer(response, knowledge.silence_on(question.topic), next_topics, can_wait=True)]
