"""What the classifiers read of a message: the numbers that the parts of the pipeline before them gave it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, spmatrix, vstack

from bot.nlu.sentence_vectors import DIMENSIONS


def meaning_of(messages: Iterable[Message]) -> np.ndarray:
    """One row for each message: `DIMENSIONS` numbers for its words as they stand, whatever they name; then those that
    know of what is named the kind alone.
    """
    return np.vstack([_dense(message) for message in messages])


def as_it_stands(meaning: np.ndarray) -> np.ndarray:
    """Of rows of `meaning_of` the numbers alone for the words as they stand."""
    return meaning[:, :DIMENSIONS]


def words_of(messages: Iterable[Message]) -> csr_matrix:
    """One row for each message: how often each known word, and each pair of words, is in it."""
    return vstack([_counted(message) for message in messages], format="csr")


def _counted(message: Message) -> spmatrix:
    # Rasa would copy it, to join it with others that there are none of.
    [counted] = [each for each in message.features if each.is_sparse() and each.type == FEATURE_TYPE_SENTENCE]
    return counted.features


def _dense(message: Message) -> np.ndarray:
    # As it stands comes last in Rasa's order, and first here, where what comes after it has any number.
    return np.roll(message.get_dense_features(attribute=TEXT)[1].features[0], DIMENSIONS)
