"""Other people's pages, on an origin of their own, that embed the chat: one with the strictest policy, one hostile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Rules for everything, of the kind that a site's old style sheet has, with another base font and another root size.
_RULES = """
html { font-size: 62.5% }
body { font: 30px/3 Georgia, serif; letter-spacing: .3em; text-transform: uppercase; color: lime; direction: rtl }
* { position: static !important; float: left !important; display: inline !important; width: 40px !important;
    box-sizing: content-box !important; font-size: 30px !important; margin: 20px !important; opacity: .9 !important }
div, button, a, textarea, label, section { background: hotpink !important; color: yellow !important }
"""
# What scripts of old did to the language's own objects.
_SCRIPT = """
Object.prototype.extend = function () { return this; };
Array.prototype.each = function (act) { this.forEach(act); };
Array.prototype.remove = function () {};
String.prototype.strip = function () { return this.trim(); };
Element.prototype.update = function () {};
window.$ = window.jQuery = function () { return window.$; };
window.el = window.sheet = window.CHAT = 'taken';
"""
_PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Parks</title>{head}
<script src="{bot}/widget.js" defer {attributes}></script></head>
<body><main><h1>Parks</h1><p>Our parks are open.</p><p><a href="/more">More on parks</a></p></main></body></html>"""


class Host:
    """Serves pages that embed the chat of the bot at `bot`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.bot = ""
        self.attributes = ""

    def page(self, path: str) -> tuple[str, dict[str, str]]:
        hostile = path == "/hostile"
        head = '<link rel="stylesheet" href="/rules.css"><script src="/script.js"></script>' if hostile else ""
        own = "'self'" if hostile else ""
        policy = {"default": "'none'", "script": f"{own} {self.bot}", "style": own or "'none'", "connect": self.bot}
        headers = {"Content-Security-Policy": "; ".join(f"{name}-src {value}" for name, value in policy.items())}
        return _PAGE.format(bot=self.bot, attributes=self.attributes, head=head), headers


@contextmanager
def hosting() -> Iterator[Host]:
    """A host's server, on a port of its own; stopped at the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            files = {"/rules.css": (_RULES, "text/css"), "/script.js": (_SCRIPT, "text/javascript")}
            if self.path in files:
                (text, kind), headers = files[self.path], {}
            elif self.path in ("/strict", "/hostile"):
                (text, headers), kind = host.page(self.path), "text/html; charset=utf-8"
            else:
                text, headers, kind = "", {}, "text/plain"
            self.send_response(200)
            for name, value in {"Content-Type": kind, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Host(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
