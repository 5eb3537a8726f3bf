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
from bot.nlu.component import Component
from bot.nlu.name_linker import word_of
from bot.nlu.names import NameFinder
from bot.notice import knowledge_base
from knowledge import SECTIONS

WORD_MEANING = "word_meaning"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WordLinker(Component):
    """Where it is asked what a word means: says which word, as an entity for each of the glossary.

    A word by which a line of the notice is called is a question on that part of the notice: its answer explains the
    word too, and cites the line. A word that nothing explains was no such question: then what is next likeliest counts.
    """

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._finder = NameFinder(knowledge_base().glossary_names())

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if (message.get(INTENT) or {}).get(INTENT_NAME_KEY) != WORD_MEANING:
                continue
            lines = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME and _section_of(each)]
            # Of "a social worker's report" the report is asked about, though a line is called by the social worker.
            words = [each for each in self._explained(message) if not any(_inside(each, line) for line in lines)]
            if words:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *words], add_to_output=True)
            else:
                _take_as(message, _section_of(lines[0]) if lines else None)
        return messages

    def _explained(self, message: Message) -> list[dict[str, Any]]:
        words = [word_of(token) for token in message.get(TOKENS_NAMES[TEXT], [])]
        return [
            naming(
                message.get(TEXT), words[found.first].start, words[found.end - 1].end, owners(found.names), "WordLinker"
            )
            for found in self._finder.known(words)
        ]


def _section_of(entity: dict[str, Any]) -> str | None:
    """The part of the notice in which a line is called by this name."""
    sections = (each["section"] for each in entity["value"] if each["certainty"] == "named")
    return next((section for section in sections if section in SECTIONS), None)


def _inside(word: dict[str, Any], line: dict[str, Any]) -> bool:
    return line["start"] <= word["start"] and word["end"] <= line["end"]


def _take_as(message: Message, section: str | None) -> None:
    """Take the message as a question on a section; without one, as what it is next likeliest to be."""
    [first, *others] = message.get(INTENT_RANKING_KEY)
    if section:
        others = [each for each in others if each[INTENT_NAME_KEY] != section]
        ranking = [{INTENT_NAME_KEY: section, PREDICTED_CONFIDENCE_KEY: first[PREDICTED_CONFIDENCE_KEY]}, *others]
    else:
        ranking = others
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
