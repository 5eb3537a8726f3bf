"""Links what a message names to the knowledge: to statements, groups of them, and things that are not listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.entities import naming, owners
from bot.nlu.component import TrainedComponent
from bot.nlu.english import Word
from bot.nlu.names import Found, NameFinder, stands_as_recipient, without
from bot.nlu.roles import asked_about, is_told
from bot.nlu.spacy_words import CORRECTED, KNOWN
from bot.notice import knowledge_base
from knowledge import SECTIONS

# Under this key an entity says whether it stands where one who gets to know something would.
IS_TOLD = "is_told"
# Under this key a message has the owners of what it names and is not about.
SET_ASIDE = "set_aside"
_FINGERPRINT = "knowledge_fingerprint.txt"
_KINDS = [(section, certainty) for section in SECTIONS for certainty in ("named", "may_include", "not_listed", "group")]
_UNKNOWN = len(_KINDS)


class KnowledgeChanged(RasaException):
    """The model was trained on another state of the knowledge than the one it is to answer from."""

    def __init__(self) -> None:
        super().__init__(
            "This model was trained on another state of the notice's knowledge. Train it anew with: whosees train"
        )


# Registered as a featurizer, for those alone also see the training examples; the entities come with it.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NameLinker(TrainedComponent):
    """Adds an entity for each thing named, and a feature that tells the classifier what kinds of thing were named.

    An entity's value is what it may stand for, as {section, certainty, owner}. The trained component carries
    the fingerprint of the knowledge, and refuses to serve with another.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"weight": 1.0}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._weight = config["weight"]
        self._finder = NameFinder(knowledge_base().names())

    def restore(self, folder: Path) -> None:
        if (folder / _FINGERPRINT).read_text(encoding="utf-8") != knowledge_base().fingerprint():
            raise KnowledgeChanged()

    @staticmethod
    def fingerprint_addon(config: dict[str, Any]) -> str:
        return knowledge_base().fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        with self.kept() as folder:
            (folder / _FINGERPRINT).write_text(knowledge_base().fingerprint(), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            tokens = message.get(TOKENS_NAMES[TEXT])
            if not tokens:
                continue
            words = [word_of(token) for token in tokens]
            text = message.get(TEXT)
            named = self._finder.known(words)
            laws = self._finder.unknown_laws(words, named)
            named = without(named, laws)
            found = sorted([*named, *laws, *self._finder.unknown(words, [*named, *laws])], key=lambda each: each.first)
            about = asked_about(text, words, found)
            known, unknown = [each for each in about if each.names], [each for each in about if not each.names]
            entities = [
                {
                    **_entity(text, words, each, "legal_bases" if each in laws else None),
                    IS_TOLD: is_told(text, words, each, known),
                }
                for each in about
            ]
            message.set(SET_ASIDE, {name.owner for each in found if each not in about for name in each.names})
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
            message.add_features(
                Features(self._vector(words, known, unknown, laws), FEATURE_TYPE_SENTENCE, TEXT, "NameLinker")
            )
        return messages

    def _vector(self, words: list[Word], known: list[Found], unknown: list[Found], laws: list[Found]) -> np.ndarray:
        vector = np.zeros((1, len(_KINDS) + 3), dtype=np.float32)
        for found in known:
            for name in found.names:
                vector[0, _KINDS.index((name.section, name.certainty))] = self._weight
        vector[0, _UNKNOWN] = self._weight * any(each not in laws for each in unknown)
        if laws:
            vector[0, _KINDS.index(("legal_bases", "not_listed"))] = self._weight
        # Who stands where one who is told something would is asked about as a recipient, whatever else is said.
        vector[0, -2] = 3 * self._weight * any(stands_as_recipient(words, each, known) for each in known)
        # How much of the message is names: in "police?" all, in a story little.
        vector[0, -1] = self._weight * sum(each.end - each.first for each in known) / len(words)
        return vector


def word_of(token: Token) -> Word:
    """A token of the pipeline as a word."""
    return Word(token.text, token.start, token.end, token.get(CORRECTED), token.lemma, token.get(KNOWN))


def _entity(text: str, words: list[Word], found: Found, unknown_in: str | None = None) -> dict[str, Any]:
    unknown = [{"section": unknown_in, "certainty": "unknown", "owner": None}] if unknown_in else []
    start, end = words[found.first].start, words[found.end - 1].end
    return naming(text, start, end, owners(found.names) or unknown, "NameLinker")
