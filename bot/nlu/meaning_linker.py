"""Links what a message means to a line of a list, where it has none of the names that people are known to use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.entities import NAME, naming, owners
from bot.nlu.component import TrainedComponent
from bot.nlu.names import plain_words
from bot.nlu.sentence_vectors import encoder
from bot.nlu.spacy_words import CORRECTED
from bot.notice import knowledge_base
from knowledge import LISTS, Name

_VECTORS = "vectors_of_names.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningLinker(TrainedComponent):
    """Adds an entity where a question about a list names nothing known, but means nearly what a name of it means.

    "Catching crooks" then is "catching criminals". Compared are the words that no question is without taken off:
    their cosine must be `near` at least, and the nearest name of anything else less near by a `margin`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"near": 0.72, "margin": 0.1}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._names: dict[str, list[Name]] = {section: _names_of(section) for section in LISTS}
        self._vectors: dict[str, np.ndarray] = {}

    def restore(self, folder: Path) -> None:
        with np.load(folder / _VECTORS) as vectors:
            self._vectors = dict(vectors)

    @staticmethod
    def fingerprint_addon(config: dict[str, Any]) -> str:
        return knowledge_base().fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        for section, names in self._names.items():
            self._vectors[section] = np.vstack(encoder().vectors([name.name for name in names]))
        with self.kept() as folder:
            np.savez_compressed(folder / _VECTORS, **self._vectors)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            section = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            named = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME]
            if section in LISTS and not any(_concerns(each, section) for each in named):
                tokens = [each for each in message.get(TOKENS_NAMES[TEXT], []) if _tells(each)]
                names = self._nearest(section, tokens) if tokens else []
                if names:
                    entity = naming(message.get(TEXT), tokens[0].start, tokens[-1].end, owners(names), "MeaningLinker")
                    message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
        return messages

    def _nearest(self, section: str, tokens: list[Token]) -> list[Name]:
        names = self._names[section]
        near = self._vectors[section] @ encoder().vector(" ".join(token.get(CORRECTED) for token in tokens))
        best = int(near.argmax())
        same = [name for name in names if name.name == names[best].name]
        owners = {name.owner for name in same}
        others = [value for value, name in zip(near, names, strict=True) if name.owner not in owners]
        clear = near[best] >= self._config["near"] and near[best] - max(others, default=0) >= self._config["margin"]
        return same if clear else []


def _names_of(section: str) -> list[Name]:
    return [name for name in knowledge_base().names() if name.section == section and name.certainty != "group"]


def _concerns(entity: dict[str, Any], section: str) -> bool:
    return not entity["value"] or any(owner["section"] == section for owner in entity["value"])


def _tells(token: Token) -> bool:
    return token.text[0].isalnum() and token.get(CORRECTED) not in plain_words()
