"""The way without JavaScript: a form, and a page that the server makes."""

import pytest
from playwright.sync_api import expect

from tests.web.browser import assert_accessible, lines_of

POLICE = "do you share my data with the police?"
WITHOUT = {"java_script_enabled": False}


@pytest.fixture
def page(browse, server):
    page = browse(**WITHOUT).context.new_page()
    page.goto(server.url)
    return page


def ask(page, question):
    page.get_by_role("textbox", name="Your question").fill(question)
    page.get_by_role("button", name="Ask").click()


def test_a_question_is_answered_with_its_quotes(page, server):
    [message] = server.begin().say(POLICE)
    ask(page, POLICE)
    answer = page.locator("article")
    expect(page.get_by_text(f"You asked: {POLICE}")).to_be_visible()
    assert answer.locator(":scope > p, :scope > ul > li").all_inner_texts() == lines_of(message)
    answer.locator("summary", has_text="Where the notice says this").click()
    answer.get_by_role("link", name="“Police”", exact=True).click()
    expect(page.locator(":target")).to_have_text("Police")


def test_another_question_can_be_asked_in_simpler_words(page, server):
    ask(page, POLICE)
    page.get_by_role("combobox", name="Answer in").select_option("child")
    ask(page, POLICE)
    [message] = server.begin("child").say(POLICE)
    assert page.locator("article > p").all_inner_texts() == lines_of(message)
    expect(page.get_by_role("combobox", name="Answer in")).to_have_value("child")


def test_in_danger_the_card_comes_first(page, knowledge_base):
    ask(page, "my stepdad hits me")
    card, _ = knowledge_base.safeguarding_card()
    assert page.locator("article").locator(":scope > p, :scope > ul > li").all_inner_texts() == lines_of(
        {"text": card.adult}
    )


def test_markup_is_text(page):
    typed = "<script>alert(1)</script><b>who</b> can see my data?\"'&"
    ask(page, typed)
    expect(page.get_by_text(f"You asked: {typed}")).to_be_visible()
    expect(page.locator("main script, main b")).to_have_count(0)


def test_what_is_wrong_is_told_beside_the_field_and_the_text_is_kept(page, server):
    long = "who can see it? " * 70
    response = server.http.post(f"{server.url}/ask", data={"question": long, "audience": "adult"})
    assert response.status_code == 422 and long.strip() in response.text
    assert "at most 1,000 characters" in response.text
    for fields in ({}, {"question": "  "}, {"question": "hello", "audience": "dog"}, {"audience": "child"}):
        response = server.http.post(f"{server.url}/ask", data=fields)
        assert response.status_code == 422 and "Traceback" not in response.text
        assert response.headers["Content-Type"].startswith("text/html")


def test_another_site_s_form_is_refused(server):
    fields = {"question": POLICE}
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        response = server.http.post(f"{server.url}/ask", data=fields, headers={"Sec-Fetch-Site": site})
        assert response.status_code == status
    assert "Set-Cookie" not in response.headers and response.headers["Cache-Control"] == "no-store"


def test_each_question_is_a_conversation_of_its_own_that_is_deleted(server):
    said = server.http.post(f"{server.url}/ask", data={"question": "say that again"}).text
    server.http.post(f"{server.url}/ask", data={"question": POLICE})
    assert server.http.post(f"{server.url}/ask", data={"question": "say that again"}).text == said


def test_the_whole_notice_is_there_to_read(page, knowledge_base):
    expect(page.get_by_text("The chat needs JavaScript.")).to_be_visible()
    page.get_by_role("link", name="read the whole privacy notice").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(knowledge_base.notice().title)
    shown = page.locator("main section :is(h1, h2, p, li)").all_inner_texts()
    assert shown == [line.quote for line in knowledge_base.lines()]
    assert len(shown) > 80


def test_where_the_script_fails_to_come_the_form_shows(browse, server):
    browsing = browse()
    browsing.context.route("**/chat.*.js", lambda route: route.abort())
    page = browsing.context.new_page()
    page.goto(server.url)
    expect(page.get_by_role("button", name="Ask")).to_be_visible()
    browsing.complaints.clear()


def test_with_the_chat_there_is_no_form_beside_it(chat):
    expect(chat.page.locator("form.plain")).to_be_hidden()


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_to_complain_of(browse, server, look):
    """The pages are the same with a script, which axe needs."""
    browsing = browse(**look)
    browsing.context.route("**/chat.*.js", lambda route: route.abort())
    page = browsing.context.new_page()
    page.goto(server.url)
    expect(page.get_by_role("button", name="Ask")).to_be_visible()
    page.wait_for_timeout(2100)
    assert_accessible(page, looked_into=False)
    ask(page, "can I have a copy of my records?")
    page.locator("summary").first.click()
    assert_accessible(page)
    browsing.complaints.clear()
