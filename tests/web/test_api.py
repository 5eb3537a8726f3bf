"""The chat API over HTTP, errors included, as contract and limits have it."""

import json
import re
import time

import pytest
import requests

from tests.server import Client, serving

PROBLEM = "application/problem+json"


def assert_problem(response: requests.Response, status: int) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"].startswith(PROBLEM)
    problem = response.json()
    assert problem["status"] == status and problem["title"]
    for inside in ("Traceback", "rasa", "sanic", "/work", ".py", "Exception"):
        assert inside not in response.text
    return problem


@pytest.fixture
def chat(server):
    return server.begin()


def test_it_says_that_it_is_ready(server):
    response = server.http.get(f"{server.url}/webhooks/chat/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_a_session_opens_with_a_greeting(server, audience):
    response = server.http.post(f"{server.url}/webhooks/chat/sessions", json={"audience": audience})
    opened = response.json()
    assert response.status_code == 201 and opened["audience"] == audience
    assert len(opened["session"]) >= 32
    [greeting] = opened["messages"]
    assert greeting["text"] and greeting["buttons"] and set(greeting) <= {"recipient_id", "text", "buttons", "custom"}


def test_a_session_needs_no_body_and_is_for_adults_then(server):
    response = server.http.post(f"{server.url}/webhooks/chat/sessions")
    assert (response.status_code, response.json()["audience"]) == (201, "adult")


def test_an_answer_carries_what_it_is_made_of(chat):
    [message] = chat.say("do you share my data with the police?")
    assert set(message) == {"recipient_id", "text", "buttons", "custom"}
    custom = message["custom"]
    assert set(custom) == {"outcome", "section", "topic", "citations", "related", "sources", "notice"}
    assert (custom["outcome"], custom["section"], custom["topic"]) == ("answered", "recipients", None)
    assert custom["citations"] == [{"section": "recipients", "quote": "Police"}]
    assert {"section": "purposes", "quote": "Prevention and detection of crime"} in custom["related"]
    assert custom["notice"]["id"] == "social-care" and custom["notice"]["version"]


def test_a_fact_from_outside_carries_its_source(chat):
    [message] = chat.say("can I have a copy of my records?")
    custom = message["custom"]
    assert (custom["outcome"], custom["topic"]) == ("not_covered", "right_of_access")
    assert custom["sources"]
    for source in custom["sources"]:
        assert source["title"] and source["url"].startswith("https://") and len(source["checked_on"]) == 10


def test_buttons_send_questions_in_plain_words(chat):
    for message in [*chat.greeting, *chat.say("who can see my data?")]:
        for button in message["buttons"]:
            assert set(button) == {"title", "payload"} and not button["payload"].startswith("/")


def test_every_button_of_an_answer_is_understood(chat):
    [everyone] = chat.say("who can see my data?")
    for button in everyone["buttons"]:
        for answer in chat.say(button["payload"]):
            assert answer["custom"]["outcome"] not in ("clarify", "out_of_scope"), (button, answer["text"])


def test_no_answer_has_markup_of_its_own(chat):
    for question in ("who can see it?", "how long do you keep it?", "is it sent abroad?"):
        for message in chat.say(question):
            assert not re.search(r"</?[a-z]+>|\*\*|\]\(", message["text"])


# Who may do what


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer made-up"}, {"Authorization": "Bearer "}, {"Authorization": "Basic abc"}]
)
def test_without_the_token_nothing_can_be_said_or_deleted(server, headers):
    url = f"{server.url}/webhooks/chat"
    assert_problem(requests.post(f"{url}/messages", json={"message": "hello"}, headers=headers), 401)
    assert_problem(requests.delete(f"{url}/sessions", headers=headers), 401)


def test_what_an_answer_shows_does_not_open_the_conversation(server, chat):
    shown = chat.say("hello")[0]["recipient_id"]
    headers = {"Authorization": f"Bearer {shown}"}
    assert_problem(
        requests.post(f"{server.url}/webhooks/chat/messages", json={"message": "hello"}, headers=headers), 401
    )


def test_a_client_cannot_choose_whose_conversation_it_is(server, chat):
    chat.say("do you share with the police?")
    other = server.begin()
    [message] = other.post(
        {"message": "say that again", "sender": chat.token, "sender_id": chat.token, "metadata": {"audience": "child"}}
    ).json()
    assert message["custom"]["outcome"] == "conversation"


def test_two_conversations_are_apart(server):
    first, second = server.begin(), server.begin()
    first.say("do you share with the police?")
    second.say("do you share with my GP?")
    assert first.say("say that again")[0]["custom"]["citations"] == [{"section": "recipients", "quote": "Police"}]


def test_a_deleted_conversation_is_gone_and_its_token_with_it(chat):
    chat.say("do you share with the police?")
    assert chat.delete().status_code == 204
    assert_problem(chat.post({"message": "say that again"}), 401)
    assert_problem(chat.delete(), 401)


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/rest/webhook",
        "/webhooks/rasa/webhook",
        "/conversations/default/tracker",
        "/model/parse",
        "/status",
        "/domain",
    ],
)
def test_rasas_own_ways_in_are_closed(server, path):
    assert_problem(requests.post(server.url + path, json={"message": "/recipients", "sender": "x"}), 404)


@pytest.mark.parametrize(
    "text",
    ["/recipients", '/retention{"name": "x"}', "/restart", "/session_start", "/action_recipients", "/ /recipients"],
)
def test_a_text_with_a_slash_is_words(chat, text):
    for message in chat.say(text):
        assert message["text"]
    assert chat.say("do you share with the police?")[0]["custom"]["citations"] == [
        {"section": "recipients", "quote": "Police"}
    ]


# What is refused


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"not json", 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b"{}", 400),
        (b'{"message": 5}', 400),
        (b'{"message": null}', 400),
        (b'{"message": ["a"]}', 400),
        (b'{"message": "hello", "audience": 5}', 400),
        (b'{"message": ""}', 422),
        (b'{"message": "  \\n "}', 422),
        (b'{"message": "hello", "audience": "dog"}', 422),
        (json.dumps({"message": "a" * 1001}).encode(), 422),
        (b'{"message": "' + b"a" * 17_000 + b'"}', 413),
        (b"\xff\xfe", 400),
    ],
)
def test_what_is_not_a_message_is_refused_and_not_half_kept(chat, body, status):
    chat.say("do you share with the police?")
    assert_problem(requests.post(f"{chat.client.url}/webhooks/chat/messages", data=body, headers=chat.headers), status)
    assert chat.say("say that again")[0]["custom"]["citations"] == [{"section": "recipients", "quote": "Police"}]


def test_the_longest_message_is_taken(chat):
    assert chat.say("  " + "who can see it? ".ljust(1000, "a") + "  ")


def test_an_unknown_audience_opens_nothing(server):
    assert_problem(server.http.post(f"{server.url}/webhooks/chat/sessions", json={"audience": "dog"}), 422)


def test_a_wrong_address_or_method_is_a_problem_too(server):
    assert_problem(server.http.get(f"{server.url}/nowhere"), 404)
    assert_problem(server.http.put(f"{server.url}/webhooks/chat/messages"), 405)


def test_who_asks_too_much_is_told_when_to_come_back(model, tmp_path):
    with serving(tmp_path / "log.txt", WHOSEES_MESSAGES_PER_MINUTE="3", WHOSEES_SESSIONS_PER_MINUTE="2") as client:
        chat = client.begin()
        for _ in range(3):
            chat.say("hello")
        refused = chat.post({"message": "hello"})
        assert_problem(refused, 429)
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        client.begin()
        assert_problem(client.http.post(f"{client.url}/webhooks/chat/sessions"), 429)


def test_before_the_model_is_loaded_it_says_so(model, tmp_path):
    with serving(tmp_path / "log.txt", wait=False) as client:
        assert_problem(_first_answer(client), 503)


def _first_answer(client: Client) -> requests.Response:
    for _ in range(600):
        try:
            return client.http.get(f"{client.url}/webhooks/chat/")
        except requests.ConnectionError:
            time.sleep(0.05)
    raise AssertionError("The server never listened.")


def test_a_conversation_ends_by_itself(model, tmp_path):
    with serving(tmp_path / "log.txt", WHOSEES_SESSION_MINUTES="0") as client:
        assert_problem(client.begin().post({"message": "hello"}), 401)


def test_what_is_typed_is_not_written_to_the_log(model, tmp_path):
    with serving(tmp_path / "log.txt") as client:
        client.begin().say("do you share with xylophonist Bertram?")
    assert "xylophonist" not in (tmp_path / "log.txt").read_text().lower()
