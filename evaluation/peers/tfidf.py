"""Words and pairs of words by TF-IDF, and a logistic regression: the plain baseline."""

from __future__ import annotations

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


class Peer:
    """scikit-learn, as its own guide sets it up."""

    def __init__(self) -> None:
        # One intent against the rest, which its guide has for many sparse features; all at once had not finished after
        # nine minutes over 44,000 examples.
        regression = LogisticRegression(C=10, solver="liblinear")
        self._model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), regression)

    def train(self, examples: list[tuple[str, str]]) -> None:
        texts, intents = zip(*examples, strict=True)
        self._model.fit(texts, intents)

    def understand(self, text: str) -> str:
        return str(self._model.predict([text])[0])
