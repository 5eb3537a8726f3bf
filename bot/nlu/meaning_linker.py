"""Links what a message means to a line of a list, where it has none of the names that people are known to use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.entities import NAME, naming
from bot.importer import LINE
from bot.nlu.component import TrainedComponent
from bot.nlu.features import meaning_of, words_of
from bot.nlu.machines import MeaningAndWords
from knowledge import LISTS

_FEWEST_WORDS_THAT_DESCRIBE = 3
_NO_LINE = ""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningLinker(TrainedComponent):
    """Adds an entity where a question about a list names nothing known, but means one of its lines.

    "So you can plan what to put on next year" then is service improvement and planning. It learns from questions that
    mean a line (bot/data/lines) and from those that mean the list as a whole, or what is not on it. A line counts
    where it is `sure` at least; else nothing is linked.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "sure": 0.25,
            "networks": 2,
            "hidden": 256,
            "passes": 10,
            "words_strength": 30.0,
            "weight_of_words": 0.5,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._lines: dict[str, MeaningAndWords] = {}

    def restore(self, folder: Path) -> None:
        [learnt] = self.kept_in(folder)
        self._lines = {section: lines.ready_for_messages() for section, lines in learnt.items()}

    def train(self, training_data: TrainingData) -> Resource:
        for section in LISTS:
            examples = [
                each
                for each in training_data.intent_examples
                if each.get(INTENT) == section and (each.get(LINE) or not _names_something(each, section))
            ]
            lines = [each.get(LINE, _NO_LINE) for each in examples]
            self._lines[section] = MeaningAndWords.of(self._config).fit(meaning_of(examples), words_of(examples), lines)
        self.keep(self._lines)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            section = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            if message.get(TEXT) and section in LISTS and not _names_something(message, section):
                line = self._line(section, message)
                if line:
                    owner = {"section": section, "certainty": "named", "owner": line}
                    text = message.get(TEXT)
                    entity = naming(text, 0, len(text), [owner], "MeaningLinker")
                    message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
        return messages

    def _line(self, section: str, message: Message) -> str:
        lines = self._lines[section]
        [probabilities] = lines.probabilities(meaning_of([message]), words_of([message]))
        # Where one line is likely, it is likelier meant than the list as a whole.
        line, sure = max(zip(lines.labels, probabilities, strict=True), key=lambda each: (each[0] != _NO_LINE, each[1]))
        return line if sure >= self._config["sure"] else _NO_LINE


def _names_something(message: Message, section: str) -> bool:
    """Whether something of the section is named, or something that is not known, which can't be a line.

    Of reasons and laws so many words that are not known ("shielding frail people") are no name.
    """
    named = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME]
    return any(
        any(owner["section"] == section for owner in each["value"])
        or (not each["value"] and (section == "recipients" or len(each["text"].split()) < _FEWEST_WORDS_THAT_DESCRIBE))
        for each in named
    )
