"""A running Whosees: its own process, its own port, spoken to over HTTP as anybody would. Tests use it too."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from bot.settings import HOME

_SECONDS_TO_START = 120
# For a client that asks as fast as it can, and opens a conversation for each question.
NO_LIMITS = {"WHOSEES_SESSIONS_PER_MINUTE": "1000000", "WHOSEES_MESSAGES_PER_MINUTE": "1000000"}


class Client:
    """Speaks the chat API."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()

    def begin(self, audience: str | None = None) -> Chat:
        answer = self.http.post(f"{self.url}/webhooks/chat/sessions", json={"audience": audience} if audience else {})
        answer.raise_for_status()
        return Chat(self, answer.json())


class Chat:
    """One conversation."""

    def __init__(self, client: Client, opened: dict[str, Any]) -> None:
        self.client = client
        self.token = opened["session"]
        self.greeting = opened["messages"]

    def post(self, body: Any, **options: Any) -> requests.Response:
        return self.client.http.post(
            f"{self.client.url}/webhooks/chat/messages", json=body, headers=self.headers, **options
        )

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def say(self, text: str, audience: str | None = None) -> list[dict[str, Any]]:
        answer = self.post({"message": text, **({"audience": audience} if audience else {})})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def delete(self) -> requests.Response:
        return self.client.http.delete(f"{self.client.url}/webhooks/chat/sessions", headers=self.headers)


@contextmanager
def serving(log: Path, wait: bool = True, **environment: str) -> Iterator[Client]:
    """A server with settings of its own; stopped at the end. With `wait`, it is ready."""
    with running(["-m", "bot.cli", "serve", "--port", "{port}"], log, wait, **environment) as client:
        yield client


@contextmanager
def running(command: list[str], log: Path, wait: bool = True, **environment: str) -> Iterator[Client]:
    """A server that Python is to run, on a port of its own; stopped at the end. With `wait`, it answers."""
    port = free_port()
    command = [sys.executable, *(part.format(port=port) for part in command)]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=HOME, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        client = Client(f"http://127.0.0.1:{port}")
        try:
            if wait:
                _wait_until_ready(client, process, log)
            yield client
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_until_ready(client: Client, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if client.http.get(f"{client.url}/webhooks/chat/").status_code == 200:
                return
        except requests.ConnectionError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"The server did not get ready:\n{log.read_text()}")
