"""The intent of the example whose sentence vector is nearest: no training at all, but for the vectors."""

from __future__ import annotations

import numpy as np
from sklearn.neighbors import KNeighborsClassifier

# The very encoder of the bot, so that the comparison is about what is made of its vectors.
from bot.nlu.sentence_vectors import encoder


class Peer:
    """scikit-learn's nearest neighbour over all-MiniLM-L6-v2."""

    def __init__(self) -> None:
        self._model = KNeighborsClassifier(n_neighbors=1, metric="cosine")

    def train(self, examples: list[tuple[str, str]]) -> None:
        texts, intents = zip(*examples, strict=True)
        vectors = encoder().vectors(texts)
        self._model.fit(np.vstack([vectors[text] for text in texts]), intents)

    def understand(self, text: str) -> str:
        return str(self._model.predict(encoder().vectors([text])[text][np.newaxis])[0])
