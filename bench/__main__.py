"""Measures and writes docs/performance.md: `make bench`; `python -m bench --without-stock` spares the long part."""

from __future__ import annotations

import argparse
import os
import platform
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import client
from bench.measure import HOME, OpenChat, Process, Times, clients, serving, turns
from bench.writing import say, table

REPORT = HOME / "docs" / "performance.md"
STOCK = HOME / "bench" / "stock"
_FIGURES = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)
_TURNS = (10, 100, 500)
# Rasa's own conversations get so much slower that 500 turns would take hours.
_STOCK_TURNS = (10, 100)


@dataclass(frozen=True)
class Figures:
    """What was measured of one bot, or of the bare handler."""

    one: Times
    eight: Times
    turns: dict[int, float]
    servers: tuple[Process, ...]
    training: Process | None = None

    @property
    def megabytes(self) -> float:
        """The most memory of all processes that it takes to serve."""
        return sum(server.megabytes for server in self.servers)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--without-stock", action="store_true", help="leave the stock pipeline out; it takes long")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="whosees-bench-") as folder:
        figures = _measured(Path(folder), stock=not options.without_stock)
    REPORT.write_text(_FIGURES.sub(lambda _: _text(load, **figures), REPORT.read_text(encoding="utf-8")), "utf-8")
    print(f"{REPORT.relative_to(HOME)} has the figures.")


def _measured(folder: Path, stock: bool) -> dict[str, Figures]:
    environment = {
        "WHOSEES_MODELS": str(folder / "models"),
        "WHOSEES_DATABASE_URL": f"sqlite:///{folder / 'knowledge.db'}",
        # One client must be able to ask as fast as it gets answers.
        "WHOSEES_MESSAGES_PER_MINUTE": "1000000",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    say("Measuring the bare handler")
    with serving(["-m", "bench.bare", "{port}"], {}, folder / "bare.log", "/") as (server, port):
        measured = {"bare": _figures(client.bare, port, _TURNS, server)}

    say("Training Whosees")
    training = Process(["-m", "bot.cli", "train", "--force"], environment, folder / "train.log").run()
    say("Measuring Whosees")
    command = ["-m", "bot.cli", "serve", "--port", "{port}"]
    with serving(command, environment, folder / "serve.log", "/webhooks/chat/") as (server, port):
        measured["whosees"] = _figures(client.whosees, port, _TURNS, server, training=training)

    if stock:
        measured["stock"] = _stock(folder, environment)
    return measured


def _stock(folder: Path, environment: dict[str, str]) -> Figures:
    say("Training the stock pipeline (this takes long)")
    data = ["--config", str(STOCK / "config.yml"), "--domain", "domain.yml", "--data", "bot/data"]
    command = ["-m", "rasa", "train", *data, "--out", str(folder / "stock"), "--force"]
    training = Process(command, environment, folder / "stock-train.log").run()
    say("Measuring the stock pipeline")
    command = ["-m", "rasa", "run", "actions", "--actions", "bot.actions", "--port", "{port}"]
    with serving(command, environment, folder / "actions.log", "/health") as (actions, port):
        environment = {**environment, "BENCH_ACTIONS": f"http://127.0.0.1:{port}/webhook"}
        ways = ["--endpoints", str(STOCK / "endpoints.yml"), "--credentials", str(STOCK / "credentials.yml")]
        command = ["-m", "rasa", "run", "--model", str(folder / "stock"), *ways, "--port", "{port}"]
        with serving(command, environment, folder / "run.log", "/webhooks/rest/") as (server, port):
            return _figures(client.rest, port, _STOCK_TURNS, server, actions, training=training)


def _figures(
    open_chat: OpenChat, port: int, ends: tuple[int, ...], *servers: Process, training: Process | None = None
) -> Figures:
    return Figures(
        clients(open_chat, port, 1), clients(open_chat, port, 8), turns(open_chat, port, ends), servers, training
    )


def _text(load: float, whosees: Figures, bare: Figures, stock: Figures | None = None) -> str:
    """The figures as Markdown."""
    messages = [
        ["milliseconds of a message", "Whosees", "bare handler", "Whosees : bare", "stock", "stock : Whosees"],
        *(
            _messages(name, *(read(each) if each else None for each in (whosees, bare, stock)))
            for name, read in {
                "one client, p50": lambda each: each.one.p50,
                "one client, p95": lambda each: each.one.p95,
                "eight clients, p50": lambda each: each.eight.p50,
                "eight clients, p95": lambda each: each.eight.p95,
                **{f"turn {end - 9} to {end}, p50": lambda each, end=end: each.turns.get(end) for end in _TURNS},
            }.items()
        ),
    ]
    processes = [
        ["", "Whosees", "stock"],
        *(
            [name, *(f"{read(each):,.0f}" if each else "" for each in (whosees, stock))]
            for name, read in {
                "seconds from start to ready": lambda each: each.servers[0].seconds,
                "peak memory while serving, MB": lambda each: each.megabytes,
                "seconds of training (stock: one example in 32)": lambda each: each.training.seconds,
                "peak memory while training, MB": lambda each: each.training.megabytes,
            }.items()
        ),
    ]
    aims = [
        ["aim", "measured", "met"],
        *(
            [f"{name} {'at least' if least else 'under'} {aim}", f"{value:,.1f}", "yes" if met else "no"]
            for name, value, aim, least in _aims(whosees, stock)
            for met in [value >= aim if least else value < aim]
        ),
    ]
    machine = (
        f"Measured on {date.today():%-d %B %Y} with {os.cpu_count()} cores, {platform.system()} on "
        f"{platform.machine()}, Python {platform.python_version()}; load of the machine before it: {load:.1f}."
    )
    return "\n\n".join([machine, *map(table, (messages, processes, aims))]) + "\n"


def _messages(name: str, whosees: float, bare: float, stock: float | None) -> list[str]:
    theirs = [f"{stock:.1f}", f"{stock / whosees:.1f}"] if stock else ["", ""]
    return [name, f"{whosees:.1f}", f"{bare:.2f}", f"{whosees / bare:.0f}", *theirs]


def _aims(whosees: Figures, stock: Figures | None) -> Iterator[tuple[str, float, float, bool]]:
    """What we want: its name, what was measured, the bound, and whether that is the least or the most."""
    yield "milliseconds of a message, one client, p50:", whosees.one.p50, 15, False
    if stock:
        yield (
            "the stock pipeline's time for a message over ours, one client, p50:",
            stock.one.p50 / whosees.one.p50,
            4,
            True,
        )
    yield "seconds from start to ready:", whosees.servers[0].seconds, 15, False
    yield "peak memory while serving, MB:", whosees.megabytes, 600, False
    yield "seconds of training:", whosees.training.seconds, 60, False


if __name__ == "__main__":
    main()
