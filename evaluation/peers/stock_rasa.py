"""Rasa as its own `rasa init` sets it up: the default pipeline of the installed release, nothing changed."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from ruamel.yaml import YAML

from evaluation.peers._rasa import RasaPeer


class Peer(RasaPeer):
    """WhitespaceTokenizer, count vectors, DIET with its default 100 epochs, and the fallback."""

    def trained(self, examples: list[tuple[str, str]], folder: Path) -> str:
        from rasa.model_training import train_nlu

        default = resources.files("rasa.engine.recipes.config_files") / "default_config.yml"
        config = YAML(typ="safe").load(default.read_text(encoding="utf-8"))
        del config["policies"]
        # JSON is YAML too, and quotes whatever people type.
        (folder / "config.yml").write_text(json.dumps(config), encoding="utf-8")
        common = [{"text": text, "intent": intent} for text, intent in examples]
        (folder / "nlu.json").write_text(json.dumps({"rasa_nlu_data": {"common_examples": common}}), encoding="utf-8")
        return train_nlu(str(folder / "config.yml"), str(folder / "nlu.json"), str(folder))
