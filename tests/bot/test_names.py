"""What a message names: as it stands, inflected, misspelt; and what nobody knows."""

import pytest

from bot.nlu.names import NameFinder
from bot.nlu.spacy_words import words


@pytest.fixture(scope="module")
def finder(content, knowledge_base) -> NameFinder:
    return NameFinder(knowledge_base.names())


@pytest.fixture
def named(finder):
    """The owners of each thing that a text names, in order."""

    def found(text: str) -> list[set[str]]:
        return [{name.owner for name in each.names} for each in finder.known(words().of(text))]

    return found


def as_typed(text, typed, found):
    return [text[typed[each.first].start : typed[each.end - 1].end] for each in found]


@pytest.fixture
def titles(finder):
    """The laws that a text names and nobody knows, in its own words."""

    def found(text: str) -> list[str]:
        typed = words().of(text)
        return as_typed(text, typed, finder.unknown_laws(typed, finder.known(typed)))

    return found


@pytest.fixture
def unknown(finder):
    """What a text names that nobody knows, in its own words."""

    def found(text: str) -> list[str]:
        typed = words().of(text)
        return as_typed(text, typed, finder.unknown(typed, finder.known(typed)))

    return found


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("do you tell the police", "recipients.police"),
        ("POLICE", "recipients.police"),
        ("do you tell police officers", "recipients.police"),
        ("is it the police's business", "recipients.police"),
        ("do u tell the polcie", "recipients.police"),
        ("do you tell probaton", "recipients.probation"),
        ("is my emplyer told", "not_listed.employer"),
        ("are my neigbours told", "not_listed.neighbours"),
    ],
)
def test_a_name_is_found_inflected_and_misspelt(named, text, owner):
    assert any(owner in owners for owners in named(text)), named(text)


@pytest.mark.parametrize("text", ["my emplyer", "my employr", "my bosss", "my empoyer", "Tescos", "Barcley", "my bnak"])
def test_a_misspelt_name_that_is_not_listed_never_becomes_a_listed_one(named, knowledge_base, text):
    listed = {statement.id for statement in knowledge_base.statements_of("recipients")}
    for question in (f"do you share my data with {text}?", f"can {text} see it", text):
        assert not any(owners & listed for owners in named(question)), question


def test_of_names_that_overlap_the_longest_counts(named):
    assert named("the crime and disorder act 1998") == [{"legal_bases.crime_disorder_act_1998"}]
    assert named("do you tell the government agency") == named("government agency")
    assert named("do you tell my ex husband") == [{"not_listed.ex_partner"}]


def test_several_names_are_found_in_their_order(named):
    police, employer = named("do you tell the police or my employer")
    assert "recipients.police" in police and employer == {"not_listed.employer"}


def test_no_name_is_seen_where_none_is(named):
    assert named("what is it all for, then?") == []
    assert named("") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("do you share my data with Frobnicate?", "Frobnicate"),
        ("do you tell Frobnicate Widgets", "Frobnicate Widgets"),
        ("can Frobnicate see it", "Frobnicate"),
        ("the police and Frobnicate?", "Frobnicate"),
    ],
)
def test_what_stands_where_a_recipient_would_and_nobody_knows_is_named_back(unknown, text, name):
    assert unknown(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "do you share it with the police",
        "do you share it with anyone",
        "who can see it",
        "they come round to frobnicate mum",
    ],
)
def test_a_known_name_and_a_plain_word_are_not_unknown(unknown, text):
    assert unknown(text) == []


def test_a_law_is_named_by_its_whole_title_whatever_else_stands_in_it(titles):
    assert titles("do you go by the Domestic Abuse Frobnication Act 2021") == ["Domestic Abuse Frobnication Act"]
    assert titles("do you go by the Care Standards Act 2000") == ["Care Standards Act"]
    assert titles("is the Children Act 1989 listed") == []
    assert titles("It is long. Which statutes do you go by?") == []
    assert titles("how do the police act on it") == []


def test_the_trained_pipeline_gives_names_with_their_owners_and_places(understand):
    text = "do you tell my employer?"
    [entity] = understand(text)[1]
    assert text[entity["start"] : entity["end"]] == entity["text"]
    assert "employer" in entity["text"]
    assert entity["value"] == [
        {"section": "recipients", "certainty": "not_listed", "owner": "not_listed.employer"},
    ]
