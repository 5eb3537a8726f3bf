"""Chooses the intent: Rasa's logistic regression, without the weights that make rare topics as likely as others."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Rasa's classifier with `strength`, scikit-learn's C: the higher, the closer it follows the examples.

    Rasa's own gives each topic the same weight however many ways of asking it there are; people ask who sees
    their data far more often, and in far more ways, than they ask for a data protection impact assessment.

    A message's counted words are brought to length 1 and then to `weight_of_words`, so that a long story counts no
    more than a short question, and what it means more than which words it has.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**LogisticRegressionClassifier.get_default_config(), "strength": 1.0, "weight_of_words": 1.0}

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        self.clf.set_params(class_weight=None, C=self.config["strength"])

    def _create_X(self, messages: list[Message]) -> np.ndarray:
        # Most of our features are dense; through sparse matrices, as Rasa's own does it, takes several times as long.
        return np.vstack([self._features(message) for message in messages])

    def _features(self, message: Message) -> np.ndarray:
        dense = message.get_dense_features(attribute=TEXT)[1].features
        counted = message.get_sparse_features(attribute=TEXT)[1].features.toarray().astype(np.float32)
        length = np.linalg.norm(counted) or 1.0
        return np.hstack([dense, counted * (self.config["weight_of_words"] / length)])
