"""Brings the knowledge into the training data: its names for placeholders, and its lines for what asks of them."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method
from ruamel.yaml import YAML

from bot.model import DATA
from bot.notice import knowledge_base
from knowledge import GLOSSARY, LISTS, Certainty, KnowledgeBase, Name

# Under these an example has the id of the one line of the notice that it means, and how surely the line has it.
LINE = "line"
CERTAINTY = "certainty"
_LINES = DATA / "lines"

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


class Example(Message):
    """A training example, known to Rasa by its text and intent.

    Rasa's own way hashes all features of all examples before and after each part of the pipeline, to keep in its cache
    what has not changed. That took a minute of a training, and we keep no such cache (bot/model.py).
    """

    def fingerprint(self) -> str:
        return hashlib.sha256(f"{self.get(INTENT)}|{self.get(TEXT)}".encode()).hexdigest()

    def __deepcopy__(self, memo: dict) -> Example:
        # Rasa copies all examples each time it puts two sets of them together, down to their letters.
        return Example(dict(self.data))


class KnowledgeImporter(RasaFileImporter):
    """Reads the files of bot/data as Rasa does, and writes names of the knowledge for {recipient} and the like.

    Of bot/data/lines it makes examples of the list that the line stands in.
    """

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        written = super().get_nlu_data(language)
        examples = [*written.training_examples, *_asked_of_lines({each.id for each in knowledge_base().lines()})]
        expanded = list(_expanded(examples, all_names(knowledge_base())))
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
            yield Example(example.data)
            continue
        for _ in range(_NAMES_FOR_EACH_EXAMPLE):
            named = _PLACEHOLDER.sub(lambda match: chance.choice(pools[match[1]]), text)
            yield Example({**example.data, TEXT: named})


def questions_of_lines(folder: Path = _LINES) -> dict[tuple[str, Certainty], list[str]]:
    """What is asked of each line without naming it, by the line's id in the knowledge and how surely the line has it.

    What stands under a line is `named` by it, unless it stands under `may_include` there.
    """
    return {
        (f"{section}.{line}", certainty): texts
        for section in LISTS
        for line, asked in YAML(typ="safe").load((folder / f"{section}.yml").read_text(encoding="utf-8")).items()
        for certainty, texts in (asked if isinstance(asked, dict) else {"named": asked}).items()
    }


def _asked_of_lines(lines: Iterable[str | None]) -> Iterator[Message]:
    """An example for each question; of a line that the knowledge has not, of the list, but of none of its lines."""
    for (line, certainty), asked in questions_of_lines().items():
        meant = {LINE: line, CERTAINTY: certainty} if line in lines else {}
        for text in asked:
            yield Message({TEXT: text, INTENT: line.split(".")[0], **meant})
