"""A message taken apart into its sentences and its questions."""

import pytest

from bot.reading.questions import (
    asked_before_its_reason,
    asks_of_one,
    demands_in,
    questions_after_told,
    questions_in,
    sentences_in,
    words_of,
)


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("police?", ["police?"]),
        ("Do you tell the police or my GP?", ["Do you tell the police or my GP?"]),
        ("Who can see it? How long do you keep it?", ["Who can see it?", "How long do you keep it?"]),
        ("who can see my data and how long do you keep it", ["who can see my data", "how long do you keep it"]),
        ("who can see my data and why?", ["who can see my data", "why?"]),
        ("why do you keep it who has it", ["why do you keep it", "who has it"]),
        ("can you tell me who has it", ["can you tell me who has it"]),
        ("whats on my file", ["whats on my file"]),
        ("You can't just take my data.", []),
        ("My son was ill. The school rang. Who told them?", ["Who told them?"]),
        ("probation y/n. and the courts y/n", ["probation y/n.", "and the courts y/n"]),
        ("is it sent abroad, and if so to which countries", ["is it sent abroad", "if so to which countries"]),
        ("She asks: 1) is the DWP listed? 2) retention", ["is the DWP listed?", "retention"]),
        ("We saw the bit where the dog runs off.", []),
        ("i wanna no what you hold on me", ["i wanna no what you hold on me"]),
        ("It's awful what you hold on me. Who sees it?", ["Who sees it?"]),
        ("Two in one: do schools get it, and when is it destroyed?", ["do schools get it", "when is it destroyed?"]),
        ("First thing is does a robot decide, second is do you sell it", ["does a robot decide", "do you sell it"]),
        ("tell me this: who gets it", ["who gets it"]),
        ("My son is 8 and has a helper. Can I see his file?", ["Can I see his file?"]),
        ("who sees it and has my boss been told", ["who sees it", "has my boss been told"]),
        ("is it sent abroad? and if it is which countries", ["is it sent abroad?", "and if it is which countries"]),
        ("is it sent abroad and under what law", ["is it sent abroad", "under what law"]),
        ("I had carers. Kindly say whether shops are told.", ["Kindly say whether shops are told."]),
        ("I help at a club and do the newsletter. Are we on your list?", ["Are we on your list?"]),
        ("Is she to be told, acc. to the notice?", ["Is she to be told, acc. to the notice?"]),
        ("what is it for, who gets it, and why is it kept", ["what is it for", "who gets it", "why is it kept"]),
        ("do the police, who came in May, get it", ["do the police, who came in May, get it"]),
        ("Is it shared, and is health one of the reasons?", ["Is it shared", "is health one of the reasons?"]),
        ("tell me which firms and which offices get it", ["tell me which firms and which offices get it"]),
        ("Do schools get it? Also the dentist.", ["Do schools get it?", "Also the dentist."]),
        ("Is it sent abroad, if so where exactly", ["Is it sent abroad", "if so where exactly"]),
        ("The form, it asks whether I have carers. Who sees it?", ["Who sees it?"]),
        (
            "Is it sent abroad? Also need the wording on courts.",
            ["Is it sent abroad?", "Also need the wording on courts."],
        ),
        ("I need my glasses. Who sees it?", ["Who sees it?"]),
        (
            "are schools told, is research a purpose, and who sees it",
            ["are schools told", "is research a purpose", "who sees it"],
        ),
        ("Asks: (a) is probation listed (b) is his boss", ["is probation listed", "is his boss"]),
        ("No more fog. Please list every body that gets it.", ["Please list every body that gets it."]),
        (
            "I want to know who it was and I need to know if shops get it",
            ["I want to know who it was", "I need to know if shops get it"],
        ),
        ("He is in a flat and I want to know if it is listed", ["He is in a flat and I want to know if it is listed"]),
    ],
)
def test_each_question_stands_alone(message, questions):
    assert questions_in(message) == questions


def test_a_message_has_its_sentences():
    assert sentences_in("Hello. I am Ann!\nwho sees it?") == ["Hello.", "I am Ann!", "who sees it?"]
    assert sentences_in("...") == ["..."]


@pytest.mark.parametrize("message", ["/recipients", '/recipients{"name": "police"}', "//retention", " /restart"])
def test_no_text_can_name_an_intent(message):
    assert not words_of(message).startswith("/")


def test_a_text_of_slashes_is_still_a_text():
    assert words_of("///") == "?"


@pytest.mark.parametrize(
    "clause",
    [
        "Does he get to hear about any of it",
        "can the bloke downstairs see my file",
        "do window cleaners get our address from you",
        "you share with him?",
        "so could she read it",
        "is she one of the people you tell",
    ],
)
def test_who_asks_of_one_in_particular_does_not_ask_for_all(clause):
    assert asks_of_one(clause, "recipients")


@pytest.mark.parametrize(
    "clause",
    [
        "who gets it",
        "do you share my data with anyone",
        "can other organisations see it",
        "is my data given to others",
        "does it get passed on",
        "do many people get to know about us",
        "who is allowed to see what teachers know",
        "what law says you are allowed to have it",
    ],
)
def test_who_asks_of_no_one_in_particular_asks_for_all(clause):
    assert not asks_of_one(clause, "recipients")


def test_a_use_may_be_one_of_the_reasons_asked_about():
    assert asks_of_one("is sending me letters about shoes one of the reasons", "purposes")
    assert asks_of_one("is puppetry one of our uses", "purposes")
    assert not asks_of_one("is there a list of the reasons", "purposes")


def test_one_use_in_particular_is_no_question_on_all_uses():
    assert asks_of_one("do you use my photos to build a robot", "purposes")
    assert asks_of_one("is what I said used to build a robot", "purposes")
    assert not asks_of_one("what do you use it for", "purposes")
    assert not asks_of_one("is it used for anything else", "purposes")


def test_what_is_asked_after_something_told_may_be_all_of_the_sentence():
    assert questions_after_told("he hurt me, will you tell my school") == ["will you tell my school"]
    assert questions_after_told("if I say what dad does will my gran hear of it") == [
        "what dad does will my gran hear of it",
        "will my gran hear of it",
    ]
    assert questions_after_told("you never tell the papers do you") == ["you never tell the papers do you"]
    assert questions_after_told("he hurt me, this is the school computer") == []


def test_what_is_asked_before_something_told_is_all_but_why_it_is_asked():
    assert asked_before_its_reason("who sees it, only asking because he hurt me") == ["who sees it"]
    assert asked_before_its_reason("who sees it cos he hurt me") == ["who sees it"]
    assert asked_before_its_reason("he hurt me because I asked who sees it") == []


def test_what_somebody_does_who_is_asked_about_is_no_second_question():
    assert questions_in("can the lady who calls and does my feet see it") == [
        "can the lady who calls and does my feet see it"
    ]


def test_what_is_demanded_may_go_on_to_a_question():
    assert demands_in("Look, I want it burnt, and if you won't, who makes you?") == ["I want it burnt"]
    assert demands_in("I want it burnt and gone. Who makes you?") == []
    assert demands_in("I want to know who has it, and who makes you?") == []


def test_what_is_said_not_to_be_asked_is_no_question_beside_one():
    assert questions_in("I don't care how long it takes, I want to know who has it") == ["I want to know who has it"]
    assert questions_in("This isn't about why you want it. Who has it?") == ["Who has it?"]
    assert questions_in("I'm not asking who has it") == []
