"""English as people type it: words, their spelling put right, their plurals and text-speak undone."""

from __future__ import annotations

import importlib.resources
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

import inflect
import jellyfish
import spacy
from ruamel.yaml import YAML
from spacy.lang.en import English
from symspellpy import SymSpell, Verbosity
from symspellpy.editdistance import DistanceAlgorithm, EditDistance

TEXT_SPEAK = Path(__file__).with_name("text_speak.yml")

# Below this length too many words are one letter apart.
_SHORTEST_TO_CORRECT = 4
# Below this length, and below this frequency, too much falls apart into words.
_SHORTEST_TO_TAKE_APART = 5
_FREQUENCY_OF_A_COMMON_WORD = 20_000_000
# So that a word of the notice wins over a rarer English word, not over a commoner one.
_FREQUENCY_OF_OUR_WORDS = 10_000_000
# How much likelier than others are slips of the finger (letters swapped, doubled, or single for double) and words that
# people are known to use in their questions; and how much a letter left out is.
_OFTEN = 20
_SOMETIMES = 5
# The dictionary finds the same words by any length of prefix: at five it takes 28 MB and a tenth of a millisecond for
# a misspelt word, at its own seven 70 MB and a fiftieth.
_PREFIX = 5
# "heyyyy", "pleeeease"
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
# "heyy"
_DRAWN_OUT_A_LITTLE = re.compile(r"([a-z])\1$")
# A shorter word sounds like too many others.
_SHORTEST_TO_KNOW_BY_SOUND = 5
# Of words that sound alike, how much likelier one is than another that differs by one letter more.
_EACH_LETTER = 10
_EDITS = EditDistance(DistanceAlgorithm.DAMERAU_OSA_FAST)
_SHORT_PLURALS = {"gps": "gp", "mps": "mp", "las": "la"}
_POSSESSIVE = {"'s", "’s", "'", "’"}


@dataclass(frozen=True)
class Word:
    """A word of a message: as typed and where, spelled right, and as a key under which its forms meet.

    `known` tells whether it is English as typed: a word, text-speak, or a name of the knowledge.
    """

    text: str
    start: int
    end: int
    corrected: str
    key: str
    known: bool = True


class Speller:
    """Puts right what is no English word; what is one stays, and so does what nothing is near to."""

    def __init__(self, our_words: Iterable[str] = (), asked_words: Iterable[str] = ()) -> None:
        self._asked_words = frozenset(asked_words)
        self._dictionary = SymSpell(max_dictionary_edit_distance=1, prefix_length=_PREFIX)
        with importlib.resources.as_file(
            importlib.resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
        ) as path:
            self._dictionary.load_dictionary(str(path), 0, 1, encoding="utf-8")
        ours = set(our_words)
        self._ours = ours | self._asked_words
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._ours):
            if len(word) >= _SHORTEST_TO_KNOW_BY_SOUND:
                self._by_sound[jellyfish.metaphone(word)].append(word)
        # No dictionary has "funders" where it has no "funder".
        ours |= {f"{word}s" for word in ours if word not in self._dictionary.words}
        for word in ours:
            missing = _FREQUENCY_OF_OUR_WORDS - self._dictionary.words.get(word, 0)
            if word.isalpha() and missing > 0:
                self._dictionary.create_dictionary_entry(word, missing)

    def knows(self, word: str) -> bool:
        """Whether it is an English word, or one of the names."""
        return word in self._dictionary.words

    def are_ours(self, words: list[str]) -> bool:
        """Whether all of them are words of the names, or words that people are known to use in their questions."""
        return self._ours.issuperset(words)

    def apart(self, letters: str) -> list[str]:
        """The common words that were typed without a space between them; none where they can't be told."""
        if len(letters) < _SHORTEST_TO_TAKE_APART:
            return []
        found = self._dictionary.word_segmentation(letters, max_edit_distance=0).corrected_string.split()
        common = all(len(word) > 1 and self._is_common(word) for word in found)
        return found if len(found) > 1 and common and "".join(found) == letters else []

    def _is_common(self, word: str) -> bool:
        """Whether it is likely to be meant as a word: "probationservice", for all that "probation" is rare."""
        ours = word in self._ours and len(word) >= _SHORTEST_TO_TAKE_APART
        return ours or self._dictionary.words.get(word, 0) >= _FREQUENCY_OF_A_COMMON_WORD

    def not_drawn_out(self, word: str) -> str:
        """The word that was typed with a letter held down; as it is, where there is none."""
        ways = ((_DRAWN_OUT, r"\1\1"), (_DRAWN_OUT, r"\1"), (_DRAWN_OUT_A_LITTLE, r"\1"))
        shorter = (drawn_out.sub(letters, word) for drawn_out, letters in ways)
        return next((each for each in shorter if self.knows(each)), word)

    def correct(self, word: str) -> str:
        """The word; where it is none, the likeliest one that is a letter away from it."""
        if len(word) < _SHORTEST_TO_CORRECT or not word.isalpha() or word in self._dictionary.words:
            return word
        found = self._dictionary.lookup(word, Verbosity.CLOSEST, max_edit_distance=1)
        return max(found, key=lambda each: self._likely(word, each.term, each.count)).term if found else word

    def sounding_like(self, word: str) -> str:
        """The likeliest of our words that sounds like one that is none, as children spell: "compewter"; else the word.

        At most half of its letters are wrong.
        """
        if len(word) < _SHORTEST_TO_KNOW_BY_SOUND or self.knows(word):
            return word
        apart = {each: _letters_apart(word, each) for each in self._by_sound.get(jellyfish.metaphone(word), [])}
        alike = [each for each, letters in apart.items() if letters <= max(2, len(each) // 2)]
        return max(
            alike, key=lambda each: self._dictionary.words.get(each, 0) / _EACH_LETTER ** apart[each], default=word
        )

    def _likely(self, typed: str, meant: str, count: int) -> float:
        asked = _OFTEN if meant in self._asked_words else 1
        return count * asked * _likely_slip(typed, meant)


def _likely_slip(typed: str, meant: str) -> float:
    """How much likelier than another slip of one letter it is that this one was made."""
    if typed[0] != meant[0]:
        # Who swaps the first two letters has both of them.
        return 1 if typed[:2] == meant[1::-1] else 1 / _OFTEN
    if sorted(typed) == sorted(meant) or _single(typed) == _single(meant):
        return _OFTEN
    return _SOMETIMES if len(meant) > len(typed) else 1


def _letters_apart(one: str, other: str) -> int:
    """How many letters two words differ by."""
    return _EDITS.compare(one, other, max(len(one), len(other)))


def _single(word: str) -> str:
    """The word without its double letters: "wil" and "will" are the same."""
    return "".join(letter for place, letter in enumerate(word) if word[place - 1 : place] != letter)


class Words:
    """Splits text into words. With a speller, misspelt ones are put right."""

    def __init__(self, speller: Speller | None = None) -> None:
        self._nlp: English = spacy.blank("en")
        self._speller = speller
        self._text_speak: dict[str, str] = YAML(typ="safe").load(TEXT_SPEAK.read_text(encoding="utf-8"))

    def of(self, text: str) -> list[Word]:
        """The words of the text in order; punctuation is a word, white space and possessive endings are none.

        Of a lone apostrophe it is the apostrophe, for the pipeline can't read what has no word.
        """
        words: list[Word] = []
        for token in self._nlp.tokenizer(text):
            if token.is_space or token.text.lower() in _POSSESSIVE:
                continue
            words += self._read(token.text, token.norm_.lower(), token.idx)
        if not words and text.strip():
            words.append(Word(text, 0, len(text), text, text))
        return words

    def _read(self, text: str, lower: str, start: int) -> list[Word]:
        spoken = self._text_speak.get(lower)
        if spoken:
            return [Word(text, start, start + len(text), spoken, key(spoken))]
        if self._speller and not self._speller.knows(lower):
            lower = self._speller.not_drawn_out(lower)
        if not self._speller or not lower.isalpha() or self._speller.knows(lower):
            return [Word(text, start, start + len(text), lower, key(lower))]
        corrected = self._speller.correct(lower)
        parts = self._parts(lower, corrected)
        if not parts and corrected == lower and text.islower():
            # Not "Shanice", which is somebody's name.
            corrected = self._speller.sounding_like(lower)
        if not parts:
            return [Word(text, start, start + len(text), corrected, key(corrected), known=False)]
        ends = pairwise(accumulate(map(len, parts), initial=start))
        return [
            Word(text[begin - start : end - start], begin, end, part, key(part))
            for part, (begin, end) in zip(parts, ends, strict=True)
        ]

    def _parts(self, typed: str, corrected: str) -> list[str]:
        """The words that were typed without a space; none where one word was meant, but misspelt.

        "howlong" is no howling, for people ask with each of its parts; "councilor" is no "council or".
        """
        if corrected == typed:
            return self._speller.apart(typed)
        if self._speller.are_ours([corrected]):
            return []
        parts = self._speller.apart(typed)
        return parts if self._speller.are_ours(parts) else []


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """The form under which a word's singular and plural meet."""
    # Three letters are mostly an abbreviation: "ons" is no plural of "on".
    if len(word) == 3:
        return _SHORT_PLURALS.get(word, word)
    # Nor is "they", which the inflector would take for more than one "it".
    if len(word) < 3 or not word.isalpha() or word.endswith("ss") or word in English.Defaults.stop_words:
        return word
    return _inflector().singular_noun(word) or word


@lru_cache(maxsize=1)
def _inflector() -> inflect.engine:
    return inflect.engine()
