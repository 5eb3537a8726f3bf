"""What a word means, as the trained model understands it."""

import pytest


def words(entities):
    found = [owner["owner"] for each in entities for owner in each["value"] if owner["section"] == "glossary"]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what's a foster carer", "foster_carer"),
        ("wot is an assesment", "assessment"),
        ("what does personal data mean?", "personal_data"),
        ("what is my social worker's report", "social_workers_report"),
        ("what does my social worker mean by assessment", "assessment"),
        ("define confidential", "confidential"),
    ],
)
def test_a_word_of_the_glossary_is_asked_about(text, word, understand):
    intent, entities = understand(text)
    assert (intent, words(entities)) == ("word_meaning", [word])


@pytest.mark.parametrize(
    ("text", "section", "word"),
    [
        ("What's a GP?", "recipients", "gp"),
        ("what is safeguarding", "purposes", "safeguarding"),
        ("what does the word consent mean", "legal_bases", "consent"),
        ("what's the EEA?", "transfers", "eea"),
        ("what is a prepaid card", "recipients", "prepaid_card"),
    ],
)
def test_a_word_that_a_line_is_called_by_is_a_question_on_that_part(text, section, word, understand):
    intent, entities = understand(text)
    assert (intent, words(entities)) == (section, [word])


def test_each_question_of_the_glossary_is_understood_as_its_word(understand, knowledge_base):
    misread = [
        each.question for each in knowledge_base.glossary() if each.id not in words(understand(each.question)[1])
    ]
    assert misread == []


@pytest.mark.parametrize(
    "text", ["do you tell my GP?", "can my foster carer see my file", "i want my file", "what's a metaphor"]
)
def test_who_says_a_word_in_passing_asks_nothing_about_it(text, understand):
    intent, entities = understand(text)
    assert intent != "word_meaning" and words(entities) == []
