"""The `whosees` command."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

# Before Rasa is imported: it reads these once. Nothing is reported to anybody.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")

import structlog

from bot.without_tensorflow import leave_out
from knowledge import AUDIENCES, ContentError, KnowledgeError


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit status: 0, or 1 with a message where something is wrong."""
    options = _parser().parse_args(arguments)
    configure_logging(logging.INFO if options.verbose else logging.WARNING)
    leave_out()
    try:
        return options.run(options) or 0
    except KnowledgeError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


def configure_logging(level: int) -> None:
    """Say what is to be said from `level` on, and never what people type."""
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    # Rasa would otherwise write every message that somebody types to the log.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    if level > logging.INFO:
        warnings.showwarning = lambda *_, **__: None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="whosees",
        description="Ask who sees your data, and why: answers from a council's privacy notice, quoted to the letter.",
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="say more of what happens")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int | None], help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        return added

    for name, run, text in (
        ("ask", _ask, "ask one question and print the answer with its quotes"),
        ("chat", _chat, "chat on the terminal; an empty line ends it"),
    ):
        asks = command(name, run, text)
        asks.add_argument(
            "--audience", choices=AUDIENCES, default="adult", help="in whose words to answer (default: adult)"
        )
        if name == "ask":
            asks.add_argument("question", help="the question, in quotation marks")
    serve = command(
        "serve", _serve, "serve the chat page and its API; trains first if there is no model for this notice"
    )
    serve.add_argument("--host", help="address to serve on (default: WHOSEES_HOST or 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to serve on (default: WHOSEES_PORT or 5005)")
    trains = command("train", _train, "build the knowledge and train the model for it")
    trains.add_argument(
        "--force", action="store_true", help="train even if there is a model for this notice and this data"
    )
    command("check", _check, "check the notice's knowledge, the training data, and that all of it can be read")
    reads = command("readability", _readability, "measure how hard the answers are to read")
    reads.add_argument("--write", action="store_true", help="write the table into docs/children.md")
    return parser


def _ready_model() -> Any:
    from bot import model, notice

    notice.build()
    path = model.model_path()
    if not path.exists():
        print(
            "There is no model for this notice and this data yet. Training one; this takes some minutes.",
            file=sys.stderr,
        )
    return model.train()


def _ask(options: argparse.Namespace) -> None:
    asyncio.run(_converse(options.audience, [options.question], greet=False))


def _chat(options: argparse.Namespace) -> None:
    asyncio.run(_converse(options.audience, _typed(), greet=True))


def _typed() -> Iterator[str]:
    """What somebody types, until an empty line or the end of the input."""
    with suppress(EOFError):
        while text := input("> ").strip():
            yield text


async def _converse(audience: str, questions: Any, greet: bool) -> None:
    path = _ready_model()
    from bot.assistant import Assistant

    assistant = await Assistant.load(path)
    token, greeting = await assistant.begin(audience)
    if greet:
        _print(greeting)
    for question in questions:
        _print(await assistant.answer(token, question))


def _print(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        print(message["text"])
        custom = message.get("custom", {})
        for kind, title in (("citations", "The notice says"), ("related", "Connected by our reading")):
            for line in custom.get(kind, []):
                print(f"    {title} [{line['section']}]: “{line['quote']}”")
        for source in custom.get("sources", []):
            print(
                f"    From outside the notice: {source['title']} {source['url'] or ''} (checked {source['checked_on']})"
            )
        for button in message.get("buttons", []):
            print(f"    You could ask: {button['payload']}")
        print()


def _serve(options: argparse.Namespace) -> None:
    for name in ("host", "port"):
        if value := getattr(options, name):
            os.environ[f"WHOSEES_{name.upper()}"] = str(value)
    print("Checking the notice …", flush=True)
    path = _ready_model()
    print("Starting the assistant …", flush=True)
    from bot.server import serve

    serve(path)


def _train(options: argparse.Namespace) -> None:
    from bot import model, notice

    content = notice.build()
    path = model.train(force=options.force)
    print(f"{content.notice.title}: the model is at {path}")


def _check(options: argparse.Namespace) -> int:
    from bot import notice
    from bot.settings import settings

    try:
        content = notice.build()
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problem(s) in {settings().notice}", file=sys.stderr)
        return 1
    lines = sum(1 for _, statement, _ in content.lines() if statement)
    print(
        f"The knowledge of “{content.notice.title}” is in order: "
        f"{lines} lines, {len(content.topics.topics)} silent topics."
    )
    from bot import readability, training_data
    from knowledge.readability import problems as too_hard

    checks = {
        "The training data is in order.": training_data.problems(),
        "A child can read what is written for children.": [*too_hard(content), *readability.problems(content)],
    }
    for in_order, found in checks.items():
        for problem in found:
            print(problem, file=sys.stderr)
        if not found:
            print(in_order)
    return 1 if any(checks.values()) else 0


def _readability(options: argparse.Namespace) -> None:
    from bot import notice, readability
    from bot.settings import HOME

    table = readability.table(notice.build())
    print(table)
    if options.write:
        path = HOME / "docs" / "children.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(readability.FIGURES.sub(lambda _: f"{table}\n", text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
