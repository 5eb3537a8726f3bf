"""Someone in danger gets help first: a likely disclosure outranks whatever else a message may be."""

from __future__ import annotations

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
from scipy.sparse import csr_matrix
from scipy.special import logit
from sklearn.pipeline import Pipeline

from bot.entities import LANGUAGE
from bot.nlu.component import TrainedComponent, put_first
from bot.nlu.features import as_it_stands, meaning_of, words_of
from bot.nlu.machines import UNSURE, Neighbours, Networks, words_alone

SAFEGUARDING = "safeguarding"
# How far on the side of harm a message is; negative on the other.
HARM = "harm"
# However much the nearest examples are of one voice, they count no more than this far from all.
_ONE_VOICE = 0.01


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafeguardingFirst(TrainedComponent):
    """Decides, apart from all other intents, whether a message tells of harm.

    A missed disclosure is by far the costliest error, so the decision has machines and a threshold of its own. Networks
    and a regression on words read a message as they do for the other intents. The nearest examples vote as they stand,
    for whom a message names matters ("my dad hurts me"). A message is `safeguarding` as soon as a share of the log odds
    of all three is `threshold` or more (below 0 the card comes sooner than where harm is as likely as not).

    What tells of no harm and is nothing like it is near to no doubt, and would only take room: of the examples without
    harm the share `near_harm` votes that networks and words find likest to it. Where these two are `calm` or more
    against harm, nobody is asked to vote, which takes longer.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "threshold": -1.5,
            "near_harm": 0.3,
            "dimensions": 150,
            "sharpness": 30.0,
            "weight_of_neighbours": 0.3,
            "networks": 2,
            "hidden": 256,
            "passes": 10,
            "weight_of_networks": 0.2,
            "words_strength": 100.0,
            "weight_of_words": 0.4,
            "calm": 3.0,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._meaning: Networks | None = None
        self._words: Pipeline | None = None
        self._neighbours: Neighbours | None = None

    def restore(self, folder: Path) -> None:
        self._meaning, self._words, self._neighbours = self.kept_in(folder)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        tells_of_harm = np.array([example.get(INTENT) == SAFEGUARDING for example in examples])
        meaning, words = meaning_of(examples), words_of(examples)
        self._meaning = Networks.of(self._config).fit(meaning, tells_of_harm)
        self._words = words_alone(self._config).fit(words, tells_of_harm)
        shares = self._shares(meaning, words)
        near = tells_of_harm | (shares >= np.quantile(shares[~tells_of_harm], 1 - self._config["near_harm"]))
        neighbours = Neighbours(self._config["sharpness"], self._config["dimensions"], self._config["seed"])
        self._neighbours = neighbours.fit(as_it_stands(meaning[near]), tells_of_harm[near])
        self.keep(self._meaning, self._words, self._neighbours)
        return self._resource

    def _shares(self, meaning: np.ndarray, words: csr_matrix) -> np.ndarray:
        """What networks and words say of harm, for each row."""
        log_odds = logit(self._meaning.probabilities(meaning)[:, 1].clip(UNSURE, 1 - UNSURE))
        by_words = self._words.decision_function(words)
        return self._config["weight_of_networks"] * log_odds + self._config["weight_of_words"] * by_words

    def _harm(self, message: Message) -> float:
        meaning = meaning_of([message])
        [shares] = self._shares(meaning, words_of([message]))
        if shares <= -self._config["calm"]:
            return float(shares)
        votes = self._neighbours.probabilities(as_it_stands(meaning))[0, 1].clip(_ONE_VOICE, 1 - _ONE_VOICE)
        return float(shares + self._config["weight_of_neighbours"] * logit(votes))

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
