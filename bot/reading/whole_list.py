"""When a whole list is asked for: it is the answer that claims the most, so only who surely asks gets it."""

from __future__ import annotations

import re

from rasa.shared.nlu.constants import ENTITIES

from bot.reading.pointing import asks_who, at_whom, points_back
from bot.reading.questions import asks_of_one, describes_one
from bot.reading.understood import (
    NO_DATA_QUESTION,
    QUITE_SURE,
    SURE,
    Understood,
    asks_for_all,
    confidence_of,
    intent_of,
    likely_topics,
    names_in,
    names_on,
    sections,
    taken_for,
)
from knowledge import LISTS

_LAWS_OR_REASONS = r"(?:acts?|laws?|legal bas[ei]s|reasons?|purposes?)"
_WANTS_ALL = re.compile(
    rf"\ball of (?:it|them)\b|\b(?:all|every|full list of|list of)(?: of)?(?: the| your)? {_LAWS_OR_REASONS}\b"
    rf"|\b{_LAWS_OR_REASONS} list\b|\b(?:which|what) {_LAWS_OR_REASONS} (?:do |can |does )?"
    r"(?:you|u|we|they|the notice|it) (?:list|name|give|cite|have)\b",
    re.I,
)
# "which firms", "every organisation", "recipients list", "half of London": asks of many, without a "who".
_OF_MANY = re.compile(
    # Not "is that lot told where I live".
    r"\b(?:which|wich|what(?! about)|wot|where(?! (?:i|we|he|she|they|my|our|the)\b)|who\w+|hwo|hu|hoo"
    r"|every\w*|all|each|any(?! of)|half of|others?|else\w*|outside\w*"
    r"|lists? of|name (?:them|all)|list (?:them|all|the|your|every)|(?:recipients?|recip) list"
    r"|(?<!those )(?<!these )(?<!that )(?:organi[sz]ation|bod(?:y|ie)|agencie|firm|companie|partie|people|person"
    r"|office|place)s?(?!['’]))\b"
    r"|^\W*(?:the |your )?recipients\W*$"
    # "is it private", "do you share my data", and not "… with them"
    r"|\b(?:private|privately|confidentially|get out|gets out)\b"
    r"|\b(?:shar(?:e|es|ed|ing)|pass(?:ed)? (?:\w+ )?(?:\w+ )?on|given (?:out|away)|disclosed?)\b(?!.*\b(?:with|to)\b)",
    re.I,
)
# Also asks for all, without a "who": "full recip list", "is it a secret".
_OF_ALL = re.compile(r"\b(?:full|whole|complete) (?:recip\w* )?list\b|\b(?:secret|confidential|between us)\b", re.I)
# "I work at a refuge and need the legal bases": who asks, and not what they are asked for.
_WORKS_AT = re.compile(r"\b(?:i|we)(?:['’]m| am)? (?:\w+ )?(?:work|working) (?:at|for|in|with) (?:\w+ )?$", re.I)
# "and who does she ask?", "who would be able to tell me?"
_ASKS_WHOM_TO_ASK = re.compile(
    r"\bwhom? (?:do|does|would|should|shall|can|could|must) (?:i|we|he|she|they|you|u)"
    r" (?:ask|ring|phone|call|contact)\b"
    r"|\bwho (?:can|could|would|will|might) (?:be able to )?(?:tell|help|advise) (?:me|us|him|her|the caller)\b",
    re.I,
)
# "what do you write down, my job? who I live with?"
_WHOM_I = re.compile(r"(?:and |or )?whom? (?:i|he|she)\b(?! (?:can|could|should|do|must)\b)", re.I)
# Where it may be on another topic too, and how likely that must be.
_SURE_BESIDE_ANOTHER = 0.6
_NEARLY_AS_LIKELY = 0.3
_SURE_OF_ALL = 0.45
# Who asks for all recipients nearly always says "who", "anyone", "list": what does not must be surer.
_SURE_WITHOUT_WHO = 0.6


def not_of_all(asked: Understood, alone: bool) -> Understood:
    """A whole list is the answer that claims the most, so it is only given to who surely asks for it.

    What is said `alone` and asks of one that it only points at asks of who was named before the message. What asks of
    one that nothing knows, or names nothing and is hardly sure to ask for a list, is asked back on: else "is it legal
    to keep a parrot" is answered with every law, as if the notice said something on that.
    """
    if not asks_for_all(asked):
        return asked
    topic = intent_of(asked)
    if _ASKS_WHOM_TO_ASK.search(asked["text"]):
        return taken_for("contact", asked)
    of_one = asks_of_one(asked["text"], topic)
    # Who is described is nobody who was named, for all the "that" in "the firm that pays my pension".
    points = points_back(asked["text"]) and not describes_one(asked["text"])
    if alone and of_one and topic == "recipients" and points and confidence_of(asked) >= _SURE_OF_ALL:
        return at_whom(asked)
    if confidence_of(asked) < _SURE_BESIDE_ANOTHER and (other := _other_topic(asked)):
        # "What law did you rely on when you opened a case on me?" asks of what was done, which no list tells.
        return taken_for(other, asked)
    without_who = topic == "recipients" and not (asks_who(asked["text"]) or _OF_ALL.search(asked["text"]))
    # "Sellers of wigs, are they listed?" asks of one, whoever that is.
    of_one = of_one or (without_who and points_back(asked["text"]) and not _OF_MANY.search(asked["text"]))
    sure = _SURE_WITHOUT_WHO if without_who else _SURE_OF_ALL
    hardly_sure = confidence_of(asked) < sure and not _may_be_related(topic, asked)
    return taken_for("nlu_fallback", asked) if hardly_sure or of_one else asked


def of_the_whole(asked: Understood) -> Understood:
    """Who asks for all reasons or laws asks for no less, whatever is told: "child neglect course, list of laws?".

    But of a recipient we say what we read as related, and that the notice pairs none with it.
    """
    if intent_of(asked) not in ("purposes", "legal_bases") or not _WANTS_ALL.search(asked["text"]):
        return asked
    recipients = [each for each in names_in(asked) if "recipients" in sections(each)]
    if not all(_WORKS_AT.search(asked["text"][: each["start"]]) for each in recipients):
        return asked
    return {**asked, ENTITIES: names_on(intent_of(asked), asked)}


def _other_topic(asked: Understood) -> str | None:
    """On what else, of which there is no list, it is nearly as likely to ask."""
    no_other = {*LISTS} | NO_DATA_QUESTION - {"my_case"}
    return next((each for each in likely_topics(asked, _NEARLY_AS_LIKELY) if each not in no_other), None)


def _may_be_related(topic: str, asked: Understood) -> bool:
    """Whether a reason or a law is asked for in relation to a listed recipient or reason."""
    owners = [owner for name in names_in(asked) for owner in name["value"]]
    return topic != "recipients" and any(
        owner["section"] in ("recipients", "purposes") and owner["certainty"] != "not_listed" for owner in owners
    )


def of_everyone(asked: Understood) -> Understood:
    """Whatever was spoken of last, "who else has it" asks who has it."""
    if intent_of(asked) == "what_else" and asks_who(asked["text"]):
        return taken_for("recipients", asked)
    return asked


def is_hardly_of_all(part: Understood) -> bool:
    """Whether it may ask for a whole list, but not surely enough beside other questions: "Who runs that?".

    What asks who is likelier to ask of something else than what asks why or by which law, above all if it points.
    """
    if not asks_for_all(part):
        return False
    if _WHOM_I.match(part["text"]):
        return True
    if intent_of(part) != "recipients":
        return confidence_of(part) < _SURE_BESIDE_ANOTHER
    return confidence_of(part) < (SURE if points_back(part["text"]) else QUITE_SURE)
