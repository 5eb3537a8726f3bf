"""Lets what a message names decide its topic, where its wording alone does not."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.entities import NAME
from bot.nlu.component import Component, put_first
from bot.nlu.spacy_words import CORRECTED, KNOWN
from knowledge import LISTS

# What may stand beside a name that is all that is asked: "and DPA?", "and can my boss?"
_WHOSE = {"the", "a", "my", "our", "your", "his", "her", "their"}
_BESIDE_A_NAME = {"and", "or", "also", "then", "so", "ok", "but", *_WHOSE, *"?.,!+&/"}
_BESIDE_A_NAME |= {"can", "could", "do", "does", "will", "would", "too", "as", "well"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class NamedTopic(Component):
    """Where the wording of a short message leaves the classifier less than `sure`, what it names is the topic.

    That is as sure then, and no fallback; a list that the wording tells is not changed for another, unless it is
    `unclear` for all its wording, or is less than `hardly_sure` and names alone are said.
    So it is where nothing is said but names: "and DPA?". A reason that has the programme's name in it is a reason, and
    not the programme's own notice.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"sure": 0.45, "unclear": 0.3, "hardly_sure": 0.7, "most_words": 10}

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            named = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME and each["value"]]
            lists = _lists_of(named)
            if lists and message.get(INTENT) and self._is_about_names(message, named, lists[0]):
                put_first(message, lists[0], max(self._config["sure"], message.get(INTENT)[PREDICTED_CONFIDENCE_KEY]))
        return messages

    def _is_about_names(self, message: Message, named: list[dict[str, Any]], topic: str) -> bool:
        intent = message.get(INTENT)
        if intent[INTENT_NAME_KEY] == "troubled_families" and any(map(_is_one_reason, named)):
            return True
        short = len(message.get(TOKENS_NAMES[TEXT], [])) <= self._config["most_words"]
        unsure = short and intent[PREDICTED_CONFIDENCE_KEY] < self._config["sure"]
        if intent[INTENT_NAME_KEY] in LISTS:
            # "is it the same for midwives" sounds like nothing in particular.
            says_nothing = intent[PREDICTED_CONFIDENCE_KEY] < self._config["unclear"]
            # "and the spot checks?" after who gets it
            of_another = not any(intent[INTENT_NAME_KEY] in _lists_of([each]) for each in named)
            if of_another and intent[PREDICTED_CONFIDENCE_KEY] < self._config["hardly_sure"]:
                return _is_hardly_more_than(named, message)
            return unsure and (intent[INTENT_NAME_KEY] == topic or says_nothing)
        return unsure or _is_hardly_more_than(named, message)


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
    return all(each.get(CORRECTED) in _BESIDE_A_NAME for each in others)


def _is_one_reason(named: dict[str, Any]) -> bool:
    """Whether it names one line of the purposes, not several alike."""
    reasons = {o["owner"] for o in named["value"] if o["section"] == "purposes" and o["certainty"] == "named"}
    return len(reasons) == 1
