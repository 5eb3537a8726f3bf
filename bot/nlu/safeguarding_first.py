"""Someone in danger gets help first: a likely disclosure outranks whatever else a message may be."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

SAFEGUARDING = "safeguarding"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafeguardingFirst(GraphComponent):
    """Chooses the intent `safeguarding` as soon as its probability reaches `threshold`, whichever is likelier.

    A missed disclosure is by far the costliest error. The chosen intent keeps its rank's confidence, raised to
    1, so that no later fallback takes it away.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"threshold": 0.25}

    def __init__(self, config: dict[str, Any]) -> None:
        self._threshold = config["threshold"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafeguardingFirst:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            likely = next((each for each in ranking if each[INTENT_NAME_KEY] == SAFEGUARDING), None)
            if likely and likely[PREDICTED_CONFIDENCE_KEY] >= self._threshold:
                first = {**likely, PREDICTED_CONFIDENCE_KEY: 1.0}
                others = [each for each in ranking if each[INTENT_NAME_KEY] != SAFEGUARDING]
                message.set(INTENT, first, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)
        return messages
