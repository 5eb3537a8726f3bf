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
from sklearn.pipeline import Pipeline

from bot.nlu.component import TrainedComponent
from bot.nlu.features import meaning_of, words_of
from bot.nlu.machines import UNSURE, Networks, ready_for_messages, words_alone
from bot.nlu.safeguarding_first import SAFEGUARDING

_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(TrainedComponent):
    """Ranks the intents of a message, but for harm told, which is decided apart (SafeguardingFirst).

    Networks go by what a message means. A regression on its words alone has `weight_of_words` beside them: it knows
    nothing of what words mean, but which they are, so it errs elsewhere. Neither weighs intents alike, as Rasa's own
    classifiers do: people ask who sees their data far more often than they ask for a data protection impact assessment.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "networks": 2,
            "hidden": 256,
            "passes": 10,
            "words_strength": 30.0,
            "weight_of_words": 0.5,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._meaning: Networks | None = None
        self._words: Pipeline | None = None

    def restore(self, folder: Path) -> None:
        self._meaning, self._words = self.kept_in(folder)
        ready_for_messages(self._words[-1])

    def train(self, training_data: TrainingData) -> Resource:
        examples = [
            example
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) != SAFEGUARDING
        ]
        intents = [example.get(INTENT) for example in examples]
        self._meaning = Networks.of(self._config).fit(meaning_of(examples), intents)
        self._words = words_alone(self._config).fit(words_of(examples), intents)
        # Half the size, and no other answer.
        self._words[-1].coef_ = self._words[-1].coef_.astype(np.float32)
        self.keep(self._meaning, self._words)
        return self._resource

    def _probabilities(self, message: Message) -> np.ndarray:
        meaning = self._meaning.probabilities(meaning_of([message]))[0]
        words = self._words.predict_proba(words_of([message]))[0]
        weight = self._config["weight_of_words"]
        # Multiplied, not added, so that neither alone makes an intent likely.
        both = meaning.clip(UNSURE) ** (1 - weight) * words.clip(UNSURE) ** weight
        return both / both.sum()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.get(TEXT):
                continue
            probabilities = self._probabilities(message)
            ranking = [
                {
                    INTENT_NAME_KEY: str(self._meaning.labels[place]),
                    PREDICTED_CONFIDENCE_KEY: float(probabilities[place]),
                }
                for place in np.argsort(-probabilities)[:_RANKED]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
