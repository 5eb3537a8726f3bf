"""From a finding of the knowledge to a message: which response, with which words in it, and what it is made of."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.question import Question, audience_of
from bot.actions.slots import LAST_QUESTION, OFFER
from bot.notice import knowledge_base
from knowledge import GLOSSARY, LISTS, Audience, Fact, Finding, KnowledgeBase, Source, Statement
from knowledge.readability import length, own_words

_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
# How many related lines a text names; `custom` has them all.
_MOST_RELATED = 3
# A child is told so much at once, in our own words for what was found; the rest waits until more is asked for.
_MOST_AT_ONCE = {"child": 55}
_AT_ONCE = ("meaning", "wording", "silence", "who_can_tell")
# What can wait, the first to be said first. Where the notice is silent one fact is told in any case.
_CAN_WAIT = ("about", "contacts", "facts", "notes", "related")
_MORE = "what_else"


@dataclass(frozen=True)
class Answer:
    """One answer before it is worded: the response that words it, what was found, and what to offer after it.

    Of one that `can_wait` a child is told the main thing at once, and the rest when they ask for more.
    """

    response: str
    finding: Finding
    next_topics: tuple[str, ...] = ()
    show_groups: bool = False
    can_wait: bool = False
    words: dict[str, Any] = field(default_factory=dict)


class AnswerAction(Action, ABC):
    """Reads the question, asks the knowledge, chooses a response. Remembers the question for follow-ups."""

    _by_topic: dict[str, type[AnswerAction]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "topic" in cls.__dict__:
            AnswerAction._by_topic[cls.topic] = cls

    @classmethod
    def for_topic(cls, topic: str) -> AnswerAction:
        """The action that answers questions on a topic."""
        return cls._by_topic.get(topic, cls._by_topic["not_covered"])()

    @property
    @abstractmethod
    def topic(self) -> str:
        """What the action answers on; the intent, the action and the responses are named for it."""

    def name(self) -> str:
        return f"action_{self.topic}"

    @abstractmethod
    def answers(self, knowledge: KnowledgeBase, question: Question) -> list[Answer]:
        """What to answer, in order."""

    def explained(self, knowledge: KnowledgeBase, question: Question, audience: Audience) -> list[Answer]:
        """What to answer, in order; where the meaning of a word was asked, that stands first and in place of ours."""
        answers = self.answers(knowledge, question)
        words = dict.fromkeys(owner for mention in question.mentions(GLOSSARY) for owner in mention.owners)
        if not words:
            return answers
        meaning = "\n\n".join(knowledge.explained(word).meaning.for_(audience) for word in words)
        return [replace(each, words={**each.words, "meaning": meaning, "about": ""}) for each in answers]

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        question = self.asked(tracker)
        ask(dispatcher, question, audience_of(tracker))
        return remember(question)

    def asked(self, tracker: Tracker) -> Question:
        """The question of the latest message, with what is to be remembered of it."""
        return Question.asked(tracker)


def remember(question: Question) -> list[EventType]:
    """The events by which follow-ups know what was asked, and what a "yes" would mean."""
    shows_groups = question.topic in LISTS and not question.names and not question.in_full
    return [SlotSet(LAST_QUESTION, question.as_slot()), SlotSet(OFFER, "show_all" if shows_groups else None)]


def ask(
    dispatcher: CollectingDispatcher, question: Question, audience: Audience, offering: tuple[str, ...] = ()
) -> None:
    """Answer a question in the words of an audience, `offering` these topics first."""
    knowledge = knowledge_base()
    for answer in AnswerAction.for_topic(question.topic).explained(knowledge, question, audience):
        offered = replace(answer, next_topics=(*offering, *answer.next_topics))
        say(dispatcher, knowledge, offered, audience, question.in_full)


def say(
    dispatcher: CollectingDispatcher,
    knowledge: KnowledgeBase,
    answer: Answer,
    audience: Audience,
    in_full: bool = False,
) -> None:
    """Word one answer and send it; `in_full` with all that else waits until more is asked for."""
    words = {**_words(knowledge, answer.finding, audience), **answer.words}
    at_once, later = _shared_out(words, audience) if answer.can_wait and not in_full else (words, {})
    topics = (_MORE, *answer.next_topics) if later else answer.next_topics
    _send(dispatcher, knowledge, replace(answer, next_topics=topics, words=at_once), audience)


def say_more(dispatcher: CollectingDispatcher, question: Question, audience: Audience) -> bool:
    """Say what the answers to a question left for later; False where they left nothing."""
    knowledge = knowledge_base()
    said = False
    for answer in AnswerAction.for_topic(question.topic).explained(knowledge, question, audience):
        _, later = _shared_out({**_words(knowledge, answer.finding, audience), **answer.words}, audience)
        if answer.can_wait and later:
            words = {**dict.fromkeys(_CAN_WAIT, ""), **later}
            _send(dispatcher, knowledge, replace(answer, response="utter_more", words=words), audience)
            said = True
    return said


def _send(dispatcher: CollectingDispatcher, knowledge: KnowledgeBase, answer: Answer, audience: Audience) -> None:
    dispatcher.utter_message(
        response=answer.response,
        audience=audience,
        buttons=_group_buttons(answer, audience) + question_buttons(knowledge, answer.next_topics, audience),
        json_message=made_of(knowledge, answer.finding),
        **answer.words,
    )


def _shared_out(words: dict[str, Any], audience: Audience) -> tuple[dict[str, Any], dict[str, str]]:
    """The words that are said at once, and those that wait."""
    if audience not in _MOST_AT_ONCE:
        return words, {}
    room = _MOST_AT_ONCE[audience] - sum(length(own_words(words[key])) for key in _AT_ONCE)
    at_once, later = dict(words), {}
    for key in _CAN_WAIT:
        paragraphs = [each for each in words[key].split("\n\n") if each]
        fits = 0
        while fits < len(paragraphs) and (
            length(own_words(paragraphs[fits])) <= room or (key == "facts" and fits == 0 and words["silence"])
        ):
            room -= length(own_words(paragraphs[fits]))
            fits += 1
        at_once[key], rest = "\n\n".join(paragraphs[:fits]), "\n\n".join(paragraphs[fits:])
        if rest:
            later[key] = rest
    return at_once, later


def say_talk(dispatcher: CollectingDispatcher, response: str, audience: Audience, **words: str) -> None:
    """Say something about the chat itself, with questions to start from."""
    knowledge = knowledge_base()
    dispatcher.utter_message(
        response=response,
        audience=audience,
        buttons=question_buttons(knowledge, knowledge.starters(audience), audience),
        json_message=made_of(knowledge, outcome="conversation"),
        **words,
    )


def made_of(
    knowledge: KnowledgeBase, finding: Finding | None = None, outcome: str | None = None, sources: Iterable[Source] = ()
) -> dict[str, Any]:
    """What an answer is made of, as `custom` carries it."""
    notice = knowledge.notice()
    finding_sources = [source for fact in finding.facts for source in fact.sources] if finding else []
    return {
        "outcome": outcome or finding.outcome,
        "section": finding.section if finding else None,
        "topic": finding.topic if finding else None,
        "citations": _quoted(finding.cited) if finding else [],
        "related": _quoted(finding.related) if finding else [],
        "sources": [
            {"title": source.title, "url": source.url, "checked_on": source.checked_on.isoformat()}
            for source in dict.fromkeys([*finding_sources, *sources])
            if source.url
        ],
        "notice": {"id": notice.id, "version": notice.version},
    }


def question_buttons(knowledge: KnowledgeBase, topics: Iterable[str], audience: Audience) -> list[dict[str, str]]:
    """A button for each topic that has a question in plain words."""
    questions = [knowledge.question_for(topic) for topic in topics]
    return [{"title": each.for_(audience), "payload": each.for_(audience)} for each in questions if each]


def _group_buttons(answer: Answer, audience: Audience) -> list[dict[str, str]]:
    groups = answer.finding.groups if answer.show_groups else ()
    return [{"title": group.title.for_(audience), "payload": f"{group.title.for_(audience)}?"} for group in groups]


def _quoted(statements: Iterable[Statement]) -> list[dict[str, str]]:
    return [
        {"section": section, "quote": quote}
        for section, quote in dict.fromkeys((each.section, each.quote) for each in statements)
    ]


def _words(knowledge: KnowledgeBase, finding: Finding, audience: Audience) -> dict[str, str]:
    """What a response's placeholders stand for; one without anything to say is empty, its paragraph then left out."""
    quotes = list(dict.fromkeys(each.quote for each in finding.cited))
    section = knowledge.section(finding.section) if finding.section else None
    lead_ins = [each.quote for each in knowledge.statements_of(finding.section) if not each.place] if section else []
    return {
        "name": finding.named.for_(audience) if finding.named else "",
        "count": str(len(quotes)),
        "heading": (section.heading or "") if section else "",
        "lead_in": lead_ins[0] if lead_ins else "",
        "part": section.title.for_(audience) if section else "",
        "meaning": "",
        "wording": _sentences(each.wording.for_(audience) for each in finding.cited),
        "about": _sentences(each.about.for_(audience) for each in finding.cited if each.about),
        "notes": _sentences(note.for_(audience) for each in finding.cited for note in each.notes),
        "quotes": _in_quotes(quotes),
        "quote_list": "\n".join(f"- “{quote}”" for quote in quotes),
        "groups": "\n".join(f"- {group.title.for_(audience)} ({group.size})" for group in finding.groups),
        "listing": "\n".join(_listing(finding, audience)),
        "related": _in_quotes([each.quote for each in finding.related][:_MOST_RELATED]),
        "silence": finding.silence.for_(audience) if finding.silence else "",
        "facts": "\n\n".join(_fact(fact, audience) for fact in finding.facts),
        "sources": "; ".join(dict.fromkeys(source.title for fact in finding.facts for source in fact.sources)),
        "who_can_tell": finding.who_can_tell.for_(audience) if finding.who_can_tell else "",
        "contacts": "\n".join(_contact_lines(finding, audience)),
    }


def _fact(fact: Fact, audience: Audience) -> str:
    """The fact; where facts may be told one by one, each with where it is from."""
    sources = f" ({'; '.join(source.title for source in fact.sources)})" if audience in _MOST_AT_ONCE else ""
    return fact.text.for_(audience) + sources


def _sentences(texts: Iterable[str]) -> str:
    """The texts as one, each sentence once: two lines on schools begin alike."""
    return " ".join(dict.fromkeys(sentence for text in texts for sentence in _SENTENCE_END.split(text)))


def _in_quotes(quotes: list[str]) -> str:
    return "; ".join(f"“{quote}”" for quote in quotes)


def _listing(finding: Finding, audience: Audience) -> Iterable[str]:
    for group in finding.groups:
        yield f"{group.title.for_(audience)}:"
        yield from (f"- {each.label.for_(audience)}" for each in finding.cited if each.group == group.id)


def _contact_lines(finding: Finding, audience: Audience) -> Iterable[str]:
    for contact in finding.contacts:
        ways = [way for way in (contact.text, contact.phone, contact.email, contact.url) if way]
        yield f"- {contact.title.for_(audience)}: {', '.join(ways)}" if ways else f"- {contact.title.for_(audience)}"
