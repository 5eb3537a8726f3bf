"""How often somebody may ask."""

from bot.limits import Limit


def test_so_many_at_once_and_then_a_wait():
    limit = Limit(per_minute=3)
    assert [limit.seconds_to_wait("a") for _ in range(3)] == [0, 0, 0]
    assert 0 < limit.seconds_to_wait("a") <= 20


def test_one_does_not_wait_for_another():
    limit = Limit(per_minute=1)
    assert limit.seconds_to_wait("a") == 0
    assert limit.seconds_to_wait("b") == 0
    assert limit.seconds_to_wait("a") > 0
