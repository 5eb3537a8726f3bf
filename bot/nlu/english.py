"""English as people type it: words, their spelling put right, their plurals and text-speak undone."""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import inflect
import spacy
from ruamel.yaml import YAML
from spacy.lang.en import English
from symspellpy import SymSpell, Verbosity

TEXT_SPEAK = Path(__file__).with_name("text_speak.yml")

# Below this length too many words are one letter apart.
_SHORTEST_TO_CORRECT = 4
# So that a word of the notice wins over a rarer English word, not over a commoner one.
_FREQUENCY_OF_OUR_WORDS = 10_000_000
_POSSESSIVE = {"'s", "’s", "'", "’"}


@dataclass(frozen=True)
class Word:
    """A word of a message: as typed and where, spelled right, and as a key under which its forms meet."""

    text: str
    start: int
    end: int
    corrected: str
    key: str


class Speller:
    """Puts right what is no English word; what is one stays, and so does what nothing is near to."""

    def __init__(self, our_words: Iterable[str] = ()) -> None:
        self._dictionary = SymSpell(max_dictionary_edit_distance=1, prefix_length=7)
        with importlib.resources.as_file(
            importlib.resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
        ) as path:
            self._dictionary.load_dictionary(str(path), 0, 1, encoding="utf-8")
        for word in our_words:
            missing = _FREQUENCY_OF_OUR_WORDS - self._dictionary.words.get(word, 0)
            if word.isalpha() and missing > 0:
                self._dictionary.create_dictionary_entry(word, missing)

    def correct(self, word: str) -> str:
        """The word, or the commonest one that is a letter away from it where it is none itself."""
        if len(word) < _SHORTEST_TO_CORRECT or not word.isalpha() or word in self._dictionary.words:
            return word
        found = self._dictionary.lookup(word, Verbosity.TOP, max_edit_distance=1)
        return found[0].term if found else word


class Words:
    """Splits text into words. With a speller, misspelt ones are put right."""

    def __init__(self, speller: Speller | None = None) -> None:
        self._nlp: English = spacy.blank("en")
        self._speller = speller
        self._text_speak: dict[str, str] = YAML(typ="safe").load(TEXT_SPEAK.read_text(encoding="utf-8"))

    def of(self, text: str) -> list[Word]:
        """The words of the text in order; punctuation is a word, white space and possessive endings are none."""
        words: list[Word] = []
        for token in self._nlp.tokenizer(text):
            if token.is_space or token.text.lower() in _POSSESSIVE:
                continue
            lower = token.norm_.lower()
            corrected = self._text_speak.get(lower, lower)
            if self._speller and corrected == lower:
                corrected = self._speller.correct(lower)
            words.append(Word(token.text, token.idx, token.idx + len(token), corrected, key(corrected)))
        return words


def corrected(words: Iterable[Word]) -> str:
    """The message as it would read well spelled, for what reads whole sentences."""
    return re.sub(r" (?=[?!.,;:])", "", " ".join(word.corrected for word in words))


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """The form under which a word's singular and plural meet."""
    if len(word) < 3 or not word.isalpha():
        return word
    return _inflector().singular_noun(word) or word


@lru_cache(maxsize=1)
def _inflector() -> inflect.engine:
    return inflect.engine()
