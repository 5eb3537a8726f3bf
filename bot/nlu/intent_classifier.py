"""Chooses the intent: neural networks, a kernel machine where they are in doubt, and a regression on words alone."""

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
from scipy.special import softmax
from sklearn.pipeline import Pipeline
from sklearn.svm import SVC

from bot.nlu.component import TrainedComponent
from bot.nlu.features import features_of
from bot.nlu.machines import Networks, near_examples, words_alone
from bot.nlu.safeguarding_first import SAFEGUARDING
from bot.nlu.spacy_words import well_spelled

_RANKED = 10
# No probability counts as less, or what one part has ruled out no other could bring back.
_UNSURE = 1e-6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(TrainedComponent):
    """Ranks the intents of a message, but for harm told, which is decided apart (SafeguardingFirst).

    Networks go by what all examples of an intent have in common, a kernel machine by the examples nearest to the
    message. They err in different places. The kernel machine takes ten times as long, so it is only asked where the
    networks are less than `certain`, and has `weight_of_near` then; where they are, it would hardly change anything
    (docs/performance.md). A regression on the words alone has `weight_of_words` beside both: it knows nothing of what
    words mean, but more words and pairs of them, so it errs elsewhere again. None of these weighs intents alike, as
    Rasa's own classifiers do: people ask who sees their data far more often than they ask for a data protection impact
    assessment.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "dimensions": 120,
            "kernel_strength": 5.0,
            "temperature": 0.5,
            "networks": 4,
            "hidden": 256,
            "passes": 10,
            "certain": 0.8,
            "weight_of_near": 0.35,
            "words_strength": 10.0,
            "weight_of_words": 0.35,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._near: Pipeline | None = None
        self._common: Networks | None = None
        self._words: Pipeline | None = None

    def restore(self, folder: Path) -> None:
        self._near, self._common, self._words = self.kept_in(folder)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [
            example
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) != SAFEGUARDING
        ]
        features = features_of(examples)
        intents = [example.get(INTENT) for example in examples]
        self._common = Networks.of(self._config).fit(features, intents)
        self._near = near_examples(self._config).fit(features, intents)
        self._words = words_alone(self._config).fit(map(well_spelled, examples), intents)
        # Half the memory, and no other answer.
        self._words[-1].coef_ = self._words[-1].coef_.astype(np.float32)
        self.keep(self._near, self._common, self._words)
        return self._resource

    def _probabilities(self, message: Message) -> np.ndarray:
        words = self._words.predict_proba([well_spelled(message)])[0]
        weight = self._config["weight_of_words"]
        # Multiplied, not added, so that neither alone makes an intent likely.
        both = self._by_meaning(features_of([message])).clip(_UNSURE) ** (1 - weight) * words.clip(_UNSURE) ** weight
        return both / both.sum()

    def _by_meaning(self, features: np.ndarray) -> np.ndarray:
        common = self._common.probabilities(features)[0]
        if common.max() >= self._config["certain"]:
            return common
        reduction, machine = self._near
        near = softmax(_votes(machine, reduction.transform(features)) / self._config["temperature"])
        weight = self._config["weight_of_near"]
        return weight * near + (1 - weight) * common

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.get(TEXT):
                continue
            probabilities = self._probabilities(message)
            ranking = [
                {
                    INTENT_NAME_KEY: str(self._common.labels[place]),
                    PREDICTED_CONFIDENCE_KEY: float(probabilities[place]),
                }
                for place in np.argsort(-probabilities)[:_RANKED]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def _votes(machine: SVC, features: np.ndarray) -> np.ndarray:
    """For each class, in how many duels with another it wins, and by how much.

    The same as scikit-learn's own "ovr" decision, which counts fifty classes' duels in Python.
    """
    classes = len(machine.classes_)
    first, second = np.triu_indices(classes, 1)
    duels = machine.decision_function(features)[0]
    won = np.bincount(np.where(duels < 0, second, first), minlength=classes)
    margins = np.bincount(first, duels, classes) - np.bincount(second, duels, classes)
    return won + margins / (3 * (np.abs(margins) + 1))
