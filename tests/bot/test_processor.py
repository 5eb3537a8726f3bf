"""Where an action fails the person is told, help still comes, and the conversation can go on."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

import knowledge
from tests.server import serving


@pytest.fixture
def database(content, tmp_path) -> Path:
    """A database of knowledge that a test may take away."""
    path = tmp_path / "knowledge.db"
    knowledge.build(content, f"sqlite:///{path}")
    return path


@pytest.fixture
def client(model, database, tmp_path):
    with serving(tmp_path / "log.txt", WHOSEES_DATABASE_URL=f"sqlite:///{database}") as client:
        yield client


def gone(database: Path) -> Path:
    """Take the knowledge away while the bot runs; gives where it is."""
    away = database.with_name("away.db")
    os.replace(database, away)
    with sqlite3.connect(database):
        pass
    return away


def test_where_the_knowledge_is_gone_an_honest_answer_is_given_and_afterwards_the_true_one(client, database):
    chat = client.begin()
    chat.say("is it sent abroad?")
    away = gone(database)
    [message] = chat.say("do you share with the police?")
    assert message["text"].startswith("I can’t look that up just now.")
    assert "citations" not in message.get("custom", {})
    [card] = chat.say("my uncle hits me and I am scared")
    assert card["custom"]["outcome"] == "safeguarding" and "999" in card["text"]
    os.replace(away, database)
    assert chat.say("do you share with the police?")[0]["custom"]["citations"] == [
        {"section": "recipients", "quote": "Police"}
    ]


def test_what_failed_is_not_what_is_followed_up(client, database):
    chat = client.begin()
    chat.say("do you share with the police?")
    away = gone(database)
    chat.say("how long do you keep it?")
    os.replace(away, database)
    assert chat.say("say that again")[0]["custom"]["citations"] == [{"section": "recipients", "quote": "Police"}]


def test_messages_of_one_conversation_sent_at_once_are_answered_one_after_the_other(client):
    chat = client.begin()
    answers = []
    threads = [
        threading.Thread(target=lambda text=text: answers.append(chat.say(text)))
        for text in ["do you share with the police?", "do you share with my GP?", "is it sent abroad?"]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(answer) for answer in answers] == [1, 1, 1]
    again = chat.say("say that again")[0]["custom"]["citations"]
    assert again in [answer[0]["custom"]["citations"] for answer in answers]
