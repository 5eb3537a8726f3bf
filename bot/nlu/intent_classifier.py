"""Chooses the intent: neural networks on what a message means, and a regression on its words alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import TrainedComponent
from bot.nlu.features import meaning_of, words_of
from bot.nlu.machines import MeaningAndWords
from bot.nlu.safeguarding_first import SAFEGUARDING

_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(TrainedComponent):
    """Ranks the intents of a message, but for harm told, which is decided apart (SafeguardingFirst)."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "networks": 2,
            "hidden": 256,
            "passes": 10,
            "words_strength": 30.0,
            "weight_of_words": 0.6,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._intents: MeaningAndWords | None = None

    def restore(self, folder: Path) -> None:
        [intents] = self.kept_in(folder)
        self._intents = intents.ready_for_messages()

    def train(self, training_data: TrainingData) -> Resource:
        examples = [
            example
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) != SAFEGUARDING
        ]
        intents = [example.get(INTENT) for example in examples]
        self._intents = MeaningAndWords.of(self._config).fit(meaning_of(examples), words_of(examples), intents)
        self.keep(self._intents)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.get(TEXT):
                continue
            [probabilities] = self._intents.probabilities(meaning_of([message]), words_of([message]))
            ranking = [
                {
                    INTENT_NAME_KEY: str(self._intents.labels[place]),
                    PREDICTED_CONFIDENCE_KEY: float(probabilities[place]),
                }
                for place in np.argsort(-probabilities)[:_RANKED]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
