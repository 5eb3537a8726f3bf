"""What the two peers that are Rasa pipelines have in common: trained without a cache, asked in process."""

from __future__ import annotations

import asyncio
import os
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")

import structlog

# Rasa would print every question.
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))


class RasaPeer(ABC):
    """Understanding by a Rasa pipeline; no dialogue."""

    def train(self, examples: list[tuple[str, str]]) -> None:
        from rasa.core.agent import Agent

        with tempfile.TemporaryDirectory() as folder:
            self._agent = Agent.load(self.trained(examples, Path(folder)))

    @abstractmethod
    def trained(self, examples: list[tuple[str, str]], folder: Path) -> str:
        """Train a model in the folder; gives its path."""

    def understand(self, text: str) -> str:
        return asyncio.run(self._agent.parse_message(text))["intent"]["name"]
