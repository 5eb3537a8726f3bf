"""Questions on which the notice is silent: the silence first, then what is known from elsewhere, then who can tell."""

import pytest

from bot.settings import settings
from knowledge import load_content
from tests.actions_run import run

TOPICS = [each.topic for each in load_content(settings().notice).topics.topics]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("audience", ["adult", "staff"])
def test_silence_comes_first_then_facts_with_their_sources_then_who_can_tell(topic, audience, knowledge_base):
    silence = knowledge_base.silence_on(topic)
    ran = run("action_not_covered", intent=topic, audience=audience)
    [custom] = ran.customs
    assert (custom["outcome"], custom["topic"], custom["citations"]) == ("not_covered", topic, [])
    assert ran.text.startswith(silence.silence.for_(audience))
    places = [ran.text.index(fact.text.for_(audience)) for fact in silence.facts]
    assert [*places, ran.text.index(silence.who_can_tell.for_(audience))] == sorted(
        [*places, ran.text.index(silence.who_can_tell.for_(audience))]
    )
    for fact in silence.facts:
        for source in fact.sources:
            assert source.title in ran.text
            if source.url:
                assert source.url in [each["url"] for each in custom["sources"]]
    assert bool(custom["sources"]) <= bool(silence.facts)
    for contact in silence.contacts:
        assert f"- {contact.title.for_(audience)}" in ran.text


@pytest.mark.parametrize("topic", TOPICS)
def test_a_child_is_told_who_can_tell_and_one_fact_and_the_rest_when_they_ask_for_more(topic, knowledge_base):
    silence = knowledge_base.silence_on(topic)
    ran = run("action_not_covered", intent=topic, audience="child")
    assert ran.text.startswith(f"{silence.silence.child}\n\n{silence.who_can_tell.child}")
    assert not silence.facts or silence.facts[0].text.child in ran.text
    more = run("action_what_else", after=ran, audience="child") if "Tell me more" in ran.buttons[0] else None
    told = f"{ran.text}\n\n{more.text if more else ''}"
    for fact in silence.facts:
        sources = "; ".join(source.title for source in fact.sources)
        assert f"{fact.text.child} ({sources})" in told
    for contact in silence.contacts:
        ways = [way for way in (contact.text, contact.phone, contact.email, contact.url) if way]
        assert f"- {contact.title.child}: {', '.join(ways)}" in told
    assert all(f"“{line.quote}”" in told for line in silence.related)
    assert not more or more.customs == ran.customs


def test_what_comes_from_elsewhere_is_told_to():
    assert "From outside the notice (source: " in run("action_not_covered", intent="retention").text


def test_where_nothing_is_known_from_elsewhere_nothing_is_announced(knowledge_base):
    silent = [topic for topic in TOPICS if not knowledge_base.silence_on(topic).facts]
    assert silent
    for topic in silent:
        assert "outside the notice" not in run("action_not_covered", intent=topic).text.lower(), topic


def test_silence_can_be_followed_up():
    ran = run("action_not_covered", intent="retention")
    assert ran.slots["last_question"]["topic"] == "retention" and ran.slots["offer"] is None
