"""Which model serves: only one for the knowledge as it stands; and with TensorFlow as without."""

import os
import subprocess
import sys
import time

import pytest
import requests

from tests.server import HOME, Client, running, serving


def test_with_tensorflow_it_answers_as_without(model, server, tmp_path):
    """A process that has it, for whoever has a pipeline that needs it."""
    with serving(tmp_path / "log.txt", WHOSEES_TENSORFLOW="1") as client:
        there, here = client.begin(), server.begin()
        for text in ("do you share with the polcie?", "why?", "Tesco?", "how long?", "asdfgh", "my uncle hurts me"):
            for one, other in zip(there.say(text), here.say(text), strict=True):
                assert {**one, "recipient_id": ""} == {**other, "recipient_id": ""}


@pytest.mark.parametrize(("setting", "imported"), [("", "False"), ("1", "True")])
def test_tensorflow_is_in_the_process_only_where_it_is_asked_for(setting, imported):
    code = (
        "from bot.without_tensorflow import leave_out; leave_out(); import rasa.core.agent, sys;"
        "print(getattr(sys.modules['tensorflow'], '__version__', None) is not None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=HOME,
        env={**os.environ, "WHOSEES_TENSORFLOW": setting},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == [imported], done.stderr


def test_a_model_trained_on_another_state_of_the_knowledge_is_refused_with_the_command_that_mends_it(
    model, notice_folder, tmp_path
):
    """A stock Rasa takes whatever model it finds; the model itself refuses."""
    with (notice_folder / "council.yml").open("a", encoding="utf-8") as council:
        council.write("# another state\n")
    environment = {
        "WHOSEES_NOTICE": str(notice_folder),
        "WHOSEES_DATABASE_URL": f"sqlite:///{tmp_path}/knowledge.db",
    }
    built = subprocess.run(
        [sys.executable, "-m", "bot.cli", "check"],
        cwd=HOME,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    command = ["-m", "rasa", "run", "--model", str(model), "--interface", "127.0.0.1", "--port", "{port}"]
    options = ["--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
    log = tmp_path / "log.txt"
    with running([*command, *options], log, wait=False, **environment) as client:
        refusal = "This model was trained on another state of the notice's knowledge. Train it anew with: whosees train"
        for _ in range(600):
            if refusal in " ".join(log.read_text().split()):
                break
            time.sleep(0.1)
        else:
            raise AssertionError(log.read_text())
        assert _status(client) == 503


def _status(client: Client) -> int:
    """What the chat API says of itself, once it listens."""
    for _ in range(600):
        try:
            return client.http.get(f"{client.url}/webhooks/chat/").status_code
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError("The server never listened.")
