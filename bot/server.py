"""The web server: the chat API, and the page that speaks to it."""

from __future__ import annotations

import asyncio
import logging
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.core import channels
from rasa.core.run import create_http_input_channels
from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw
from spacy.lang.en.stop_words import STOP_WORDS

from bot import origins
from bot.assets import Asset, asset, assets
from bot.assistant import Assistant
from bot.form import form
from bot.notice import knowledge_base
from bot.settings import HOME, settings
from bot.templates import SECURITY, notice_data, page_response
from knowledge import AUDIENCES

logger = logging.getLogger(__name__)

# A hashed name never means anything else; any other is asked for again.
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASKED_AGAIN = {"Cache-Control": "no-cache"}
_SECONDS_TO_KEEP_WORDS = 3600


def create_app(model: Path) -> Sanic:
    """The application: it listens at once, and answers once the model is loaded."""
    app = Sanic("whosees", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "text"
    [chat] = create_http_input_channels(None, str(HOME / "credentials.yml"))
    channels.channel.register([chat], app, route="/webhooks/")
    app.blueprint(_page())
    app.blueprint(form(chat))
    origins.register(app)

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
        return page_response("index.html")

    @page.get("/widget.js")
    async def launcher(request: Request) -> HTTPResponse:
        return _file(request, asset("widget.js"), _ASKED_AGAIN)

    @page.get("/assets/<name:str>")
    async def any_asset(request: Request, name: str) -> HTTPResponse:
        if found := _by_hashed_name().get(name):
            return _file(request, found, _FOR_EVER)
        if found := assets().get(name):
            return _file(request, found, _ASKED_AGAIN)
        raise NotFound("")

    @page.get("/notice")
    async def notice(_: Request) -> HTTPResponse:
        return page_response("notice.html")

    @page.get("/notice.json")
    async def notice_as_data(_: Request) -> HTTPResponse:
        return json(notice_data(), headers={**SECURITY, **_ASKED_AGAIN})

    @page.get("/words.json")
    async def words_as_data(_: Request) -> HTTPResponse:
        return json(_words_data(), headers={**SECURITY, "Cache-Control": f"public, max-age={_SECONDS_TO_KEEP_WORDS}"})

    return page


def _file(request: Request, file: Asset, kept: dict[str, str]) -> HTTPResponse:
    headers = {**SECURITY, **kept, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return raw(file.gzipped, content_type=file.type, headers={**headers, "Content-Encoding": "gzip"})
    return raw(file.content, content_type=file.type, headers=headers)


@lru_cache(maxsize=1)
def _by_hashed_name() -> dict[str, Asset]:
    return {file.hashed_name: file for file in assets().values()}


@lru_cache(maxsize=1)
def _words_data() -> dict[str, Any]:
    """The hard words, for a page to explain where someone taps one."""
    return {
        "words": [
            {
                "word": each.word,
                # "It" is no hard word, though IT is one.
                "forms": [form for form in dict.fromkeys([each.word.lower(), *each.forms]) if form not in STOP_WORDS],
                "question": each.question,
                "meaning": {audience: each.meaning.for_(audience) for audience in AUDIENCES},
            }
            for each in knowledge_base().glossary()
        ]
    }
