"""Chooses the intent: a kernel machine and a logistic regression, half and half."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joblib
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
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import SVC

from bot.nlu.component import TrainedComponent
from bot.nlu.features import features_of

_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(TrainedComponent):
    """Ranks the intents of a message.

    A kernel machine (scikit-learn's SVC) goes by the examples nearest to the message; it is right more often, and
    knows less well how sure it is. Logistic regression goes by what all examples have in common, and gives
    probabilities. Their mean is better than either. Neither weighs intents alike, as Rasa's own does: people ask who
    sees their data far more often than they ask for a data protection impact assessment.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"dimensions": 300, "kernel_strength": 5.0, "linear_strength": 10.0, "temperature": 0.5, "seed": 20}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._near: Pipeline | None = None
        self._linear: LogisticRegression | None = None

    def restore(self, folder: Path) -> None:
        self._near, self._linear = joblib.load(_file(folder))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        features = features_of(examples)
        intents = [example.get(INTENT) for example in examples]
        self._near = near_examples(self._config["dimensions"], self._config["kernel_strength"], self._config["seed"])
        self._near.fit(features, intents)
        self._linear = LogisticRegression(C=self._config["linear_strength"], max_iter=60)
        self._linear.fit(self._near[0].transform(features), intents)
        with self.kept() as folder:
            joblib.dump((self._near, self._linear), _file(folder))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.get(TEXT):
                continue
            features = self._near[0].transform(features_of([message]))
            near = softmax(_votes(self._near[1], features) / self._config["temperature"])
            probabilities = (near + self._linear.predict_proba(features)[0]) / 2
            ranking = [
                {
                    INTENT_NAME_KEY: str(self._linear.classes_[place]),
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


def near_examples(dimensions: int, strength: float, seed: int) -> Pipeline:
    """An untrained kernel machine over so many dimensions of the features, which keeps it small and quick."""
    return make_pipeline(
        PCA(dimensions, svd_solver="randomized", random_state=seed),
        SVC(C=strength, decision_function_shape="ovo", cache_size=500),
    )


def _file(folder: Path) -> Path:
    return folder / "classifiers.joblib"
