"""The web server: the chat API, and the page that speaks to it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from rasa.core import channels
from rasa.core.run import create_http_input_channels
from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw
from sanic.response import html as html_response

from bot.assistant import Assistant
from bot.notice import knowledge_base
from bot.settings import HOME, settings
from knowledge import AUDIENCES

logger = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "page"
_SECONDS_TO_KEEP_WORDS = 3600
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def create_app(model: Path) -> Sanic:
    """The application: it listens at once, and answers once the model is loaded."""
    app = Sanic("whosees", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "text"
    channels.channel.register(create_http_input_channels(None, str(HOME / "credentials.yml")), app, route="/webhooks/")
    app.blueprint(_page())

    @app.listener("after_server_start")
    async def load(app: Sanic, _: Any) -> None:
        app.add_task(_load(app, model))

    return app


def serve(model: Path) -> None:
    """Serve until stopped."""
    create_app(model).run(host=settings().host, port=settings().port, access_log=False, motd=False)


async def _load(app: Sanic, model: Path) -> None:
    try:
        # In a thread, so that those who ask meanwhile are told to wait.
        app.ctx.assistant = await asyncio.get_running_loop().run_in_executor(
            None, lambda: asyncio.run(Assistant.load(model))
        )
    except Exception as error:
        logger.critical("The assistant could not be loaded: %s", error)
        os._exit(1)
    print(f"Ready: http://{settings().host}:{settings().port}/", flush=True)


def _page() -> Blueprint:
    page = Blueprint("page")

    @page.get("/")
    async def index(_: Request) -> HTTPResponse:
        return html_response(_rendered("index.html"), headers=_SECURITY)

    @page.get("/assets/<name:str>")
    async def asset(_: Request, name: str) -> HTTPResponse:
        return _file(name)

    @page.get("/notice")
    async def notice(_: Request) -> HTTPResponse:
        return html_response(_rendered("notice.html"), headers=_SECURITY)

    @page.get("/notice.json")
    async def notice_as_data(_: Request) -> HTTPResponse:
        return json(_notice_data(), headers={**_SECURITY, "Cache-Control": "no-cache"})

    @page.get("/words.json")
    async def words_as_data(_: Request) -> HTTPResponse:
        return json(_words_data(), headers={**_SECURITY, "Cache-Control": f"public, max-age={_SECONDS_TO_KEEP_WORDS}"})

    return page


@cache
def _rendered(page: str) -> str:
    templates = Environment(loader=FileSystemLoader(PAGE), autoescape=select_autoescape())
    templates.filters["in_words"] = _in_words
    return templates.get_template(page).render(_notice_data())


def _in_words(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


def _file(name: str) -> HTTPResponse:
    content = _files().get(name)
    if content is None:
        raise NotFound("")
    return raw(
        content,
        content_type=f"{_TYPES[Path(name).suffix]}; charset=utf-8",
        headers={**_SECURITY, "Cache-Control": "no-cache"},
    )


@lru_cache(maxsize=1)
def _files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in PAGE.iterdir() if path.suffix in _TYPES}


@lru_cache(maxsize=1)
def _words_data() -> dict[str, Any]:
    """The hard words, for a page to explain where someone taps one."""
    return {
        "words": [
            {
                "word": each.word,
                "forms": list(dict.fromkeys([each.word.lower(), *each.forms])),
                "question": each.question,
                "meaning": {audience: each.meaning.for_(audience) for audience in AUDIENCES},
            }
            for each in knowledge_base().glossary()
        ]
    }


@lru_cache(maxsize=1)
def _notice_data() -> dict[str, Any]:
    knowledge = knowledge_base()
    notice = knowledge.notice()
    sections: dict[str, dict[str, Any]] = {}
    for line in knowledge.lines():
        section = sections.setdefault(line.section, {"id": line.section, "heading": None, "lines": []})
        if line.id is None:
            section["heading"] = line.quote
        else:
            section["lines"].append({"id": line.id, "quote": line.quote})
    return {
        "title": notice.title,
        "council": notice.controller,
        "council_website": notice.website,
        "version": notice.version,
        "captured_on": notice.captured_on.isoformat(),
        "sections": list(sections.values()),
    }
