"""Someone in danger gets help first: a likely disclosure outranks whatever else a message may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joblib
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.pipeline import Pipeline

from bot.entities import LANGUAGE
from bot.nlu.component import TrainedComponent
from bot.nlu.features import features_of
from bot.nlu.intent_classifier import near_examples

SAFEGUARDING = "safeguarding"
# How far on the side of harm a message is; negative on the other.
HARM = "harm"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafeguardingFirst(TrainedComponent):
    """Decides, apart from all other intents, whether a message tells of harm.

    A missed disclosure is by far the costliest error, so the decision has a machine and a threshold of its own: a
    message is `safeguarding` as soon as its distance from the border is `threshold` or more (0 is the border, where
    both are as likely; below it the card comes sooner). Else it is the likeliest of the other intents.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"threshold": -0.3, "dimensions": 300, "kernel_strength": 5.0, "seed": 20}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._machine: Pipeline | None = None

    def restore(self, folder: Path) -> None:
        self._machine = joblib.load(_file(folder))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._machine = near_examples(self._config["dimensions"], self._config["kernel_strength"], self._config["seed"])
        self._machine.fit(features_of(examples), [example.get(INTENT) == SAFEGUARDING for example in examples])
        with self.kept() as folder:
            joblib.dump(self._machine, _file(folder))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            # What is said in another language can't be told here; its text has the emergency number too.
            if not message.get(TEXT) or any(each["entity"] == LANGUAGE for each in message.get(ENTITIES, [])):
                continue
            harm = float(self._machine.decision_function(features_of([message]))[0])
            message.set(HARM, harm, add_to_output=True)
            tells_of_harm = harm >= self._config["threshold"]
            others = [each for each in message.get(INTENT_RANKING_KEY, []) if each[INTENT_NAME_KEY] != SAFEGUARDING]
            # So sure that no later fallback takes it away.
            first = [{INTENT_NAME_KEY: SAFEGUARDING, PREDICTED_CONFIDENCE_KEY: 1.0}] if tells_of_harm else []
            if tells_of_harm or (message.get(INTENT) or {}).get(INTENT_NAME_KEY) == SAFEGUARDING:
                ranking = [*first, *others]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def _file(folder: Path) -> Path:
    return folder / "safeguarding.joblib"
