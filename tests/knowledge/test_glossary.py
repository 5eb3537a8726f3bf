"""The hard words: each explained once, to each audience, and found by every form of it."""

import pytest

from knowledge import AUDIENCES, UnknownIdError
from tests.knowledge.test_content import change, refused

# What the texts for children can't do without.
NEEDED = ("GP", "safeguarding", "social worker", "social worker’s report", "foster carer", "court", "probation")
NEEDED += ("assessment", "personal data", "consent")


def test_what_children_ask_about_is_explained(knowledge_base):
    assert set(NEEDED) <= {each.word for each in knowledge_base.glossary()}


def test_each_word_has_a_question_and_a_meaning_for_everybody(knowledge_base):
    for each in knowledge_base.glossary():
        assert each.question.endswith("?")
        assert all(each.meaning.for_(audience) for audience in AUDIENCES)


def test_each_form_names_one_word(knowledge_base):
    names = knowledge_base.glossary_names()
    assert len({name.name for name in names}) == len(names)
    assert {name.owner for name in names} == {each.id for each in knowledge_base.glossary()}


def test_a_form_of_two_words_is_refused(notice_folder):
    change(notice_folder, "glossary.yml", "forms: [national health service]", "forms: [national health service, gp]")
    [problem] = refused(notice_folder)
    assert problem.path.name == "glossary.yml" and "'gp' is explained twice" in problem.what


def test_a_word_without_a_childs_meaning_is_refused(notice_folder):
    change(
        notice_folder,
        "glossary.yml",
        "      child: Childline is there for anyone under 19 who wants to talk.",
        "      kid: It.",
    )
    assert any("meaning.child is missing" in problem.what for problem in refused(notice_folder))


def test_a_word_that_is_not_explained_has_no_explanation(knowledge_base):
    with pytest.raises(UnknownIdError):
        knowledge_base.explained("zebra")
