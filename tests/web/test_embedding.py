"""The chat on other people's pages, on another origin, by one line of HTML."""

import re

import pytest
from playwright.sync_api import expect

from bot.assets import asset
from tests.server import serving
from tests.web.browser import ChatPage, assert_accessible
from tests.web.hosts import hosting

POLICE = "do you share my data with the police?"


@pytest.fixture(scope="module")
def host():
    with hosting() as host:
        yield host


@pytest.fixture(scope="module")
def bot(model, host, tmp_path_factory):
    """The bot of a council that lists the host's origin."""
    log = tmp_path_factory.mktemp("bot") / "log.txt"
    with serving(log, WHOSEES_ORIGINS=f"https://www.example.gov.uk {host.url}") as bot:
        yield bot


@pytest.fixture
def embed(browse, host, bot):
    """Opens a page of the host; what it may ask for is its own and the bot's."""

    def embed(path="/strict", attributes="", at=None, **settings):
        host.bot, host.attributes = (at or bot).url, attributes
        browsing = browse(at=at or bot, **settings)
        browsing.own.append(host.url)
        page = ChatPage(browsing.context.new_page(), browsing)
        page.page.goto(host.url + path)
        return page

    return embed


def launcher(chat, name="Ask who sees your data"):
    return chat.page.get_by_role("button", name=name, exact=True)


def open_chat(chat, press=None):
    (press or launcher(chat).click)()
    expect(chat.answers.first).to_be_visible()


def test_nothing_but_the_launcher_is_loaded_until_it_is_opened(embed, host, bot):
    chat = embed()
    expect(launcher(chat)).to_be_visible()
    chat.page.wait_for_timeout(300)
    assert [request.url for request in chat.browsing.requests] == [f"{host.url}/strict", f"{bot.url}/widget.js"]
    assert chat.page.locator("whosees-chat").count() == 0
    loaded = len(bot.http.get(f"{bot.url}/widget.js", headers={"Accept-Encoding": "identity"}).content)
    assert 500 < loaded <= 2048


def test_the_whole_way_on_a_host_s_page_with_the_strictest_policy(embed, bot):
    chat = embed()
    open_chat(chat)
    expect(chat.box).to_be_focused()
    expect(chat.page.get_by_role("dialog", name="Ask who sees your data")).to_be_visible()
    assert chat.page.evaluate("Object.keys(sessionStorage)") == []
    answer = chat.ask(POLICE)
    expect(answer).to_have_attribute("data-outcome", "answered")
    answer.locator("summary").first.click()
    assert answer.locator(".citations a.quote").get_attribute("href") == f"{bot.url}/notice#recipients.police"
    assert chat.page.evaluate("Object.keys(sessionStorage)") == ["whosees-chat"]
    session = chat.session()
    chat.delete.click()
    expect(chat.log).to_contain_text("Your chat is deleted.")
    assert session.post({"message": "hello"}).status_code == 401
    assert chat.page.evaluate("Object.keys(sessionStorage)") == []
    assert chat.page.evaluate("localStorage.length") == 0 and chat.browsing.context.cookies() == []


def test_closing_gives_the_focus_back_and_opening_again_keeps_the_conversation(embed):
    chat = embed()
    launcher(chat).focus()
    open_chat(chat, lambda: chat.page.keyboard.press("Enter"))
    expect(chat.box).to_be_focused()
    chat.ask(POLICE)
    chat.page.keyboard.press("Escape")
    expect(chat.log).to_be_hidden()
    expect(launcher(chat)).to_be_focused()
    chat.page.keyboard.press("Space")
    expect(chat.questions).to_have_text("You: " + POLICE)
    expect(launcher(chat)).to_be_hidden()
    chat.page.get_by_role("button", name="Close the chat").click()
    expect(launcher(chat)).to_be_focused()


def test_after_a_reload_it_stays_closed_until_it_is_opened(embed):
    chat = embed()
    open_chat(chat)
    chat.ask(POLICE)
    chat.page.reload()
    expect(launcher(chat)).to_be_visible()
    chat.page.wait_for_timeout(300)
    assert chat.page.locator("whosees-chat").count() == 0
    launcher(chat).click()
    expect(chat.questions).to_have_text("You: " + POLICE)


def test_attributes_say_what_it_looks_like_and_whom_to_hand_over_to(embed):
    chat = embed(
        attributes="data-audience='child' data-heading='Your data' data-position='left' data-accent='#7a1f5c' "
        "data-privacy='https://www.example.gov.uk/privacy' data-contact='tel:02071234567' "
        "data-leave-to='https://www.example.gov.uk/weather'"
    )
    button = launcher(chat, "Your data")
    assert button.bounding_box()["x"] < 100
    assert button.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(122, 31, 92)"
    button.click()
    expect(chat.page.get_by_role("dialog", name="Your data")).to_be_visible()
    expect(chat.page.get_by_role("heading", name="Your data")).to_be_visible()
    expect(chat.simpler).to_be_checked()
    assert chat.page.locator("whosees-chat").bounding_box()["x"] < 100
    send = chat.page.get_by_role("button", name="Send", exact=True)
    assert send.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(122, 31, 92)"
    privacy = chat.page.get_by_role("link", name="What happens to what you type")
    assert privacy.get_attribute("href") == "https://www.example.gov.uk/privacy"
    chat.person.click()
    assert chat.panel.get_by_role("link").get_attribute("href") == "tel:02071234567"


def test_on_a_hostile_page_it_looks_and_works_as_on_its_own(embed, browse, bot):
    def looks(chat):
        return chat.page.evaluate(
            """() => {
              const root = document.querySelector('whosees-chat').shadowRoot;
              const wanted = ['fontSize', 'fontFamily', 'lineHeight', 'letterSpacing', 'color', 'backgroundColor',
                'textTransform', 'direction', 'display', 'opacity'];
              return ['.chat', '.answer p', 'textarea', '.send', '.simpler', '.suggestion'].map((part) => {
                const style = getComputedStyle(root.querySelector(part));
                return [part, ...wanted.map((each) => style[each])];
              });
            }"""
        )

    own = browse(at=bot).visit()
    chat = embed("/hostile")
    launcher(chat).click()
    expect(chat.answers).to_have_count(1)
    assert looks(chat) == looks(own)
    box = chat.page.locator("whosees-chat").bounding_box()
    screen = chat.page.viewport_size
    assert 300 < box["width"] < 500 and box["height"] > 400
    assert box["x"] + box["width"] <= screen["width"] and box["y"] + box["height"] <= screen["height"]
    answer = chat.ask(POLICE)
    expect(answer).to_have_attribute("data-outcome", "answered")
    chat.page.keyboard.press("Escape")
    expect(chat.log).to_be_hidden()


@pytest.mark.parametrize("look", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}])
def test_axe_finds_nothing_to_complain_of_on_a_host_s_page(embed, look):
    chat = embed(**look)
    assert_accessible(chat.page)
    open_chat(chat)
    chat.ask(POLICE)
    assert_accessible(chat.page)


@pytest.mark.parametrize("screen", [{"width": 320, "height": 256}, {"width": 360, "height": 640}])
def test_on_a_small_screen_the_launcher_goes_to_the_full_page(embed, bot, screen):
    chat = embed(attributes="data-audience='child'", viewport=screen)
    launcher(chat).click()
    expect(chat.answers).to_have_count(1)
    assert chat.page.url == f"{bot.url}/?audience=child"
    expect(chat.simpler).to_be_checked()


def test_on_a_page_whose_origin_is_not_listed_the_full_page_takes_its_place(embed, server):
    chat = embed(at=server)
    launcher(chat).click()
    expect(chat.answers).to_have_count(1)
    assert chat.page.url == f"{server.url}/?audience=adult"
    chat.browsing.excuse("CORS")
    chat.browsing.complaints.clear()


def test_only_listed_origins_may_read_what_the_server_says(bot, host, server):
    def granted(at, path, origin):
        return at.http.get(at.url + path, headers={"Origin": origin}).headers.get("Access-Control-Allow-Origin")

    for path in ("/widget.js", "/assets/chat.js", "/notice.json", "/webhooks/chat/", "/webhooks/chat/sessions"):
        assert granted(bot, path, host.url) == host.url
        assert granted(bot, path, "https://www.example.gov.uk") == "https://www.example.gov.uk"
        for other in ("https://evil.example", "null", "https://www.example.gov.uk.evil.example"):
            assert granted(bot, path, other) is None
        assert granted(server, path, host.url) is None
    assert granted(bot, "/", host.url) is None


def test_a_changed_file_is_not_run(embed, bot):
    chat = embed()
    name = asset("chat.js").hashed_name
    chat.page.route(
        f"**/{name}",
        lambda route: route.fulfill(
            body="document.title = 'changed'",
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": "*"},
        ),
    )
    launcher(chat).click()
    chat.page.wait_for_url(f"{bot.url}/**")
    chat.browsing.complaints.clear()


def test_files_are_kept_for_ever_under_their_hashed_names_alone(server):
    file = asset("chat.js")
    hashed = server.http.get(f"{server.url}/assets/{file.hashed_name}")
    assert "immutable" in hashed.headers["Cache-Control"] and hashed.content == file.content
    assert server.http.get(f"{server.url}/assets/chat.js").headers["Cache-Control"] == "no-cache"
    assert server.http.get(f"{server.url}/widget.js").headers["Cache-Control"] == "no-cache"
    page = server.http.get(server.url).text
    assert set(re.findall(r"integrity=\"([^\"]+)\"", page)) == {
        asset(name).integrity for name in ("page.css", "page.js", "chat.js")
    }


def test_the_docs_have_the_files_as_they_are_served(home):
    """After a change of the page: python -m bench.widget --hashes."""
    text = (home / "docs" / "widget.md").read_text(encoding="utf-8")
    for name in ("widget.js", "chat.js"):
        assert f"| `{asset(name).integrity}` |" in text
        assert f"| {len(asset(name).content):,} | {len(asset(name).gzipped):,} |" in text


def test_the_docs_name_every_attribute_there_is(home):
    text = (home / "docs" / "widget.md").read_text(encoding="utf-8")
    script = (home / "bot" / "page" / "chat.js").read_text(encoding="utf-8")
    read = set(re.findall(r"(?:get|has)Attribute\('([\w-]+)'\)", script)) | set(
        re.search(r"for \(const colour of \[(.*?)\]", script)[1].replace("'", "").split(", ")
    )
    assert read - {"panel"} == set(re.findall(r"^\|[^|]*\| `([\w-]+)` \|", text, re.M))


def test_the_chat_is_as_light_as_promised(server):
    sizes = [(len(asset(name).content), len(asset(name).gzipped)) for name in ("widget.js", "chat.js")]
    assert sum(raw for raw, _ in sizes) < 40_000
    assert sum(gzipped for _, gzipped in sizes) < 14 * 1024
