"""Tells a message in another language from an English one, and which language it is in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.entities import LANGUAGE
from bot.nlu.component import Component
from bot.nlu.spacy_words import KNOWN, well_spelled
from bot.notice import knowledge_base

UNKNOWN = "unknown"
_OUT_OF_SCOPE = "out_of_scope"
# Beside the languages that the knowledge has a text in: those with which they, or English, are taken for each other.
_OTHERS = ("en", "ru", "uk", "bg", "sq", "tr", "zh", "nl", "hu", "lt", "hi", "pa", "tl", "yo", "vi", "el")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class EnglishOnly(Component):
    """Makes a message in another language `out_of_scope`, with an entity that has the language's code.

    Only where fewer than `english_words` of its words are English, and the library is at least `sure` of another
    language: short English, text-speak and names must never be mistaken. Nor must misspelt English, so unless the
    library is `certain`, the message must not be English with its spelling put right either.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"english_words": 0.5, "sure": 0.6, "certain": 0.999}

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            language = self.language_of(message) if text else None
            if language:
                intent = {INTENT_NAME_KEY: _OUT_OF_SCOPE, PREDICTED_CONFIDENCE_KEY: 1.0}
                message.set(INTENT, intent, add_to_output=True)
                whole = {
                    "entity": LANGUAGE,
                    "start": 0,
                    "end": len(text),
                    "value": language,
                    "extractor": "EnglishOnly",
                }
                message.set(ENTITIES, [*message.get(ENTITIES, []), whole], add_to_output=True)
        return messages

    def language_of(self, message: Message) -> str | None:
        """The code of the language a message is in, `unknown` where it has none here, None where it is English."""
        # Not every letter of a word need be one: many scripts write vowels as marks.
        words = [token for token in message.get(TOKENS_NAMES[TEXT], []) if token.text[0].isalpha()]
        if not words:
            return None
        latin = [token for token in words if unicodedata.name(token.text[0], "").startswith("LATIN")]
        if latin and sum(token.get(KNOWN) for token in latin) >= self._config["english_words"] * len(words):
            return None
        code, confidence = _likeliest(message.get(TEXT))
        if not latin:
            return code if confidence else UNKNOWN
        if code == "en" or confidence < self._config["sure"]:
            return None
        if confidence >= self._config["certain"]:
            return code
        put_right, _ = _likeliest(well_spelled(message))
        return code if put_right != "en" else None


def _likeliest(text: str) -> tuple[str, float]:
    """The code of the language that a text is likeliest to be in, and how sure that is."""
    likeliest = _detector().compute_language_confidence_values(text)[0]
    return likeliest.language.iso_code_639_1.name.lower(), likeliest.value


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    codes = dict.fromkeys([*knowledge_base().languages(), *_OTHERS])
    known = [getattr(IsoCode639_1, code.upper()) for code in codes if hasattr(IsoCode639_1, code.upper())]
    # Less accurate in theory; ten times less memory.
    return LanguageDetectorBuilder.from_iso_codes_639_1(*known).with_low_accuracy_mode().build()
