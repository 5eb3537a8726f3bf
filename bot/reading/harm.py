"""What is read beside harm told: whether a part tells of it surely, hardly or not, and what it asks of data."""

from __future__ import annotations

import re

from bot.nlu.safeguarding_first import HARM, SAFEGUARDING
from bot.reading.pointing import asks_who, points_back
from bot.reading.questions import asks_of_one, is_outright
from bot.reading.understood import (
    CLEAR,
    MOSTLY_SURE,
    NO_DATA_QUESTION,
    Understood,
    confidence_of,
    has_few_words,
    intent_of,
    names_in,
    names_on,
    without_first,
)
from knowledge import LISTS

# How far on the side of harm a text is, as SafeguardingFirst measures it.
# From here on a question tells of harm and asks nothing beside: "can you stop my dad hitting me".
_SURELY_HARM = -0.3
# What is so far from telling of harm does not sound of it at all, and a whole message not even in one of its parts.
_CALM = -3.0
_CALM_THROUGHOUT = -3.2
_RATHER_CALM = -2.2
# So many words are a story.
_MANY_WORDS = 40
# "She is on the roof, what do I do", "do I transfer": asks for help, which the card gives.
_ASKS_FOR_HELP = re.compile(
    r"\b(?:(?:do|should|shall|can|must) (?:i|we) (?:do|say|read out|ring|call|tell her|help|transfer|escalate)"
    r"|what now|who(?:m|ever)? to (?:ring|call|tell|phone|report (?:it|this) to))(?: (?:her|him|them|now|please))?\W*$",
    re.I,
)
# "Need the legal bases list for my referral" asks for all of it.
_WANTS_THE_LIST = re.compile(r"\b(?:list|wording|section|paragraph|lines)\b", re.I)


def surely_tells_of_harm(part: Understood) -> bool:
    """Whether it is rather harm than not; so is what was not measured."""
    return _harm_in(part) >= _SURELY_HARM


def heard(part: Understood, whole: Understood) -> Understood:
    """A part of a message as it counts beside the whole.

    Two or three words without the rest ("The manager?") must tell of harm surely, and so must a part of a long story,
    for one of its many is bound to sound of it. So must any part of a message that sounds calm as a whole: "I'm being
    bombarded, can I object to you using my data?".
    """
    one_of_many = has_few_words(part) or len(whole["text"].split()) >= _MANY_WORDS
    must_be_sure = one_of_many or _harm_in(whole) < _CALM_THROUGHOUT
    return heard_in_a_fragment(part) if must_be_sure else part


def heard_in_a_fragment(part: Understood) -> Understood:
    """What is cut out of a sentence, as it counts: the sentence has all of it, so it must tell of harm surely."""
    return without_first(part) if hardly_tells_of_harm(part) else part


def hardly_tells_of_harm(part: Understood) -> bool:
    """Whether it is taken for telling of harm, and is not surely so."""
    return intent_of(part) == SAFEGUARDING and not surely_tells_of_harm(part)


def are_calm(parts: list[Understood]) -> bool:
    """Whether there are parts, and each sounds calm by itself: "Can you share with the police? And with my GP?"."""
    return bool(parts) and all(_harm_in(part) < _RATHER_CALM for part in parts)


def asks_of_data(part: Understood) -> bool:
    """Whether it is sure to ask of data: "will you tell him" after harm is told may be no question on recipients."""
    if _ASKS_FOR_HELP.search(part["text"]):
        return False
    if is_surely_on_data(part):
        return True
    # What is told of harm is often told of one's own case; "did you give him my address" asks of it.
    asks_of_own_case = intent_of(part) == "my_case" and confidence_of(part) >= MOSTLY_SURE
    if (intent_of(part) in NO_DATA_QUESTION and not asks_of_own_case) or not is_outright(part["text"]):
        return False
    clear = confidence_of(part) >= CLEAR
    if intent_of(part) not in LISTS:
        return clear
    # Whoever is asked about may be named before: "he hit me. can he get my address off you".
    of_one = clear and asks_of_one(part["text"], intent_of(part)) and names_in(part)
    names = of_one or any(name["text"] in part["text"] for name in names_in(part))
    return bool(names or asks_who(part["text"]) or (clear and not points_back(part["text"])))


def is_surely_on_data(part: Understood) -> bool:
    """Whether a sentence that is no question by its form asks of data: "exact wording on the courts please"."""
    if intent_of(part) in NO_DATA_QUESTION or confidence_of(part) < MOSTLY_SURE or _harm_in(part) > _CALM:
        return False
    if intent_of(part) not in LISTS:
        return True
    # "Care worker." only tells who asks.
    names = not has_few_words(part) and names_on(intent_of(part), part)
    return bool(names or _WANTS_THE_LIST.search(part["text"]))


def _harm_in(part: Understood) -> float:
    """How far on the side of harm it is, as SafeguardingFirst measures it; what it did not measure is not calm."""
    return part.get(HARM, _SURELY_HARM)
