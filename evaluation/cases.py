"""What the bot is asked and what is right: the files of questions/ and conversations/, read and checked whole."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from ruamel.yaml import YAML

from knowledge import AUDIENCES, SECTIONS, Audience, KnowledgeBase

FOLDER = Path(__file__).parent
OUTCOMES = (
    "answered",
    "may_cover",
    "not_listed",
    "not_covered",
    "out_of_scope",
    "clarify",
    "safeguarding",
    "conversation",
)
# What cites lines of the notice; every other outcome cites none.
CITING = frozenset({"answered", "may_cover"})

Part = Literal["open", "kept_back", "all"]
PARTS: tuple[Part, ...] = get_args(Part)

_KEPT_BACK_ONE_IN = 5
_ANSWER_KEYS = {"outcome", "section", "topic", "quotes"}


@dataclass(frozen=True)
class Expected:
    """What is right as one answer. Of several outcomes or topics any is; a part that is None may be anything."""

    outcomes: frozenset[str]
    section: str | None = None
    topics: frozenset[str] | None = None
    quotes: frozenset[str] | None = None

    @property
    def citations(self) -> frozenset[str] | None:
        """The lines that should be cited, none where nothing should; None where the label leaves it open."""
        return frozenset() if self.quotes is None and not self.outcomes & CITING else self.quotes


@dataclass(frozen=True)
class Turn:
    """One message and the answers it should get, in order. With an audience, the conversation goes on in its words."""

    say: str
    answers: tuple[Expected, ...]
    audience: Audience | None = None


@dataclass(frozen=True)
class Case:
    """A conversation with the bot; a question by itself is one of a single turn."""

    name: str
    audience: Audience
    turns: tuple[Turn, ...]
    kinds: tuple[str, ...] = ()

    @property
    def part(self) -> Part:
        """Where the case belongs. It depends on its words alone, so that no later case moves another."""
        digest = hashlib.sha256("\n".join(normalised(turn.say) for turn in self.turns).encode()).digest()
        return "open" if int.from_bytes(digest[:8], "big") % _KEPT_BACK_ONE_IN else "kept_back"


def normalised(text: str) -> str:
    """The text without what makes no other question of it: case, punctuation, white space; as it is without a word."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("'", "").replace("’", ""))) or text.strip()


def questions(knowledge: KnowledgeBase, part: Part = "all", folder: Path = FOLDER) -> list[Case]:
    """The single questions of a part."""
    return _load(folder / "questions", knowledge, part)


def conversations(knowledge: KnowledgeBase, part: Part = "all", folder: Path = FOLDER) -> list[Case]:
    """The conversations of a part."""
    return _load(folder / "conversations", knowledge, part)


def problems(knowledge: KnowledgeBase, folder: Path = FOLDER) -> list[str]:
    """What can't be right in the files: each label, with its file and the text it belongs to."""
    return [
        f"{path.name}: {problem}"
        for kind in ("questions", "conversations")
        for path, entry in _written(folder / kind)
        for problem in _wrong(entry, knowledge)
    ]


def read(path: Path) -> Any:
    """What a YAML file holds."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def _load(folder: Path, knowledge: KnowledgeBase, part: Part) -> list[Case]:
    cases = (
        Case(
            entry["name"],
            entry.get("audience", "adult"),
            tuple(
                Turn(turn["say"], expectations(turn["answers"], knowledge), turn.get("audience"))
                for turn in entry["turns"]
            ),
            tuple(entry.get("kind", ())),
        )
        for _, entry in _written(folder)
    )
    return [case for case in cases if part in ("all", case.part)]


def _written(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.glob("*.yml")):
        for entry in _as_conversations(read(path), path.stem):
            yield path, entry


def _as_conversations(raw: Any, name: str) -> list[dict[str, Any]]:
    if isinstance(raw, dict):
        return [{"name": name, **raw}]
    return [
        {"name": name, **each, "turns": each.get("turns") or [{"say": each["ask"], "answers": each["answers"]}]}
        for each in raw
    ]


def repeated(cases: Iterable[Case]) -> list[str]:
    """The questions that stand in the data more than once, for the same audience."""
    count = Counter((normalised(case.turns[0].say), case.audience) for case in cases if len(case.turns) == 1)
    return [said for (said, _), times in count.items() if times > 1]


def expectations(labels: list[dict[str, Any]], knowledge: KnowledgeBase) -> tuple[Expected, ...]:
    """The labels of one message, as written in the files."""
    return tuple(_expected(label, knowledge) for label in labels)


def _expected(label: dict[str, Any], knowledge: KnowledgeBase) -> Expected:
    quotes = label.get("quotes")
    if quotes == "all":
        quotes = [line.quote for line in knowledge.whole(label["section"]).cited]
    return Expected(
        frozenset(label["outcome"].split("|")),
        label.get("section"),
        frozenset(label["topic"].split("|")) if "topic" in label else None,
        None if quotes is None else frozenset(quotes),
    )


def _wrong(entry: dict[str, Any], knowledge: KnowledgeBase) -> Iterator[str]:
    for audience in (entry.get("audience", "adult"), *(turn.get("audience", "adult") for turn in entry["turns"])):
        if audience not in AUDIENCES:
            yield f"“{entry['turns'][0]['say']}” is for {audience!r}, not for one of {AUDIENCES}"
    for turn in entry["turns"]:
        if not turn["answers"]:
            yield f"“{turn['say']}” has no answers"
        for label in turn["answers"]:
            yield from (f"“{turn['say']}” {problem}" for problem in wrong_label(label, knowledge))


def wrong_label(label: dict[str, Any], knowledge: KnowledgeBase) -> Iterator[str]:
    """What can't be right in a label."""
    lines = [line for line in knowledge.lines() if label.get("section") in (None, line.section)]
    if unknown := set(label) - _ANSWER_KEYS:
        yield f"has {sorted(unknown)}, which no label has"
    if unknown := set(label.get("outcome", "").split("|")) - set(OUTCOMES):
        yield f"has the outcome {sorted(unknown)}, which is none"
    if label.get("section", SECTIONS[0]) not in SECTIONS:
        yield f"has the section {label['section']!r}, which is none"
    if "topic" in label and (unknown := set(label["topic"].split("|")) - set(knowledge.topics())):
        yield f"has the topic {sorted(unknown)}, which is none"
    quotes = label.get("quotes", ())
    if quotes == "all":
        if "section" not in label:
            yield "quotes all lines of no section"
    elif unknown := set(quotes) - {line.quote for line in lines}:
        yield f"quotes {sorted(unknown)}, which is no line of {label.get('section', 'the notice')}"
