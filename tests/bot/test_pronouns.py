import pytest

from bot.reading.pronouns import may_mean


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Does she get his notes?", "my brother"),
        ("Will he be told?", "our mum"),
        ("Do you pass his information to them?", "Dad"),
        ("Can they read her file?", "my nan"),
        ("Could you tell her?", "my stepson"),
    ],
)
def test_who_can_not_be_meant(question: str, name: str):
    assert not may_mean(question, name)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Does she get my notes?", "husband's sister"),
        ("Will he be told?", "my uncle"),
        ("Do you tell them?", "my dad"),
        ("Do you pass her information to them?", "my dad"),
        ("Is she on the list?", "my neighbour"),
        ("Will he hear of it?", "the police"),
    ],
)
def test_who_may_be_meant(question: str, name: str):
    assert may_mean(question, name)
