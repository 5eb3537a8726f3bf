"""Measures the chat in a browser and writes docs/widget.md: `python -m bench.widget --write-docs`.

`--hashes` writes only the files' sizes and integrity, after a change of the page.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from bench.instant import ANSWER, bundle_of, instant
from bench.measure import Times, serving
from bench.writing import say, table
from bot.assets import asset
from bot.settings import HOME
from tests.web.browser import RULES, Browsing
from tests.web.test_accessible import LOOKS, STATES

REPORT = HOME / "docs" / "widget.md"
_SENDS = 50
_AUDIENCES = ("adult", "child", "staff")
_QUESTIONS = (
    "Who sees my data?",
    "Do you share it with the police?",
    "Why?",
    "What do you use my information for?",
    "How long do you keep my records?",
)
_PEERS = {"deep-chat": "2.4.2", "rasa-webchat": "1.0.1"}
_OURS = """(text) => new Promise((shown) => {
  const root = document.querySelector('whosees-chat').shadowRoot;
  const log = root.querySelector('[role=log]');
  const before = log.querySelectorAll('.answer').length;
  const started = performance.now();
  new MutationObserver((_, watcher) => {
    if (log.querySelectorAll('.answer').length === before) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => shown(performance.now() - started)));
  }).observe(log, { childList: true, subtree: true });
  root.querySelector('textarea').value = text;
  root.querySelector('form').requestSubmit();
})"""
_DEEP_CHAT = """(answer) => new Promise((shown) => {
  const chat = document.querySelector('deep-chat');
  const said = () => chat.shadowRoot.textContent.split(answer).length;
  const before = said();
  const started = performance.now();
  new MutationObserver((_, watcher) => {
    if (said() === before) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => shown(performance.now() - started)));
  }).observe(chat.shadowRoot, { childList: true, subtree: true, characterData: true });
  chat.submitUserMessage({ text: 'Who?' });
})"""


@dataclass(frozen=True)
class Checked:
    """What axe said: of how many states, by how many rules, and which of them failed."""

    states: int
    rules: int
    failed: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.widget", description=__doc__)
    parser.add_argument("--write-docs", action="store_true", help="measure all, and write it into docs/widget.md")
    parser.add_argument("--hashes", action="store_true", help="write sizes and integrity only")
    options = parser.parse_args()
    parts = {"files": _files()}
    if not options.hashes:
        parts.update(_measured())
    text = REPORT.read_text(encoding="utf-8")
    for name, part in parts.items():
        text = re.sub(
            rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", lambda _, part=part: part, text, flags=re.S
        )
    if options.write_docs or options.hashes:
        REPORT.write_text(text, encoding="utf-8")
    else:
        print("\n".join(parts.values()))


def _files() -> str:
    rows = [["file", "bytes", "gzipped", "integrity"]]
    files = [asset(name) for name in ("widget.js", "chat.js")]
    for file in files:
        address = "/widget.js" if file.name == "widget.js" else f"/assets/{file.hashed_name}"
        rows.append([f"`{address}`", f"{len(file.content):,}", f"{len(file.gzipped):,}", f"`{file.integrity}`"])
    total = [sum(len(getattr(file, part)) for file in files) for part in ("content", "gzipped")]
    rows.append(["together (styles included)", *(f"{each:,}" for each in total), ""])
    return f"{table(rows)}\n"


def _measured() -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="whosees-bench-") as folder, _browser() as browser:
        peers = _installed(Path(folder))
        bundles = {
            "deep-chat": bundle_of(peers / "deep-chat", "dist/deepChat.bundle.js"),
            "rasa-webchat": bundle_of(peers / "rasa-webchat", "lib/index.js"),
        }
        say("Measuring with a server that answers at once")
        scripts = {"/chat.js": asset("chat.js").content, "/deep.js": bundles["deep-chat"] or b""}
        with instant(scripts) as url:
            ours, our_rules = _instant(browser, f"{url}/", _OURS, "Who?")
            theirs = _instant(browser, f"{url}/deep", _DEEP_CHAT, ANSWER) if bundles["deep-chat"] else None
        say("Measuring with the real bot")
        environment = {"WHOSEES_MESSAGES_PER_MINUTE": "1000000", "RASA_TELEMETRY_ENABLED": "false"}
        command = ["-m", "bot.cli", "serve", "--port", "{port}"]
        with serving(command, environment, Path(folder) / "serve.log", "/webhooks/chat/") as (_, port):
            real = _real(browser, f"http://127.0.0.1:{port}")
            say("Asking axe in every state")
            checked = _checked(browser, f"http://127.0.0.1:{port}")
    figures = _figures(ours, our_rules, real, theirs, bundles)
    return {"figures": figures, "statement": _statement(checked)}


def _instant(browser: Browser, url: str, send: str, words: str) -> tuple[Times, tuple[str, ...]]:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(url)
    page.wait_for_timeout(1500)
    times = [page.evaluate(send, words) for _ in range(_SENDS)]
    failed = _axe(page)[1]
    has_live_region = page.evaluate(
        """() => [document, ...[...document.querySelectorAll('*')].map((node) => node.shadowRoot).filter(Boolean)]
          .some((root) => root.querySelector('[role=log], [aria-live]'))"""
    )
    page.close()
    return Times.of(times), (*failed, *(() if has_live_region else ("no live region",)))


def _real(browser: Browser, url: str) -> Times:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(url)
    page.wait_for_selector(".answer")
    times = [page.evaluate(_OURS, _QUESTIONS[number % len(_QUESTIONS)]) for number in range(_SENDS)]
    page.close()
    return Times.of(times)


def _checked(browser: Browser, url: str) -> Checked:
    """By the states of the tests, in every look and for every audience."""

    class Server:
        def __init__(self) -> None:
            import requests

            self.url, self.http = url, requests.Session()

    states, rules, failed = 0, set(), []
    for look in LOOKS.values():
        for audience in _AUDIENCES:
            browsing = Browsing(browser.new_context(**look), Server())
            chat = browsing.visit(f"/?audience={audience}")
            for reach in STATES.values():
                reach(chat)
                ran, broken = _axe(chat.page)
                states, rules = states + 1, rules | ran
                failed += broken
            browsing.context.close()
    return Checked(states, len(rules), tuple(sorted(set(failed))))


def _axe(page: Page) -> tuple[set[str], list[str]]:
    response = Axe().run(page, options={"runOnly": RULES}).response
    ran = {rule["id"] for part in ("passes", "violations", "incomplete") for rule in response[part]}
    return ran, [rule["id"] for rule in response["violations"]]


def _figures(
    ours: Times, our_rules: tuple[str, ...], real: Times, theirs: Any, bundles: dict[str, bytes | None]
) -> str:
    content = asset("chat.js").content + asset("widget.js").content
    rows = [["", "Whosees", *(f"{name} {version}" for name, version in _PEERS.items())]]
    rows.append(["JavaScript and styles, KB", _kilobytes(content), *map(_kilobytes, bundles.values())])
    rows.append(
        ["the same, gzipped", *(_kilobytes(each and gzip.compress(each, 9)) for each in (content, *bundles.values()))]
    )
    deep_times, deep_rules = theirs or (None, None)
    for name in ("p50", "p95"):
        deep = f"{getattr(deep_times, name):.0f}" if deep_times else "not measured"
        rows.append(
            [f"ms from send to shown, instant server, {name}", f"{getattr(ours, name):.0f}", deep, "not measured"]
        )
    for name in ("p50", "p95"):
        rows.append([f"ms from send to shown, the real bot, {name}", f"{getattr(real, name):.0f}", "", ""])
    failed = [", ".join(each) or "none" if each is not None else "not measured" for each in (our_rules, deep_rules)]
    rows.append(["what axe finds in a chat with answers", *failed, "not measured"])
    aims = [["aim", "measured", "met"]]
    for name, value, aim in (
        ("p95 with an instant server under 100 ms", ours.p95, 100),
        ("p95 with the real bot under 400 ms", real.p95, 400),
    ):
        aims.append([name, f"{value:.0f}", "yes" if value < aim else "no"])
    machine = (
        f"Measured on {date.today():%-d %B %Y} with {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f}), "
        f"{_SENDS} messages each, in Chromium."
    )
    return "\n\n".join([machine, table(rows), table(aims)]) + "\n"


def _statement(checked: Checked) -> str:
    found = "nothing" if not checked.failed else ", ".join(checked.failed)
    return (
        f"On {date.today():%-d %B %Y} axe-core looked at the chat {checked.states} times: in {len(STATES)} states "
        f"({', '.join(STATES)}), in {len(LOOKS)} looks ({', '.join(LOOKS)}), for {len(_AUDIENCES)} audiences "
        f"({', '.join(_AUDIENCES)}). Of the {checked.rules} rules for WCAG 2.2 A and AA and good practice that apply, "
        f"it found violated: {found}.\n"
    )


def _kilobytes(content: bytes | None) -> str:
    return f"{len(content) / 1024:.1f}" if content else "not installed"


@contextmanager
def _browser() -> Iterator[Browser]:
    found = subprocess.run([HOME / "scripts" / "browser"], capture_output=True, text=True)
    if found.returncode:
        sys.exit(found.stderr.strip())
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=as_root)
        yield browser
        browser.close()


def _installed(folder: Path) -> Path:
    """The peers, as npm installs them; without npm there are none."""
    say("Installing the peers")
    for name, version in _PEERS.items():
        command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"]
        try:
            subprocess.run([*command, f"{name}@{version}"], cwd=folder, capture_output=True, timeout=300, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            say(f"{name} could not be installed: {error}")
    return folder / "node_modules"


if __name__ == "__main__":
    main()
