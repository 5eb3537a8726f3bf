"""The chat API: a Rasa input channel at /webhooks/chat."""

from __future__ import annotations

import asyncio
import json as jsonlib
import math
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from bot import problems
from bot.assistant import Assistant, NoSuchConversation
from bot.limits import Limit
from bot.problems import Problem
from bot.settings import settings
from knowledge import AUDIENCES

LONGEST_MESSAGE = 1_000
LARGEST_BODY = 16 * 1024
_SECONDS_BETWEEN_CLEANINGS = 60
_NOT_STORED = {"Cache-Control": "no-store"}
_AUDIENCE_HEADER = "Whosees-Audience"


class ChatChannel(InputChannel):
    """Opens conversations, takes messages in them, deletes them. Believes no client about who it is."""

    @classmethod
    def name(cls) -> str:
        return "chat"

    def __init__(self) -> None:
        self._opened = Limit(settings().sessions_per_minute)
        self._sent = Limit(settings().messages_per_minute)
        self._waiting = 0

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the API.

        Messages go to the assistant, which answers all questions of one, so `on_new_message` stays unused.
        """
        chat = Blueprint("chat", strict_slashes=False)

        @chat.listener("before_server_start")
        async def answer_errors_as_problems(app: Sanic, _: Any) -> None:
            app.config.REQUEST_MAX_SIZE = LARGEST_BODY
            problems.register(app)

        @chat.listener("after_server_start")
        async def delete_what_has_expired(app: Sanic, _: Any) -> None:
            app.add_task(_clean(app))

        @chat.get("/")
        async def health(request: Request) -> HTTPResponse:
            _assistant(request)
            return json({"status": "ok"}, headers=_NOT_STORED)

        @chat.post("/sessions")
        async def begin(request: Request) -> HTTPResponse:
            assistant = _assistant(request)
            body = _body(request) if request.body else {}
            audience = _audience(body) or "adult"
            _within(self._opened, _address(request))
            async with self._a_place():
                token, messages = await assistant.begin(audience)
            return json(
                {"session": token, "audience": audience, "messages": _carried(messages)},
                status=201,
                headers=_NOT_STORED,
            )

        @chat.post("/messages")
        async def message(request: Request) -> HTTPResponse:
            assistant = _assistant(request)
            token = _token(request)
            body = _body(request)
            text, audience = _text(body), _audience(body)
            _within(self._sent, token)
            try:
                async with self._a_place():
                    messages = await assistant.answer(token, text, audience)
                    # Someone may have asked in words for simpler or for the usual words: a client shows it.
                    goes_on = {_AUDIENCE_HEADER: messages[-1]["audience"]}
                    return json(_carried(messages), headers={**_NOT_STORED, **goes_on})
            except NoSuchConversation:
                raise Problem(401) from None

        # Browsers ask before they let another site's page send anything; origins.py says what they may.
        @chat.options("/sessions")
        @chat.options("/messages")
        async def ask_first(_: Request) -> HTTPResponse:
            return empty(204)

        @chat.delete("/sessions")
        async def delete(request: Request) -> HTTPResponse:
            assistant = _assistant(request)
            try:
                await assistant.delete(_token(request))
            except NoSuchConversation:
                raise Problem(401) from None
            return empty(204, headers=_NOT_STORED)

        return chat

    async def answer_once(self, request: Request, message: str, audience: str) -> list[dict[str, Any]]:
        """Answers to a message in a conversation of its own, which is deleted then. Raises Problem."""
        assistant = _assistant(request)
        text = _text({"message": message})
        audience = _audience({"audience": audience})
        _within(self._opened, _address(request))
        async with self._a_place():
            token, _ = await assistant.begin(audience)
            try:
                return _carried(await assistant.answer(token, text))
            finally:
                await assistant.delete(token)

    def _a_place(self) -> _Place:
        if self._waiting >= settings().messages_at_once:
            raise Problem(429, headers={"Retry-After": "1"})
        return _Place(self)


class _Place:
    """One of the messages that are being answered at once."""

    def __init__(self, channel: ChatChannel) -> None:
        self._channel = channel

    async def __aenter__(self) -> None:
        self._channel._waiting += 1

    async def __aexit__(self, *_: Any) -> None:
        self._channel._waiting -= 1


async def _clean(app: Sanic) -> None:
    while True:
        await asyncio.sleep(_SECONDS_BETWEEN_CLEANINGS)
        if assistant := getattr(app.ctx, "assistant", None):
            await assistant.delete_expired()


def _assistant(request: Request) -> Assistant:
    """The assistant, once its model is loaded; under a stock `rasa run` made from the agent that Rasa loaded."""
    context = request.app.ctx
    if not hasattr(context, "assistant"):
        agent = getattr(context, "agent", None)
        if agent is None or not agent.is_ready():
            raise Problem(503, headers={"Retry-After": "2"})
        context.assistant = Assistant(agent)
    return context.assistant


def _body(request: Request) -> dict[str, Any]:
    if len(request.body) > LARGEST_BODY:
        raise Problem(413)
    try:
        body = jsonlib.loads(request.body)
    except ValueError:
        raise Problem(400, "The request is not JSON.") from None
    if not isinstance(body, dict):
        raise Problem(400, "The request must be a JSON object.")
    return body


def _audience(body: dict[str, Any]) -> str | None:
    audience = body.get("audience")
    if audience is None:
        return None
    if not isinstance(audience, str):
        raise Problem(400, "The audience must be text.")
    if audience not in AUDIENCES:
        raise Problem(422, f"The audience must be one of: {', '.join(AUDIENCES)}.")
    return audience


def _text(body: dict[str, Any]) -> str:
    text = body.get("message")
    if not isinstance(text, str):
        raise Problem(400, "The request must have a message, as text.")
    text = text.strip()
    if not text:
        raise Problem(422, "The message is empty. Please type a question.")
    if len(text) > LONGEST_MESSAGE:
        raise Problem(422, f"The message is too long. Please use at most {LONGEST_MESSAGE:,} characters.")
    return text


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Problem(401, headers={"WWW-Authenticate": "Bearer"})
    return token.strip()


def _within(limit: Limit, key: str) -> None:
    if wait := limit.seconds_to_wait(key):
        raise Problem(429, headers={"Retry-After": str(math.ceil(wait))})


def _address(request: Request) -> str:
    if settings().trust_forwarded_for and (forwarded := request.headers.get("X-Forwarded-For")):
        return forwarded.split(",")[-1].strip()
    return request.ip


def _carried(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages as the contract has them: the four keys of Rasa's REST channel, buttons always a list."""
    return [
        {
            "recipient_id": message["recipient_id"],
            "text": message.get("text", ""),
            "buttons": message.get("buttons", []),
            **({"custom": message["custom"]} if message.get("custom") else {}),
        }
        for message in messages
    ]
