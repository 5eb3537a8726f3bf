"""Lets what a message names decide its topic, where its wording alone points elsewhere or nowhere."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.entities import NAME
from bot.nlu.component import Component, put_first
from bot.nlu.spacy_words import KNOWN
from knowledge import LISTS

# "Does the jobcentre get it from you" sounds like these, and asks who gets it.
_TAKEN_FOR = {
    "data_source",
    "my_case",
    "data_collected",
    "who_decides",
    "data_breach",
    "right_to_restrict",
    "right_of_access",
    "contact",
    "scope",
    "background",
}

# What is told in fear or anger of data being sold, and the like, asks whether that is a use.
_SAYS_OF_A_USE = {"security", "data_breach", "data_portability", "background", "insult"}
# The law's own word for a part of the notice, as staff say it: "DWP - recipient line?"
_CALLED = {"recipients": re.compile(r"\brecipients?\b", re.I), "purposes": re.compile(r"\bpurposes?\b", re.I)}
# What may be asked of somebody named, and not whether they get to know something.
_NOT_ABOUT_WHO = {"my_case", "purposes", "why", "safeguarding", "contact", "complaints", "data_source", "out_of_scope"}
_NEARLY = 0.3
_WHERE_FROM = re.compile(r"\bwhere\b", re.I)
# What may stand beside a name that is all that is asked: "and DPA?"
_BESIDE_A_NAME = {"and", "or", "also", "then", "so", "ok", "but", "the", "my", "a", "?", ".", ",", "!"}

_ASKS_WHY = re.compile(r"\b(?:why|how come|reasons?|purposes?|used?|using|what for|for what|need)\b", re.IGNORECASE)
# "CP-IS wording?" has hardly a word to go by but the name.
_TELEGRAM = 5
_SURE_OF_A_TELEGRAM = 0.7


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class NamedTopic(Component):
    """Some cases in which a name of the knowledge says more than the rest.

    Who is asked whether they get to know ("can CQC see it") is a recipient. A line of the reasons that has the
    programme's name in it is a reason, not the programme's own notice. A short message that names something is about
    that, not about the notice as a whole, and also where the classifier is less than `sure`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"sure": 0.45, "most_words": 12}

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            named = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME and each["value"]]
            topic = self._topic(message, named) if named and message.get(INTENT) else None
            if topic:
                ranking = message.get(INTENT_RANKING_KEY, [])
                sure = max([self._config["sure"], *(each[PREDICTED_CONFIDENCE_KEY] for each in ranking)])
                put_first(message, topic, sure)
        return messages

    def _topic(self, message: Message, named: list[dict[str, Any]]) -> str | None:
        intent, text = message.get(INTENT)[INTENT_NAME_KEY], message.get(TEXT)
        if intent in _TAKEN_FOR and any(each["gets_to_know"] for each in named) and not _WHERE_FROM.search(text):
            return "recipients"
        lists = _lists_of(named)
        if intent not in lists:
            for section, called in _CALLED.items():
                if section in lists and called.search(text):
                    return section
        if intent not in _NOT_ABOUT_WHO and "recipients" in lists and self._is_nearly_recipients(message):
            return "recipients"
        if intent == "scope" and any(owner["section"] == "scope" for each in named for owner in each["value"]):
            return None
        if intent == "scope" and lists and _is_short(message, self._config["most_words"]):
            return lists[0]
        if intent == "purposes" and _names_recipient_alone(named) and not _ASKS_WHY.search(text):
            return "recipients"
        if intent == "troubled_families" and any(_is_line_of(each, "purposes") for each in named):
            return "purposes"
        if intent in _SAYS_OF_A_USE and all(_is_no_use(each) for each in named):
            return "purposes"
        if lists and intent not in LISTS and (self._is_unsure(message) or _is_hardly_more_than(named, message)):
            return lists[0]
        return None

    def _is_nearly_recipients(self, message: Message) -> bool:
        """Whether who gets it is nearly as likely to be asked as what is likeliest: "is Scope allowed to have it"."""
        ranking = {
            each[INTENT_NAME_KEY]: each[PREDICTED_CONFIDENCE_KEY] for each in message.get(INTENT_RANKING_KEY, [])
        }
        return ranking.get("recipients", 0) >= _NEARLY and max(ranking.values()) < _SURE_OF_A_TELEGRAM

    def _is_unsure(self, message: Message) -> bool:
        confidence = message.get(INTENT)[PREDICTED_CONFIDENCE_KEY]
        unsure = confidence < self._config["sure"] and _is_short(message, self._config["most_words"])
        return unsure or (confidence < _SURE_OF_A_TELEGRAM and _is_short(message, _TELEGRAM))


def _lists_of(named: list[dict[str, Any]]) -> list[str]:
    """The lists that something named is of; first those that have a line of just that name.

    What a reason or a law only might take in ("training staff") is too weak a sign of the topic.
    """
    owners = [owner for each in named for owner in each["value"] if owner["section"] in LISTS]
    plain = [owner["section"] for owner in owners if owner["certainty"] != "may_include"]
    return list(dict.fromkeys([*plain, *(owner["section"] for owner in owners if owner["section"] == "recipients")]))


def _is_hardly_more_than(named: list[dict[str, Any]], message: Message) -> bool:
    """Whether nothing is said but names, and words that say nothing: "and DPA?".

    A name that was only read into what was typed is none here: "DPIA" is no misspelt DPA.
    """
    tokens = message.get(TOKENS_NAMES[TEXT], [])
    if not all(each.get(KNOWN) for each in tokens):
        return False
    others = [each for each in tokens if not any(name["start"] <= each.start < name["end"] for name in named)]
    return all(each.text.lower() in _BESIDE_A_NAME for each in others)


def _is_no_use(named: dict[str, Any]) -> bool:
    """Whether it is a use that the notice does not list."""
    owners = {(owner["section"], owner["certainty"]) for owner in named["value"]}
    return ("purposes", "not_listed") in owners


def _names_recipient_alone(named: list[dict[str, Any]]) -> bool:
    """Whether what is named is a recipient, and at most might be among the reasons."""
    owners = {(owner["section"], owner["certainty"]) for each in named for owner in each["value"]}
    return ("recipients", "named") in owners and ("purposes", "named") not in owners


def _is_short(message: Message, most_words: int) -> bool:
    return len(message.get(TOKENS_NAMES[TEXT], [])) <= most_words


def _is_line_of(entity: dict[str, Any], section: str) -> bool:
    """Whether it names one line of the section, not several alike."""
    named = {o["owner"] for o in entity["value"] if o["section"] == section and o["certainty"] == "named"}
    return len(named) == 1
