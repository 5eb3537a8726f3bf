"""Links what a message means to a line of a list, where it has none of the names that people are known to use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.entities import BY_MEANING, NAME, naming
from bot.importer import LINE
from bot.nlu.component import TrainedComponent
from bot.nlu.descriptions import (
    Stretch,
    description_in,
    is_described,
    is_only_somebody,
    only_points,
    stands_in_a_description,
)
from bot.nlu.features import meaning_of, words_of
from bot.nlu.machines import MeaningAndWords
from bot.nlu.name_linker import IS_TOLD, SET_ASIDE
from bot.notice import knowledge_base
from knowledge import LISTS, Name

_FEWEST_WORDS_THAT_DESCRIBE = 3
_NO_LINE = ""
_RECIPIENTS = "recipients"
_BACKGROUND = "background"
# Under this key a message that only tells has the entity for whom it tells of.
TELLS_OF = "tells_of"
_LIKELIER_THAN_NOT = 0.5
# By so much a line must be likelier than nobody on the list where somebody is described.
_CLEARLY_LIKELIER = 0.1
# Of the names of the notice's lines health agencies have 87 in a hundred that they only may take in, charities 69, the
# government's agencies 54, housing 53; the next, contractors, 52, and who looks after the computers is named there.
_MOST = 0.525


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningLinker(TrainedComponent):
    """Adds an entity where a question about a list names nothing known, but means one of its lines.

    "So you can plan what to put on next year" then is service improvement and planning. It learns from questions that
    mean a line (bot/data/lines) and from those that mean the list as a whole, or what is not on it. A line counts
    where it is `sure` at least; else nothing is linked.

    Of recipients, names may only describe who is meant: "the inspectors who rate care homes". So a line counts beside
    them where it is `sure_of_described`, or `sure_despite_names` if they hardly ask about those themselves. Who is
    described, and is `sure_of_nobody` on the list, is somebody whom the knowledge has no name for. A message
    that only tells is said to be of a line where that is `sure_of_told`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "sure": 0.25,
            "sure_of_described": 0.4,
            "sure_despite_names": 0.75,
            "sure_of_nobody": 0.75,
            "sure_of_told": 0.6,
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
        self._loose = _loose_lines(knowledge_base().names())

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
            if message.get(TEXT) and section in LISTS:
                # "Is their *firm* told": nobody's name.
                _take_out(message, [each for each in message.get(ENTITIES, []) if _is_only_somebody(each)])
                if not _names_something(message, section):
                    self._link_what_is_meant(message, section)
                elif section == _RECIPIENTS:
                    self._link_who_is_described(message)
            elif message.get(TEXT) and section == _BACKGROUND:
                self._say_who_is_told_of(message)
        return messages

    def _link_what_is_meant(self, message: Message, section: str) -> None:
        text = message.get(TEXT)
        described = description_in(text)
        points = described is not None and only_points(text, described)
        if section != _RECIPIENTS:
            described = None
        line, sure = self._line(section, message, described)
        least = "sure_despite_names" if points else "sure_of_described" if described else "sure"
        if line and sure >= self._config[least]:
            _add(message, self._meant(message, section, line, described))
        elif not line and described and not points and sure >= self._config["sure_of_nobody"]:
            _link_nobody(message, described)

    def _link_who_is_described(self, message: Message) -> None:
        """Link a line in place of the names of others that only describe whom it has."""
        named = [each for each in message.get(ENTITIES) if _may_be_a_recipient(each)]
        describe = _describe(message, named)
        if not describe and any(each[IS_TOLD] for each in named):
            # "I live in a hostel, can the police see it"
            return
        described = description_in(message.get(TEXT))
        line, sure = self._line(_RECIPIENTS, message, described)
        if not line:
            if described and describe and not any(map(_is_listed, named)) and sure >= self._config["sure_of_nobody"]:
                # "the *woman* who tunes my piano": all of it says whom.
                _take_out(message, named)
                _link_nobody(message, described)
            return
        of_the_line = [each for each in named if line in _owners(each)]
        sure_enough = sure >= self._config["sure_of_described" if describe else "sure_despite_names"]
        if sure_enough and (describe or not (of_the_line or _is_set_aside(message, line, named))):
            # "The hospital that treats my wife" is meant by its name, and no surer than that tells; of "the social
            # workers who see to old people" the name has two lines.
            kept = [_of_the_line(each, line) if sure >= _LIKELIER_THAN_NOT else each for each in of_the_line]
            _take_out(message, named)
            _add(message, *kept)
            if not of_the_line:
                _add(message, self._meant(message, _RECIPIENTS, line, described))

    def _say_who_is_told_of(self, message: Message) -> None:
        """Say whom a message tells of, for what points at them: "A bus fetches him. Is that firm told?"."""
        line, sure = self._line(_RECIPIENTS, message, None)
        if line and sure >= self._config["sure_of_told"]:
            message.set(TELLS_OF, self._meant(message, _RECIPIENTS, line, None), add_to_output=True)

    def _line(self, section: str, message: Message, described: Stretch | None) -> tuple[str, float]:
        """The line that is likeliest meant, or none, and how likely that is; with where somebody is described."""
        lines = self._lines[section]
        [probabilities] = lines.probabilities(meaning_of([message]), words_of([message]))
        sure_of = dict(zip(lines.labels, probabilities, strict=True))
        (sure, line), (next_sure, next_line) = sorted(((sure_of[each], each) for each in sure_of), reverse=True)[:2]
        if described:
            if sure - sure_of[_NO_LINE] < _CLEARLY_LIKELIER:
                sure, line = sure_of[_NO_LINE], _NO_LINE
        elif line == _NO_LINE and next_sure >= self._config["sure"]:
            # Where one line is likely, it is likelier meant than the list as a whole; but not than nobody on it.
            sure, line = next_sure, next_line
        return line, sure

    def _meant(self, message: Message, section: str, line: str, described: Stretch | None) -> dict[str, Any]:
        """The entity for a line which the whole message means, in the words that describe it if any do."""
        text = message.get(TEXT)
        owner = {"section": section, "certainty": "may_include" if line in self._loose else "named", "owner": line}
        return naming(text, *(described or (0, len(text))), [owner], BY_MEANING)


def _loose_lines(names: Iterable[Name]) -> set[str]:
    """The lines that only may take in most of what they are known to: "Health Agencies" names no hospital.

    Who is described is then no surer either.
    """
    names = [name for name in names if name.section == _RECIPIENTS]
    may = Counter(name.owner for name in names if name.certainty == "may_include")
    named = Counter(name.owner for name in names if name.certainty == "named")
    return {line for line in may if may[line] / (may[line] + named[line]) > _MOST}


def _take_out(message: Message, named: list[dict[str, Any]]) -> None:
    """Leave names out of what the message names."""
    message.set(ENTITIES, [each for each in message.get(ENTITIES, []) if each not in named], add_to_output=True)


def _add(message: Message, *entities: dict[str, Any]) -> None:
    message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)


def _link_nobody(message: Message, described: Stretch) -> None:
    """Add an entity for who is described and on no list."""
    _add(message, naming(message.get(TEXT), *described, [], BY_MEANING))


def _describe(message: Message, named: list[dict[str, Any]]) -> bool:
    """Whether all the names only describe who is meant."""
    text = message.get(TEXT)
    return all(stands_in_a_description(text[: each["start"]]) or is_described(text[each["end"] :]) for each in named)


def _is_set_aside(message: Message, line: str, named: list[dict[str, Any]]) -> bool:
    """Whether the line was named and only told of, beside what is asked about: "I live in a hostel. The DWP?"."""
    return line in message.get(SET_ASIDE, set()) and any(map(_is_listed, named))


def _of_the_line(name: dict[str, Any], line: str) -> dict[str, Any]:
    return {**name, "value": [owner for owner in name["value"] if owner["owner"] == line]}


def _is_listed(name: dict[str, Any]) -> bool:
    return any(owner["certainty"] in ("named", "may_include") for owner in name["value"])


def _owners(name: dict[str, Any]) -> set[str]:
    return {owner["owner"] for owner in name["value"]}


def _is_only_somebody(entity: dict[str, Any]) -> bool:
    return entity["entity"] == NAME and not entity["value"] and is_only_somebody(entity["text"])


def _may_be_a_recipient(entity: dict[str, Any]) -> bool:
    if entity["entity"] != NAME:
        return False
    return not entity["value"] or any(owner["section"] == _RECIPIENTS for owner in entity["value"])


def _names_something(message: Message, section: str) -> bool:
    """Whether something of the section is named, or something that is not known, which can't be a line.

    Of reasons and laws so many words that are not known ("shielding frail people") are no name.
    """
    named = [each for each in message.get(ENTITIES, []) if each["entity"] == NAME]
    return any(
        any(owner["section"] == section for owner in each["value"])
        or (not each["value"] and (section == _RECIPIENTS or len(each["text"].split()) < _FEWEST_WORDS_THAT_DESCRIBE))
        for each in named
    )
