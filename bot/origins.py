"""On whose pages the chat may stand: browsers let those origins alone read what is served here."""

from __future__ import annotations

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.settings import settings

# Whole pages are never read by another site's script.
_READ_FROM_ELSEWHERE = ("/assets/", "/webhooks/chat", "/widget.js", "/notice.json", "/words.json")
_GRANTS = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Expose-Headers": "Retry-After, Whosees-Audience",
    "Access-Control-Max-Age": "7200",
}


def register(app: Sanic) -> None:
    """Tell browsers which origins may read an answer; without any that the council lists, only the page's own."""
    listed = frozenset((settings().origins or "").split())

    @app.on_response
    async def grant(request: Request, response: HTTPResponse) -> None:
        if not listed or not request.path.startswith(_READ_FROM_ELSEWHERE):
            return
        vary = response.headers.get("Vary")
        response.headers["Vary"] = f"{vary}, Origin" if vary else "Origin"
        if (origin := request.headers.get("Origin")) in listed:
            response.headers.update({"Access-Control-Allow-Origin": origin, **_GRANTS})
