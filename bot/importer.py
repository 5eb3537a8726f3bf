"""Brings the knowledge's names into the training data, so that a change to the knowledge needs no change there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.notice import knowledge_base
from knowledge import GLOSSARY, KnowledgeBase, Name

# What a placeholder in an example stands for: the section of the name, and how sure it is that a line has it.
PLACEHOLDERS = {
    "recipient": ("recipients", {"named", "may_include"}),
    "not_listed": ("recipients", {"not_listed"}),
    "purpose": ("purposes", {"named", "may_include"}),
    "not_listed_purpose": ("purposes", {"not_listed"}),
    "law": ("legal_bases", {"named", "may_include"}),
    "not_listed_law": ("legal_bases", {"not_listed"}),
    "word": (GLOSSARY, {"named"}),
}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NAMES_FOR_EACH_EXAMPLE = 2
_SEED = 20


class KnowledgeImporter(RasaFileImporter):
    """Reads the files of bot/data as Rasa does, and writes names of the knowledge for {recipient} and the like."""

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        written = super().get_nlu_data(language)
        expanded = list(_expanded(written.training_examples, all_names(knowledge_base())))
        return TrainingData(
            expanded, written.entity_synonyms, written.regex_features, written.lookup_tables, written.responses
        )


def all_names(knowledge: KnowledgeBase) -> list[Name]:
    """What may stand for a placeholder. What a word means by which a line is called is asked of that line's part."""
    names = knowledge.names()
    of_lines = {name.name for name in names if name.certainty == "named"}
    return [*names, *(name for name in knowledge.glossary_names() if name.name not in of_lines)]


def _expanded(examples: list[Message], names: list[Name]) -> Iterator[Message]:
    pools = {
        placeholder: sorted({name.name for name in names if name.section == section and name.certainty in certainties})
        for placeholder, (section, certainties) in PLACEHOLDERS.items()
    }
    chance = random.Random(_SEED)
    for example in examples:
        text = example.get(TEXT)
        if not text or not _PLACEHOLDER.search(text):
            yield example
            continue
        for _ in range(_NAMES_FOR_EACH_EXAMPLE):
            copy = Message({**example.data, TEXT: _PLACEHOLDER.sub(lambda match: chance.choice(pools[match[1]]), text)})
            yield copy
