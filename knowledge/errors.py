"""What can go wrong with the knowledge.

KnowledgeError
├── ContentError      a file of the notice's folder is wrong; names each file, line and fix
├── NotBuiltError     the database holds no knowledge, or that of another state of the files
└── UnknownIdError    a section, statement, topic or contact was asked for that does not exist
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class KnowledgeError(Exception):
    """Any error of the knowledge; its message is for a person to read."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place of one file, with what to do about it."""

    path: Path
    line: int
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} {self.fix}"


class ContentError(KnowledgeError):
    """The notice's folder can't be used; `problems` has every reason, in order of file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class NotBuiltError(KnowledgeError):
    """The database does not hold this knowledge."""


class UnknownIdError(KnowledgeError):
    """Nothing in the knowledge has this id."""

    def __init__(self, kind: str, id_: str) -> None:
        super().__init__(f"There is no {kind} called {id_!r} in the knowledge.")
