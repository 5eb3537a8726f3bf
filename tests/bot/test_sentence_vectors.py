"""The sentence model as it is run, beside the model of the wheel as it came."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from bot.nlu.quantised import quantised
from bot.nlu.sentence_vectors import MODEL, encoder

TEXTS = [
    "do you tell the police",
    "how long will my notes be kept",
    "he shouts at us when mum is at work",
    "is anything sent to a country outside of Europe by the people who run your computers",
]


@pytest.fixture(scope="module")
def vectors():
    return encoder().vectors(TEXTS)


def mean_state(session, ids):
    ids = np.array([ids], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    [states] = session.run(None, inputs)
    return states[0].mean(axis=0)


def cosine(one, other):
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_each_text_has_a_vector_of_length_one(vectors):
    assert [*vectors] == TEXTS
    assert all(vector.shape == (384,) and abs(np.linalg.norm(vector) - 1) < 1e-5 for vector in vectors.values())


def test_texts_far_apart_in_meaning_are_far_apart(vectors):
    police, kept, *_ = (vectors[text] for text in TEXTS)
    again = encoder().vectors(["will you share it with the police"])["will you share it with the police"]
    assert cosine(police, again) > cosine(police, kept) + 0.2


@pytest.mark.parametrize("length", [1, 7, 40])
def test_whole_numbers_find_nearly_what_the_wheels_floats_find(length):
    floats = onnxruntime.InferenceSession(str(MODEL), providers=["CPUExecutionProvider"])
    whole = onnxruntime.InferenceSession(quantised(MODEL), providers=["CPUExecutionProvider"])
    for seed in range(5):
        ids = np.random.default_rng(seed).integers(1000, 20000, length)
        assert cosine(mean_state(floats, ids), mean_state(whole, ids)) > 0.95


def test_no_large_multiplication_is_left_in_floats(tmp_path):
    options = onnxruntime.SessionOptions()
    options.enable_profiling, options.profile_file_prefix = True, str(tmp_path / "profile")
    session = onnxruntime.InferenceSession(quantised(MODEL), options, providers=["CPUExecutionProvider"])
    mean_state(session, [2054, 2079])
    ran = Path(session.end_profiling()).read_text(encoding="utf-8")
    # Six layers with six weights each; what attention multiplies is no weight.
    assert ran.count('"op_name" : "DynamicQuantizeMatMul"') + ran.count('"op_name" : "MatMulIntegerToFloat"') >= 36
