"""A server that answers at once, so that what is measured is the chat in the browser and nothing else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Chat</title>{head}</head>'
    "<body><main><h1>Chat</h1>{body}</main></body></html>"
)
ANSWER = "The council can share your data with the police."
_QUOTE = {"section": "recipients", "quote": "Police"}
_MESSAGE = {
    "recipient_id": "x",
    "text": ANSWER,
    "buttons": [{"title": "Why?", "payload": "Why?"}],
    "custom": {
        "outcome": "answered",
        "section": "recipients",
        "topic": None,
        "citations": [_QUOTE],
        "related": [_QUOTE],
        "sources": [],
        "notice": {"id": "x", "version": "1"},
    },
}
_JSON = {
    "/webhooks/chat/sessions": {"session": "x" * 43, "audience": "adult", "messages": [_MESSAGE]},
    "/webhooks/chat/messages": [_MESSAGE],
    "/notice.json": {"title": "Notice", "sections": [], "contacts": [], "help": {}},
    "/deep-chat": {"text": ANSWER},
}
_PAGES = {
    "/": ('<script type="module" src="/chat.js"></script>', "<whosees-chat></whosees-chat>"),
    "/deep": (
        '<script type="module" src="/deep.js"></script>',
        """<deep-chat connect='{"url": "/deep-chat"}'></deep-chat>""",
    ),
}


@contextmanager
def instant(scripts: dict[str, bytes]) -> Iterator[str]:
    """Serves a page with each chat, and the scripts by their paths; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if self.path in _PAGES:
                head, body = _PAGES[self.path]
                self._send(_PAGE.format(head=head, body=body).encode(), "text/html")
            elif self.path in scripts:
                self._send(scripts[self.path], "text/javascript")
            else:
                self._send(json.dumps(_JSON.get(self.path, {})).encode(), "application/json")

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._send(json.dumps(_JSON[self.path]).encode(), "application/json")

        def _send(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def bundle_of(package: Path, *names: str) -> bytes | None:
    """A peer's own bundle, if it is there."""
    found = [package / name for name in names if (package / name).exists()]
    return found[0].read_bytes() if found else None
