"""What the parts of the pipeline have in common: how Rasa makes them, and how they keep what they learnt."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from typing_extensions import Self

_LEARNT = "learnt.joblib"


def put_first(message: Message, intent: str, confidence: float) -> None:
    """Make the intent the message's likeliest, whatever place it had among the others."""
    first = {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: confidence}
    others = [each for each in message.get(INTENT_RANKING_KEY, []) if each[INTENT_NAME_KEY] != intent]
    message.set(INTENT, first, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)


class Component(GraphComponent):
    """A part of the pipeline, made from its section of config.yml."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        return cls(config, model_storage, resource)


class TrainedComponent(Component):
    """A part that learns: `train` keeps what it learnt in a folder of the model, `restore` reads it there."""

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.restore(folder)
        return component

    def kept(self) -> AbstractContextManager[Path]:
        """The folder in which to keep what was learnt."""
        return self._model_storage.write_to(self._resource)

    def keep(self, *learnt: Any) -> None:
        """Keep in the model what was learnt, for `kept_in` to read."""
        with self.kept() as folder:
            # Packed lightly: Rasa packs the model as hard as it can, which takes a minute over bare numbers.
            joblib.dump(learnt, folder / _LEARNT, compress=1)

    @staticmethod
    def kept_in(folder: Path) -> tuple[Any, ...]:
        """What `keep` was given, from a folder of the model."""
        return joblib.load(folder / _LEARNT)

    @abstractmethod
    def restore(self, folder: Path) -> None:
        """Read what was learnt from the folder. Raises RasaException where it can't be used."""
