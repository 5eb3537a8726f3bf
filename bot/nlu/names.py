"""Finds in a message what the knowledge has a name for, and what is named that it does not know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.nlu.english import Word, Words
from bot.notice import knowledge_base
from knowledge import Name

PLAIN_WORDS = Path(__file__).with_name("plain_words.txt")

# Words after which somebody is told something, and words before which somebody gets to know it.
_BEFORE_A_RECIPIENT = {
    "with",
    "to",
    "tell",
    "telling",
    "told",
    "inform",
    "informing",
    "notify",
    "contact",
    "give",
    "giving",
    "show",
    "showing",
}
_BEFORE_ONE_WHO_SEES = {
    "can",
    "could",
    "will",
    "would",
    "does",
    "do",
    "did",
    "is",
    "are",
    "has",
    "have",
    "may",
    "might",
    "if",
    "whether",
    "that",
    "when",
    "let",
    "letting",
    "why",
}
_WHAT_ONE_WHO_SEES_DOES = {
    "see",
    "sees",
    "seeing",
    "get",
    "gets",
    "getting",
    "have",
    "has",
    "access",
    "know",
    "knows",
    "look",
    "looks",
    "looking",
    "view",
    "views",
    "read",
    "reads",
    "find",
    "finds",
    "receive",
    "receives",
    "ask",
    "asks",
    "be",
    "use",
    "uses",
    "given",
    "told",
    "informed",
    "listed",
    "mentioned",
    "involved",
    "on",
    "in",
    "are",
    "is",
    "included",
    "covered",
    "named",
    "hear",
    "hears",
    "learn",
    "learns",
    "appear",
    "appears",
    "somewhere",
    "someone",
    "somebody",
    "one",
    "among",
    "allowed",
    "able",
    "permitted",
    "entitled",
    "supposed",
}
_GIVE = {"give", "gives", "giving", "show", "showing"}
# "my boss gets told"
_GETS = {"get", "gets", "is", "are", "being", "be"}
_TOLD = {"told", "informed", "notified", "given", "sent", "shown"}
_SEEN = {"seen", "read", "viewed", "accessed", "used", "received", "looked"}
# What goes on after one who is told, "to Tesco *and* Asda", but not after what is done, "to wash *mum*".
_AFTER_ONE_TOLD = {"and", "or", "if", "when", "without", "about", "too", "as", "by", "then", "for", "please"}
# What may stand between such a word and the name.
BETWEEN = {"my", "the", "a", "an", "our", "his", "her", "their", "your", "this", "that", "some"}
_LONGEST_UNKNOWN_NAME = 4
_LAWS = {"act", "regulation", "convention", "directive", "charter", "statute"}
_JOIN_TITLES = {"of", "and", "&", "to", "for"}
_YEAR = re.compile(r"(?:18|19|20)\d\d")
# Letters of any alphabet: "fiancé" is one word.
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Found:
    """A stretch of a message, from word to word, that names what `owners` stand for. Unknown names have no owner."""

    first: int
    end: int
    names: tuple[Name, ...]


def our_words() -> set[str]:
    """Every word that occurs in the knowledge's names."""
    return {word for name in knowledge_base().names() for word in _WORD.findall(name.name)}


class NameFinder:
    """Finds names in words, whatever their number, case and (where the words were corrected) spelling."""

    def __init__(self, names: Iterable[Name]) -> None:
        vocabulary = spacy.blank("en").vocab
        self._matcher = PhraseMatcher(vocabulary, attr="ORTH")
        self._names: dict[str, list[Name]] = defaultdict(list)
        self._vocabulary = vocabulary
        words = Words()
        for name in names:
            keys = [word.key for word in words.of(name.name)]
            joined = " ".join(keys)
            if keys and joined not in self._names:
                self._matcher.add(joined, [Doc(vocabulary, words=keys)])
            if name not in self._names[joined]:
                self._names[joined].append(name)
        # Who says "the police" may mean whatever "police" names.
        for joined in list(self._names):
            without = self._names.get(joined.removeprefix("the "), [])
            self._names[joined] += [name for name in without if name not in self._names[joined]]
        self._plain = plain_words()

    def known(self, words: Sequence[Word]) -> list[Found]:
        """What the knowledge has a name for, in order; of names that overlap, the longest."""
        if not words:
            return []
        doc = Doc(self._vocabulary, words=[word.key for word in words])
        matches = [(start, end, self._vocabulary.strings[id_]) for id_, start, end in self._matcher(doc)]
        # "the" makes no name longer: of "the government agency" the agency is meant, not "the government".
        # Nor does "my": "my ex husband" is an ex-husband, not "my ex" and a husband.
        matches.sort(key=lambda match: (match[0] - match[1] + (words[match[0]].key in BETWEEN), match[0]))
        taken: set[int] = set()
        found = []
        for start, end, joined in matches:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.append(Found(start, end, tuple(self._names[joined])))
        return sorted(found, key=lambda each: each.first)

    def unknown(self, words: Sequence[Word], known: Sequence[Found]) -> list[Found]:
        """What stands where a recipient would and is neither known nor a plain word: "Tesco" in "do you tell Tesco"."""
        taken = {place for found in known for place in range(found.first, found.end)}
        unknown: list[Found] = []
        place = 0
        while place < len(words):
            end = self._end_of_name(words, place, taken)
            name = Found(place, end, ())
            # "with 2 flats" names nobody.
            if end > place and words[place].text[0].isalpha() and stands_as_recipient(words, name, known):
                unknown.append(name)
            place = max(end, place + 1)
        return unknown

    def unknown_laws(self, words: Sequence[Word], known: Sequence[Found]) -> list[Found]:
        """What is called an Act, or regulations, and is no law that is known: "the Offensive Weapons Act".

        What else is known by a part of a written title ("Domestic Abuse Act 2021") is no bar; the title is meant.
        """
        laws = {place for found in known if _is_law(found) for place in range(found.first, found.end)}
        others = {place for found in known if not _is_law(found) for place in range(found.first, found.end)}
        titles = []
        for place, word in enumerate(words):
            written = word.text.istitle() or (place + 1 < len(words) and _YEAR.fullmatch(words[place + 1].text))
            taken = laws if written else laws | others
            first = place
            while (
                first > 0 and first - 1 not in taken and (first - 1 in others or self._is_of_a_title(words, first - 1))
            ):
                first -= 1
            while first < place and words[first].corrected in _JOIN_TITLES:
                first += 1
            if word.key in _LAWS and place not in taken and first < place:
                titles.append(Found(first, place + 1, ()))
        return titles

    def _is_of_a_title(self, words: Sequence[Word], place: int) -> bool:
        word = words[place].corrected
        # In "the Care Standards Act" even a plain word is of the title; where a sentence begins, capitals tell nothing.
        begins = place == 0 or not words[place - 1].text.isalnum()
        written = words[place].text.istitle() and not begins and word not in BETWEEN
        return word in _JOIN_TITLES or (word.isalpha() and (written or word not in self._plain))

    def _end_of_name(self, words: Sequence[Word], place: int, taken: set[int]) -> int:
        end = place
        while (
            end < len(words)
            and end not in taken
            and words[end].corrected not in self._plain
            and words[end].text[0].isalnum()
        ):
            end += 1
        return end if end - place <= _LONGEST_UNKNOWN_NAME else place


def stands_as_recipient(words: Sequence[Word], found: Found, others: Sequence[Found] = ()) -> bool:
    """Whether a stretch of a message stands where one who gets to know something would."""
    previous, before = _word_before(words, found)
    if not found.names and previous == "to" and _may_be_done(words, found):
        return False
    if not found.names and previous in _GIVE and words[before + 1].corrected == "her":
        # "who give her tablets"
        return False
    ends = {other.end for other in others if other is not found}
    return (
        previous in _BEFORE_A_RECIPIENT
        or (previous == "by" and before > 0 and words[before - 1].corrected in _SEEN)
        or (previous in {"and", "or"} and before in ends)
        or (
            previous in _BEFORE_ONE_WHO_SEES
            and _following(words, found) in _WHAT_ONE_WHO_SEES_DOES
            # "is the board in it", but "we did domestic abuse in lessons"
            and not (previous == "did" and _following(words, found) == "in")
        )
        or (bool(found.names) and _following(words, found) in _GETS and _following(words, found, 1) in _TOLD)
    )


def _may_be_done(words: Sequence[Word], found: Found) -> bool:
    """Whether what follows "to" may be something done, "to wash mum", and no one who is told: "to Tesco and Asda"."""
    return (
        words[found.first].text.islower()
        and _following(words, found).isalnum()
        and (_following(words, found) not in _AFTER_ONE_TOLD)
    )


def sees(word: str) -> bool:
    """Whether one who gets to know something would do that: "the police *get* it"."""
    return word in _WHAT_ONE_WHO_SEES_DOES


def without(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """The names but for those that stand within one of the others."""
    return [each for each in found if not any(one.first < each.end and each.first < one.end for one in others)]


def _is_law(found: Found) -> bool:
    return any(name.section == "legal_bases" for name in found.names)


def _word_before(words: Sequence[Word], found: Found) -> tuple[str, int]:
    before = found.first - 1
    while before >= 0 and words[before].corrected in BETWEEN:
        if words[before].corrected == "that" and words[before + 1].corrected in BETWEEN:
            # "they claim *that* the press are told"
            break
        before -= 1
    return (words[before].corrected if before >= 0 else ""), before


def _following(words: Sequence[Word], found: Found, farther: int = 0) -> str:
    place = found.end + farther
    return words[place].corrected if place < len(words) else ""


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """The words of which any question is made, whatever it is about."""
    return frozenset(PLAIN_WORDS.read_text(encoding="utf-8").split()) | spacy.blank("en").Defaults.stop_words
