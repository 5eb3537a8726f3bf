"""A real Chromium for the tests of the page, or a word on how to get one."""

import os
import subprocess

import pytest

from tests.server import HOME

_ARGUMENTS = ["--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"]
# Waits end when what is waited for is there; this is for a busy machine.
_LONGEST_WAIT_MS = 15_000


# Of a module, not of the session: while Playwright runs, nothing else in this process can run an event loop.
@pytest.fixture(scope="module")
def chromium():
    found = subprocess.run([HOME / "scripts" / "browser"], capture_output=True, text=True)
    if found.returncode:
        pytest.skip(found.stderr.strip())
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=_LONGEST_WAIT_MS)
    # Chromium refuses its sandbox to root, as whom a container mostly runs.
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=_ARGUMENTS + as_root)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium, server):
    """Opens a browser with settings of its own. At the end none may have left the origin or complained of anything."""
    from tests.web.browser import Browsing

    opened = []

    def browse(at=server, **settings):
        # Without motion a place that is scrolled to is reached at once.
        browsing = Browsing(chromium.new_context(**{"reduced_motion": "reduce", **settings}), at)
        opened.append(browsing)
        return browsing

    yield browse
    for browsing in opened:
        browsing.context.close()
        assert browsing.foreign_requests() == []
        assert browsing.complaints == []


@pytest.fixture
def chat(browse):
    """The chat page at a desk, just opened."""
    return browse().visit()
