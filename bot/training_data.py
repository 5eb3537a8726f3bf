"""Checks that every topic is wired from end to end: examples, a rule, a label, a response for each audience."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.importer import PLACEHOLDERS
from bot.model import DATA, DOMAIN
from bot.notice import knowledge_base
from knowledge import AUDIENCES

FEWEST_EXAMPLES = 20
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def problems(data: Path = DATA, domain: Path = DOMAIN) -> list[str]:
    """What is wrong with the training data, each in a sentence that names file or topic; none where all is right."""
    intents = _read(domain)["intents"]
    return [*_examples(data, intents), *_rules(data, intents), *_responses(data), *_labels(intents)]


def examples(data: Path = DATA) -> dict[str, list[str]]:
    """The hand-written examples of each intent."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((data / "nlu").glob("*.yml")):
        for entry in _read(path)["nlu"]:
            found[entry["intent"]] += [
                line.removeprefix("-").strip() for line in entry["examples"].splitlines() if line.strip()
            ]
    return found


def responses(data: Path = DATA) -> dict[str, dict[str, str]]:
    """The text of each response for each audience."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((data / "responses").glob("*.yml")):
        for name, variations in _read(path)["responses"].items():
            found[name] = {each["condition"][0]["value"]: each["text"] for each in variations}
    return found


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def _examples(data: Path, intents: list[str]) -> Iterator[str]:
    written = examples(data)
    for intent in intents:
        if len(written[intent]) < FEWEST_EXAMPLES:
            yield f"bot/data/nlu: {intent} has {len(written[intent])} examples. Write at least {FEWEST_EXAMPLES}."
    for intent in written:
        if intent not in intents:
            yield f"bot/data/nlu: {intent} is not among the intents of domain.yml. Add it there, or check its spelling."
        for text in written[intent]:
            for placeholder in set(_PLACEHOLDER.findall(text)) - set(PLACEHOLDERS):
                yield f"bot/data/nlu: {intent} has {{{placeholder}}} in “{text}”. Use one of {sorted(PLACEHOLDERS)}."
    seen = Counter(text.casefold() for texts in written.values() for text in set(texts))
    for text in (text for text, count in seen.items() if count > 1):
        yield f"bot/data/nlu: “{text}” is an example of two intents. Keep it in one."


def _rules(data: Path, intents: list[str]) -> Iterator[str]:
    steps = [
        step["intent"]
        for kind in ("rules", "stories")
        for path in (data / kind).glob("*.yml")
        for entry in _read(path)[kind]
        for step in entry["steps"]
        if "intent" in step
    ]
    for intent in set(intents) - set(steps):
        yield f"bot/data/rules: nothing follows {intent}. Add a rule for it."


def _responses(data: Path) -> Iterator[str]:
    for name, texts in responses(data).items():
        for audience in set(AUDIENCES) - set(texts):
            yield f"bot/data/responses: {name} has no words for the audience {audience}. Add them."


def _labels(intents: list[str]) -> Iterator[str]:
    knowledge = knowledge_base()
    for topic in knowledge.topics():
        if topic not in intents:
            yield (
                f"not_covered.yml: the topic {topic} is no intent of domain.yml. "
                "Add it there, with examples and a rule."
            )
