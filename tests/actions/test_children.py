"""A child is told all that an adult is: the same lines and facts by their ids, some of it when they ask for more."""

import pytest

from knowledge import LISTS, SECTIONS
from tests.actions_run import run


def all_told(first) -> str:
    """What the answers say at once and, where that is offered, when more is asked for."""
    more = run("action_what_else", after=first, audience="child") if "Tell me more" in first.buttons[0] else None
    return "\n".join([*first.texts, *(more.texts if more else [])])


@pytest.mark.parametrize("section", LISTS)
def test_each_line_of_a_list_is_told_whole(section, knowledge_base):
    lines = [line for line in knowledge_base.statements_of(section) if line.place]
    names = {name.owner: name.name for name in reversed(knowledge_base.names()) if name.certainty == "named"}
    for line in lines:
        adult, child = (
            run(f"action_{section}", naming=[names[line.id]], audience=audience) for audience in ("adult", "child")
        )
        assert (
            child.customs == adult.customs
            and {"section": section, "quote": line.quote} in (child.customs[0]["citations"])
        )
        told = all_told(child)
        assert line.wording.child in told and line.about.child in told, line.id
        assert all(note.child in told for note in line.notes), line.id


@pytest.mark.parametrize("section", [section for section in SECTIONS if section not in LISTS])
def test_each_short_part_is_told_whole(section, knowledge_base):
    adult, child = (run(f"action_{section}", audience=audience) for audience in ("adult", "child"))
    assert child.customs == adult.customs
    told = all_told(child)
    for line in knowledge_base.whole(section).cited:
        assert line.wording.child in told
        assert all(note.child in told for note in line.notes)
    assert all(fact.text.child in told for fact in knowledge_base.whole(section).facts)


def test_each_silent_topic_is_made_of_the_same(knowledge_base):
    for topic in knowledge_base.topics():
        adult, child = (run("action_not_covered", intent=topic, audience=each) for each in ("adult", "child"))
        assert child.customs == adult.customs


@pytest.mark.parametrize("section", LISTS)
def test_the_whole_list_is_shown_by_group_and_then_line_by_line(section, knowledge_base):
    groups = run(f"action_{section}", audience="child")
    whole = knowledge_base.whole(section)
    assert all(f"- {group.title.child} ({group.size})" in groups.text for group in whole.groups)
    assert groups.buttons[0][: len(whole.groups)] == [f"{group.title.child}?" for group in whole.groups]
    assert "Show me them all" in groups.buttons[0]
    everyone = run("action_show_all", after=groups, audience="child")
    assert all(f"- {line.label.child}" in everyone.text for line in whole.cited)
    lines = list(dict.fromkeys(line.quote for line in whole.cited))
    assert groups.quotes == everyone.quotes == [lines]
