"""The files of the page as browsers get them: named for what is in them, so that they can be kept for ever."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.lean import joined, lean

PAGE = Path(__file__).parent / "page"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# The chat's element, whose modules come as one file; and the launcher, which is told that file's name and hash.
_ELEMENT, _LAUNCHER = "chat.js", "widget.js"
_FILE_OF_LAUNCHER = "['chat.js', '']"


@dataclass(frozen=True)
class Asset:
    """A file as it is served."""

    name: str
    hashed_name: str
    content: bytes
    gzipped: bytes
    integrity: str

    @property
    def type(self) -> str:
        return f"{TYPES[Path(self.name).suffix]}; charset=utf-8"


@cache
def assets() -> dict[str, Asset]:
    """Every file of the page by the name that it has here."""
    return {path.name: asset(path.name) for path in sorted(PAGE.iterdir()) if path.suffix in TYPES}


@cache
def asset(name: str) -> Asset:
    """One file of the page."""
    content = _text(name).encode()
    digest = hashlib.sha256(content)
    stem, suffix = name.rsplit(".", 1)
    return Asset(
        name,
        f"{stem}.{digest.hexdigest()[:10]}.{suffix}",
        content,
        gzip.compress(content, 9, mtime=0),
        f"sha256-{base64.b64encode(digest.digest()).decode()}",
    )


def _text(name: str) -> str:
    if name == _ELEMENT:
        return lean(joined(PAGE / name))
    text = (PAGE / name).read_text(encoding="utf-8")
    if name == _LAUNCHER:
        element = asset(_ELEMENT)
        return lean(re.sub(re.escape(_FILE_OF_LAUNCHER), f"['{element.hashed_name}', '{element.integrity}']", text))
    return text
