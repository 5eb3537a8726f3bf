"""The pipeline's tokenizer: spaCy's English words, with their spelling put right."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.model import DATA
from bot.nlu.english import Speller, Words
from bot.nlu.names import our_words

QUESTIONS = DATA / "nlu"
_WORD = re.compile(r"[^\W\d_]+")
_TIME_AND_AGAIN = 5

CORRECTED = "corrected"
KNOWN = "known"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SpacyWords(Tokenizer):
    """Gives each message its words; a token's lemma is the key under which a word's forms meet."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._words = words()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpacyWords:
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        return [
            _Token(word.text, word.start, word.end, data={CORRECTED: word.corrected, KNOWN: word.known}, lemma=word.key)
            for word in self._words.of(message.get(attribute))
        ]


class _Token(Token):
    def fingerprint(self) -> str:
        """What Rasa knows an unchanged token by. Its own way took half a minute of a training."""
        return "|".join(map(str, (self.text, self.start, self.end, self.lemma, self.data)))


def well_spelled(message: Message, start: int = 0, end: int | None = None) -> str:
    """The words of a message that the pipeline has read, or those of them from `start` to `end`, spelt right."""
    tokens = message.get(TOKENS_NAMES[TEXT], [])
    return " ".join(each.get(CORRECTED) for each in tokens if start <= each.start and (end is None or each.start < end))


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of this process's notice; the dictionary is large, so it is loaded once."""
    return Words(Speller(our_words(), _asked_words()))


def _asked_words() -> set[str]:
    """The words that occur time and again in the questions that the model learns from."""
    counted = Counter(
        word for path in QUESTIONS.glob("*.yml") for word in _WORD.findall(path.read_text("utf-8").lower())
    )
    return {word for word, count in counted.items() if count >= _TIME_AND_AGAIN}
