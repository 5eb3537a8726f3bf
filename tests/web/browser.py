"""The chat page in a real browser, used as a person would: by what is to be seen, read out and pressed."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.server import Chat, Client

POLICE = "do you share my data with the police?"
QUOTES = "Where the notice says this"
CONNECTED = "Lines that may be connected, by our reading"
SOURCES = "Where the facts from outside the notice come from"
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
ZOOMED = {"viewport": {"width": 320, "height": 256}}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_HAS_FOCUS = "node => node.getRootNode().activeElement === node"
_OUTLINE = "node => getComputedStyle(node).outlineStyle"
_TOO_WIDE = """() => {
  const parts = [document, document.querySelector('whosees-chat')?.shadowRoot].filter(Boolean);
  return parts.flatMap((part) => [...part.querySelectorAll('*')])
    .filter((node) => node.scrollWidth > node.clientWidth && node.clientWidth > 1
      || node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((node) => !node.closest('.skip, .visually-hidden') && getComputedStyle(node).display !== 'inline')
    .map((node) => node.outerHTML.slice(0, 80));
}"""


class Browsing:
    """One person's browser: what was asked of the network, and what was complained of in the console."""

    def __init__(self, context: BrowserContext, server: Client) -> None:
        self.context = context
        self.server = server
        # Origins that may be asked for something.
        self.own = [server.url]
        self.requests: list[Any] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.requests.append(request))
        context.on("console", self._note)
        context.on("weberror", lambda problem: self.complaints.append(str(problem.error)))

    def visit(self, path: str = "/") -> ChatPage:
        """The chat page with its greeting."""
        page = ChatPage(self.context.new_page(), self)
        page.page.goto(self.server.url + path)
        expect(page.answers.first).to_be_visible()
        return page

    def foreign_requests(self) -> list[str]:
        """Requests that left the page's own origin."""
        return [request.url for request in self.requests if not self._is_own(request.url)]

    def excuse(self, words: str) -> None:
        """Take a complaint that the test has provoked; there must be one."""
        assert any(words in complaint for complaint in self.complaints), self.complaints
        self.complaints = [complaint for complaint in self.complaints if words not in complaint]

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _is_own(self, url: str) -> bool:
        return url.startswith(("blob:", *(f"{origin}/" for origin in self.own)))


class ChatPage:
    """The page with the chat."""

    def __init__(self, page: Page, browsing: Browsing) -> None:
        self.page = page
        self.browsing = browsing
        self.log = page.get_by_role("log", name="Conversation")
        self.box = page.get_by_role("textbox", name="Your question")
        self.problem = page.get_by_role("alert")
        self.retry = page.get_by_role("button", name="Try again")
        self.person = page.get_by_role("button", name="Talk to a person")
        self.help = page.get_by_role("button", name="I need help now")
        self.leave = page.get_by_role("button", name="Leave this page")
        self.panel = page.locator(".panel")
        self.more = page.locator("summary", has_text="More")
        self.delete = page.get_by_role("button", name="Delete and start again")
        self.simpler = page.get_by_role("checkbox", name="Make it simpler / I’m under 18")
        self.answers = self.log.locator(".answer")
        self.questions = self.log.locator(".question")

    def ask(self, text: str) -> Locator:
        """Type a question and send it; gives the answer, once it is there."""
        before = self.answers.count()
        self.box.fill(text)
        self.box.press("Enter")
        return self.answer(before)

    def press(self, suggestion: str) -> Locator:
        """Press a suggested question; gives the answer, once it is there."""
        before = self.answers.count()
        self.answers.last.get_by_role("button", name=suggestion, exact=True).click()
        return self.answer(before)

    def answer(self, number: int) -> Locator:
        answer = self.answers.nth(number)
        expect(answer).to_be_visible()
        return answer

    def move_to(self, target: Locator, key: str = "Tab", at_most: int = 60) -> None:
        """Move the focus by the keyboard until it is on the target, and can be seen there."""
        for _ in range(at_most):
            self.page.keyboard.press(key)
            if target.count() and target.evaluate(_HAS_FOCUS):
                assert target.evaluate(_OUTLINE) != "none"
                return
        raise AssertionError(f"{key} does not reach {target}.")

    def session(self) -> Chat:
        """The page's conversation, as anybody could continue it who had its token."""
        tokens = [request.headers.get("authorization", "") for request in self.browsing.requests]
        [*_, last] = filter(None, tokens)
        return Chat(self.browsing.server, {"session": last.removeprefix("Bearer "), "messages": []})

    def sent(self) -> list[str]:
        """What was sent to the bot, message by message."""
        posts = [request for request in self.browsing.requests if request.url.endswith("/messages")]
        return [request.post_data_json["message"] for request in posts]

    def too_wide(self) -> list[str]:
        """What does not fit into the width of the screen."""
        return self.page.evaluate(_TOO_WIDE)


def whole_list(chat: ChatPage) -> Locator:
    """Ask for all recipients, and open the whole list."""
    chat.ask("who can see my data?")
    return chat.press("Show me the whole list")


def open_quotes(answer: Locator, title: str = QUOTES) -> None:
    """Open what stands behind a disclosure of an answer."""
    answer.locator("summary", has_text=title).click()


def words_of(node: Locator) -> list[str]:
    """The paragraphs and list items of an answer, those of its quotes and sources left out."""
    return node.locator(":scope > p, :scope > ul:not(.suggestions) > li").all_inner_texts()


def lines_of(message: dict[str, Any]) -> list[str]:
    """The same of a message of the API."""
    return [line.strip().removeprefix("- ") for line in message["text"].split("\n") if line.strip()]


def assert_accessible(page: Page, looked_into: bool = True) -> None:
    """Nothing that axe finds against WCAG 2.2 A and AA or good practice."""
    results = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations", "passes"]})
    assert results.violations_count == 0, results.generate_report()
    # Were the chat's inside not looked at, nothing could be found in it.
    looked_at = str([rule["nodes"] for rule in results.response["passes"]])
    assert not looked_into or "<whosees-chat" not in page.content() or ".log" in looked_at
