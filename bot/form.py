"""The way without JavaScript: a form posts one question, and the server answers with a page."""

from __future__ import annotations

from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel import ChatChannel
from bot.problems import Problem
from bot.templates import page_response
from knowledge import AUDIENCES


def form(chat: ChatChannel) -> Blueprint:
    """The form's route. Each question is a conversation of its own, deleted when it is answered."""
    routes = Blueprint("form")

    @routes.post("/ask")
    async def ask(request: Request) -> HTTPResponse:
        fields = request.form or {}
        question = fields.get("question") or ""
        audience = fields.get("audience") or "adult"
        try:
            if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
                raise Problem(403, "Questions can only be sent from this site’s own form.")
            messages = await chat.answer_once(request, question, audience)
        except Problem as problem:
            return _page(question, audience, problem=problem)
        return _page(question, audience, messages=messages)

    return routes


def _page(question: str, audience: str, messages: Any = (), problem: Problem | None = None) -> HTTPResponse:
    return page_response(
        "answer.html",
        status=problem.status if problem else 200,
        headers={"Cache-Control": "no-store", **(problem.headers if problem else {})},
        question=question,
        audience=audience if audience in AUDIENCES else "adult",
        messages=messages,
        problem=problem and problem.words,
    )
