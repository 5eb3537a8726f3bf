"""YAML that remembers on which line everything stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase
from ruamel.yaml.error import MarkedYAMLError

from knowledge.errors import ContentError, Problem


def read_yaml(path: Path) -> Any:
    """The file's data, or ContentError that names the line where it stops being YAML."""
    try:
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(
            [Problem(path, 1, "This file is missing.", "Add it; docs/notice-format.md says what stands in it.")]
        ) from None
    except UnicodeDecodeError as error:
        raise ContentError([Problem(path, 1, "This file is not UTF-8 text.", "Save it as UTF-8.")]) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            [
                Problem(
                    path,
                    line,
                    f"This is not YAML: {error.problem}.",
                    "Check the indentation, the colons and the quotation marks.",
                )
            ]
        ) from error
    if data is None:
        raise ContentError([Problem(path, 1, "This file is empty.", "docs/notice-format.md says what stands in it.")])
    return data


def line_of(data: Any, location: tuple[int | str, ...]) -> int:
    """The line, from 1, of what stands at `location` in data that `read_yaml` gave; its nearest parent if not there."""
    line = 1
    for key in location:
        if not isinstance(data, CommentedBase):
            break
        try:
            position = data.lc.value(key) if isinstance(key, str) else data.lc.item(key)
            line, data = position[0] + 1, data[key]
        except (KeyError, IndexError, TypeError):
            if isinstance(data, dict) and data:
                line = max(line, data.lc.line + 1)
            break
    return line
