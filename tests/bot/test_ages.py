"""Who says that they are a child."""

import pytest

from bot.ages import says_a_childs_age


@pytest.mark.parametrize(
    "text",
    [
        "I'm 10",
        "im 9",
        "I’m nearly 12",
        "i am ten years old",
        "I am only seven.",
        "im 13 and i want to see my file",
        "hi im 15, who can see my stuff",
        "im 11 yrs old so what",
        "im 8 yo",
        "i'm seventeen",
        "im in year 5",
    ],
)
def test_a_childs_age_is_one(text):
    assert says_a_childs_age(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm 18",
        "I'm 45",
        "I am 42 and work in a shop",
        "I'm 10 minutes away",
        "I'm 16 weeks pregnant",
        "I'm 12 stone",
        "I'm 6 months in",
        "I'm 2",
        "my son is 10",
        "when I was 10",
        "she is nine years old",
        "do records go when i am an adult",
        "I'm 100 percent sure",
    ],
)
def test_anything_else_is_none(text):
    assert not says_a_childs_age(text)
