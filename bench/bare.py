"""The least that the same web server can do: read JSON, answer JSON. `python -m bench.bare PORT`"""

from __future__ import annotations

import sys

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

app = Sanic("bare", configure_logging=False)


@app.get("/")
async def health(_: Request) -> HTTPResponse:
    return json({"status": "ok"})


@app.post("/")
async def message(request: Request) -> HTTPResponse:
    return json([{"recipient_id": "bare", "text": request.json["message"], "buttons": []}])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), access_log=False, motd=False)
