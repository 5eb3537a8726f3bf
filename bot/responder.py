"""Words what the actions found, from the responses in bot/data/responses."""

from __future__ import annotations

import re
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

AUDIENCE = "audience"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Unworded(RasaException):
    """No words for this audience, or a placeholder that nobody filled. Better an error than half a sentence."""


class Responder(TemplatedNaturalLanguageGenerator):
    """As Rasa's own, but a paragraph whose placeholder has nothing to say is left out; nothing else is dropped.

    An action may ask for the words of an `audience` other than the conversation's.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        super().__init__(domain.responses if domain else {})

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any]:
        audience = kwargs.pop(AUDIENCE, None) or tracker.get_slot(AUDIENCE) or "adult"
        return self.worded(utter_action, audience, output_channel, **kwargs)

    def worded(self, response: str, audience: str, output_channel: str = "", **words: Any) -> dict[str, Any]:
        """The response in the words of an audience, its placeholders filled."""
        chosen = self._random_response_for(response, output_channel, {AUDIENCE: audience})
        if chosen is None:
            raise Unworded(f"The response {response} has no words for the audience {audience!r}.")
        paragraphs = (self._filled(response, paragraph, words) for paragraph in chosen["text"].split("\n\n"))
        return {"text": "\n\n".join(paragraph for paragraph in paragraphs if paragraph)}

    @staticmethod
    def _filled(response: str, paragraph: str, words: dict[str, Any]) -> str:
        names = _PLACEHOLDER.findall(paragraph)
        missing = [name for name in names if name not in words]
        if missing:
            raise Unworded(f"The response {response} has placeholders that nothing fills: {', '.join(missing)}.")
        if names and not any(words[name] for name in names):
            return ""
        return _PLACEHOLDER.sub(lambda match: str(words[match[1]] or ""), paragraph).strip()
