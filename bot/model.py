"""Trained models: which one belongs to the notice and the training data as they stand, and how to make it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from filelock import FileLock

import knowledge
from bot.settings import HOME, settings

CONFIG = HOME / "config.yml"
DOMAIN = HOME / "domain.yml"
DATA = HOME / "bot" / "data"


class TrainingFailed(Exception):
    """Rasa gave no model."""


def model_path() -> Path:
    """Where the model for this notice, this data and these components is, or would be."""
    return settings().models / f"whosees-{_fingerprint()}.tar.gz"


def train(force: bool = False) -> Path:
    """The model for this notice and this data; trained, if there is none yet or if forced.

    Of several that want it at once one trains it, and the others wait. The knowledge database must be built. Raises
    TrainingFailed.
    """
    path = model_path()
    if path.exists() and not force:
        return path
    with FileLock(path.parent / "training.lock"):
        if force or not path.exists():
            train_at(path)
            for old in path.parent.glob("whosees-*.tar.gz"):
                if old != path:
                    old.unlink()
    return path


def train_at(path: Path) -> None:
    """Train a model and put it there, whatever is there now. Raises TrainingFailed."""
    # A model's path says all that it is made from, so what Rasa would keep to train a part next time is of no use and
    # takes half a minute; and Rasa does not see when a module changes that a component only imports.
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"
    from rasa.model_training import train as rasa_train

    # Nobody takes up a model that is only half written.
    unfinished = path.with_name(f"unfinished-{path.name}")
    result = rasa_train(
        domain=str(DOMAIN),
        config=str(CONFIG),
        training_files=[str(DATA)],
        output=str(path.parent),
        fixed_model_name=unfinished.name.removesuffix(".tar.gz"),
        force_training=True,
    )
    if result.code or not unfinished.exists():
        raise TrainingFailed("The model could not be trained; what Rasa said above tells why.")
    unfinished.rename(path)


def _fingerprint() -> str:
    """A short hash of all that a model is made from: notice, configuration, data, components, lock."""
    digest = hashlib.sha256(knowledge.fingerprint(settings().notice).encode())
    components = (HOME / "bot" / "nlu").glob("*.*")
    for path in [
        CONFIG,
        DOMAIN,
        HOME / "bot" / "importer.py",
        HOME / "uv.lock",
        *sorted(DATA.rglob("*.yml")),
        *sorted(components),
    ]:
        digest.update(str(path.relative_to(HOME)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
