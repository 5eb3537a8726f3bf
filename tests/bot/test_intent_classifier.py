"""The kernel machine's votes are those that scikit-learn would count."""

import numpy as np
from sklearn.svm import SVC

from bot.nlu.intent_classifier import _votes


def test_votes_are_counted_as_scikit_learn_counts_them():
    chance = np.random.default_rng(7)
    examples, classes = chance.normal(size=(120, 6)), np.repeat(np.arange(6), 20)
    machine = SVC(decision_function_shape="ovo").fit(examples + classes[:, None], classes)
    for message in chance.normal(size=(10, 6)) + 3:
        ours = _votes(machine, message[np.newaxis])
        machine.decision_function_shape = "ovr"
        theirs = machine.decision_function(message[np.newaxis])[0]
        machine.decision_function_shape = "ovo"
        assert np.allclose(ours, theirs)
