"""Tells which line of a list a message means, learnt from what is asked of each line by none of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.importer import CERTAINTY, LINE
from bot.nlu.descriptions import description_in, only_points
from bot.nlu.features import as_it_stands, meaning_of, words_of
from bot.nlu.machines import MeaningAndWords, Neighbours, together
from bot.nlu.sentence_vectors import encoder
from bot.nlu.spacy_words import well_spelled
from knowledge import Certainty

# In place of a line, that no line of the list is meant.
NO_LINE = ""


@dataclass(frozen=True)
class Meant:
    """A line that a message may mean, how sure the line would then have it, and how likely that is."""

    line: str
    certainty: Certainty
    sure: float
    # Another line that is meant as much, where both share their names: who teaches us is of both that have schools.
    twin: str | None = None


class Lines:
    """Tells which line of a list a message means: by its meaning, by its words, and by the examples nearest to it.

    Where somebody is described, near is what is like it as a whole and in the words that say whom: in "does the firm
    that tests my boiler hear that I have carers" most of the words are of other things.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._by_meaning = MeaningAndWords.of(config)
        self._by_neighbours = Neighbours(config["sharpness"])
        self._weight = config["weight_of_neighbours"]

    def fit(self, examples: Sequence[Message]) -> Lines:
        """Learn from examples, of which those that mean no line have none."""
        labels = [_label(each) for each in examples]
        meaning = meaning_of(examples)
        whom = _vectors_for_whom(examples, meaning)
        self._by_meaning.fit(np.hstack([meaning, whom]), words_of(examples), labels)
        self._by_neighbours.fit(_near(meaning, whom), labels)
        return self

    def ready_for_messages(self) -> Lines:
        """As `MeaningAndWords.ready_for_messages`."""
        self._by_meaning.ready_for_messages()
        return self

    def likely(self, message: Message) -> dict[str, Meant]:
        """How likely a message means each line, and that it means none of them."""
        meaning = meaning_of([message])
        whom = _vectors_for_whom([message], meaning)
        by_meaning = self._by_meaning.probabilities(np.hstack([meaning, whom]), words_of([message]))
        by_neighbours = self._by_neighbours.probabilities(_near(meaning, whom))
        [both] = together(by_meaning, by_neighbours, self._weight)
        likely: dict[str, list[tuple[float, Certainty]]] = defaultdict(list)
        for label, probability in zip(self._by_meaning.labels, both, strict=True):
            line, _, certainty = label.partition(" ")
            likely[line].append((float(probability), certainty))
        return {line: Meant(line, max(each)[1], sum(sure for sure, _ in each)) for line, each in likely.items()}


def _label(example: Message) -> str:
    """The line that an example means, and how sure the line has it."""
    return f"{example.get(LINE)} {example.get(CERTAINTY)}" if example.get(LINE) else NO_LINE


def _vectors_for_whom(messages: Sequence[Message], meaning: np.ndarray) -> np.ndarray:
    """For each message the vector of the words that say who is meant, or of all words where none do by themselves."""
    rows = as_it_stands(meaning).copy()
    words = {place: said for place, each in enumerate(messages) if (said := _words_for_whom(each))}
    vectors = encoder().vectors(words.values())
    for place, said in words.items():
        rows[place] = vectors[said]
    return rows


def _words_for_whom(message: Message) -> str | None:
    text = message.get(TEXT)
    described = description_in(text)
    return None if described is None or only_points(text, described) else well_spelled(message, *described)


def _near(meaning: np.ndarray, whom: np.ndarray) -> np.ndarray:
    """The message as it stands and the words for whom, as one."""
    return as_it_stands(meaning) + whom
