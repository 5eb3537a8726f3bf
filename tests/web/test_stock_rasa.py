"""The chat API under a stock `rasa run`, as docs/scale.md has it: the same answers, and nothing else open."""

import re
import socket

import pytest
import requests

from tests.server import HOME, running

SAYINGS = ("do you share with the police?", "why?", "what about my boss", "how long do you keep it?", "hello", "asdfgh")


@pytest.fixture(scope="module")
def stock(model, tmp_path_factory):
    log = tmp_path_factory.mktemp("stock") / "log.txt"
    command = ["-m", "rasa", "run", "--model", str(model), *_from_the_docs(), "--port", "{port}"]
    with running(command, log) as client:
        client.log = log
        yield client


def _from_the_docs() -> list[str]:
    """The options of the command in docs/scale.md, so that the docs are what is tested."""
    docs = (HOME / "docs" / "scale.md").read_text(encoding="utf-8")
    [options] = re.findall(r"rasa run --model models (.*)", docs)
    assert "--enable-api" not in options
    return options.split()


def test_it_answers_as_the_server_of_our_own_does(stock, server):
    theirs, ours = stock.begin(), server.begin()
    for text in SAYINGS:
        for one, other in zip(theirs.say(text), ours.say(text), strict=True):
            one.pop("recipient_id"), other.pop("recipient_id")
            assert one == other


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/webhooks/rest/webhook"),
        ("GET", "/webhooks/rest/"),
        ("POST", "/webhooks/rasa/webhook"),
        ("GET", "/webhooks/rasa/"),
        ("POST", "/webhooks/callback/webhook"),
        ("GET", "/conversations/default/tracker"),
        ("POST", "/conversations/default/messages"),
        ("POST", "/model/parse"),
        ("PUT", "/model"),
        ("GET", "/status"),
        ("GET", "/domain"),
        ("GET", "/version"),
        ("GET", "/socket.io/"),
    ],
)
def test_none_of_rasas_own_ways_in_is_open(stock, method, path):
    answer = requests.request(method, stock.url + path, json={"message": "/recipients", "sender": "x"})
    assert answer.status_code == 404, answer.text


def test_its_root_says_nothing_but_which_rasa_it_is(stock):
    assert re.fullmatch(r"Hello from Rasa: [\d.]+", requests.get(stock.url).text)


def test_it_listens_on_the_loopback_address_alone(stock):
    port = int(stock.url.rpartition(":")[2])
    others = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1", "127.0.1.1"}:
        with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):
            pass
    assert "--interface 127.0.0.1" in " ".join(_from_the_docs())


def test_a_deleted_conversation_is_gone(stock):
    chat = stock.begin()
    chat.say("do you share with the police?")
    assert chat.delete().status_code == 204
    assert chat.post({"message": "say that again"}).status_code == 401


def test_what_is_typed_is_not_written_to_the_log(stock):
    stock.begin().say("do you share with xylophonist Bertram?")
    assert "xylophonist" not in stock.log.read_text().lower()
