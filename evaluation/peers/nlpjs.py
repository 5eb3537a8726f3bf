"""nlp.js, in a process of Node; installed by npm into the project's cache when it is first asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from bot.settings import HOME
from evaluation.peers import Unavailable

_PACKAGE = "node-nlp@4.27.0"
_FOLDER = HOME / ".cache" / "nlpjs"
_SCRIPT = Path(__file__).with_suffix(".js")


class Peer:
    """The manager of nlp.js, with its defaults."""

    def __init__(self) -> None:
        if not (shutil.which("npm") and shutil.which("node")):
            raise Unavailable("npm is not installed")
        if not (_FOLDER / "node_modules" / "node-nlp").exists():
            _FOLDER.mkdir(parents=True, exist_ok=True)
            command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(_FOLDER), _PACKAGE]
            if subprocess.run(command, capture_output=True).returncode:
                raise Unavailable(f"npm could not install {_PACKAGE}")

    def train(self, examples: list[tuple[str, str]]) -> None:
        (_FOLDER / "examples.json").write_text(json.dumps(examples), encoding="utf-8")
        self._node = subprocess.Popen(
            ["node", str(_SCRIPT), "examples.json"],
            cwd=_FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._answer()

    def understand(self, text: str) -> str:
        self._node.stdin.write(json.dumps(text) + "\n")
        self._node.stdin.flush()
        return self._answer()

    @property
    def process(self) -> int:
        return self._node.pid

    def _answer(self) -> str:
        # Between answers nlp.js may print notes of its own.
        while line := self._node.stdout.readline():
            if line.startswith('"'):
                return json.loads(line)
        raise Unavailable("nlp.js stopped working")
