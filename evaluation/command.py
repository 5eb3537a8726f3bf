"""What `python -m evaluation` does: asks, scores, reports."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

# First of the project, for it sets what Rasa reads when it is imported.
from bot.cli import configure_logging

# isort: split
from bot import model, notice
from bot.settings import HOME
from bot.without_tensorflow import leave_out
from evaluation import cases, genaipa, report
from evaluation.comparison import compare
from evaluation.leave_one_out import leave_one_out, lines
from evaluation.peers import PEERS
from evaluation.run import run
from evaluation.server import NO_LIMITS, Client, serving
from evaluation.understanding import confidences
from knowledge import Content

DOCUMENT = HOME / "docs" / "evaluation.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the evaluation; 0 however the bot fares, for the floors are the tests' business."""
    options = _parser().parse_args(arguments)
    configure_logging(logging.WARNING)
    leave_out()
    results = _results(options, notice.build())
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "evaluation.json").write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    text = report.markdown(results)
    (options.out / "evaluation.md").write_text(text, encoding="utf-8")
    if options.write_docs:
        document = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(report.written_into(document, report.tables(results)), encoding="utf-8")
    print(text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="How well Whosees answers.")
    parser.add_argument(
        "--part",
        choices=cases.PARTS,
        default="open",
        help="the open cases, the fifth that is kept back, or both",
    )
    parser.add_argument(
        "--peers",
        nargs="*",
        choices=PEERS,
        help="compare the understanding with that of peers, all or those named; the stock pipeline trains for long",
    )
    parser.add_argument("--benchmark", action="store_true", help="ask the questions of any privacy notice as well")
    parser.add_argument(
        "--leave-one-out", action="store_true", help="take each line out of the notice, and see that it is not claimed"
    )
    parser.add_argument("--url", help="a bot that is running already, without a slash at the end")
    parser.add_argument("--out", type=Path, default=HOME / "results", help="folder for what was found")
    parser.add_argument("--write-docs", action="store_true", help="put the tables into docs/evaluation.md")
    return parser


def _results(options: argparse.Namespace, content: Content) -> dict[str, Any]:
    knowledge = notice.knowledge_base()
    for problem in (*cases.problems(knowledge), *genaipa.problems(knowledge)):
        print(problem, file=sys.stderr)
    parts = ("open", "kept_back") if options.part == "all" else (options.part,)
    asked = {part: (cases.questions(knowledge, part), cases.conversations(knowledge, part)) for part in parts}
    entries = genaipa.entries(knowledge) if options.benchmark else []
    with _bot(options.url) as client:
        exchanges = {part: [run(client, each) for each in groups] for part, groups in asked.items()}
        benchmark = run(client, [case for entry in entries for case in entry.wordings])
    # Whose model another bot has is not known.
    sure = None if options.url else confidences(model.model_path(), _texts(asked))
    results: dict[str, Any] = {
        "model": options.url or model.model_path().name,
        "parts": {
            part: report.scores(*groups, sure, kept_from_view=part == "kept_back") for part, groups in exchanges.items()
        },
    }
    if entries:
        results["benchmark"] = genaipa.results(entries, benchmark, knowledge)
    if options.peers is not None:
        single = [case for questions, _ in asked.values() for case in questions]
        results["peers"] = compare(single, knowledge, options.peers or tuple(PEERS))
    if options.leave_one_out:
        found = leave_one_out(content, knowledge, lines(knowledge), cases.questions(knowledge))
        results["leave one out"] = [asdict(each) for each in found]
    return results


def _texts(asked: dict[str, Any]) -> list[str]:
    return [case.turns[0].say for questions, _ in asked.values() for case in questions]


@contextmanager
def _bot(url: str | None) -> Iterator[Client]:
    if url:
        yield Client(url)
        return
    model.train()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "log.txt", **NO_LIMITS) as client:
        yield client
