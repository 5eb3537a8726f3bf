"""For everybody: by keyboard alone, read out, on small screens, large, in forced colours, with a finger."""

import pytest
from playwright.sync_api import expect

from tests.web.browser import (
    CONNECTED,
    PHONE,
    POLICE,
    QUOTES,
    SOURCES,
    ZOOMED,
    assert_accessible,
    open_quotes,
    whole_list,
)

COPY = "can I have a copy of my records?"
DANGER = "my stepdad hits me"


# By keyboard alone


def test_the_whole_way_can_be_gone_by_keyboard_alone(chat):
    keyboard = chat.page.keyboard
    chat.move_to(chat.page.get_by_role("link", name="Skip to your question"), at_most=1)
    keyboard.press("Enter")
    expect(chat.box).to_be_focused()

    keyboard.type(POLICE)
    keyboard.press("Enter")
    answer = chat.answer(1)
    expect(chat.box).to_be_focused()

    quotes = answer.locator("summary", has_text=QUOTES)
    chat.move_to(quotes, "Shift+Tab")
    keyboard.press("Enter")
    quote = answer.get_by_role("link", name="“Police”", exact=True)
    chat.move_to(quote, at_most=1)
    keyboard.press("Enter")
    expect(chat.page.locator(":target")).to_have_text("Police")

    chat.page.go_back()
    chat.move_to(chat.answers.nth(1).get_by_role("button", name="Why can they have it?"))
    keyboard.press("Space")
    chat.answer(2)
    session = chat.session()
    chat.move_to(chat.delete, "Shift+Tab")
    keyboard.press("Enter")
    expect(chat.log).to_contain_text("Your chat is deleted.")
    expect(chat.log).to_be_focused()
    assert session.post({"message": "hello"}).status_code == 401
    chat.move_to(chat.box)


def test_the_simpler_words_are_chosen_by_keyboard(chat):
    chat.move_to(chat.simpler)
    chat.page.keyboard.press("Space")
    expect(chat.simpler).to_be_checked()
    expect(chat.answers).to_have_count(1)


def test_shift_and_enter_begin_a_new_line_and_send_nothing(chat):
    chat.box.press_sequentially("who sees it")
    chat.box.press("Shift+Enter")
    expect(chat.box).to_have_value("who sees it\n")
    assert chat.sent() == []


# On small screens


@pytest.mark.parametrize("screen", [PHONE, ZOOMED], ids=["phone", "zoomed"])
@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_nothing_is_wider_than_a_small_screen(browse, screen, audience):
    chat = browse(**screen).visit(f"/?audience={audience}")
    assert chat.too_wide() == []
    answer = chat.ask(POLICE)
    open_quotes(answer)
    open_quotes(answer, CONNECTED)
    chat.ask("w" * 300)
    chat.ask("can I have a copy of my records?")
    chat.box.fill("w" * 1001)
    chat.box.press("Enter")
    assert chat.too_wide() == []
    chat.page.goto(f"{chat.browsing.server.url}/notice#recipients.police")
    assert chat.too_wide() == []


@pytest.mark.parametrize("screen", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_the_whole_list_can_be_read_on_a_small_screen(browse, screen):
    chat = browse(**screen).visit()
    answer = whole_list(chat)
    expect(answer.locator(":scope > ul:not(.suggestions) > li")).to_have_count(31)
    open_quotes(answer)
    assert chat.too_wide() == []
    for line in (answer.locator("p").first, answer.locator("li").nth(30), answer.locator("a.quote").last):
        line.scroll_into_view_if_needed()
        expect(line).to_be_in_viewport(ratio=1)
    assert chat.box.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 16


def test_on_a_phone_at_least_half_of_the_screen_is_the_conversation_s(browse):
    chat = browse(**PHONE).visit()
    chat.ask(POLICE)
    assert chat.log.bounding_box()["height"] >= 640 / 2


# With a finger


@pytest.mark.parametrize(("audience", "size"), [("adult", 24), ("child", 44), ("staff", 24)])
def test_what_can_be_pressed_is_large_enough_for_a_finger(browse, audience, size):
    chat = browse(**PHONE).visit(f"/?audience={audience}")
    open_quotes(chat.ask(POLICE))
    chat.ask("my stepdad hits me")
    pressed = chat.page.locator("whosees-chat").locator("button, summary, label:has(input), textarea, .quote, .phone")
    heights = {each.inner_text(): each.bounding_box()["height"] for each in pressed.all() if each.is_visible()}
    assert {"999", "Police", QUOTES, "Send"} <= set(heights)
    assert {name: height for name, height in heights.items() if height < size} == {}


# Read out


LOG_ADDITIONS = """log => {
  window.additions = [];
  new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) window.additions.push(node.className ?? '');
  }).observe(log, { childList: true, subtree: true });
}"""


def test_an_answer_is_one_addition_to_the_log_and_nothing_is_said_twice(chat):
    chat.log.evaluate(LOG_ADDITIONS)
    chat.ask(POLICE)
    chat.ask(COPY)
    said = chat.page.evaluate("additions")
    assert said == ["message question", "message answer"] * 2
    chat.answers.last.locator("summary").first.click()
    chat.person.click()
    chat.more.click()
    assert chat.page.evaluate("additions") == said


def test_a_restored_conversation_is_in_the_log_before_the_log_is_on_the_page(chat):
    chat.ask(POLICE)
    chat.page.context.add_init_script(
        """window.additions = [];
        new MutationObserver(() => {
          const root = document.querySelector('whosees-chat')?.shadowRoot;
          if (!root || window.watched) return;
          window.watched = true;
          const said = () => root.querySelectorAll('[role=log] > *').length;
          new MutationObserver(() => window.additions.push(said())).observe(root, { childList: true, subtree: true });
        }).observe(document, { childList: true, subtree: true, attributes: true });"""
    )
    chat.page.reload()
    expect(chat.questions).to_have_count(1)
    chat.page.wait_for_timeout(300)
    # Once, when the chat enters the page with all that was said already in it.
    assert set(chat.page.evaluate("additions")) <= {3}


def test_what_is_wrong_is_told_as_an_alert_and_belongs_to_the_field(chat):
    chat.box.press("Enter")
    expect(chat.problem).to_have_text("Type a question first.")
    expect(chat.box).to_have_accessible_description("Type a question first.")


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_everything_has_a_name_and_a_role(browse, audience):
    chat = browse().visit(f"/?audience={audience}")
    names = {
        "banner": 1, "main": 1, "log": 1, "textbox": 1, "alert": 1, "heading": 1,
    }  # fmt: skip
    assert {role: chat.page.get_by_role(role).count() for role in names} == names
    expect(chat.page.get_by_role("region", name="Chat about the privacy notice")).to_be_visible()
    assert chat.page.locator("html").get_attribute("lang") == "en-GB"
    assert chat.page.locator("whosees-chat .chat").get_attribute("lang") == "en-GB"


# The focus is seen, wherever it is


@pytest.mark.parametrize("screen", [{}, PHONE, ZOOMED], ids=["desk", "phone", "zoomed"])
@pytest.mark.parametrize("audience", ["adult", "child"])
def test_what_has_the_focus_is_never_covered(browse, screen, audience):
    chat = browse(**screen).visit(f"/?audience={audience}")
    open_quotes(chat.ask(POLICE))
    covered, seen = [], set()
    chat.page.evaluate("document.activeElement.blur()")
    for _ in range(40):
        chat.page.keyboard.press("Tab")
        place = chat.page.evaluate(
            """() => {
              let root = document;
              while (root.activeElement?.shadowRoot?.activeElement) root = root.activeElement.shadowRoot;
              const node = root.activeElement;
              if (!node || node === document.body) return null;
              const box = node.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
              const hit = root.elementFromPoint(x, y);
              const isSeen = node === hit || node.contains(hit) || hit?.contains(node);
              return [node.textContent.slice(0, 40) || node.className || node.id, Boolean(isSeen)];
            }"""
        )
        if place is None:
            break
        seen.add(place[0])
        covered += [] if place[1] else [place[0]]
    assert len(seen) > 8 and "Police" in seen
    assert covered == []


# Spaced, large, zoomed


SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-bottom: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`);
  const { shadowRoot } = document.querySelector('whosees-chat');
  for (const each of [document, shadowRoot]) each.adoptedStyleSheets = [...each.adoptedStyleSheets, sheet];
}"""
# The link to the full notice is larger than its line, for a finger.
CLIPPED = """() => {
  const { shadowRoot } = document.querySelector('whosees-chat');
  return [...shadowRoot.querySelectorAll('button, summary, label, p:not(.shorter), .answer a, h2')]
    .filter((node) => node.clientHeight > 0 && !node.closest('.visually-hidden'))
    .filter((node) => node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2)
    .map((node) => node.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("screen", [{}, PHONE, ZOOMED], ids=["desk", "phone", "zoomed"])
@pytest.mark.parametrize("audience", ["adult", "child"])
def test_with_wide_spacing_nothing_is_cut_off(browse, screen, audience):
    chat = browse(**screen).visit(f"/?audience={audience}")
    chat.page.evaluate(SPACING)
    open_quotes(chat.ask(POLICE))
    chat.person.click()
    assert chat.too_wide() == []
    assert chat.page.evaluate(CLIPPED) == []


# By axe, in every state


def reach_failed_sending(chat):
    chat.browsing.context.set_offline(True)
    chat.box.fill(POLICE)
    chat.box.press("Enter")
    expect(chat.retry).to_be_visible()


def reach_ended(chat):
    chat.browsing.context.set_offline(False)
    chat.session().delete()
    chat.retry.click()
    expect(chat.page.get_by_role("button", name="Send it now")).to_be_visible()


def reach_cleared(chat):
    chat.page.get_by_role("button", name="Clear the old chat").click()
    expect(chat.log).to_contain_text("is cleared from this page")


def reach_too_long(chat):
    chat.box.fill("w" * 1001)
    chat.box.press("Enter")


def reach_personal(chat):
    chat.box.fill("ring me on 07700 900123")
    chat.box.press("Enter")
    expect(chat.page.get_by_role("button", name="Remove it")).to_be_visible()


def reach_help(chat):
    if not chat.help.is_visible():
        chat.more.click()
    chat.help.click()
    expect(chat.panel).to_be_visible()


# In this order; each begins where the one before it ended.
STATES = {
    "greeting": lambda chat: None,
    "menu": lambda chat: chat.more.click(),
    "people": lambda chat: (chat.page.keyboard.press("Escape"), chat.person.click()),
    "help": reach_help,
    "answer": lambda chat: (chat.panel.get_by_role("button", name="Close").click(), chat.ask(POLICE)),
    "quotes": lambda chat: open_quotes(chat.answers.last),
    "related": lambda chat: open_quotes(chat.answers.last, CONNECTED),
    "sources": lambda chat: open_quotes(chat.ask(COPY), SOURCES),
    "safeguarding": lambda chat: chat.ask(DANGER),
    "empty": lambda chat: chat.box.press("Enter"),
    "too long": reach_too_long,
    "personal data": reach_personal,
    "failed": reach_failed_sending,
    "ended": reach_ended,
    "cleared": reach_cleared,
    "whole list": lambda chat: (chat.ask("who can see my data?"), open_quotes(chat.ask("show me them all"))),
}
LOOKS = {
    "default": {"reduced_motion": "no-preference"},
    "forced colours": {"forced_colors": "active"},
    "reduced motion": {"reduced_motion": "reduce"},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_axe_finds_nothing_to_complain_of(browse, look, audience):
    assert len(STATES) >= 14
    axe_in_every_state(browse(**LOOKS[look]).visit(f"/?audience={audience}"))


@pytest.mark.parametrize("audience", ["adult", "child"])
def test_axe_finds_nothing_to_complain_of_in_the_dark_on_a_phone(browse, audience):
    axe_in_every_state(browse(color_scheme="dark", **PHONE).visit(f"/?audience={audience}"))


def axe_in_every_state(chat):
    for reach in STATES.values():
        reach(chat)
        assert_accessible(chat.page)
    chat.browsing.complaints.clear()


@pytest.mark.parametrize("look", [*LOOKS.values(), {"color_scheme": "dark"}])
def test_axe_finds_nothing_to_complain_of_in_the_notice(browse, server, look):
    page = browse(**look).context.new_page()
    page.goto(f"{server.url}/notice#recipients.police")
    assert_accessible(page)
