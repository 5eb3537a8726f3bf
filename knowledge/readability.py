"""How hard a text is to read, measured by a library, and what in a notice's folder is too hard for a child.

Counted are our own words. A quote of the notice, a name (a law, an office: what is written with capitals) and an
address stand as they are, so each of them counts as one short word.
"""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge._content import Content
from knowledge._yaml import line_of, read_yaml
from knowledge.errors import Problem

# What a child's texts are held to. A grade is Flesch-Kincaid's: a year at school in the USA.
HIGHEST_GRADE = 6
HIGHEST_MEAN_GRADE = 5
LONGEST_SENTENCE = 20
LONGEST_ANSWER = 80
COMMON_WORDS = 5_000
# What an adult's answers are held to.
HIGHEST_ADULT_GRADE = 9

_FREQUENCIES = "frequency_dictionary_en_82_765.txt"
_FOR_A_NAME = "it"
_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ADDRESS = re.compile(r"https?://\S+|\bGOV\.UK|\S+@\S+\.\w+|\+?\b\d[\d ]{3,}\d\b")
_CAPITAL = r"\(?[A-Z][\w’'-]*\)?"
_NEXT = rf"(?:,? (?:(?:of|and|for|the|with|on) )*(?:{_CAPITAL}|&|\d{{4}}(?:/\d+\)?)?))"
# After a word or a comma one capital is enough for a name; at the start of a sentence it takes two.
_NAME = re.compile(
    rf"(?:(?<=[\w,;(] )|(?<=\())(?!I\b){_CAPITAL}{_NEXT}*"
    rf"|(?<!\w)(?!(?:The|A|An|In|On|At|If) )[A-Z][\w’'-]*(?:,? (?:(?:of|and|for|with) )*(?:{_CAPITAL}|&)){_NEXT}*"
)
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"\b[^\W\d_]+(?:['’][^\W\d_]+)*")
_ABBREVIATION = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Za-z]+(?:-[A-Z]+)?")
_ENDINGS = ("s", "es", "d", "ed", "ing", "r", "er", "st", "est", "ly", "'s", "'t", "'re", "'ll", "'ve")


@dataclass(frozen=True)
class Reading:
    """A text as measured: its grade, its longest sentence, how many words it has, which of them are on no list.

    `plain_grade` is the grade with quotes, names and addresses counted too.
    """

    grade: float
    plain_grade: float
    longest: str
    words: int
    unknown: tuple[str, ...]


class Yardstick:
    """Measures texts. Knows the commonest English words, and the words and names that the glossary explains."""

    def __init__(self, content: Content) -> None:
        forms = [form for entry in content.glossary.words for form in (entry.word, *entry.forms)]
        self._explained = {word for form in forms for word in _words(form)}
        everyday = content.glossary.everyday
        self._common = {*everyday, *common_words(COMMON_WORDS - len(everyday))}
        titles = {source.title for fact in content.facts.facts for source in fact.sources}
        self._titles = re.compile("|".join(map(re.escape, sorted(titles, key=len, reverse=True))) or r"(?!)")

    def read(self, text: str) -> Reading:
        """The text, measured."""
        ours = own_words(self._titles.sub(_FOR_A_NAME, text))
        sentences = sentences_of(ours)
        return Reading(
            grade=grade(sentences),
            plain_grade=grade(sentences_of(text)),
            longest=max(sentences, key=length, default=""),
            words=sum(map(length, sentences)),
            unknown=tuple(dict.fromkeys(self._unknown(ours, text))),
        )

    def _unknown(self, ours: str, text: str) -> Iterator[str]:
        yield from (word for word in _words(ours) if not self._knows(word))
        for short in _abbreviations(self._titles.sub("", text)):
            if not all(word in self._explained or word in self._common for word in _words(short)):
                yield short

    def _knows(self, word: str) -> bool:
        return word in self._explained or any(form in self._common for form in _without_endings(word))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; each line of a list is one, full stop or not."""
    return [each for each in _SENTENCE_END.split(text) if _WORD.search(each)]


def grade(sentences: Sequence[str]) -> float:
    """Flesch and Kincaid's grade of a text as it stands; 0 where nothing stands."""
    # Here, for it takes long to load, and nobody who chats needs it.
    import textstat

    punctuated = [each if each.endswith((".", "!", "?")) else f"{each.rstrip(':')}." for each in sentences]
    return textstat.flesch_kincaid_grade(" ".join(punctuated)) if punctuated else 0.0


def own_words(text: str) -> str:
    """The text with a short word in the place of each quote, address and name."""
    for as_it_stands in (_QUOTE, _ADDRESS, _NAME):
        text = as_it_stands.sub(_FOR_A_NAME, text)
    return text


def length(sentence: str) -> int:
    """How many words a sentence has."""
    return len(re.findall(r"[\w’'-]*\w", sentence))


@lru_cache(maxsize=2)
def common_words(how_many: int) -> frozenset[str]:
    """The commonest English words, by how often they stand on web pages."""
    listed = (importlib.resources.files("symspellpy") / _FREQUENCIES).read_text(encoding="utf-8-sig").splitlines()
    return frozenset(line.split()[0] for line in listed[:how_many])


def problems(content: Content) -> list[Problem]:
    """What a child could not read in the folder: each text's file and line, what is too hard in it, and the fix."""
    yardstick = Yardstick(content)
    return sorted(
        Problem(path, line, what, fix)
        for path, line, texts in texts_of(content.folder)
        for what, fix in too_hard(yardstick.read(texts["child"]), "child")
    )


def too_hard(reading: Reading, who: str) -> Iterator[tuple[str, str]]:
    """What is too hard for a child in a text, and what to do about it."""
    if length(reading.longest) > LONGEST_SENTENCE:
        yield (
            f"The {who} text has a sentence of {length(reading.longest)} words: “{reading.longest}”",
            f"Make two of it; {LONGEST_SENTENCE} words are the most.",
        )
    for word in reading.unknown:
        yield (
            f"The {who} text has the hard word “{word}”.",
            "Use a commoner word, or explain it in glossary.yml.",
        )


def texts_of(folder: Path) -> Iterator[tuple[Path, int, dict[str, str]]]:
    """Every text of the folder that is written for each audience, with the file and the line where a child's stands."""
    for path in sorted(folder.glob("*.yml")):
        raw = read_yaml(path)
        for location, texts in _walk(raw, ()):
            yield path, line_of(raw, (*location, "child")), texts


def _walk(node: Any, location: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], dict[str, str]]]:
    if isinstance(node, dict):
        if isinstance(node.get("child"), str) and isinstance(node.get("adult"), str):
            yield location, {key: str(value) for key, value in node.items()}
        for key, value in node.items():
            yield from _walk(value, (*location, key))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _walk(value, (*location, place))


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _abbreviations(text: str) -> Iterable[str]:
    """What is short for something, outside of longer names: "DWP", but not "London SW18 2PU"."""
    for as_it_stands in (_QUOTE, _ADDRESS):
        text = as_it_stands.sub("", text)
    return _ABBREVIATION.findall(_NAME.sub(lambda name: name[0] if " " not in name[0] else "", text))


def _without_endings(word: str) -> Iterator[str]:
    """The word, and what is left of it without a regular ending: "plan" of "planned", "carry" of "carried"."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending)
            yield from _without_endings(stem) if "'" in ending else ()
            yield stem
            if stem[-1] == stem[-2:-1]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield f"{stem[:-1]}y"
            if ending in ("ing", "er", "est", "ed"):
                yield f"{stem}e"
