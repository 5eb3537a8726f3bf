"""Our scripts as they are sent: the modules of one as one file, without what only people read.

Nothing has to be built for it, and nothing is needed but the files themselves. It relies on how they are written:
every statement ends in a semicolon or a brace, and no two modules have a top-level name in common.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r"^import .*? from '\./([\w-]+\.js)';\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)$\n?", re.MULTILINE)
_STYLES = re.compile(r"(?<=const CSS = `)[^`]*(?=`)")
_SPACE_IN_STYLES = re.compile(r"\n|(?<=[a-z]:) |(?<=,) | (?=\{)|;(?=\n\})")
# Strings, templates and patterns, in which every space counts.
_LITERAL = re.compile(r"('(?:[^'\\\n]|\\.)*'|`[^`]*`|/(?![/*])(?:[^/\n\\]|\\.)+/[a-z]*)")
_SPACE_IN_CODE = re.compile(r"\s*([^\w\s$#])\s*")
_NEEDLESS = re.compile(r",(?=[)\]}])|;(?=})")
_PRIVATE = re.compile(r"this\.#(\w+)")
_HASHED = re.compile(r"#(\w+)\b")
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


def joined(module: Path) -> str:
    """A module and all that it imports as one script, each part after those it needs."""
    parts: dict[str, str] = {}

    def add(name: str) -> None:
        if name in parts:
            return
        text = (module.parent / name).read_text(encoding="utf-8")
        for imported in _IMPORT.findall(text):
            add(imported)
        parts[name] = _EXPORT.sub("", _IMPORT.sub("", text))

    add(module.name)
    return "".join(parts.values())


def lean(script: str) -> str:
    """A script without comments and needless space, and with short names where nobody else can see them."""
    script = _INDENT.sub("", _COMMENT.sub("", script))
    script = _STYLES.sub(lambda match: _SPACE_IN_STYLES.sub("", match[0]), script)
    parts = _LITERAL.split(script)
    parts[::2] = (_NEEDLESS.sub("", _SPACE_IN_CODE.sub(r"\1", code)) for code in parts[::2])
    script = "".join(parts)
    short = {name: f"#{_letters(number)}" for number, name in enumerate(dict.fromkeys(_PRIVATE.findall(script)))}
    return _HASHED.sub(lambda match: short.get(match[1], match[0]), script)


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)
