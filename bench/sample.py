"""A part of the training data, for what would take hours over all of it."""

from __future__ import annotations

from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.importer import KnowledgeImporter

ONE_IN = 32


class Sample(KnowledgeImporter):
    """One in thirty-two of the examples, spread over all topics: ten or so for each."""

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        whole = super().get_nlu_data(language)
        return TrainingData(whole.training_examples[::ONE_IN])
