"""What the three long lists of the notice have in common: asked whole, by group, or by what someone names."""

from __future__ import annotations

from abc import ABC

from bot.actions.answer import Answer, AnswerAction
from bot.actions.question import Question
from knowledge import Finding, KnowledgeBase, Mention, Statement


class ListAction(AnswerAction, ABC):
    """Answers from a section that is a list: recipients, purposes or legal bases."""

    def from_list(self, knowledge: KnowledgeBase, question: Question, mentions: list[Mention]) -> list[Answer]:
        """One answer for each thing named; the whole list where nothing is."""
        if mentions:
            return [self._named(knowledge, finding) for finding in knowledge.asked_about(self.topic, mentions)]
        finding = knowledge.whole(self.topic)
        if question.in_full:
            return [Answer(f"utter_{self.topic}__in_full", finding, tuple(knowledge.next_topics(f"{self.topic}_all")))]
        return [
            Answer(
                f"utter_{self.topic}__all",
                finding,
                ("show_all", *knowledge.next_topics(f"{self.topic}_all")),
                show_groups=True,
            )
        ]

    def named_or_related(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        """As `from_list`; but where something of another list is named instead, what we read as related to that.

        The notice pairs no reason or law with an organisation, so that answer cites only the line that is named.
        """
        mentions = question.mentions(self.topic)
        others = (
            []
            if any(mention.certainty != "may_include" for mention in mentions)
            else [
                (section, question.mentions(section)) for section in ("recipients", "purposes") if section != self.topic
            ]
        )
        for section, named in others:
            cited = [each for finding in knowledge.asked_about(section, named) for each in finding.cited]
            if cited:
                return [self._related(knowledge, tuple(dict.fromkeys(cited)))]
        return self.from_list(knowledge, question, mentions)

    def _related(self, knowledge: KnowledgeBase, cited: tuple[Statement, ...]) -> Answer:
        read = knowledge.read_as_related(self.topic, cited)
        finding = Finding("answered", self.topic, cited=cited, related=read.related, named=read.named)
        return Answer(f"utter_{self.topic}__related", finding, (f"{self.topic}", "recipients"))

    def _named(self, knowledge: KnowledgeBase, finding: Finding) -> Answer:
        form = "group" if finding.groups else finding.outcome
        following = tuple(knowledge.next_topics(self.topic))
        return Answer(f"utter_{self.topic}__{form}", finding, following, can_wait=form == "answered")
