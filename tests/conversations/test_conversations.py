"""Conversations with the trained model, actions run, over HTTP. Each file is one, named for what happens in it.

A turn says something and expects, of each answer in order: its `outcome`, `section`, `topic`, its `quotes` (all
of them, and no other) or `quotes: all`, what its `text` contains or lacks, and what its `buttons` offer.
"""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

FILES = sorted(Path(__file__).parent.glob("*/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation(path, server, knowledge_base):
    conversation = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    chat = server.begin(conversation.get("audience"))
    for turn in conversation["turns"]:
        said = chat.say(turn["say"], turn.get("audience"))
        expected = turn["answers"]
        assert len(said) == len(expected), (turn["say"], [message["text"] for message in said])
        for message, expectation in zip(said, expected, strict=True):
            check(turn["say"], message, expectation, knowledge_base)


def check(say, message, expected, knowledge_base):
    custom, text = message["custom"], message["text"]
    found = {"outcome": custom["outcome"], "section": custom["section"], "topic": custom["topic"]}
    for key in ("outcome", "section", "topic"):
        if key in expected:
            assert found[key] == expected[key], (say, found, text)
    if "quotes" in expected:
        quotes = [citation["quote"] for citation in custom["citations"]]
        wanted = expected["quotes"]
        if wanted == "all":
            wanted = list(dict.fromkeys(statement.quote for statement in knowledge_base.whole(custom["section"]).cited))
        assert sorted(quotes) == sorted(wanted), (say, quotes)
    for piece in expected.get("text", []):
        assert piece.lower() in text.lower(), (say, piece, text)
    for piece in expected.get("not_text", []):
        assert piece.lower() not in text.lower(), (say, piece, text)
    for piece in expected.get("related", []):
        assert piece in [line["quote"] for line in custom["related"]], (say, piece, custom["related"])
    for payload in expected.get("buttons", []):
        assert payload in [button["payload"] for button in message["buttons"]], (say, payload, message["buttons"])
