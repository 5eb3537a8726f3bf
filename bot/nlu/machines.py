"""What the classifiers learn with: networks, which go by what examples share; a regression on counted words; and the
votes of the nearest examples.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from threadpoolctl import threadpool_limits

# No probability counts as less, or what one part has ruled out no other could bring back.
UNSURE = 1e-6


def words_alone(config: Mapping[str, Any]) -> Pipeline:
    """An untrained logistic regression on counted words, as a section of config.yml wants it.

    A word counts for the more the fewer examples have it (TF-IDF).
    """
    return make_pipeline(
        TfidfTransformer(sublinear_tf=True), LogisticRegression(C=config["words_strength"], solver="liblinear")
    )


class Networks:
    """Some small neural networks that differ by their seeds alone: their mean is steadier than any one of them."""

    def __init__(self, networks: int, hidden: int, passes: int, seed: int) -> None:
        self._networks = [
            MLPClassifier((hidden,), alpha=0.001, batch_size=256, max_iter=passes, random_state=seed + place)
            for place in range(networks)
        ]

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Networks:
        """Untrained networks, as a section of config.yml wants them."""
        return cls(config["networks"], config["hidden"], config["passes"], config["seed"])

    @property
    def labels(self) -> np.ndarray:
        """The labels in the order in which their probabilities are given."""
        return self._networks[0].classes_

    def fit(self, features: np.ndarray, labels: Sequence[object]) -> Networks:
        """Learn from one row of features, and one label, for each example."""
        # Networks side by side, each on one processor, take less time than one after the other on all of them.
        with (
            warnings.catch_warnings(),
            threadpool_limits(1),
            ThreadPoolExecutor(os.cpu_count()) as threads,
        ):
            # So few passes are meant: with more, the networks learn the examples by heart.
            warnings.simplefilter("ignore", ConvergenceWarning)
            list(threads.map(lambda network: network.fit(features, labels), self._networks))
        for network in self._networks:
            # What only training needs would make the model larger, and so would more digits than make a difference.
            network._optimizer = None
            network.coefs_ = [each.astype(np.float32) for each in network.coefs_]
            network.intercepts_ = [each.astype(np.float32) for each in network.intercepts_]
        return self

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """For each row the probability of each label, the labels in their order."""
        return np.mean([network.predict_proba(features) for network in self._networks], axis=0)


class Neighbours:
    """Examples that vote for their label, each the more the nearer it is to what is asked.

    One that is nearer by 1/`sharpness`, of a nearness of 1 for the same, has e times the vote. So what one example
    alone says counts in full where a message says the same. Over so many `dimensions` of the features as tell most
    examples apart they take less room, and less time.
    """

    def __init__(self, sharpness: float, dimensions: int | None = None, seed: int | None = None) -> None:
        self._sharpness = sharpness
        self._narrow = PCA(dimensions, svd_solver="randomized", random_state=seed) if dimensions else None

    def fit(self, features: np.ndarray, labels: Sequence[object]) -> Neighbours:
        """Keep one row of features, and one label, for each example."""
        self.labels, self._places = np.unique(labels, return_inverse=True)
        if self._narrow:
            self._narrow.fit(features)
        self._examples = self._of_length_1(features)
        return self

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """For each row the share of the votes that each label has, the labels in their order."""
        votes = np.exp((self._of_length_1(features) @ self._examples.T - 1) * self._sharpness)
        counted = np.vstack([np.bincount(self._places, each, len(self.labels)) for each in votes])
        return counted / counted.sum(axis=1, keepdims=True)

    def _of_length_1(self, features: np.ndarray) -> np.ndarray:
        rows = self._narrow.transform(features) if self._narrow else features
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class MeaningAndWords:
    """Networks on what a text means, and beside them a regression on its words alone.

    The regression knows nothing of what words mean, but which they are, so it errs elsewhere. Neither weighs labels
    alike, as Rasa's own classifiers do: people ask who sees their data far more often than they ask for a data
    protection impact assessment.
    """

    def __init__(self, meaning: Networks, words: Pipeline, weight_of_words: float) -> None:
        self._meaning, self._words, self._weight = meaning, words, weight_of_words

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> MeaningAndWords:
        """Untrained, as a section of config.yml wants them."""
        return cls(Networks.of(config), words_alone(config), config["weight_of_words"])

    @property
    def labels(self) -> np.ndarray:
        """The labels in the order in which their probabilities are given."""
        return self._meaning.labels

    def fit(self, meaning: np.ndarray, words: csr_matrix, labels: Sequence[object]) -> MeaningAndWords:
        """Learn from one row of meaning, one of counted words, and one label, for each example."""
        self._meaning.fit(meaning, labels)
        self._words.fit(words, labels)
        # Half the size, and no other answer.
        self._words[-1].coef_ = self._words[-1].coef_.astype(np.float32)
        return self

    def ready_for_messages(self) -> MeaningAndWords:
        """With the regression's numbers in the order in which a message is multiplied with them.

        Else all of them are copied for every message, which took a quarter of its time.
        """
        self._words[-1].coef_ = np.asfortranarray(self._words[-1].coef_)
        return self

    def probabilities(self, meaning: np.ndarray, words: csr_matrix) -> np.ndarray:
        """For each row the probability of each label, the labels in their order."""
        counting, regression = self._words
        # As narrow as the regression's numbers, which would all be widened for each message else.
        by_words = regression.predict_proba(counting.transform(words).astype(np.float32))
        return together(self._meaning.probabilities(meaning), by_words, self._weight)


def together(first: np.ndarray, second: np.ndarray, weight_of_second: float) -> np.ndarray:
    """Probabilities of two machines as one, for each row of each label.

    They are multiplied, not added, so that neither alone makes a label likely.
    """
    both = first.clip(UNSURE) ** (1 - weight_of_second) * second.clip(UNSURE) ** weight_of_second
    return both / both.sum(axis=1, keepdims=True)
