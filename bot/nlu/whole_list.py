"""A whole list is the answer that claims the most, so it is given only to who surely asks for it."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.entities import NAME
from bot.nlu.component import Component, put_first
from knowledge import LISTS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WholeList(Component):
    """Where nothing is named, and a list is less than `sure` to be what is asked for, it is asked back what is meant.

    Else "is it legal to keep a parrot" is answered with every law of the notice, as if it said something on that.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"sure": 0.6}

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            intent = message.get(INTENT) or {}
            if (
                intent.get(INTENT_NAME_KEY) in LISTS
                and intent[PREDICTED_CONFIDENCE_KEY] < self._config["sure"]
                and not any(_may_be_answered(each, intent[INTENT_NAME_KEY]) for each in message.get(ENTITIES, []))
            ):
                put_first(message, DEFAULT_NLU_FALLBACK_INTENT_NAME, intent[PREDICTED_CONFIDENCE_KEY])
        return messages


def _may_be_answered(entity: dict[str, Any], topic: str) -> bool:
    """Whether what is named gets an answer of its own on the topic, for all that it may not be listed."""
    if entity["entity"] != NAME:
        return False
    if any(owner["section"] == topic for owner in entity["value"]):
        return True
    if topic == "recipients":
        return not entity["value"]
    # A reason or a law may also be asked for in relation to a listed recipient or reason.
    related = [owner["certainty"] for owner in entity["value"] if owner["section"] in ("recipients", "purposes")]
    return any(certainty != "not_listed" for certainty in related)
