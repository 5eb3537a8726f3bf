"""What goes wrong with a request, told as RFC 9457 problem details: for a person to read, with nothing internal."""

from __future__ import annotations

import logging

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

logger = logging.getLogger(__name__)

_TITLES = {
    400: "The request is not what this service understands.",
    401: "This chat has ended or was deleted. Please start a new one.",
    404: "There is nothing at this address.",
    405: "This address can’t be used in that way.",
    408: "The message took too long to arrive. Please try again.",
    413: "The message is too large.",
    422: "The message can’t be accepted.",
    429: "Too many messages at once. Please wait a moment and try again.",
    500: "Something went wrong here. Please try again.",
    503: "The assistant is starting. Please try again in a moment.",
}


class Problem(Exception):
    """A request that is refused. `title` tells a person why; without one the status says it."""

    def __init__(self, status: int, title: str | None = None, headers: dict[str, str] | None = None) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.headers = headers or {}

    @property
    def words(self) -> str:
        """What a person is told."""
        return self.title or _TITLES.get(self.status) or _TITLES[500]


def problem_response(problem: Problem) -> HTTPResponse:
    return json(
        {"type": "about:blank", "status": problem.status, "title": problem.words},
        status=problem.status,
        headers={"Cache-Control": "no-store", **problem.headers},
        content_type="application/problem+json",
    )


def _problem(_: Request, problem: Problem) -> HTTPResponse:
    return problem_response(problem)


def _refused_by_the_server(_: Request, error: SanicException) -> HTTPResponse:
    return problem_response(Problem(getattr(error, "status_code", 500)))


def _unforeseen(_: Request, error: Exception) -> HTTPResponse:
    logger.exception("A request failed.", exc_info=error)
    return problem_response(Problem(500))


def register(app: Sanic) -> None:
    """Answer every error of the application as problem details."""
    app.error_handler.add(Problem, _problem)
    app.error_handler.add(SanicException, _refused_by_the_server)
    app.error_handler.add(Exception, _unforeseen)
