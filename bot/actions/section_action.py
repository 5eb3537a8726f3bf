"""What the short parts of the notice have in common: whatever is asked of them, all they say is the answer."""

from __future__ import annotations

from abc import ABC

from bot.actions.answer import Answer, AnswerAction
from bot.actions.question import Question
from knowledge import KnowledgeBase


class SectionAction(AnswerAction, ABC):
    """Answers with everything that one short section says."""

    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        link = knowledge.link(f"{self.topic}_url")
        words = {"link": link or "", "look_on": "" if link else knowledge.notice().website}
        return [
            Answer(
                f"utter_{self.topic}__answered",
                knowledge.whole(self.topic),
                tuple(knowledge.next_topics(self.topic)),
                can_wait=True,
                words=words,
            )
        ]
