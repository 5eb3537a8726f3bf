"""Whole pages of HTML, with the headers that keep everything foreign out of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from sanic.response import HTTPResponse, html

from bot.assets import PAGE, asset
from bot.notice import knowledge_base
from bot.settings import settings
from knowledge import AUDIENCES, UnknownIdError

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_TO_TALK_TO = ("council", "data_protection_officer")


def page_response(page: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTTPResponse:
    """A page made from its template; every value is escaped."""
    text = _templates().get_template(page).render({**notice_data(), **values})
    return html(text, status=status, headers={**SECURITY, **(headers or {})})


@lru_cache(maxsize=1)
def notice_data() -> dict[str, Any]:
    """What the page knows of the notice, the council, and who helps."""
    knowledge = knowledge_base()
    notice = knowledge.notice()
    sections: dict[str, dict[str, Any]] = {}
    for line in knowledge.lines():
        section = sections.setdefault(line.section, {"id": line.section, "heading": None, "lines": []})
        if line.id is None:
            section["heading"] = line.quote
        else:
            section["lines"].append({"id": line.id, "quote": line.quote})
    help_card, _ = knowledge.safeguarding_card()
    return {
        "title": notice.title,
        "council": notice.controller,
        "council_website": notice.website,
        "version": notice.version,
        "captured_on": notice.captured_on.isoformat(),
        "sections": list(sections.values()),
        "contacts": list(_contacts()),
        "help": {audience: help_card.for_(audience) for audience in AUDIENCES},
    }


def _contacts() -> Iterator[dict[str, Any]]:
    """Whom to talk to instead of a program: the social work team where the council has said how, then the council."""
    knowledge = knowledge_base()
    phone, email, hours = (knowledge.link(f"social_work_{way}") for way in ("phone", "email", "hours"))
    if phone or email:
        title = dict.fromkeys(AUDIENCES, "The social work team")
        yield {"title": title, "text": hours, "phone": phone, "email": email, "url": None}
    for id_ in _TO_TALK_TO:
        try:
            contact = knowledge.contact(id_)
        except UnknownIdError:
            continue
        yield {
            "title": {audience: contact.title.for_(audience) for audience in AUDIENCES},
            "text": contact.text,
            "phone": contact.phone,
            "email": contact.email,
            "url": contact.url,
        }


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(PAGE), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
    )
    templates.filters["in_words"] = _in_words
    templates.filters["in_blocks"] = _in_blocks
    templates.globals.update(asset=asset, leave_to=settings().leave_to, anchor=_anchor)
    return templates


def _in_words(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


def _in_blocks(text: str) -> list[dict[str, Any]]:
    """Paragraphs for lines, lists for runs of lines that start with a dash, as the chat shows them."""
    blocks: list[dict[str, Any]] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        is_item = line.startswith("- ")
        if is_item and blocks and blocks[-1]["items"]:
            blocks[-1]["items"].append(line[2:])
        else:
            blocks.append({"text": None if is_item else line, "items": [line[2:]] if is_item else []})
    return blocks


def _anchor(quote: dict[str, str]) -> str | None:
    """Where on the notice's page a quote stands."""
    return _anchors().get((quote["section"], " ".join(quote["quote"].split())))


@lru_cache(maxsize=1)
def _anchors() -> dict[tuple[str, str], str]:
    return {
        (line.section, " ".join(line.quote.split())): f"/notice#{line.id}"
        for line in knowledge_base().lines()
        if line.id is not None
    }
