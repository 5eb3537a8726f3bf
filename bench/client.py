"""The client of every measurement: it opens a chat and says something in it, over one connection kept open."""

from __future__ import annotations

import http.client
import json
import uuid
from collections.abc import Callable
from typing import Any

Say = Callable[[str], Any]

_SECONDS_TO_WAIT = 120

# In an order in which people ask: the parts of the notice, what it is silent on, follow-ups, talk, and typing errors.
QUESTIONS = (
    "Who sees my data?",
    "Do you share it with the police?",
    "Why?",
    "Can my landlord see my file?",
    "What do you use my information for?",
    "Which law lets you do that?",
    "Where does the notice say that?",
    "Is it sent abroad?",
    "Does a computer decide about me?",
    "How long do you keep my records?",
    "hello",
    "do u tell my school",
    "Does the NHS get my data? And the fire service?",
    "What is Troubled Families?",
    "Can I see what you hold about me?",
    "Say it more simply",
    "I want to complain",
    "Can you delete everything about me?",
    "who are you",
    "Will the coroner be told?",
    "Show me the whole list",
    "Do you sell data to Facebook?",
    "When is my bin collected?",
    "Who can see that my mother had a stroke and went into a care home last year?",
    "wich organisatons get my informaton",
    "Is it for research?",
    "What about the home office",
    "Do I have to agree to this?",
    "What kinds of sensitive data do you have?",
    "thanks",
)


def whosees(port: int) -> Say:
    """A chat over the chat API."""
    connection = _Connection(port)
    token = connection.post("/webhooks/chat/sessions", {})["session"]
    headers = {"Authorization": f"Bearer {token}"}
    return lambda text: connection.post("/webhooks/chat/messages", {"message": text}, headers)


def rest(port: int) -> Say:
    """A chat over Rasa's own REST channel."""
    connection = _Connection(port)
    sender = uuid.uuid4().hex
    return lambda text: connection.post("/webhooks/rest/webhook", {"sender": sender, "message": text})


def bare(port: int) -> Say:
    """Requests to the bare handler, of the same shape."""
    connection = _Connection(port)
    return lambda text: connection.post("/", {"message": text})


class _Connection:
    def __init__(self, port: int) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=_SECONDS_TO_WAIT)

    def post(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Any:
        self._http.request("POST", path, json.dumps(body), {"Content-Type": "application/json", **(headers or {})})
        response = self._http.getresponse()
        content = response.read()
        if response.status >= 300:
            raise RuntimeError(f"{path} answered {response.status}: {content.decode()}")
        # The stock pipeline may have nothing to say; that takes its time too.
        return json.loads(content)
