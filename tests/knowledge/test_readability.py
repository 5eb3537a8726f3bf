"""What a child is shown can be read by a child: floors that hold, and a check that names what is too hard."""

import pytest

from knowledge import load_content
from knowledge.readability import (
    COMMON_WORDS,
    Yardstick,
    common_words,
    length,
    own_words,
    problems,
    sentences_of,
    texts_of,
)
from tests.knowledge.test_content import change, refused


@pytest.fixture(scope="module")
def yardstick(content) -> Yardstick:
    return Yardstick(content)


def test_the_notices_own_folder_can_be_read(content):
    assert problems(content) == []


def test_every_text_for_a_child_is_looked_at(content):
    texts = [texts["child"] for _, _, texts in texts_of(content.folder)]
    statements = [each for section in content.sections.values() for each in section.statements]
    theirs = [each.wording.child for each in statements] + [each.text.child for each in content.facts.facts]
    theirs += [each.silence.child for each in content.topics.topics] + [content.safeguarding.text.child]
    theirs += [each.label.child for each in content.not_listed.not_listed]
    theirs += [each.meaning.child for each in content.glossary.words]
    assert set(theirs) <= {text.strip() for text in texts}


def too_hard(folder, old, new, file="recipients.yml"):
    """The one problem found where a child's text is changed, and the line where it is changed."""
    line = change(folder, file, old, new)
    [problem] = problems(load_content(folder))
    assert (problem.path.name, problem.line) == (file, line)
    return problem


POLICE = "      child: The police stop crime and help to keep people safe.\n"


def test_a_hard_word_is_named_with_its_file_line_and_fix(notice_folder):
    problem = too_hard(notice_folder, POLICE, POLICE.replace("stop", "interdict"))
    assert "“interdict”" in problem.what and "glossary.yml" in problem.fix


def test_a_name_in_short_that_nothing_explains_is_named(notice_folder):
    problem = too_hard(notice_folder, POLICE, POLICE.replace("people safe", "the MASH safe"))
    assert "“MASH”" in problem.what


def test_a_word_that_is_explained_is_not_too_hard(notice_folder):
    change(
        notice_folder,
        "glossary.yml",
        "  - id: gp\n",
        "  - id: mash\n    word: MASH\n    question: What’s MASH?\n"
        "    meaning: {adult: It is a team., child: It is a team.}\n\n  - id: gp\n",
    )
    change(notice_folder, "recipients.yml", POLICE, POLICE.replace("people safe", "the MASH safe"))
    assert problems(load_content(notice_folder)) == []


def test_a_long_sentence_is_named_whole(notice_folder):
    problem = too_hard(notice_folder, POLICE, POLICE.replace(" safe.", " safe" + " and well" * 5 + " too."))
    assert "21 words" in problem.what and "Make two of it" in problem.fix


def test_a_statement_without_a_childs_words_is_refused(notice_folder):
    change(notice_folder, "recipients.yml", "      child: The council can share facts about you with probation.\n", "")
    [problem] = refused(notice_folder)
    assert "wording.child" in problem.what and "missing" in problem.what


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The notice says “Prevention and detection of crime”.", "The notice says it."),
        ('It has "Troubled Families" elsewhere.', "It has it elsewhere."),
        ("This is the Health and Social Care (Safety and Quality) Act 2015 now.", "This is the it now."),
        ("Call 0800 1111 or see https://www.childline.org.uk today.", "Call it or see it today."),
        ("The police stop crime. They help.", "The police stop crime. They help."),
        ("You can see what I know.", "You can see what I know."),
        ("Since 2024 it is so.", "Since 2024 it is so."),
    ],
)
def test_quotes_names_and_addresses_count_as_one_short_word(text, counted):
    assert own_words(text) == counted


def test_each_line_of_a_list_is_a_sentence():
    assert sentences_of("These are:\n- the police\n- courts\nThat is all. Ask.") == [
        "These are:",
        "- the police",
        "- courts",
        "That is all.",
        "Ask.",
    ]
    assert length("- people who look after you") == 5


def test_harder_words_and_longer_sentences_are_a_higher_grade(yardstick):
    easy = yardstick.read("The council can tell the police. It does not say when.")
    hard = yardstick.read(
        "Statutory authorities additionally investigate organisational irregularities comprehensively."
    )
    assert easy.grade < 3 < 12 < hard.grade


def test_a_commoner_form_of_a_word_makes_it_known_and_no_other_does(yardstick):
    assert yardstick.read("She planned and carried it, and can’t say whose it is.").unknown == ()
    assert yardstick.read("The adjudicator obfuscated.").unknown == ("adjudicator", "obfuscated")


def test_the_word_list_has_no_more_words_than_it_may_have(content):
    everyday = content.glossary.everyday
    assert len({*everyday, *common_words(COMMON_WORDS - len(everyday))}) <= COMMON_WORDS == 5_000
    assert len(everyday) <= 50 and not set(everyday) & common_words(COMMON_WORDS - len(everyday))
