"""Which questions of a message ask nothing of their own: what is asked twice, guessed at, or told beside others."""

from __future__ import annotations

import re
from typing import Any

from bot.reading.pointing import asks_of_the_notice, points_at_it, points_back
from bot.reading.questions import LEAD_IN, asks_to_tell, begins_asking, ends_asking
from bot.reading.understood import (
    FEW_WORDS,
    MOSTLY_SURE,
    SHORT,
    SURE,
    UNANSWERED,
    Understood,
    asks_for_all,
    asks_of_silence,
    confidence_of,
    has_few_words,
    intent_of,
    names_in,
    names_on,
)
from knowledge import LISTS

# "Does it apply to that service too?" asks what the notice is for, for all that it points.
_APPLIES = re.compile(r"\bappl(?:y|ies)\b|\bcovers? (?:\w+ )?(?:me|us|adults?|children|kids|everyone|families)\b", re.I)
_DOES_THE_NOTICE = r"(?:does|do|can|is|what does) (?:the |your |our )?(?:notice|list|policy|wording|text|page)"
_ANYTHING = r"(?:anything|owt|something|a word|any (?:policy|line|rule|wording))"
_IT = r"(?:it|this|that|them|those)"
# "do you keep it safe? and can I look at it?"
_MAY_I = re.compile(rf"{LEAD_IN}(?:can|could|may) (?:i|we)\b", re.I)
# "Is it the boss?", "like birthdays?"
_IS_IT = re.compile(r"^(?:is (?:it|that|this)|are they|like|such as|as in|or)\b\W*", re.I)
# "Does he?", "Can you check?", "Does the notice cover this?", "y/n" ask what has been said just before.
_ASKS_NOTHING_NEW = re.compile(
    r"(?:(?:and|so|but|or) )?(?:"
    r"(?:is|are|was|were|does|do|did|has|have|can|could|will|would) (?:it|he|she|they|we|that|this|you|there|bot)"
    r"(?: (?:true|right|correct|so|check|say|written|listed|there|too|not|or not))?"
    r"|(?:does|did) it (?:really|actually) say (?:that|so)|(?:the )?name of it|what does it say|it is written"
    r"|which (?:line|one)(?: is it)?(?: (?:of|on) (?:the |your |our )?(?:\w+ )?(?:list|notice))?|y ?/ ?n|yes or no"
    r"|what (?:can|will|could|would) you do about (?:it|that)|what (?:do|have) we (?:have|got|say)"
    r"|what (?:do|should|can|shall) (?:i|we) (?:tell|say to) (?:him|her|them|the caller|the customer)"
    r"|(?:is (?:it|that) )?(?:true|right|correct)(?: or (?:not|false|wrong))?"
    rf"|{_DOES_THE_NOTICE} (?:give|allow|promise|grant) (?:me|him|her|us|them|you) {_IT}"
    r"|what (?:can|does|will|would) (?:the|your|our) notice (?:say|tell|give)(?: (?:to )?(?:me|us|him|her|them))?"
    rf"|(?:{_DOES_THE_NOTICE} )?(?:say|mention|cover|back)(?: {_ANYTHING})?(?: (?:of|on|about))?(?: {_IT})?(?: up)?"
    rf"|(?:is )?(?:{_IT} )?(?:mentioned|covered|listed)(?: (?:in|on|by) (?:the |your )?(?:notice|list))?"
    rf"|(?:is there )?{_ANYTHING}(?: (?:in|on|about) (?:there|(?:the |your )?notice))?(?: (?:on|about) {_IT})?"
    r"|how (?:do|can|could|would|should) (?:i|we|they) (?:do|get|go about|ask for|sort) (?:that|it|this)"
    r"(?: (?:done|then))?"
    r"|surely not|any truth in (?:it|that|this|them|either)"
    r"|(?:have|did) (?:i|we) (?:just )?(?:miss(?:ed)?|overlook(?:ed)?) (?:it|that|something|anything)"
    r"|(?:which years?,? )?(?:the )?(?:exact|full) (?:wording|lines?)(?: please| pls)?"
    r"|(?:the )?notice"
    r")\W*",
    re.I,
)


def tells_beside(part: Understood, asked: list[Understood]) -> bool:
    """Whether it is told, beside what is asked: "Who drives her changes every week. Is the bus firm told?"."""
    if ends_asking(part["text"]) or _asks_off_the_subject(part):
        return False
    unanswered, ends_as_told = intent_of(part) in UNANSWERED, part["text"][-1] in ".!"
    answered = [each for each in asked if each is not part and intent_of(each) not in UNANSWERED]
    if any(ends_asking(each["text"]) for each in answered):
        # What ends as a sentence does tells, unless it surely asks: "Tell me who gets it. And why?"
        surely_asks = confidence_of(part) >= MOSTLY_SURE or asks_to_tell(part["text"])
        return unanswered or (ends_as_told and not surely_asks)
    if answered and unanswered and has_few_words(part):
        # "Who made it? can we say"
        return True
    asks_outright = any(begins_asking(each["text"]) and confidence_of(each) >= MOSTLY_SURE for each in answered)
    return intent_of(part) == "nlu_fallback" and ends_as_told and asks_outright


def _asks_off_the_subject(part: Understood) -> bool:
    """Whether it surely asks of another matter, and another question goes on after it: "when is bin day, and …?"."""
    sure = intent_of(part) == "out_of_scope" and confidence_of(part) >= SURE
    return sure and begins_asking(part["text"]) and part["text"][-1].isalnum()


def hardly_asks_of_its_own(part: Understood) -> bool:
    """Whether a few words that point at what was asked before are not sure to ask anything else: "is it a secret"."""
    if intent_of(part) in LISTS or len(part["text"].split()) > SHORT or names_in(part) or _MAY_I.match(part["text"]):
        return False
    return points_at_it(part["text"]) and confidence_of(part) < MOSTLY_SURE


def asks_if_said(part: Understood) -> bool:
    """Whether it only asks if the notice says so, and not what the notice is for: "Is any of that in your notice?"."""
    if intent_of(part) != "scope" or _APPLIES.search(part["text"]):
        return False
    return bool(points_back(part["text"]) or asks_of_the_notice(part["text"]))


def asks_nothing_new(clause: str) -> bool:
    """Whether a clause only asks if what has just been said is so."""
    return bool(_ASKS_NOTHING_NEW.fullmatch(clause))


def asking_anew(questions: list[str]) -> list[str]:
    """The questions but for those that only ask once more what another has asked."""
    return [each for place, each in enumerate(questions) if not (place and asks_nothing_new(each))]


def without_guesses(asked: list[Understood]) -> list[Understood]:
    """The questions but for those that only guess at the answer to the one before them."""
    kept: list[Understood] = []
    for each in asked:
        if not (kept and _is_a_guess(each, kept[-1])):
            kept.append(each)
    return kept


def _is_a_guess(part: Understood, before: Understood) -> bool:
    """Whether it only guesses at the answer to the question before it: "Who decides on that? Is it the manager?"."""
    if not (asks_of_silence(before) and begins_asking(before["text"])):
        return False
    guesses = intent_of(part) in UNANSWERED or asks_for_all(part) or (intent_of(part) in LISTS and bool(names_in(part)))
    guess = _IS_IT.sub("", part["text"])
    # "Is it you, or somebody in town?" guesses twice.
    most_words = SHORT if " or " in guess else FEW_WORDS
    return guesses and not begins_asking(guess) and len(guess.split()) <= most_words


def each_once(asked: list[Understood]) -> list[Understood]:
    """Each question once, however often it is put: "Can the DfE get it? What is the line on that?"."""
    kept: list[Understood] = []
    for each in asked:
        if not any(intent_of(each) == intent_of(other) and _is_part_of(each, other) for other in kept):
            kept.append(each)
    return kept


def _is_part_of(one: Understood, other: Understood) -> bool:
    """Whether what one question is on is all among what another of the same topic is on."""
    if intent_of(one) not in LISTS:
        return True
    named, others = ([_meant_by(name) for name in names_in(each)] for each in (one, other))
    nobody, other_nobody = ({name["text"] for name in names_on("recipients", each)} for each in (one, other))
    if not (named or others) and nobody and other_nobody:
        # "Do you tell the folk I've my mortgage with, and do you tell the ones who supply my gas?"
        return nobody <= other_nobody
    return named == others or (bool(named) and all(meant in others for meant in named))


def _meant_by(name: dict[str, Any]) -> tuple[list[dict[str, Any]], str]:
    """What a name stands for; what a line only may take in, as a hospital or a nurse, is asked about by itself.

    So is what nothing knows.
    """
    certainties = {owner["certainty"] for owner in name["value"]}
    by_itself = "" if "named" in certainties or certainties == {"not_listed"} else name["text"].lower()
    return name["value"], by_itself
