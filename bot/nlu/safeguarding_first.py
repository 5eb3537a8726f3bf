"""Someone in danger gets help first: a likely disclosure outranks whatever else a message may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joblib
import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import normalize

from bot.entities import LANGUAGE
from bot.nlu.component import TrainedComponent
from bot.nlu.features import as_it_stands, by_kind, well_spelled
from bot.nlu.intent_classifier import near_examples

SAFEGUARDING = "safeguarding"
# How far on the side of harm a message is; negative on the other.
HARM = "harm"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafeguardingFirst(TrainedComponent):
    """Decides, apart from all other intents, whether a message tells of harm.

    A missed disclosure is by far the costliest error, so the decision has machines and a threshold of its own. One
    machine reads a message by what kinds of thing it names: "do you tell the police" is a question on recipients. The
    other reads it as it stands, for whom it names matters ("my dad hurts me"), and by pieces of its words, for a child
    in need spells no better than others. A message is `safeguarding` as soon as their mean distance from the border is
    `threshold` or more (0 is the border, where both are as likely; below it the card comes sooner). Else it is the
    likeliest of the other intents.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "threshold": -0.3,
            "pieces": 4000,
            "weight_of_pieces": 0.7,
            "dimensions": 300,
            "kernel_strength": 5.0,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._pieces: CountVectorizer | None = None
        self._by_kind: Pipeline | None = None
        self._as_it_stands: Pipeline | None = None

    def restore(self, folder: Path) -> None:
        self._pieces, self._by_kind, self._as_it_stands = joblib.load(_file(folder))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        tells_of_harm = [example.get(INTENT) == SAFEGUARDING for example in examples]
        self._pieces = CountVectorizer(
            analyzer="char_wb", ngram_range=(2, 4), min_df=3, max_features=self._config["pieces"], dtype=np.float32
        ).fit(well_spelled(examples))
        self._by_kind = self._untrained().fit(by_kind(examples), tells_of_harm)
        self._as_it_stands = self._untrained().fit(self._with_pieces(examples), tells_of_harm)
        with self.kept() as folder:
            joblib.dump((self._pieces, self._by_kind, self._as_it_stands), _file(folder))
        return self._resource

    def _untrained(self) -> Pipeline:
        return near_examples(self._config["dimensions"], self._config["kernel_strength"], self._config["seed"])

    def _with_pieces(self, messages: list[Message]) -> np.ndarray:
        pieces = normalize(self._pieces.transform(well_spelled(messages))).toarray()
        return np.hstack([as_it_stands(messages), self._config["weight_of_pieces"] * pieces])

    def _harm(self, message: Message) -> float:
        distances = (
            self._by_kind.decision_function(by_kind([message])),
            self._as_it_stands.decision_function(self._with_pieces([message])),
        )
        return float(np.mean(distances))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            # What is said in another language can't be told here; its text has the emergency number too.
            if not message.get(TEXT) or any(each["entity"] == LANGUAGE for each in message.get(ENTITIES, [])):
                continue
            harm = self._harm(message)
            message.set(HARM, harm, add_to_output=True)
            tells_of_harm = harm >= self._config["threshold"]
            others = [each for each in message.get(INTENT_RANKING_KEY, []) if each[INTENT_NAME_KEY] != SAFEGUARDING]
            # So sure that no later fallback takes it away.
            first = [{INTENT_NAME_KEY: SAFEGUARDING, PREDICTED_CONFIDENCE_KEY: 1.0}] if tells_of_harm else []
            if tells_of_harm or (message.get(INTENT) or {}).get(INTENT_NAME_KEY) == SAFEGUARDING:
                ranking = [*first, *others]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def _file(folder: Path) -> Path:
    return folder / "safeguarding.joblib"
