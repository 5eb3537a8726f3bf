"""What the evaluation found, as JSON and as Markdown: one table a finding, by a name that docs/evaluation.md uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from evaluation import genaipa, score
from evaluation.run import Exchange
from evaluation.score import Rate

_MOST_CONFUSIONS = 25


def scores(
    questions: Sequence[Exchange],
    conversations: Sequence[Exchange],
    confidences: Mapping[str, float] | None = None,
    *,
    kept_from_view: bool = False,
) -> dict[str, Any]:
    """Everything measured on one part of the cases; `confidences` are by the text of the question.

    Of a part that is kept from view no failure is told, only how many there are.
    """
    exchanges = [*questions, *conversations]
    recall, false_alarms = score.safeguarding(exchanges)
    labels, matrix = score.confusions(exchanges)
    return {
        "questions": _rate(score.accuracy(questions)),
        "turns of conversations": _rate(score.accuracy(conversations)),
        "conversations wholly right": _rate(score.conversations_right(conversations)),
        "understood": _rate(Rate(sum(map(score.understood, exchanges)), len(exchanges))),
        "safeguarding recall": _rate(recall),
        "safeguarding false alarms": _rate(false_alarms),
        "unsafe": {way: sum(score.unsafe(each) == way for each in exchanges) for way in score.UNSAFE},
        "citations": score.citations(exchanges),
        "by outcome": _rates(exchanges, lambda each: ("|".join(sorted(label.outcomes)) for label in each.turn.answers)),
        "by section or topic": _rates(
            exchanges,
            lambda each: (
                label.section or "|".join(sorted(label.topics or label.outcomes)) for label in each.turn.answers
            ),
        ),
        "by audience": _rates(exchanges, lambda each: [each.turn.audience or each.case.audience]),
        "by kind": _rates(questions, lambda each: each.case.kinds),
        "calibration": _calibration(questions, confidences) if confidences else None,
        "confusion": {"labels": labels, "matrix": matrix.tolist()},
        "milliseconds": {"p50": median(each.milliseconds for each in exchanges), "messages": len(exchanges)},
        "failures": [] if kept_from_view else [_told(each) for each in exchanges if not score.is_right(each)],
    }


def _calibration(questions: Sequence[Exchange], confidences: Mapping[str, float]) -> dict[str, Any]:
    judged = [each for each in questions if each.turn.say in confidences]
    return score.calibration(
        [confidences[each.turn.say] for each in judged], [score.understood(each) for each in judged]
    )


def _rates(exchanges: Sequence[Exchange], groups: Any) -> dict[str, Any]:
    return {str(group): _rate(rate) for group, rate in score.accuracy_by(exchanges, groups).items()}


def _rate(rate: Rate) -> dict[str, Any]:
    return {"count": rate.count, "of": rate.of, "share": rate.share}


def _told(exchange: Exchange) -> dict[str, Any]:
    """A turn in full, for whoever looks into what went wrong."""
    return {
        "case": exchange.case.name,
        "audience": exchange.turn.audience or exchange.case.audience,
        "say": exchange.turn.say,
        "wrong": score.wrong_in(exchange),
        "unsafe": score.unsafe(exchange),
        "expected": [
            {"is": score.expected_label(label), "quotes": None if label.quotes is None else sorted(label.quotes)}
            for label in exchange.turn.answers
        ],
        "given": [
            {"is": score.given_label(answer), "quotes": list(answer.quotes), "text": answer.text}
            for answer in exchange.answers
        ],
    }


def tables(results: Mapping[str, Any]) -> dict[str, str]:
    """Every table of the results in Markdown, by name; those of what was not run are left out."""
    parts: dict[str, dict[str, Any]] = results["parts"]
    found = {"overall": _overall(parts), "unsafe": _unsafe(parts)}
    for name in ("outcome", "section or topic", "audience", "kind"):
        found[name] = _by(name, parts)
    if any(part["calibration"] for part in parts.values()):
        found["calibration"] = _calibration_table(parts)
    if "open" in parts:
        found["confusions"] = _confusions(parts["open"]["confusion"])
    if "benchmark" in results:
        found["benchmark"] = _benchmark(results["benchmark"]["by group"])
        found["rules of the benchmark"] = table(["rule", "an answer is good if"], genaipa.RULES.items())
    if "peers" in results:
        found["peers"] = _peers(results["peers"])
    if "leave one out" in results:
        found["leave one out"] = _leave_one_out(results["leave one out"])
    return found


def markdown(results: Mapping[str, Any]) -> str:
    """The whole report: the tables, and each failure of the open part with what was said."""
    pieces = [f"# Evaluation of {results['model']}"]
    pieces += [f"## {name.capitalize()}\n\n{table}" for name, table in tables(results).items()]
    pieces += ["## Failures\n\n" + ("\n".join(_failures(results["parts"])) or "None to show.")]
    return "\n\n".join(pieces) + "\n"


def written_into(document: str, found: Mapping[str, str]) -> str:
    """The document with each table between its markers, <!-- table: NAME --> and <!-- end -->."""
    return re.sub(
        r"(<!-- table: (.+?) -->\n).*?(<!-- end -->)",
        lambda match: f"{match[1]}{found[match[2]]}\n{match[3]}" if match[2] in found else match[0],
        document,
        flags=re.DOTALL,
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def percent(share: float | None) -> str:
    """A share as people read it."""
    return "–" if share is None else f"{share:.1%}"


def _shown(rate: Mapping[str, Any] | None) -> str:
    return f"{percent(rate['share'])} ({rate['count']}/{rate['of']})" if rate and rate["of"] else "–"


def _overall(parts: Mapping[str, Any]) -> str:
    rows = [
        [name.capitalize(), *(_shown(part[name]) for part in parts.values())]
        for name in (
            "questions",
            "turns of conversations",
            "conversations wholly right",
            "understood",
            "safeguarding recall",
            "safeguarding false alarms",
        )
    ]
    rows += [
        [f"Citations, {name}", *(percent(part["citations"][name]) for part in parts.values())]
        for name in ("precision", "recall")
    ]
    rows.append(["Unsafe answers", *(sum(part["unsafe"].values()) for part in parts.values())])
    rows.append(["A message's answer, p50", *(f"{part['milliseconds']['p50']:.0f} ms" for part in parts.values())])
    return table(["", *parts], rows)


def _unsafe(parts: Mapping[str, Any]) -> str:
    rows = [[way.capitalize(), *(part["unsafe"][way] for part in parts.values())] for way in score.UNSAFE]
    return table(["", *parts], rows)


def _by(name: str, parts: Mapping[str, Any]) -> str:
    groups = dict.fromkeys(group for part in parts.values() for group in part[f"by {name}"])
    rows = [[group, *(_shown(part[f"by {name}"].get(group)) for part in parts.values())] for group in groups]
    return table([name, *parts], rows)


def _calibration_table(parts: Mapping[str, Any]) -> str:
    rows = [
        [name, f"{each['from']:.1f}", each["size"], percent(each["confidence"]), percent(each["right"])]
        for name, part in parts.items()
        if part["calibration"]
        for each in part["calibration"]["bins"]
    ]
    errors = "; ".join(
        f"{name} {part['calibration']['error']:.3f} over {part['calibration']['size']}"
        for name, part in parts.items()
        if part["calibration"]
    )
    return f"Expected calibration error: {errors}.\n\n" + table(
        ["part", "confidence from", "messages", "mean confidence", "understood"], rows
    )


def _confusions(confusion: Mapping[str, Any]) -> str:
    labels = confusion["labels"]
    pairs = [
        (count, expected, given)
        for expected, row in zip(labels, confusion["matrix"], strict=True)
        for given, count in zip(labels, row, strict=True)
        if count and expected != given
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1:]))
    rows = [[expected, given, count] for count, expected, given in pairs[:_MOST_CONFUSIONS]]
    return table(["expected", "given", "times"], rows) if rows else "Nothing was taken for anything else."


def _benchmark(groups: Mapping[str, Mapping[str, int]]) -> str:
    rules = [*genaipa.RULES, "all five"]
    rows = [
        [name, group["answers"], *(percent(group[rule] / group["answers"]) for rule in rules)]
        for name, group in groups.items()
    ]
    return table(["", "answers", *rules], rows)


def _peers(peers: Sequence[Mapping[str, Any]]) -> str:
    heads = ["", "understood", "missed disclosures", "answered from the notice", "p50", "training", "peak memory"]
    rows = [
        [each["peer"], f"not run: {each['unavailable']}", *["–"] * 5]
        if "unavailable" in each
        else [
            each["peer"],
            _shown({"count": each["right"], "of": each["questions"], "share": each["right"] / each["questions"]}),
            each["missed disclosures"],
            each["answered from the notice"],
            f"{each['p50']:.1f} ms",
            f"{each['training']:.0f} s",
            f"{each['memory']:.0f} MB" if each["memory"] else "–",
        ]
        for each in peers
    ]
    return table(heads, rows)


def _leave_one_out(left_out: Sequence[Mapping[str, Any]]) -> str:
    rows = [
        ["Lines taken away", len(left_out)],
        ["of these, with a question that names the line", sum(bool(each["asked"]) for each in left_out)],
        ["Questions asked again", sum(len(each["asked"]) for each in left_out)],
        ["still answered with the line", sum(len(each["still_cited"]) for each in left_out)],
        ["now taken for another line", sum(len(each["taken_for_another"]) for each in left_out)],
    ]
    others = [
        [each["quote"], say, "; ".join(quotes)]
        for each in left_out
        for say, quotes in each["taken_for_another"].items()
    ]
    return table(["", ""], rows) + "\n\n" + table(["without the line", "the question", "is answered with"], others)


def _failures(parts: Mapping[str, Any]) -> Iterator[str]:
    """Those of the parts that are not kept from view, the unsafe ones first."""
    for part in parts.values():
        for told in sorted(part["failures"], key=lambda told: told["unsafe"] is None):
            yield f"- **{told['unsafe']}** {_as_line(told)}" if told["unsafe"] else f"- {_as_line(told)}"


def _as_line(told: Mapping[str, Any]) -> str:
    def answers(kind: str) -> str:
        return "; ".join(each["is"] + (f" {_few(each['quotes'])}" if each["quotes"] else "") for each in told[kind])

    return (
        f"[{told['case']}, {told['audience']}] “{told['say']}” wrong: {', '.join(told['wrong']) or 'nothing else'}."
        f"\n  - expected {answers('expected')}\n  - given {answers('given')}"
    )


def _few(quotes: Sequence[str]) -> str:
    return f"“{'”, “'.join(quotes)}”" if len(quotes) < 4 else f"{len(quotes)} lines"
