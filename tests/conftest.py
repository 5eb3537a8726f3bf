"""What every test has: the project's own notice in a database of its own, nothing else of the machine's."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

# Before anything of the project is imported, for settings are read once.
_FOLDER = tempfile.TemporaryDirectory(prefix="whosees-test-")
for name in [name for name in os.environ if name.startswith("WHOSEES_")]:
    del os.environ[name]
os.environ["WHOSEES_DATABASE_URL"] = f"sqlite:///{_FOLDER.name}/knowledge.db"
os.environ["RASA_TELEMETRY_ENABLED"] = "false"

import pytest  # noqa: E402

from bot.without_tensorflow import leave_out  # noqa: E402

leave_out()

import knowledge  # noqa: E402
from bot import notice  # noqa: E402
from bot.model import model_path  # noqa: E402
from bot.settings import HOME, settings  # noqa: E402
from tests.postgresql import postgresql_server, postgresql_url  # noqa: E402, F401


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that ask for no trained model come first, for it may be trained meanwhile; then what takes longest."""
    trained = {item.path for item in items if "model" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: (item.path in trained, "evaluation" not in item.path.parts))


@pytest.fixture(scope="session")
def content() -> knowledge.Content:
    """The project's own notice, read, checked, and put into the database."""
    return notice.build()


@pytest.fixture(scope="session")
def knowledge_base(content) -> knowledge.KnowledgeBase:
    return notice.knowledge_base()


@pytest.fixture
def notice_folder(tmp_path) -> Path:
    """A copy of the notice's folder, to be changed at will."""
    import shutil

    return Path(shutil.copytree(settings().notice, tmp_path / "notice"))


@pytest.fixture(scope="session")
def model(content) -> Path:
    """The trained model for the project as it stands; trained once, if there is none, by the `whosees` command."""
    subprocess.run([sys.executable, "-m", "bot.cli", "train"], cwd=HOME, check=True)
    return model_path()


@pytest.fixture(scope="session")
def home() -> Path:
    return HOME


@pytest.fixture(scope="session")
def server(model, tmp_path_factory):
    """The bot as it is served, spoken to over HTTP."""
    from tests.server import serving

    with serving(tmp_path_factory.mktemp("server") / "log.txt") as client:
        yield client


@pytest.fixture(scope="session")
def understand(model) -> Callable[[str], tuple[str, list]]:
    """What the trained model understands by a text: the intent, and the names."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    def understood(text: str) -> tuple[str, list]:
        parsed = asyncio.run(agent.parse_message(text))
        return parsed["intent"]["name"], parsed["entities"]

    return understood
