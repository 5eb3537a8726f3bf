"""Words as people type them."""

import pytest

from bot.nlu.english import Speller, Words, key


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(Speller({"ofsted", "safeguarding"}))


def corrected(words):
    return " ".join(word.corrected for word in words)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("can u tell me wot u hold", "can you tell me what you hold"),
        ("do you tell the polcie", "do you tell the police"),
        ("my freinds and nieghbours", "my friends and neighbours"),
        ("is ofstde told", "is ofsted told"),
        ("who can see it?", "who can see it ?"),
        ("yesssss tell meeee", "yes tell me"),
        ("helloo", "hello"),
        ("dady herts me wiv a nife", "daddy hurts me with a knife"),
        ("👍", "thanks"),
    ],
)
def test_text_speak_and_typos_are_undone(words, typed, read):
    assert corrected(words.of(typed)) == read


@pytest.mark.parametrize("name", ["tesco", "patel", "acme"])
def test_a_name_is_not_turned_into_a_word_of_the_notice(words, name):
    assert words.of(name)[0].corrected not in {"police", "ofsted", "court", "school", "health"}


@pytest.mark.parametrize(
    ("one", "many"),
    [("doctor", "doctors"), ("agency", "agencies"), ("child", "children"), ("gp", "gps"), ("police", "police")],
)
def test_singular_and_plural_meet(one, many):
    assert key(one) == key(many)


def test_words_know_where_they_stand(words):
    text = "My GP's surgery, pls"
    assert [text[word.start : word.end] for word in words.of(text)] == ["My", "GP", "surgery", ",", "pls"]


def test_words_run_together_are_taken_apart_where_people_ask_with_them_and_else_put_right():
    asking = Words(Speller({"councillor"}, {"how", "long", "council", "or"}))
    assert corrected(asking.of("howlong")) == "how long"
    assert corrected(asking.of("councilor")) == "councillor"


def test_a_long_word_spelled_by_its_sound_is_known_but_not_one_that_only_looks_alike():
    asking = Words(Speller({"collectors", "assessments"}))
    assert corrected(asking.of("colecters")) == "collectors"
    assert corrected(asking.of("asesments")) == "assessments"
    assert corrected(asking.of("calculators")) == "calculators"
    assert corrected(asking.of("clanterus")) == "clanterus"


def test_what_is_no_word_is_still_read(words):
    assert [word.text for word in words.of("'")] == ["'"]


def test_a_rare_word_of_a_name_is_taken_apart_from_its_neighbour():
    assert [word.corrected for word in Words(Speller({"probation"})).of("probationservice")] == ["probation", "service"]


def test_a_child_spells_by_sound_and_a_name_stays_what_it_is():
    asking = Words(Speller({"computer", "information", "countries", "chance"}))
    for typed, meant in (("compewter", "computer"), ("informashun", "information"), ("cuntrys", "countries")):
        assert corrected(asking.of(typed)) == meant
    assert corrected(asking.of("Shanice")) == "shanice"
