"""What the classifiers read of a message: the numbers that the featurizers before them gave it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

# A long story's words count no more than a short question's, and what it means more than which words it has.
_LENGTH_OF_WORDS = 0.7


def features_of(messages: Iterable[Message]) -> np.ndarray:
    """One row for each message: its dense features, then its counted words, brought to one length."""
    return np.vstack([_row(message) for message in messages])


def _row(message: Message) -> np.ndarray:
    dense = message.get_dense_features(attribute=TEXT)[1].features
    counted = message.get_sparse_features(attribute=TEXT)[1].features.toarray().astype(np.float32)
    length = np.linalg.norm(counted) or 1.0
    return np.hstack([dense, counted * (_LENGTH_OF_WORDS / length)])
