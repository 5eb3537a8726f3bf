"""What the pipeline made of a text, as the reader asks of it: its topic, what it names, what else it may be."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY

from bot.entities import NAME
from bot.nlu.safeguarding_first import SAFEGUARDING
from knowledge import LISTS

Understood = dict[str, Any]
# A text of so few words says little by itself; one of fewer than `FEW_WORDS`, hardly anything.
SHORT = 8
FEW_WORDS = 4
# What says nothing of itself without what was said before it.
NEEDS_CONTEXT = {
    "nlu_fallback",
    "why",
    "which_law",
    "where_said",
    "repeat",
    "simpler",
    "full_version",
    "what_else",
    "how_to",
    "show_all",
}
# What asks on from the last answer.
FOLLOW_UPS = NEEDS_CONTEXT - {"nlu_fallback"}
# What nobody asks who asks something else beside it.
TALK = {"hello", "thanks", "goodbye", "affirm", "deny", "insult", "background"}
UNANSWERED = {"out_of_scope", "nlu_fallback"}
NO_DATA_QUESTION = NEEDS_CONTEXT | TALK | {SAFEGUARDING, "out_of_scope", "my_case", "capabilities"}
SURE = 0.9
MOSTLY_SURE = 0.8
QUITE_SURE = 0.7
CLEAR = 0.5
_HARDLY_CLEAR = 0.15


def has_few_words(part: Understood) -> bool:
    """Whether it is so short that it says hardly anything by itself."""
    return len(part["text"].split()) < FEW_WORDS


def asks_of_silence(part: Understood, least: float = SURE) -> bool:
    """Whether it surely asks something that is in none of the lists; how surely, by its confidence at `least`."""
    return intent_of(part) not in NO_DATA_QUESTION | {*LISTS, "nlu_fallback"} and confidence_of(part) >= least


def asks_for_all(part: Understood) -> bool:
    """Whether its answer would be the whole of a list, as it names nothing that may have one of its own."""
    return intent_of(part) in LISTS and not names_on(intent_of(part), part)


def likely_topics(part: Understood, least: float) -> list[str]:
    """What it is at least so likely to be on, the likeliest first."""
    return [each[INTENT_NAME_KEY] for each in part[INTENT_RANKING_KEY] if each[PREDICTED_CONFIDENCE_KEY] >= least]


def without_first(part: Understood) -> Understood:
    """The part as it would be understood if it were not what it is likeliest to be."""
    others = part[INTENT_RANKING_KEY][1:]
    clear = others and others[0][PREDICTED_CONFIDENCE_KEY] >= _HARDLY_CLEAR
    intent = others[0] if clear else {INTENT_NAME_KEY: "nlu_fallback", PREDICTED_CONFIDENCE_KEY: _HARDLY_CLEAR}
    return {**part, INTENT: intent, INTENT_RANKING_KEY: others}


def taken_for(intent: str, part: Understood) -> Understood:
    """The part as if it had been understood as the intent, as surely as it was as its own."""
    return {**part, INTENT: {**part[INTENT], INTENT_NAME_KEY: intent}}


def surely_follows_up(part: Understood) -> bool:
    """Whether it surely asks on from the last answer: "why?"."""
    return intent_of(part) in FOLLOW_UPS and confidence_of(part) >= SURE


def names_in(understood: Understood) -> list[dict[str, Any]]:
    """What is named that the knowledge has a name for."""
    return [entity for entity in understood[ENTITIES] if entity["entity"] == NAME and entity["value"]]


def names_on(topic: str, understood: Understood) -> list[dict[str, Any]]:
    """What is named that may have an answer on the topic, for all that it may not be listed."""
    names = [entity for entity in understood[ENTITIES] if entity["entity"] == NAME]
    return [each for each in names if (not each["value"] and topic == "recipients") or topic in sections(each)]


def is_not_listed(name: dict[str, Any]) -> bool:
    """Whether no line of the notice takes in what is named."""
    return all(owner["certainty"] == "not_listed" for owner in name["value"])


def sections(name: dict[str, Any]) -> list[str]:
    """The lists that it names something of, in the notice's order."""
    return [section for section in LISTS if any(owner["section"] == section for owner in name["value"])]


def confidence_of(understood: Understood) -> float:
    """How sure its topic is, between 0 and 1."""
    return understood[INTENT][PREDICTED_CONFIDENCE_KEY]


def intent_of(understood: Understood) -> str:
    """Its topic, by the name that domain.yml has for it."""
    return understood[INTENT][INTENT_NAME_KEY]
