"""Links a question for the meaning of a word to what explains it: a line of the notice, or the glossary."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.entities import NAME, naming, owners
from bot.nlu.component import Component, put_first
from bot.nlu.english import Word
from bot.nlu.name_linker import word_of
from bot.nlu.names import Found, NameFinder
from bot.notice import knowledge_base
from knowledge import SECTIONS

WORD_MEANING = "word_meaning"
# Of these words and one of the glossary a question is made that can't ask anything but what the one means; "who is
# the data protection officer" asks for a name.
_ASKING = {"what", "define", "meaning"}
_ARTICLES = {"of", "a", "an", "the", "my"}
_BESIDE = _ASKING | _ARTICLES | {"what is", "word", "term", "is", "are", "does", "do", "mean", "means"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WordLinker(Component):
    """Where it is asked what a word means: says which word, as an entity for each of the glossary.

    A word by which a line of the notice is called is a question on that part of the notice: its answer explains the
    word and cites the line. A word that nothing explains was no such question: then what is next likeliest counts.
    Where nothing else can be meant ("define confidential") that is at least `sure`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"sure": 0.45}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._finder = NameFinder(knowledge_base().glossary_names())

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            words = [word_of(token) for token in message.get(TOKENS_NAMES[TEXT], [])]
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            found = self._finder.known(words)
            asks_nothing_else = intent is not None and _asks_nothing_else(words, found)
            if asks_nothing_else or intent == WORD_MEANING:
                sure = self._config["sure"] if asks_nothing_else else 0.0
                _link(message, [_explained(message.get(TEXT), words, each) for each in found], sure)
        return messages


def _asks_nothing_else(words: list[Word], found: list[Found]) -> bool:
    """Whether a message is a word of the glossary and "what is", "what does … mean"."""
    named = {place for each in found for place in range(each.first, each.end)}
    beside = [word.corrected for place, word in enumerate(words) if place not in named and word.text[0].isalnum()]
    return bool(found and beside) and beside[0].split()[0] in _ASKING and set(beside) <= _BESIDE


def _explained(text: str, words: list[Word], found: Found) -> dict[str, Any]:
    return naming(text, words[found.first].start, words[found.end - 1].end, owners(found.names), "WordLinker")


def _link(message: Message, explained: list[dict[str, Any]], sure: float) -> None:
    entities = message.get(ENTITIES, [])
    lines = [each for each in entities if each["entity"] == NAME and _sections_of(each)]
    # Of "a social worker's report" the report is asked about, though a line is called by the social worker.
    apart = [each for each in explained if not any(_inside(each, line) for line in lines)]
    message.set(ENTITIES, [*entities, *(apart or explained)], add_to_output=True)
    ranking = message.get(INTENT_RANKING_KEY)
    if apart:
        intent, confidence = WORD_MEANING, ranking[0][PREDICTED_CONFIDENCE_KEY]
    elif lines:
        sections = _sections_of(lines[0])
        intent = next((each[INTENT_NAME_KEY] for each in ranking if each[INTENT_NAME_KEY] in sections), sections[0])
        confidence = ranking[0][PREDICTED_CONFIDENCE_KEY]
    else:
        intent, confidence = ranking[1][INTENT_NAME_KEY], ranking[1][PREDICTED_CONFIDENCE_KEY]
        message.set(INTENT_RANKING_KEY, ranking[1:])
    put_first(message, intent, max(sure, confidence))


def _sections_of(entity: dict[str, Any]) -> list[str]:
    """The parts of the notice in which a line is called by this name."""
    return [each["section"] for each in entity["value"] if each["certainty"] == "named" and each["section"] in SECTIONS]


def _inside(word: dict[str, Any], line: dict[str, Any]) -> bool:
    return line["start"] <= word["start"] and word["end"] <= line["end"]
