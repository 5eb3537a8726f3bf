"""Links what a message means to a line of a list, where it has none of the names that people are known to use."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.entities import BY_MEANING, NAME, naming, words_beside
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
from bot.nlu.lines import NO_LINE, Lines, Meant
from bot.nlu.name_linker import IS_TOLD, SET_ASIDE
from bot.notice import knowledge_base
from knowledge import LISTS, Certainty, Name

_FEWEST_WORDS_THAT_DESCRIBE = 3
# With fewer words beside them names are what is meant: all who were rightly described in spite of one had ten or more.
_FEWEST_WORDS_BESIDE_NAMES = 6
_SURE_OF_TOPIC = 0.7
# What is told ends so before a question begins.
_TOLD = re.compile(r"\w{2,}[.!?;,] ")
_RECIPIENTS = "recipients"
_TELLS = {"background", "out_of_scope"}
# Under this key a message that tells of somebody has the entity for whom, if it names and describes nobody.
TELLS_OF = "tells_of"
# Under this key a message has how likely it means each line, once that was asked.
_LIKELY = "likely_lines"
_LIKELIER_THAN_NOT = 0.5
_AS_LIKELY = 0.5
# Two lines with so many names in common may both be meant, as social care for adults and for children; with very many
# they have the same people, as the two that have schools.
_NAMES_OF_TWINS = 5
_NAMES_OF_THE_SAME = 20
# By so much a line must be likelier than nobody on the list where somebody is described.
_CLEARLY_LIKELIER = 0.1


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningLinker(TrainedComponent):
    """Adds an entity where a question about a list names nothing known, but means one of its lines.

    "So you can plan what to put on next year" then is service improvement and planning. It learns from questions that
    mean a line (bot/data/lines) and from those that mean the list as a whole, or what is not on it. A line counts
    where it is `sure` at least; else nothing is linked.

    Of recipients, names may only describe who is meant: "the inspectors who rate care homes". So a line counts beside
    them where it is `sure_of_recipient`, or `sure_despite_names` if they hardly ask about those themselves. Who is
    described, and is `sure_of_nobody` on the list, is somebody whom the knowledge has no name for; who is only pointed
    at ("I dance on an app. Are the people who own it told?") must surer be so, `sure_of_nobody_pointed_at`. A message
    that only tells is said to be of a line where that is `sure_of_told`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "sure": 0.25,
            "sure_of_recipient": 0.45,
            "sure_despite_names": 0.8,
            "sure_of_nobody": 0.55,
            "sure_of_nobody_pointed_at": 0.7,
            "sure_of_told": 0.6,
            "networks": 2,
            "hidden": 256,
            "passes": 10,
            "words_strength": 30.0,
            "weight_of_words": 0.5,
            "sharpness": 30.0,
            "weight_of_neighbours": 0.33,
            "seed": 20,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._lines: dict[str, Lines] = {}
        self._twins = _twins(knowledge_base().names())

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
            self._lines[section] = Lines(self._config).fit(examples)
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
                    if all(map(_is_not_listed, filter(_may_be_a_recipient, message.get(ENTITIES)))):
                        # "Dad is dropped off at a place that minds him. Are they told?"
                        self._say_who_is_told_of(message)
            elif message.get(TEXT) and section in _TELLS:
                self._say_who_is_told_of(message)
        return messages

    def _link_what_is_meant(self, message: Message, section: str) -> None:
        text = message.get(TEXT)
        described = description_in(text)
        points = described is not None and only_points(text, described)
        if section != _RECIPIENTS:
            described = None
        meant = self._meant(section, message, described)
        if meant.line:
            least = "sure_despite_names" if points else "sure_of_recipient" if section == _RECIPIENTS else "sure"
            if meant.sure >= self._config[least]:
                _add(message, _entity(message, section, meant, described))
        elif described and _surely_asks(message) and not (points and _begins(text, described)):
            least = "sure_of_nobody_pointed_at" if points else "sure_of_nobody"
            if meant.sure >= self._config[least]:
                _link_nobody(message, described)
        elif section == _RECIPIENTS and _TOLD.search(text) and meant.sure >= self._config["sure_of_nobody_pointed_at"]:
            message.set(TELLS_OF, naming(text, 0, len(text), [], BY_MEANING), add_to_output=True)

    def _link_who_is_described(self, message: Message) -> None:
        """Link a line in place of the names of others that only describe whom it has."""
        named = [each for each in message.get(ENTITIES) if _may_be_a_recipient(each)]
        text = message.get(TEXT)
        described = description_in(text)
        within = [each for each in named if _stands_in_a_description(text, each, described)]
        describe = all(each in within or is_described(text[each["end"] :]) for each in named)
        if not describe and any(each[IS_TOLD] and each["value"] for each in named):
            # "I live in a hostel, can the police see it"; but "a bus with a *lift picks* me up" may name nobody.
            return
        meant = self._meant(_RECIPIENTS, message, described)
        if not meant.line:
            may_be_nobody = described and describe and not any(map(_is_listed, named))
            if may_be_nobody and _surely_asks(message) and meant.sure >= self._config["sure_of_nobody"]:
                # "the *woman* who tunes my piano": all of it says whom.
                _take_out(message, named)
                _link_nobody(message, described)
            return
        of_the_line = [each for each in named if meant.line in _owners(each)]
        if not describe and (_is_set_aside(message, meant.line, named) or _is_short(message, named)):
            return
        # Of "the *watchdog* that inspects care homes" the name may be meant, of "whoever inspects *care homes*" not.
        least = "sure_of_recipient" if within == named or (describe and of_the_line) else "sure_despite_names"
        if meant.sure < self._config[least]:
            if within == named and not of_the_line and all(map(_is_listed, named)):
                # "whoever strikes *nurses* off": they are not asked about, whoever is.
                _take_out(message, named)
            return
        if of_the_line and not describe:
            if not self._has_the_same(meant.line):
                # "the social work team for pensioners": of the two lines that have the name, one.
                _narrow(message, of_the_line, meant.line)
            return
        _take_out(message, named)
        if all(each in within for each in of_the_line):
            # "The agency that sends my *carers*" is meant by all of it.
            _add(message, _entity(message, _RECIPIENTS, meant, described))
        elif meant.sure >= _LIKELIER_THAN_NOT:
            # "The hospital that treats my wife" is meant by its name, and no surer than that tells; of "the social
            # workers who see to old people" the name has two lines.
            _narrow(message, of_the_line, meant.line, meant.certainty)
        else:
            _add(message, *of_the_line)

    def _has_the_same(self, line: str) -> bool:
        """Whether another line has mostly the same people, so that a name of both is of both."""
        return any(line in pair and shared >= _NAMES_OF_THE_SAME for pair, shared in self._twins.items())

    def _say_who_is_told_of(self, message: Message) -> None:
        """Say whom a message tells of, for what points at them: "A bus fetches him. Is that firm told?"."""
        meant = self._meant(_RECIPIENTS, message, None)
        if meant.line and meant.sure >= self._config["sure_of_told"]:
            message.set(TELLS_OF, _entity(message, _RECIPIENTS, meant, None), add_to_output=True)

    def _meant(self, section: str, message: Message, described: Stretch | None) -> Meant:
        """What the message likeliest means; `described` is where it says who somebody is."""
        likely = message.get(_LIKELY) or self._lines[section].likely(message)
        # Whom it tells of is asked after whom it describes, of the same message.
        message.set(_LIKELY, likely)
        first, second, *_ = sorted(likely.values(), key=lambda each: each.sure, reverse=True)
        none = likely[NO_LINE]
        if frozenset((first.line, second.line)) in self._twins and second.sure >= _AS_LIKELY * first.sure:
            first = replace(first, sure=first.sure + second.sure, twin=second.line)
        if described:
            return first if first.sure - none.sure >= _CLEARLY_LIKELIER else none
        # Where one line is likely, it is likelier meant than the list as a whole; but not than nobody on it.
        return second if first is none and second.sure >= self._config["sure"] else first


def _twins(names: Iterable[Name]) -> dict[frozenset[str], int]:
    """The pairs of lines of recipients that have many names in common, and how many."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.section == _RECIPIENTS and name.certainty == "named":
            owners[name.name].add(name.owner)
    pairs = Counter(frozenset(pair) for each in owners.values() for pair in combinations(each, 2))
    return {pair: shared for pair, shared in pairs.items() if shared >= _NAMES_OF_TWINS}


def _entity(message: Message, section: str, meant: Meant, described: Stretch | None) -> dict[str, Any]:
    """The entity for a line which the whole message means, in the words that describe it if any do."""
    text = message.get(TEXT)
    lines = [meant.line, meant.twin] if meant.twin else [meant.line]
    owners = [{"section": section, "certainty": meant.certainty, "owner": line} for line in sorted(lines)]
    return naming(text, *(described or (0, len(text))), owners, BY_MEANING)


def _begins(text: str, described: Stretch) -> bool:
    """Whether nothing is told before what describes somebody."""
    return not _TOLD.search(text[: described[0]])


def _take_out(message: Message, named: list[dict[str, Any]]) -> None:
    """Leave names out of what the message names."""
    message.set(ENTITIES, [each for each in message.get(ENTITIES, []) if each not in named], add_to_output=True)


def _narrow(message: Message, named: list[dict[str, Any]], line: str, certainty: Certainty = "named") -> None:
    """Leave to names that stand for several lines the one that is meant, and no surer than `certainty`.

    A "government office" is named; "the government office that prints passports" may be one that the line takes in.
    """
    _take_out(message, named)
    _add(message, *(_of_the_line(each, line, certainty) for each in named))


def _add(message: Message, *entities: dict[str, Any]) -> None:
    message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)


def _link_nobody(message: Message, described: Stretch) -> None:
    """Add an entity for who is described and on no list."""
    _add(message, naming(message.get(TEXT), *described, [], BY_MEANING))


def _stands_in_a_description(text: str, name: dict[str, Any], described: Stretch | None) -> bool:
    """Whether a name only describes who is meant; `described` is where the text says who somebody is."""
    begins, ends = described or (0, 0)
    # "the officer he reports to since he came out of *prison*", but not "the *hospital* that treats him"
    late = len(text[begins : name["start"]].split()) >= _FEWEST_WORDS_THAT_DESCRIBE
    return (late and name["end"] <= ends) or stands_in_a_description(text[: name["start"]])


def _is_short(message: Message, named: list[dict[str, Any]]) -> bool:
    """Whether a message says hardly more than names, so that they are meant: "Are education providers recipients?"."""
    return words_beside(message.get(TEXT), named) < _FEWEST_WORDS_BESIDE_NAMES


def _surely_asks(message: Message) -> bool:
    """Whether it surely asks of recipients, so that one who is described in it is meant to be one."""
    return message.get(INTENT)[PREDICTED_CONFIDENCE_KEY] >= _SURE_OF_TOPIC


def _is_set_aside(message: Message, line: str, named: list[dict[str, Any]]) -> bool:
    """Whether the line was named and only told of, beside what is asked about: "I live in a hostel. The DWP?"."""
    return line in message.get(SET_ASIDE, set()) and any(map(_is_listed, named))


def _of_the_line(name: dict[str, Any], line: str, certainty: Certainty) -> dict[str, Any]:
    owners = [owner for owner in name["value"] if owner["owner"] == line]
    if certainty == "may_include":
        owners = [{**owner, "certainty": certainty} for owner in owners]
    return {**name, "value": owners}


def _is_listed(name: dict[str, Any]) -> bool:
    return any(owner["certainty"] in ("named", "may_include") for owner in name["value"])


def _is_not_listed(name: dict[str, Any]) -> bool:
    return bool(name["value"]) and all(owner["certainty"] == "not_listed" for owner in name["value"])


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
