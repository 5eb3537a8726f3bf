"""What the classifiers learn with, by itself."""

import numpy as np

from bot.nlu.machines import Neighbours, together


def test_the_nearest_examples_have_the_most_votes():
    near = Neighbours(sharpness=30).fit(np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), ["boat", "harp", "harp"])
    [probabilities] = near.probabilities(np.array([[0.8, 0.6]]))
    assert list(near.labels) == ["boat", "harp"]
    assert probabilities[0] > 0.9 and np.isclose(probabilities.sum(), 1)
    [even] = near.probabilities(np.array([[0.5**0.5, 0.5**0.5]]))
    assert np.allclose(even, [1 / 3, 2 / 3])


def test_what_one_machine_rules_out_no_other_makes_likely():
    first, second = np.array([[0.98, 0.01, 0.01]]), np.array([[0.01, 0.98, 0.01]])
    [both] = together(first, second, 0.5)
    assert np.isclose(both.sum(), 1) and np.isclose(both[0], both[1])
    [mostly_first] = together(first, second, 0.2)
    assert mostly_first.argmax() == 0
