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
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**LogisticRegressionClassifier.get_default_config(), "strength": 1.0}

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        self.clf.set_params(class_weight=None, C=self.config["strength"])

    def _create_X(self, messages: list[Message]) -> np.ndarray:
        # All our features are dense; through sparse matrices, as Rasa's own does it, takes several times as long.
        return np.vstack([message.get_dense_features(attribute=TEXT)[1].features for message in messages])
