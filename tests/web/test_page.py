"""The page in a real browser, against the bot as served: by mouse, by keyboard, on a phone, and without script."""

import re
from urllib.parse import parse_qs, unquote

import pytest
from playwright.sync_api import expect

from tests.server import serving
from tests.web.browser import POLICE, lines_of, open_quotes, whole_list, words_of

# Asking and reading


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_the_page_greets_in_the_words_of_its_audience(browse, server, audience):
    chat = browse().visit(f"/?audience={audience}")
    [greeting] = server.begin(audience).greeting
    assert words_of(chat.answers.first) == lines_of(greeting)
    buttons = chat.answers.first.get_by_role("list", name="Suggested questions").get_by_role("button")
    assert buttons.all_inner_texts() == [button["title"] for button in greeting["buttons"]]


def test_the_page_is_named_for_its_council_and_says_so_only_from_the_notice(chat, content, home):
    council = content.notice.controller
    assert chat.page.title() == f"Who sees your data, and why – {council}"
    expect(chat.page.get_by_role("banner")).to_contain_text(council)
    pages = [path.read_text() for path in (home / "bot" / "page").iterdir()]
    assert pages and not any(council in page for page in pages)


def test_a_question_is_answered(chat, server):
    [message] = server.begin().say(POLICE)
    answer = chat.ask(POLICE)
    assert words_of(answer) == lines_of(message)
    expect(answer).to_be_in_viewport()
    expect(chat.questions).to_have_text("You: " + POLICE)
    expect(chat.box).to_have_value("")
    expect(chat.box).to_be_focused()


def test_a_quote_leads_to_the_very_line_of_the_notice(chat):
    answer = chat.ask(POLICE)
    quote = answer.get_by_role("link", name="“Police”", exact=True)
    expect(quote).to_be_hidden()
    open_quotes(answer)
    expect(answer.locator("details.citations .section")).to_have_text("Sharing your data")
    quote.click()
    line = chat.page.locator(":target")
    expect(line).to_have_text("Police")
    expect(line).to_be_in_viewport()
    assert chat.page.url.endswith("/notice#recipients.police")
    expect(chat.page.locator("section", has=line).get_by_role("heading")).to_have_text("Sharing your data")


def test_every_quote_of_the_longest_list_leads_to_its_line(chat, server):
    answer = whole_list(chat)
    open_quotes(answer)
    links = answer.locator("a.quote")
    quotes = dict(zip([link.get_attribute("href") for link in links.all()], links.all_inner_texts(), strict=True))
    assert len(quotes) == 31
    chat.page.goto(f"{server.url}/notice")
    for address, quote in quotes.items():
        assert chat.page.locator(f"[id='{address.partition('#')[2]}']").inner_text() == quote


def test_lines_by_our_own_reading_are_kept_apart_from_what_the_notice_says(chat):
    answer = chat.ask(POLICE)
    open_quotes(answer, "Lines that may be connected, by our reading")
    expect(answer.get_by_role("link", name="“Prevention and detection of crime”")).to_be_visible()
    expect(answer.get_by_role("link", name="“Police”", exact=True)).to_be_hidden()


def test_a_fact_from_elsewhere_is_named_in_the_text_and_its_source_opened_below(chat):
    answer = chat.ask("can I have a copy of my records?")
    source = answer.locator(".sources a").first
    expect(source).to_be_hidden()
    open_quotes(answer, "Where the facts from outside the notice come from")
    expect(source).to_be_visible()
    assert source.get_attribute("href").startswith("https://")
    assert source.get_attribute("rel") == "noopener noreferrer"
    expect(source).to_contain_text("(opens in a new tab)")
    assert re.search(r"\(checked \d+ \w+ \d{4}\)", answer.locator(".sources li").first.inner_text())
    expect(answer.locator("a[href^='mailto:']").first).to_be_visible()


def test_a_suggested_question_is_asked_by_pressing_it(chat):
    answer = chat.press("Who can see my information?")
    expect(answer).to_have_attribute("data-outcome", "answered")
    assert chat.sent() == ["Who can see my information?"]
    expect(chat.questions).to_have_text("You: Who can see my information?")


def test_two_questions_in_one_message_get_an_answer_each(chat):
    chat.ask("do you share with the police? and with my GP?")
    expect(chat.answers).to_have_count(3)


def test_in_danger_the_numbers_to_call_are_there_to_press(chat):
    card = chat.ask("my stepdad hits me")
    expect(card).to_have_attribute("data-outcome", "safeguarding")
    for shown, dialled in (("999", "999"), ("0800 1111", "08001111"), ("116 123", "116123")):
        link = card.get_by_role("link", name=shown, exact=True)
        assert link.get_attribute("href") == f"tel:{dialled}"
    expect(card.get_by_role("link", name="999", exact=True)).to_be_in_viewport()


# Audiences


def test_before_anything_is_said_the_checkbox_greets_anew_for_a_child(chat, server):
    chat.simpler.check()
    [greeting] = server.begin("child").greeting
    expect(chat.answers).to_have_count(1)
    expect(chat.answers.locator("p").nth(0)).to_have_text(lines_of(greeting)[0])


def test_in_a_conversation_the_checkbox_holds_from_the_next_question_on(chat, server):
    adult = words_of(chat.ask(POLICE))
    chat.simpler.check()
    expect(chat.log).to_contain_text("From your next question on, answers use simpler words.")
    assert words_of(chat.answers.nth(1)) == adult
    [message] = server.begin("child").say(POLICE)
    assert words_of(chat.ask(POLICE)) == lines_of(message) != adult
    chat.simpler.uncheck()
    assert words_of(chat.ask(POLICE)) == adult


def test_a_link_for_children_has_the_checkbox_checked_and_one_for_staff_has_none(browse):
    expect(browse().visit("/?audience=child").simpler).to_be_checked()
    expect(browse().visit("/?audience=staff").simpler).to_be_hidden()
    expect(browse().visit("/?audience=dog").simpler).not_to_be_checked()


# Keeping and deleting


def test_a_reload_keeps_the_conversation(chat):
    answer = chat.ask(POLICE)
    said = chat.log.inner_text()
    chat.page.reload()
    expect(answer).to_be_in_viewport()
    assert chat.log.inner_text() == said
    assert words_of(chat.ask("say that again"))[-1] == words_of(answer)[-1]


def test_coming_back_from_the_notice_the_conversation_is_there(chat):
    chat.ask(POLICE)
    chat.page.get_by_role("link", name="The notice").click()
    chat.page.get_by_role("link", name="Ask about the notice").click()
    expect(chat.questions).to_have_text("You: " + POLICE)


def test_delete_and_start_again_deletes_here_and_on_the_server(chat):
    expect(chat.delete).to_be_hidden()
    chat.ask(POLICE)
    session = chat.session()
    chat.delete.click()
    expect(chat.log).to_contain_text("Your chat is deleted.")
    assert session.post({"message": "say that again"}).status_code == 401
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(0)
    expect(chat.log).to_be_focused()
    expect(chat.delete).to_be_hidden()
    assert "police" not in chat.page.evaluate("JSON.stringify(sessionStorage)").lower()
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(0)


def test_what_could_not_be_deleted_is_not_said_to_be(chat):
    chat.ask(POLICE)
    chat.browsing.context.set_offline(True)
    chat.delete.click()
    expect(chat.problem).to_have_text("The chat is not deleted yet. You seem to be offline.")
    expect(chat.questions).to_have_count(1)
    chat.browsing.context.set_offline(False)
    chat.retry.click()
    expect(chat.log).to_contain_text("Your chat is deleted.")
    chat.browsing.excuse("ERR_INTERNET_DISCONNECTED")


def test_nothing_is_kept_that_outlives_the_tab(chat):
    chat.ask(POLICE)
    assert chat.browsing.context.cookies() == []
    assert chat.page.evaluate("localStorage.length") == 0


# What goes wrong


def test_an_empty_question_is_not_sent(chat):
    chat.box.fill("  \n ")
    chat.box.press("Enter")
    expect(chat.problem).to_have_text("Type a question first.")
    expect(chat.box).to_have_attribute("aria-invalid", "true")
    expect(chat.box).to_be_focused()
    assert chat.sent() == []
    chat.box.press("a")
    expect(chat.problem).to_have_text("")


def test_a_question_that_is_too_long_is_kept_to_be_shortened(chat):
    long = "a" * 1001
    chat.box.fill(long)
    chat.box.press("Enter")
    expect(chat.problem).to_have_text("Your question has 1001 characters. Please shorten it to 1000 or fewer.")
    expect(chat.page.locator(".counter")).to_have_text("1 character too many")
    expect(chat.box).to_have_value(long)
    assert chat.sent() == []


def test_the_longest_question_counted_as_the_server_counts_is_answered(chat):
    question = "who can see it? ".ljust(1000, "🙂")
    chat.ask(question)
    assert chat.sent() == [question]
    expect(chat.problem).to_have_text("")


def test_a_conversation_that_has_ended_starts_anew_and_the_question_is_not_lost(chat):
    chat.ask(POLICE)
    chat.session().delete()
    chat.box.fill("do you share with my GP?")
    chat.box.press("Enter")
    expect(chat.problem).to_contain_text("Your earlier chat had ended, so a new one has started.")
    expect(chat.box).to_have_value("do you share with my GP?")
    expect(chat.questions).to_have_count(1)
    before = chat.answers.count()
    chat.page.get_by_role("button", name="Send it now").click()
    expect(chat.answer(before)).to_contain_text("GP")
    expect(chat.problem).to_have_text("")
    chat.browsing.excuse("401")


def test_a_conversation_that_has_ended_can_be_cleared_from_the_page(chat):
    chat.ask(POLICE)
    chat.session().delete()
    chat.box.fill("do you share with my GP?")
    chat.box.press("Enter")
    chat.page.get_by_role("button", name="Clear the old chat").click()
    expect(chat.questions).to_have_count(0)
    expect(chat.log).to_contain_text("is cleared from this page")
    expect(chat.answers).to_have_count(1)
    assert chat.page.evaluate("sessionStorage.length") == 0
    chat.browsing.excuse("401")


def test_a_busy_server_is_waited_for_and_one_that_is_gone_is_told(browse, model, tmp_path):
    with serving(tmp_path / "log.txt", WHOSEES_MESSAGES_PER_MINUTE="30") as busy:
        chat = browse(at=busy).visit()
        chat.ask(POLICE)
        session = chat.session()
        while session.post({"message": "hello"}).status_code == 200:
            pass
        chat.box.fill("do you share with my GP?")
        chat.box.press("Enter")
        expect(chat.problem).to_contain_text(re.compile(r"Please wait \d seconds?\."))
        expect(chat.retry).to_have_attribute("aria-disabled", "false")
        chat.retry.click()
        expect(chat.answers.last).to_contain_text("GP")
        chat.browsing.excuse("429")
    chat.box.fill(POLICE)
    chat.box.press("Enter")
    expect(chat.problem).to_have_text("The chat can’t be reached at the moment.")
    expect(chat.box).to_have_value(POLICE)
    chat.browsing.excuse("ERR_CONNECTION_REFUSED")


# Nothing but text, and nothing from elsewhere


def test_markup_that_somebody_types_is_text(chat):
    typed = "<img src=x onerror=alert(1)> <b>who</b> can see my data? <script>alert(1)</script> <a href='/x'>x</a>"
    chat.ask(typed)
    expect(chat.questions).to_have_text("You: " + typed)
    expect(chat.log.locator("img, b, script, a[href='/x']")).to_have_count(0)


def test_markup_in_anything_the_server_sends_is_text(chat):
    """Nothing of ours sends any; so the page's own code is given some."""
    hostile = '<img src=x onerror="alert(1)"><b>bold</b>'
    shown = chat.page.evaluate(
        """async (hostile) => {
          const { answerNode } = await import('/assets/chat-render.js');
          const { NoticeIndex } = await import('/assets/chat-api.js');
          const quote = { section: hostile, quote: hostile };
          const source = { title: hostile, url: 'javascript:alert(1)', checked_on: hostile };
          const custom = {
            outcome: hostile, citations: [quote], related: [quote], sources: [source], notice: { version: hostile },
          };
          const message = { text: `- ${hostile}`, buttons: [{ title: hostile, payload: hostile }], custom };
          const node = answerNode(message, new NoticeIndex(location.origin), () => {});
          document.body.append(node);
          const tags = [...node.querySelectorAll('img, b, a')].map((each) => each.outerHTML);
          return { tags, times: node.textContent.split(hostile).length - 1 };
        }""",
        hostile,
    )
    assert shown == {"tags": [], "times": 7}


def test_everything_comes_from_the_page_s_own_origin(chat):
    open_quotes(chat.ask(POLICE))
    chat.page.get_by_role("link", name="The notice").click()
    expect(chat.page.get_by_role("heading", level=1)).to_be_visible()
    kinds = {request.resource_type for request in chat.browsing.requests}
    assert {"document", "script", "stylesheet", "fetch"} <= kinds
    assert chat.browsing.foreign_requests() == []


def test_what_the_policy_forbids_is_noticed_by_these_tests(chat):
    """Were it not, that no test finds anything would say nothing."""
    chat.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2/x.png'}))")
    chat.page.wait_for_timeout(300)
    chat.browsing.excuse("Content Security Policy")
    assert chat.browsing.foreign_requests() == ["http://127.0.0.2/x.png"]
    chat.browsing.requests.clear()


# Beside the conversation


@pytest.mark.parametrize("audience", ["adult", "child", "staff"])
def test_whom_to_talk_to_is_at_the_same_place_in_every_state(browse, knowledge_base, audience):
    chat = browse().visit(f"/?audience={audience}")
    place = chat.person.bounding_box()
    chat.ask(POLICE)
    chat.ask("my stepdad hits me")
    chat.box.press("Enter")
    assert chat.person.bounding_box() == place
    chat.browsing.context.set_offline(True)
    chat.person.click()
    assert chat.person.bounding_box() == place
    expect(chat.panel).to_be_focused()
    email = knowledge_base.contact("data_protection_officer").email
    assert chat.panel.get_by_role("link", name=email).get_attribute("href") == f"mailto:{email}"
    chat.panel.get_by_role("button", name="Close").click()
    expect(chat.person).to_be_focused()
    expect(chat.person).to_have_attribute("aria-expanded", "false")


def test_is_this_answer_wrong_takes_the_answer_along_and_leaves_the_question_out(chat, knowledge_base):
    answer = chat.ask("do you share my data with the police in Zanzibar street?")
    address = answer.get_by_role("link", name="Is this answer wrong?").get_attribute("href")
    to, _, fields = address.partition("?")
    assert to == f"mailto:{knowledge_base.contact('data_protection_officer').email}"
    said = parse_qs(fields)
    assert "The council can share your data with the police." in said["body"][0]
    assert "zanzibar" not in unquote(address).lower()


def test_the_conversation_is_saved_as_text_with_its_quotes(chat):
    chat.ask(POLICE)
    chat.more.click()
    with chat.page.expect_download() as download:
        chat.page.get_by_role("button", name="Save as text").click()
    text = download.value.path().read_text(encoding="utf-8")
    for part in ("You:", POLICE, "Where the notice says this", "Police", "Sharing your data", "version 1", "/notice"):
        assert part in text
    assert "Why can they have it?" not in text and "Is this answer wrong?" not in text
    expect(chat.answers.last.locator("a.quote").first).to_be_hidden()


def test_what_is_printed_is_the_conversation_with_its_quotes(chat):
    chat.page.evaluate(
        """window.print = () => {
          const root = document.querySelector('whosees-chat').shadowRoot;
          window.printed = [...root.querySelectorAll('details.citations, details.related')].every((each) => each.open);
        }"""
    )
    chat.ask(POLICE)
    chat.more.click()
    chat.page.get_by_role("button", name="Print").click()
    assert chat.page.evaluate("window.printed") is True
    chat.page.emulate_media(media="print")
    expect(chat.answers.last).to_be_visible()
    for part in (chat.box, chat.person, chat.delete):
        expect(part).to_be_hidden()
    assert chat.log.evaluate("node => getComputedStyle(node).overflowY") == "visible"


def test_the_text_can_be_made_larger_and_smaller_again(chat):
    def size():
        return chat.answers.first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")

    usual = size()
    larger, smaller = (chat.page.get_by_role("button", name=f"{way} text") for way in ("Larger", "Smaller"))
    chat.more.click()
    expect(smaller).to_have_attribute("aria-disabled", "true")
    for factor in (1.25, 1.5, 2):
        larger.click()
        assert size() == usual * factor
    expect(larger).to_have_attribute("aria-disabled", "true")
    assert chat.too_wide() == []
    smaller.click()
    assert size() == usual * 1.5


def test_the_menu_closes_by_escape_and_when_it_is_left(chat):
    chat.more.click()
    expect(chat.leave).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(chat.leave).to_be_hidden()
    expect(chat.more).to_be_focused()
    chat.more.click()
    chat.box.focus()
    expect(chat.leave).to_be_hidden()


def test_a_slow_answer_is_announced_as_coming(chat):
    status = chat.page.locator(".typing[role=status]")
    chat.page.route("**/messages", lambda route: (chat.page.wait_for_timeout(600), route.continue_()))
    chat.box.fill(POLICE)
    chat.box.press("Enter")
    expect(status).to_have_text("One moment")
    chat.answer(1)
    expect(status).to_have_text("")
