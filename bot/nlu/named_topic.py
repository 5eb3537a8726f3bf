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
from bot.nlu.component import Component
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
                first = {INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: sure}
                others = [each for each in ranking if each[INTENT_NAME_KEY] != topic]
                message.set(INTENT, first, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)
        return messages

    def _topic(self, message: Message, named: list[dict[str, Any]]) -> str | None:
        intent = message.get(INTENT)[INTENT_NAME_KEY]
        if intent in _TAKEN_FOR and any(each["gets_to_know"] for each in named):
            return "recipients"
        lists = [owner["section"] for each in named for owner in each["value"] if owner["section"] in LISTS]
        if intent == "scope" and lists and _is_short(message, self._config["most_words"]):
            return lists[0]
        if intent == "purposes" and _names_recipient_alone(named) and not _ASKS_WHY.search(message.get(TEXT)):
            return "recipients"
        if intent == "troubled_families" and any(_is_line_of(each, "purposes") for each in named):
            return "purposes"
        confidence = message.get(INTENT)[PREDICTED_CONFIDENCE_KEY]
        unsure = confidence < self._config["sure"] and _is_short(message, self._config["most_words"])
        telegram = confidence < _SURE_OF_A_TELEGRAM and _is_short(message, _TELEGRAM)
        if lists and intent not in LISTS and (unsure or telegram):
            return lists[0]
        return None


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
