"""How a benchmark tells what it does, and writes down what it found."""

from __future__ import annotations

import sys


def table(rows: list[list[str]]) -> str:
    """A Markdown table: the first row is its head, the first column words and the others figures."""
    ruled = [rows[0], ["---", *["---:"] * (len(rows[0]) - 1)], *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def say(what: str) -> None:
    """Tell whoever waits what is being done."""
    print(f"{what} …", file=sys.stderr, flush=True)
