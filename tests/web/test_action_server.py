"""The actions in a server of their own: the same answers; and an honest one where that server has died."""

import os
import signal
import subprocess
import sys
import time

import pytest
import requests

from tests.server import HOME, free_port, serving

SAYINGS = ("do you share with the police?", "why?", "my boss and Tesco?", "how long do you keep it?", "hello", "asdfgh")


class ActionServer:
    """`rasa run actions`, as docs/scale.md has it, in a process that can be ended."""

    def __init__(self, log) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "rasa", "run", "actions", "--actions", "bot.actions", "--port", str(self.port)]
        self._process = subprocess.Popen(
            command,
            cwd=HOME,
            env={**os.environ, "SANIC_HOST": "127.0.0.1"},
            stdout=log.open("w"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        for _ in range(1200):
            try:
                assert requests.get(f"http://127.0.0.1:{self.port}/health").status_code == 200
                return
            except requests.ConnectionError:
                assert self._process.poll() is None, log.read_text()
                time.sleep(0.1)
        raise AssertionError(f"The action server did not get ready:\n{log.read_text()}")

    def die(self) -> None:
        """End it and the workers it has started, if it still runs."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=20)


@pytest.fixture(scope="module")
def action_server(content, tmp_path_factory):
    server = ActionServer(tmp_path_factory.mktemp("actions") / "log.txt")
    yield server
    server.die()


@pytest.fixture(scope="module")
def apart(model, action_server, tmp_path_factory):
    """A bot that sends for its actions."""
    url = f"http://127.0.0.1:{action_server.port}/webhook"
    with serving(tmp_path_factory.mktemp("apart") / "log.txt", WHOSEES_ACTION_SERVER=url) as client:
        yield client


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_actions_in_a_server_of_their_own_answer_as_those_in_the_bots_process(apart, server, audience):
    there, here = apart.begin(audience), server.begin(audience)
    assert _answers(there.greeting) == _answers(here.greeting)
    for text in SAYINGS:
        assert _answers(there.say(text)) == _answers(here.say(text)), text


def _answers(messages: list[dict]) -> list[dict]:
    """The messages without whose they are, which differs."""
    return [{key: value for key, value in message.items() if key != "recipient_id"} for message in messages]


def test_when_the_action_server_has_died_the_person_is_told_and_can_go_on(apart, action_server):
    """The last of this file, for it ends the action server."""
    chat = apart.begin()
    assert chat.say("do you share with the police?")[0]["custom"]["outcome"] == "answered"
    action_server.die()
    [message] = chat.say("do you share with my GP?")
    assert message["text"].startswith("I can’t look that up just now.")
    assert "citations" not in message.get("custom", {})
    assert len(chat.say("and with the police?")) == 1
    assert chat.delete().status_code == 204


@pytest.mark.parametrize("audience", ["child", "staff"])
def test_that_it_failed_is_told_in_the_words_of_the_audience(apart, action_server, audience):
    chat = apart.begin()
    action_server.die()
    [message] = chat.say("do you share with my GP?", audience=audience)
    assert "just now" in message["text"] and "ask the council" not in message["text"]
