"""Someone in danger gets help first: a likely disclosure outranks whatever else a message may be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import logit
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import normalize

from bot.entities import LANGUAGE
from bot.nlu.component import TrainedComponent, put_first
from bot.nlu.features import features_of
from bot.nlu.machines import Networks, near_examples, words_alone
from bot.nlu.sentence_vectors import DIMENSIONS
from bot.nlu.spacy_words import well_spelled

SAFEGUARDING = "safeguarding"
# How far on the side of harm a message is; negative on the other.
HARM = "harm"
# No probability counts as surer than this, for the odds of certainty have no end.
_UNSURE = 1e-6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafeguardingFirst(TrainedComponent):
    """Decides, apart from all other intents, whether a message tells of harm.

    A missed disclosure is by far the costliest error, so the decision has machines and a threshold of its own. One
    machine reads a message by what kinds of thing it names: "do you tell the police" is a question on recipients. The
    other reads it as it stands, for whom it names matters ("my dad hurts me"), and by pieces of its words, for a child
    in need spells no better than others. Networks read all of that at once, and a regression the words alone. A
    message is `safeguarding` as soon as the machines' mean distance from the border, and a share of the log odds of
    networks and words, are `threshold` or more together (at 0 both are as likely; below it the card comes sooner).

    What tells of no harm and is nothing like it teaches the machines nothing, and would take most of the time: of the
    examples without harm they learn from the share `near_harm` that the networks find likest to it. Where the shares
    of networks and words are `calm` or more against harm, the machines, which take longer, are not asked.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "threshold": -0.9,
            "pieces": 4000,
            "weight_of_pieces": 0.7,
            "near_harm": 0.25,
            "dimensions": 150,
            "kernel_strength": 5.0,
            "weight_of_networks": 0.2,
            "words_strength": 10.0,
            "weight_of_words": 0.3,
            "calm": 2.5,
            "networks": 3,
            "hidden": 128,
            "passes": 6,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._pieces: CountVectorizer | None = None
        self._by_kind: Pipeline | None = None
        self._as_it_stands: Pipeline | None = None
        self._networks: Networks | None = None
        self._words: Pipeline | None = None

    def restore(self, folder: Path) -> None:
        self._pieces, self._by_kind, self._as_it_stands, self._networks, self._words = self.kept_in(folder)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        tells_of_harm = np.array([example.get(INTENT) == SAFEGUARDING for example in examples])
        self._pieces = CountVectorizer(
            analyzer="char_wb", ngram_range=(2, 4), min_df=3, max_features=self._config["pieces"], dtype=np.float32
        ).fit(map(well_spelled, examples))
        everything = self._everything_of(examples)
        self._networks = Networks.of(self._config).fit(everything, tells_of_harm)
        log_odds = self._log_odds(everything)
        likest = log_odds >= np.quantile(log_odds[~tells_of_harm], 1 - self._config["near_harm"])
        learnt_from = tells_of_harm | likest
        # scikit-learn lets go of Python while it fits a kernel machine, which takes the longest of all training.
        with ThreadPoolExecutor() as threads:
            self._by_kind, self._as_it_stands = threads.map(
                lambda reading: near_examples(self._config).fit(reading, tells_of_harm[learnt_from]),
                self._readings(everything[learnt_from]),
            )
        self._words = words_alone(self._config).fit(map(well_spelled, examples), tells_of_harm)
        self.keep(self._pieces, self._by_kind, self._as_it_stands, self._networks, self._words)
        return self._resource

    def _everything_of(self, messages: list[Message]) -> np.ndarray:
        """One row for each message: its features, then the pieces of its words."""
        pieces = self._config["weight_of_pieces"] * normalize(self._pieces.transform(map(well_spelled, messages)))
        return np.hstack([features_of(messages), pieces.toarray()])

    def _log_odds(self, everything: np.ndarray) -> np.ndarray:
        """How likely the networks find harm, for each row."""
        return logit(self._networks.probabilities(everything)[:, 1].clip(_UNSURE, 1 - _UNSURE))

    def _harm(self, message: Message) -> float:
        everything = self._everything_of([message])
        [log_odds] = self._log_odds(everything)
        [words] = self._words.decision_function([well_spelled(message)])
        shares = self._config["weight_of_networks"] * log_odds + self._config["weight_of_words"] * words
        if shares <= -self._config["calm"]:
            return float(shares)
        by_kind, as_it_stands = self._readings(everything)
        machines = (self._by_kind.decision_function(by_kind) + self._as_it_stands.decision_function(as_it_stands)) / 2
        return float(machines[0] + shares)

    def _readings(self, everything: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What each of the two machines reads of everything."""
        pieces = everything.shape[1] - len(self._pieces.vocabulary_)
        as_it_stands = np.hstack([everything[:, :DIMENSIONS], everything[:, pieces:]])
        return everything[:, DIMENSIONS:pieces], as_it_stands

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            # What is said in another language can't be told here; its text has the emergency number too.
            if not message.get(TEXT) or any(each["entity"] == LANGUAGE for each in message.get(ENTITIES, [])):
                continue
            harm = self._harm(message)
            message.set(HARM, harm, add_to_output=True)
            if harm >= self._config["threshold"]:
                # So sure that no later fallback takes it away.
                put_first(message, SAFEGUARDING, 1.0)
        return messages
