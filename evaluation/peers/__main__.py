"""Runs one peer in this process: `python -m evaluation.peers NAME FILE`.

The file holds the examples and the questions as JSON; what the peer made of them is written in their place.
"""

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

from evaluation.peers import Unavailable


def main(name: str, path: Path) -> None:
    """Train, ask, and write down intents, times and memory."""
    task = json.loads(path.read_text(encoding="utf-8"))
    try:
        peer = import_module(f"evaluation.peers.{name}").Peer()
        start = time.perf_counter()
        peer.train([(text, intent) for text, intent in task["examples"]])
        trained = time.perf_counter() - start
        intents, milliseconds = [], []
        for text in task["questions"]:
            start = time.perf_counter()
            intents.append(peer.understand(text))
            milliseconds.append((time.perf_counter() - start) * 1000)
        memory = _memory(getattr(peer, "process", os.getpid()))
        result = {"intents": intents, "milliseconds": milliseconds, "training": trained, "memory": memory}
    except Unavailable as reason:
        result = {"unavailable": str(reason)}
    path.write_text(json.dumps(result), encoding="utf-8")


def _memory(process: int) -> float | None:
    """The most that a process held at once, in MB, training included; None where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
