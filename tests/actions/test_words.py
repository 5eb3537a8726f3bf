"""What a word means: the glossary's own words, in place of ours where a line of the notice is called by it."""

import pytest

from knowledge import AUDIENCES
from tests.actions_run import run


def ask(action, word, audience="child", line=()):
    """Run an action on the question what a word of the glossary means; `line` is what a line is called by."""
    explained = [{"section": "glossary", "certainty": "named", "owner": word}]
    return run(action, naming=line, audience=audience, also=[{"entity": "name", "text": word, "value": explained}])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_word_is_explained_to_each_audience(audience, knowledge_base):
    for each in knowledge_base.glossary():
        ran = ask("action_word_meaning", each.id, audience)
        assert (ran.text, ran.outcomes, ran.events) == (each.meaning.for_(audience), ["conversation"], [])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_word_that_a_line_is_called_by_is_explained_and_the_line_cited(audience, knowledge_base):
    ran = ask("action_recipients", "gp", audience, line=["gp"])
    assert ran.text.startswith(knowledge_base.explained("gp").meaning.for_(audience))
    assert (ran.outcomes, ran.quotes) == (["answered"], [["GP Surgeries"]])
    assert knowledge_base.statement("recipients.gp_surgeries").wording.for_(audience) in ran.text


def test_the_explanation_comes_again_when_it_is_said_again():
    first = ask("action_recipients", "gp", line=["gp"])
    assert run("action_repeat", after=first, audience="child").texts == first.texts


def test_a_word_that_is_explained_leaves_the_last_question_to_be_followed_up():
    police = run("action_recipients", naming=["police"], audience="child")
    gp = [{"entity": "name", "text": "gp", "value": [{"section": "glossary", "certainty": "named", "owner": "gp"}]}]
    after = run("action_word_meaning", after=police, audience="child", also=gp)
    assert run("action_repeat", after=after, audience="child").quotes == [["Police"]]
