"""Questions that people ask of any privacy notice, in the manner of GenAIPABench, each in four wordings.

An answer is good or not by five rules, each stated here; there is no partial credit and no judge but the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import textstat

from evaluation import score
from evaluation.cases import FOLDER, Case, Turn, expectations, read, wrong_label
from evaluation.run import Answer, Exchange
from knowledge import KnowledgeBase

FILE = FOLDER / "benchmark" / "genaipa.yml"
_HIGHEST_GRADE = 9
_LONGEST_SENTENCE = 25
_QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Entry:
    """A question in its wordings, the first of them its own, and what an answer must and must not say."""

    kind: str
    group: str
    wordings: tuple[Case, ...]
    must_say: tuple[str, ...]
    must_not_say: tuple[str, ...]


RULES = {
    "relevance": "the number of answers, the outcome and the section or topic are right",
    "accuracy": "it says nothing that it must not, every quote is a line of the notice, and it is not unsafe",
    "clarity": f"without the notice's own words: Flesch-Kincaid grade at most {_HIGHEST_GRADE}, "
    f"no more than {_LONGEST_SENTENCE} words to a sentence on average",
    "completeness": "it says all that it must",
    "reference": "the cited lines are right; where the notice is silent, none is cited and facts come with a source",
}


def entries(knowledge: KnowledgeBase) -> list[Entry]:
    """The questions of the benchmark."""
    return [
        Entry(
            raw["kind"],
            raw.get("group", raw["kind"]),
            tuple(
                Case(f"benchmark: {raw['kind']}", "adult", (Turn(say, expectations(raw["answers"], knowledge)),))
                for say in (raw["question"], *raw["paraphrases"])
            ),
            tuple(raw.get("must_say", ())),
            tuple(raw.get("must_not_say", ())),
        )
        for raw in (read(FILE) if FILE.exists() else [])
    ]


def problems(knowledge: KnowledgeBase) -> list[str]:
    """What can't be right in the benchmark's labels."""
    return [
        f"{FILE.name}: “{raw['question']}” {problem}"
        for raw in (read(FILE) if FILE.exists() else [])
        for label in raw["answers"]
        for problem in wrong_label(label, knowledge)
    ]


def judged(entry: Entry, exchange: Exchange, knowledge: KnowledgeBase) -> dict[str, bool]:
    """Whether one exchange is good, by each rule."""
    lines = {line.quote for line in knowledge.lines()}
    text = "\n".join(answer.text for answer in exchange.answers).lower()
    return {
        "relevance": score.understood(exchange),
        "accuracy": not any(phrase.lower() in text for phrase in entry.must_not_say)
        and all(set(answer.quotes) <= lines for answer in exchange.answers)
        and score.unsafe(exchange) is None,
        "clarity": all(_is_clear(answer.text) for answer in exchange.answers),
        "completeness": all(phrase.lower() in text for phrase in entry.must_say),
        "reference": _has_its_references(exchange, knowledge),
    }


def results(entries: Sequence[Entry], exchanges: Sequence[Exchange], knowledge: KnowledgeBase) -> dict[str, Any]:
    """How many answers are good by each rule: to the questions, to their paraphrases, and by group of questions."""
    asked = {(exchange.case.name, exchange.turn.say): exchange for exchange in exchanges}
    rows = [
        (entry, number, exchange, judged(entry, exchange, knowledge))
        for entry in entries
        for number, case in enumerate(entry.wordings)
        for exchange in [asked[case.name, case.turns[0].say]]
    ]
    groups = {"questions": [row for row in rows if row[1] == 0], "paraphrases": [row for row in rows if row[1]]}
    for row in rows:
        groups.setdefault(row[0].group, []).append(row)
    return {
        "by group": {
            group: {"answers": len(members), **_counts(good for *_, good in members)}
            for group, members in groups.items()
        },
        "answers": [
            {
                "kind": entry.kind,
                "say": exchange.turn.say,
                "not": [rule for rule, is_good in good.items() if not is_good],
                "given": [score.given_label(answer) for answer in exchange.answers],
                "texts": [answer.text for answer in exchange.answers],
            }
            for entry, _, exchange, good in rows
        ],
    }


def _counts(judgements: Iterator[dict[str, bool]]) -> dict[str, int]:
    judgements = list(judgements)
    return {rule: sum(each[rule] for each in judgements) for rule in RULES} | {
        "all five": sum(all(each.values()) for each in judgements)
    }


def _is_clear(text: str) -> bool:
    """Whether our own words read easily. A line of a list is a sentence; the notice's words are not ours to mend."""
    sentences = [line.strip(" -:;.") for line in _QUOTED.sub("this line", text).splitlines()]
    ours = ". ".join(sentence for sentence in sentences if sentence) + "."
    return (
        textstat.flesch_kincaid_grade(ours) <= _HIGHEST_GRADE
        and textstat.avg_sentence_length(ours) <= _LONGEST_SENTENCE
    )


def _has_its_references(exchange: Exchange, knowledge: KnowledgeBase) -> bool:
    expected = [label.citations for label in exchange.turn.answers]
    if None in expected:
        cited_right = all(bool(answer.quotes) for answer in exchange.answers)
    else:
        cited_right = [set(answer.quotes) for answer in exchange.answers] == expected
    return cited_right and all(_names_its_sources(answer, knowledge) for answer in exchange.answers)


def _names_its_sources(answer: Answer, knowledge: KnowledgeBase) -> bool:
    if answer.outcome != "not_covered" or answer.topic not in knowledge.topics():
        return True
    facts = knowledge.silence_on(answer.topic).facts
    return answer.sources > 0 or not any(source.url for fact in facts for source in fact.sources)
