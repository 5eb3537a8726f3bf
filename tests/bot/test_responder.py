"""How answers are worded."""

import pytest

from bot.responder import Responder, Unworded
from bot.training_data import responses


def responder(text: str) -> Responder:
    made = Responder()
    made.responses = {
        "utter_x": [{"condition": [{"type": "slot", "name": "audience", "value": "adult"}], "text": text}]
    }
    return made


def test_a_paragraph_with_nothing_to_say_is_left_out():
    worded = responder("First {a}.\n\nSecond {b}.\n\nThird.").worded("utter_x", "adult", a="one", b="")
    assert worded["text"] == "First one.\n\nThird."


def test_a_placeholder_that_nothing_fills_is_an_error():
    with pytest.raises(Unworded, match="who"):
        responder("Told {who}.").worded("utter_x", "adult")


def test_a_missing_audience_is_an_error_not_silence():
    with pytest.raises(Unworded, match="child"):
        responder("Words.").worded("utter_x", "child")


def test_what_a_person_typed_is_never_taken_for_a_placeholder():
    assert (
        responder("Not named: {name}.").worded("utter_x", "adult", name="{secret} <b>")["text"]
        == "Not named: {secret} <b>."
    )


@pytest.mark.parametrize("name", sorted(responses()))
def test_every_response_uses_the_same_facts_for_every_audience(name):
    """Placeholders that carry what was found must be in each audience's words; the rest is manner."""
    texts = responses()[name]
    for placeholder in ("wording", "silence", "card", "name"):
        used = {audience for audience, text in texts.items() if "{" + placeholder + "}" in text}
        if placeholder == "name" and "__related" in name:
            continue
        assert used in (set(), {"adult", "child", "staff"}), (placeholder, used)
