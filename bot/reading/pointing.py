"""What a question points back at: "can they see it?" asks of what the sentence before it names."""

from __future__ import annotations

import re
from typing import Any

from rasa.shared.nlu.constants import ENTITIES

from bot.entities import ANY, BY_MEANING, NAME, ONE, POINTS_BACK_AT, words_beside
from bot.nlu.descriptions import description_in, only_points, tells_of_somebody
from bot.nlu.meaning_linker import TELLS_OF
from bot.reading.pronouns import may_mean
from bot.reading.questions import asks_of_one, describes_one, is_outright, words_for_one
from bot.reading.understood import (
    FOLLOW_UPS,
    MOSTLY_SURE,
    SHORT,
    SURE,
    Understood,
    asks_of_silence,
    confidence_of,
    intent_of,
    is_not_listed,
    names_in,
    names_on,
    sections,
    taken_for,
)
from knowledge import LISTS

# "And is the …?"
_MOST_WORDS_BESIDE = 3
# What a follow-up asks of a name that stands beside it.
_FOLLOWED_UP = {
    "where_said": "recipients",
    "repeat": "recipients",
    "what_else": "recipients",
    "why": "purposes",
    "which_law": "legal_bases",
}
_POINTS = re.compile(
    r"\b(?:they|them|he|she|him|hers|theirs|that|those|these|this|us|the (?:home|place|company|agency)|somewhere"
    r"|someone)\b|\b(?:what|how) about her\W*$",
    re.I,
)
_POINTS_AT_IT = re.compile(r"\b(?:it|that|this|them|those)\b", re.I)
# "do you share with it"
_WITH_IT = re.compile(r"\b(?:with|tell) it\b", re.I)
# "Is that in your notice?" asks of the part of the notice where it would stand, whatever that is.
_IN_THE_NOTICE = re.compile(
    r"\b(?:in|on) (?:(?:the|your|our|this|that) )?(?:(?:privacy|recipients?|sharing) )?(?:notice|list)\b"
    r"|\b(?:in|on) there\b|\blisted\b"
    r"|^(?:is (?:it|that) |exact line |among )?(?:a |an |(?:in|among|of) )?(?:the |your )?recipients?\b.{0,25}\?$",
    re.I,
)
# "Is it one of the things you use data for?", "is it given as a reason?"; else "it" is the data.
_ONE_OF = re.compile(
    r"\b(?:(?:is|are|was) (?:it|this|that|they)|(?:it|that|this)(?:['’]?s| is)) (?:one|part|among|some"
    r"|(?:given|listed|named|mentioned|(?:put )?down) as)\b",
    re.I,
)
# "Is either one listed?", "Which are on the list?" ask of all that was named.
_POINTS_AT_ALL = re.compile(
    r"\b(?:both|either|with each|all (?:three|four)|(?:any|which|all|each) of (?:them|those|these))\b"
    r"|^which (?:ones? )?(?:is|are)\b",
    re.I,
)
# "do you share it with her"
_WITH_HER = r"\b(?:with|to|tell|inform) her\W*$"
_POINTS_AT_ONE = re.compile(rf"\b(?:he|she|him)\b|{_WITH_HER}", re.I)
# "will he be told", and not "are they told about him"
_ASKS_OF_HIM = re.compile(rf"(?<!about )(?<!for )(?<!of )\b(?:he|she|him)\b|{_WITH_HER}", re.I)
_POINTS_AT_WHOSE = re.compile(r"\b(?:his|her|their)\b", re.I)
# Not "is she someone who sees it".
# Nor "is he anyone you tell".
_ASKS_WHO = re.compile(
    r"(?<!one )(?<!body )(?<!people )(?<!those )\bwho\b|(?<!\bhe )(?<!\bshe )(?<!\bthey )\banyone\b"
    # Not "is it in your list of laws".
    r"|\b(?:whom|everyone|(?<!in your )(?<!on your )(?<!in the )(?<!on the )list of)\b",
    re.I,
)


def with_names(asked: Understood, question: str, sentences: list[str], parts: dict[str, Understood]) -> Understood:
    """A question that names nothing but points ("can they see it?") asks of what the sentence before it names.

    So does one that would else follow up the last answer: "I saw courts on the list. What does it say of that?"
    """
    topic = _FOLLOWED_UP.get(intent_of(asked))
    points = any(each.search(question) for each in (_POINTS, _IN_THE_NOTICE, _ONE_OF, _POINTS_AT_ALL))
    points = (intent_of(asked) in LISTS or _POINTS_AT_ALL.search(question)) and points and not asks_who(question)
    place = place_of(question, sentences)
    of_one = asks_of_one(question, intent_of(asked))
    before_it = sentences[place - 1] if place else ""
    if (
        before_it.endswith(":")
        and _words_beside_names(parts[before_it]) <= SHORT
        and intent_of(asked) in LISTS
        and not names_in(asked)
    ):
        # "Courts, the DWP and my boss: who gets it?"
        return {**asked, ENTITIES: [*asked[ENTITIES], *names_in(parts[before_it])]}
    nobody_known = [each for each in names_on(intent_of(asked), asked) if _is_by_meaning(each) and not each["value"]]
    named = names_on(intent_of(asked), asked) if not nobody_known else names_in(asked)
    if named or (names_in(asked) and not of_one) or not (topic or points or of_one):
        return asked
    # "what is CP-IS and do you use data for it"
    said_before = sentences[place].partition(question)[0] if intent_of(asked) in LISTS and not topic else ""
    beside = [part for text, part in parts.items() if is_outright(text) and text in said_before]
    before = [*beside, *(parts[sentence] for sentence in reversed(sentences[:place]) if sentence in parts)]
    # "Can the ladies see it? They are from the care agency."
    after = [parts[sentence] for sentence in sentences[place + 1 :] if of_one and sentence in parts]
    # Who is described is not told of before.
    told = after if nobody_known else [*before, *after]
    naming = [(each, named) for each in told if (named := _who_may_be_meant(question, each))]
    if intent_of(asked) == "recipients" and describes_one(question):
        # "Dad's on a ward. Can the people looking after him see it?" does not ask of him.
        naming = [(each, named) for each, named in naming if not all(map(is_not_listed, named))]
    elif _POINTS_AT_ONE.search(question):
        # "My brother robs our mum. Are the police told? Will he be?" asks of a person, if there is one.
        naming.sort(key=lambda each: not any(map(is_not_listed, each[1])))
    names_it, may_be_meant = next(iter(naming), (None, []))
    if names_it is None or (topic and asks_of_silence(names_it, MOSTLY_SURE)):
        # "What lets you hold her race? Where is that stated?" asks of what may be held, and not of the name.
        return asked
    named = _meant(question, topic or intent_of(asked), intent_of(asked), may_be_meant)
    if topic == "recipients" and any(intent_of(names_it) in sections(each) for each in named):
        # "Is CP-IS one of the reasons? Line please."
        topic = intent_of(names_it)
    elif named and (topic or points) and asks_of_the_notice(question):
        topic = next(iter(sections(named[0])), topic)
    if topic and named:
        asked = taken_for(topic, asked)
    others = [each for each in asked[ENTITIES] if each not in nobody_known]
    return {**asked, ENTITIES: [*others, *named]}


def on_the_same(asked: Understood, before: Understood) -> Understood:
    """A question that says hardly more than a name asks what the one before it asked: "Is the press? Is the ICO?"."""
    topic = intent_of(before)
    asks_else = intent_of(asked) in {*LISTS} | FOLLOW_UPS or confidence_of(asked) >= SURE
    if topic not in LISTS or confidence_of(before) < MOSTLY_SURE or asks_else:
        return asked
    return (
        taken_for(topic, asked)
        if names_on(topic, asked) and _words_beside_names(asked) <= _MOST_WORDS_BESIDE
        else asked
    )


def _words_beside_names(part: Understood) -> int:
    return words_beside(part["text"], (each for each in part[ENTITIES] if "text" in each))


def with_one_described(asked: Understood, whole: Understood, told: list[Understood]) -> Understood | None:
    """The one question of a message, of whom the message describes as a whole, or tells of; None if it does neither.

    "She still learns to be a social worker. Is the place where she does told?": together they tell whom.
    """
    text = asked["text"]
    described = description_in(text)
    # "Whoever pays wages" says so by itself, whatever is told before; "whoever pays them", "her she is with" do not.
    by_itself = described and not (only_points(text, described) or _POINTS_AT_ONE.search(text[slice(*described)]))
    names = [each for each in asked[ENTITIES] if each["entity"] == NAME and (by_itself or not _is_by_meaning(each))]
    if intent_of(asked) != "recipients" or names or asks_who(text):
        return None
    points = points_back(text) or asks_of_one(text, "recipients") or asks_of_the_notice(text) or _WITH_IT.search(text)
    described = _described_in([whole, *reversed(told)], text) if points else []
    if not described:
        return None
    return {**asked, ENTITIES: [*(each for each in asked[ENTITIES] if each["entity"] != NAME), *described]}


def _described_in(parts: list[Understood], question: str) -> list[dict[str, Any]]:
    """Who is described by the first of these parts that describes, or tells of, a recipient.

    Whom "he" may be is none of these where a person is named there: "My brother drives a bus. Will he be told?".
    """
    for part in parts:
        described = [each for each in names_on("recipients", part) if _is_by_meaning(each)]
        if intent_of(part) == "recipients" and described:
            return described
        if TELLS_OF in part:
            named, lines = names_on("recipients", part), part[TELLS_OF]["value"]
            known = {owner["owner"] for owner in lines} & {owner["owner"] for each in named for owner in each["value"]}
            somebody_else = _ASKS_OF_HIM.search(question) and any(
                is_not_listed(each) and may_mean(question, each["text"]) for each in named
            )
            if known or somebody_else:
                return []
            told = part["text"].partition(question)[0].strip() or part["text"]
            if not (lines or tells_of_somebody(told)):
                # "That's good to know. Can they see it?"
                return []
            return [{**part[TELLS_OF], "text": words_for_one(question) or told.rstrip(".!")}]
    return []


def _who_may_be_meant(question: str, told: Understood) -> list[dict[str, Any]]:
    """Whom a sentence names, but for those who can't be meant by the question's "he", "she" or "them"."""
    return [each for each in names_in(told) if may_mean(question, each["text"])]


def _is_by_meaning(name: dict[str, Any]) -> bool:
    """Whether all the words of a text together mean it, and none of them is its name."""
    return name.get("extractor") == BY_MEANING


def _meant(question: str, topic: str, intent: str, names: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Which of the names before it a question that points means."""
    if _POINTS_AT_ALL.search(question):
        return names
    if asks_of_the_notice(question) and intent == "recipients":
        return names[-1:]
    if _POINTS_AT_ONE.search(question):
        # "My boss is no friend of the police. Does he get it?" asks of a person, if there is one.
        people = [each for each in names if "recipients" in sections(each)] or names
        return ([each for each in people if is_not_listed(each)] or people)[:1]
    # Of several names the last is meant, but by "that law" the last that is one; names of reasons tell together
    # which is meant: "spot checks on troubled families".
    fitting = [each for each in names if topic in sections(each)] or names[-1:]
    return fitting if intent == "purposes" else fitting[-1:]


def at_whom(asked: Understood) -> Understood:
    """A question of what was spoken of before, with that told: "can they get it or not"."""
    one = _POINTS_AT_ONE.search(asked["text"])
    return {**asked, ENTITIES: [*asked[ENTITIES], {"entity": POINTS_BACK_AT, "value": ONE if one else ANY}]}


def points_back(clause: str) -> bool:
    """Whether a clause has a word for someone or something that is named elsewhere."""
    return bool(_POINTS.search(clause))


def points_back_or_at_whose(clause: str) -> bool:
    """Whether it does, or says only whose something is: "can I see *her* file"."""
    return points_back(clause) or bool(_POINTS_AT_WHOSE.search(clause))


def points_at_it(clause: str) -> bool:
    """Whether it has a word for a thing that is named elsewhere."""
    return bool(_POINTS_AT_IT.search(clause))


def asks_of_the_notice(clause: str) -> bool:
    """Whether it asks if something stands in the notice: "is that on your list"."""
    return bool(_IN_THE_NOTICE.search(clause))


def asks_who(clause: str) -> bool:
    """Whether it asks for people or bodies in general, and not of one that is named elsewhere."""
    return bool(_ASKS_WHO.search(clause))


def place_of(question: str, sentences: list[str]) -> int:
    """Which of the sentences has the question."""
    return next((place for place, sentence in enumerate(sentences) if question in sentence), 0)
