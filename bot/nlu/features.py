"""What the classifiers read of a message: the numbers that the parts of the pipeline before them gave it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.sentence_vectors import DIMENSIONS

# A long story's words count no more than a short question's, and what it means more than which words it has.
_LENGTH_OF_WORDS = 0.7


def features_of(messages: Iterable[Message]) -> np.ndarray:
    """One row for each message: `DIMENSIONS` numbers for its words as they stand, whatever they name; then those that
    know of what is named the kind alone; then its counted words, brought to one length.
    """
    return np.vstack([np.hstack([_dense(message), _counted(message)]) for message in messages])


def _dense(message: Message) -> np.ndarray:
    # As it stands comes last in Rasa's order, and first here, where what comes after it has any number.
    return np.roll(message.get_dense_features(attribute=TEXT)[1].features[0], DIMENSIONS)


def _counted(message: Message) -> np.ndarray:
    counted = message.get_sparse_features(attribute=TEXT)[1].features.toarray()[0].astype(np.float32)
    return counted * (_LENGTH_OF_WORDS / (np.linalg.norm(counted) or 1.0))
