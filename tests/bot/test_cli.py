"""The `whosees` command, run as anybody would; nothing leaves the machine."""

import os
import shutil
import subprocess
import sys

import pytest
from filelock import FileLock

from bot.settings import HOME, settings

COMMANDS = ("ask", "chat", "serve", "train", "check", "readability")
# Python runs this first, in every process of the command: whoever calls elsewhere is told on.
NO_WAY_OUT = """
import ipaddress, os, socket

def _only_here(call):
    def checked(self, address, *rest):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not ipaddress.ip_address(address[0]).is_loopback:
            open(os.environ["CALLED_OUT"], "a").write(f"{address}\\\\n")
            raise OSError("no way out")
        return call(self, address, *rest)
    return checked

def _no_name(host, *rest, **options):
    if host not in ("localhost", "127.0.0.1", None):
        open(os.environ["CALLED_OUT"], "a").write(f"{host}\\\\n")
        raise OSError("no way out")
    return _look_up(host, *rest, **options)

_look_up, socket.getaddrinfo = socket.getaddrinfo, _no_name

class _Socket(socket.socket):
    connect = _only_here(socket.socket.connect)
    connect_ex = _only_here(socket.socket.connect_ex)
    sendto = socket.socket.sendto

socket.socket = _Socket
"""


def whosees(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=HOME,
        env={**os.environ, **environment},
        input=typed,
        capture_output=True,
        text=True,
    )


def test_help_names_every_command():
    done = whosees("--help")
    assert done.returncode == 0 and all(f"\n    {command}" in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does(command):
    done = whosees(command, "--help")
    assert done.returncode == 0 and done.stdout.startswith(f"usage: whosees {command}") and done.stderr == ""


def test_without_a_command_it_says_how_to_use_it():
    done = whosees()
    assert done.returncode == 2 and "COMMAND" in done.stderr


def test_check_says_that_all_is_in_order():
    done = whosees("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "is in order" in done.stdout and "The training data is in order." in done.stdout
    assert "A child can read what is written for children." in done.stdout


def test_check_names_the_text_and_the_word_that_a_child_could_not_read(notice_folder, tmp_path):
    path = notice_folder / "recipients.yml"
    text = path.read_text(encoding="utf-8")
    easy = "child: The police stop crime"
    path.write_text(text.replace(easy, "child: The police interdict crime"), encoding="utf-8")
    line = text[: text.index(easy)].count("\n") + 1
    done = whosees(
        "check", WHOSEES_NOTICE=str(notice_folder), WHOSEES_DATABASE_URL=f"sqlite:///{tmp_path}/knowledge.db"
    )
    assert done.returncode == 1
    assert f"{path}:{line}: The child text has the hard word “interdict”. Use a commoner word" in done.stderr
    assert "utter_recipients__answered (to: " in done.stderr


def test_check_names_file_line_and_fix_of_what_is_wrong(notice_folder, tmp_path):
    path = notice_folder / "recipients.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("quote: GP Surgeries", "quote: GP surgeries"), encoding="utf-8")
    line = text[: text.index("quote: GP Surgeries")].count("\n") + 1
    database = tmp_path / "knowledge.db"
    done = whosees("check", WHOSEES_NOTICE=str(notice_folder), WHOSEES_DATABASE_URL=f"sqlite:///{database}")
    assert done.returncode == 1
    assert f"{path}:{line}: This quote is not a line of notice.txt. Copy the line to the letter." in done.stderr
    assert "Traceback" not in done.stderr and not database.exists()


@pytest.mark.parametrize("command", [["ask", "police?"], ["train"], ["serve"]])
def test_no_command_answers_from_a_broken_notice(notice_folder, tmp_path, command):
    (notice_folder / "recipients.yml").unlink()
    done = whosees(
        *command, WHOSEES_NOTICE=str(notice_folder), WHOSEES_DATABASE_URL=f"sqlite:///{tmp_path}/knowledge.db"
    )
    assert done.returncode == 1 and "recipients.yml:1: This file is missing." in done.stderr
    assert "Traceback" not in done.stderr


def test_who_finds_another_training_waits_for_its_model(model, tmp_path):
    command = [sys.executable, "-m", "bot.cli", "train"]
    with FileLock(tmp_path / "training.lock"):
        waiting = subprocess.Popen(command, cwd=HOME, env={**os.environ, "WHOSEES_MODELS": str(tmp_path)})
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=10)
        shutil.copy(model, tmp_path)
    assert waiting.wait(timeout=60) == 0
    assert {each.name for each in tmp_path.iterdir()} >= {model.name}


def test_ask_prints_the_answer_with_its_quotes(model):
    done = whosees("ask", "do you share with the police?", WHOSEES_MODELS=str(settings().models))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The council can share your data with the police.")
    assert "    The notice says [recipients]: “Police”\n" in done.stdout
    assert "    Connected by our reading [purposes]: “Prevention and detection of crime”\n" in done.stdout


def test_ask_prints_where_a_fact_comes_from(model):
    done = whosees("ask", "can I have a copy of my records?", "--audience", "staff")
    assert done.returncode == 0 and "    From outside the notice: " in done.stdout and "https://" in done.stdout


def test_chat_greets_answers_and_ends_with_an_empty_line(model):
    done = whosees("chat", "--audience", "child", typed="do you tell the police?\nwhy?\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "I am a computer program" in done.stdout
    assert done.stdout.count("“Police”") >= 2 and "The notice does not say why." in done.stdout


def test_chat_ends_where_its_input_does(model):
    done = whosees("chat", typed="do you tell the police?\n")
    assert done.returncode == 0 and "Traceback" not in done.stderr


def test_nothing_leaves_the_machine(model, tmp_path):
    """Neither when asked nor as a report of use: the whole command runs with no way out, and tries none."""
    (tmp_path / "sitecustomize.py").write_text(NO_WAY_OUT)
    called_out = tmp_path / "called_out"
    guarded = {"PYTHONPATH": str(tmp_path), "CALLED_OUT": str(called_out)}
    unset = {name: value for name, value in os.environ.items() if name != "RASA_TELEMETRY_ENABLED"}
    probe = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9), 1)"],
        env={**unset, **guarded},
        capture_output=True,
        text=True,
    )
    assert "no way out" in probe.stderr and "192.0.2.1" in called_out.read_text()
    called_out.unlink()
    for arguments, said in ((["ask", "do you share with the police?"], "“Police”"), (["check"], "A child can read")):
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments],
            cwd=HOME,
            env={**unset, **guarded},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0 and said in done.stdout, done.stderr
    assert not called_out.exists(), called_out.read_text()
