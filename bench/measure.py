"""What is measured: the time of messages, the time to get ready, the peak memory of a process from start to end."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.client import QUESTIONS, Say
from bot.settings import HOME

_SECONDS_TO_START = 300
_ROUNDS = 10
# The same ten questions over and over, so that every ten turns are the same work.
_QUESTIONS_OF_TURNS = QUESTIONS[:10]
_CONVERSATIONS_OF_TURNS = 3

OpenChat = Callable[[int], Say]


@dataclass(frozen=True)
class Times:
    """Milliseconds of many messages."""

    p50: float
    p95: float

    @classmethod
    def of(cls, milliseconds: list[float]) -> Times:
        return cls(statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20, method="inclusive")[-1])


class Process:
    """A process of ours: after how many seconds it was ready or had ended, and at its end its peak memory."""

    def __init__(self, command: list[str], environment: Mapping[str, str], log: Path) -> None:
        self.seconds = self.megabytes = 0.0
        self.log = log
        self._started = time.monotonic()
        with log.open("w") as output:
            self._process = subprocess.Popen(
                [sys.executable, *command],
                cwd=HOME,
                env={**os.environ, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def run(self) -> Process:
        """Wait until it has done what it does."""
        if self._end() != 0:
            raise RuntimeError(f"A process failed:\n{self.log.read_text()}")
        self.seconds = time.monotonic() - self._started
        return self

    def wait_until_ready(self, url: str) -> None:
        while time.monotonic() - self._started < _SECONDS_TO_START and self._process.poll() is None:
            try:
                with urllib.request.urlopen(url):
                    self.seconds = time.monotonic() - self._started
                    return
            except urllib.error.URLError:
                time.sleep(0.05)
        raise RuntimeError(f"A server did not get ready:\n{self.log.read_text()}")

    def stop(self) -> None:
        if self._process.returncode is None:
            self._process.terminate()
            self._end()

    def _end(self) -> int:
        # Unlike subprocess's own, this wait tells of this one process how much memory it had.
        _, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        self.megabytes = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
        return self._process.returncode


@contextmanager
def serving(
    command: list[str], environment: Mapping[str, str], log: Path, health: str
) -> Iterator[tuple[Process, int]]:
    """A server that is ready, and its port, which stands in the command as {port}; stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = Process([part.format(port=port) for part in command], environment, log)
    try:
        process.wait_until_ready(f"http://127.0.0.1:{port}{health}")
        yield process, port
    finally:
        process.stop()


def clients(open_chat: OpenChat, port: int, count: int) -> Times:
    """So many clients at once, each in a chat of its own, and in a new one for each round of the questions."""

    def ask(number: int) -> list[float]:
        first = number * len(QUESTIONS) // count
        taken = []
        for _ in range(_ROUNDS):
            say = open_chat(port)
            say("hello")
            taken += [_milliseconds(say, question) for question in QUESTIONS[first:] + QUESTIONS[:first]]
        return taken

    with ThreadPoolExecutor(count) as threads:
        return Times.of([each for taken in threads.map(ask, range(count)) for each in taken])


def turns(open_chat: OpenChat, port: int, ends: tuple[int, ...]) -> dict[int, float]:
    """Milliseconds of the median message in the ten turns up to each of `ends`, in conversations that grow."""
    taken: dict[int, list[float]] = {end: [] for end in ends}
    for _ in range(_CONVERSATIONS_OF_TURNS):
        say = open_chat(port)
        for turn in range(1, max(ends) + 1):
            milliseconds = _milliseconds(say, _QUESTIONS_OF_TURNS[turn % len(_QUESTIONS_OF_TURNS)])
            for end in ends:
                if end - len(_QUESTIONS_OF_TURNS) < turn <= end:
                    taken[end].append(milliseconds)
    return {end: statistics.median(each) for end, each in taken.items()}


def _milliseconds(say: Say, question: str) -> float:
    started = time.perf_counter()
    say(question)
    return (time.perf_counter() - started) * 1000
