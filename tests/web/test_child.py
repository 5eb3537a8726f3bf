"""The page for a child: help and the way out one tap away, pictures, words explained, and nothing carried over."""

import pytest
from playwright.sync_api import expect

from tests.web.browser import lines_of

POLICE = "do you tell the police about me?"
NEUTRAL = "https://www.bbc.co.uk/weather"
VOICES = """
const spoken = [];
window.spoken = spoken;
const voice = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang, default: false });
Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => VOICES,
  speak: (each) => spoken.push([each.text, each.lang]),
  cancel: () => spoken.push('stop'),
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.fixture
def child(browse):
    return browse().visit("/?audience=child")


@pytest.fixture
def away(browse):
    """A child's page from which the neutral page can be reached, without the internet."""
    browsing = browse()
    browsing.own.append("https://www.bbc.co.uk")
    browsing.context.route(f"{NEUTRAL}", lambda route: route.fulfill(body="<title>Weather</title>"))
    return browsing.visit("/?audience=child")


def test_help_is_one_tap_away_and_is_the_fixed_card_even_offline(child, knowledge_base):
    child.browsing.context.set_offline(True)
    child.help.click()
    card, _ = knowledge_base.safeguarding_card()
    expect(child.panel).to_be_focused()
    expect(child.panel).to_have_accessible_name("I need help now")
    shown = child.panel.locator("p, li").all_inner_texts()
    assert shown == lines_of({"text": card.child})
    assert child.panel.get_by_role("link", name="0800 1111").get_attribute("href") == "tel:08001111"
    assert child.sent() == []
    child.page.keyboard.press("Escape")
    expect(child.panel).to_be_hidden()
    expect(child.help).to_be_focused()


def test_help_has_numbers_even_if_nothing_could_be_loaded(browse, knowledge_base):
    browsing = browse()
    browsing.context.route("**/notice.json", lambda route: route.abort())
    child = browsing.visit("/?audience=child")
    child.help.click()
    card, _ = knowledge_base.safeguarding_card()
    numbers = child.panel.get_by_role("link").all_inner_texts()
    assert numbers == ["999", "0800 1111"] and all(number in card.child for number in numbers)
    browsing.complaints.clear()


def test_for_adults_help_and_the_way_out_are_in_the_menu(chat):
    expect(chat.help).to_be_hidden()
    chat.more.click()
    expect(chat.help).to_be_visible()
    expect(chat.leave).to_be_visible()
    chat.help.click()
    expect(chat.panel).to_contain_text("NSPCC")


def test_leaving_clears_the_chat_deletes_it_on_the_server_and_goes_to_a_neutral_page(away):
    away.ask(POLICE)
    session = away.session()
    expect(away.page.locator(".leaving")).to_have_text("Leaving clears this chat, not the browser’s history.")
    expect(away.leave).to_have_accessible_description("Leaving clears this chat, not the browser’s history.")
    away.leave.click()
    away.page.wait_for_url(NEUTRAL)
    assert session.post({"message": "hello"}).status_code == 401
    # It took the place of the chat: going back does not lead to it.
    away.page.go_back()
    assert "whosees" not in away.page.content()
    other = away.browsing.visit("/?audience=adult")
    expect(other.questions).to_have_count(0)
    assert other.page.evaluate("sessionStorage.length") == 0


def test_where_leaving_leads_is_the_council_s_to_set(browse, model, tmp_path):
    from tests.server import serving

    with serving(tmp_path / "log.txt", WHOSEES_LEAVE_TO="https://www.example.gov.uk/weather") as other:
        assert "https://www.example.gov.uk/weather" in other.http.get(other.url).text


def test_simpler_words_are_never_carried_over_to_the_next_person(chat):
    chat.simpler.check()
    chat.ask(POLICE)
    chat.delete.click()
    expect(chat.log).to_contain_text("Your chat is deleted.")
    expect(chat.simpler).not_to_be_checked()
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    expect(chat.simpler).not_to_be_checked()


def test_before_anything_is_said_the_choice_of_words_leaves_no_trace(chat):
    chat.simpler.check()
    expect(chat.answers).to_have_count(1)
    assert chat.page.evaluate("sessionStorage.length") == 0
    chat.page.reload()
    expect(chat.simpler).not_to_be_checked()


def test_it_says_that_the_full_notice_is_the_one_that_counts_at_the_same_place(child, server):
    line = child.page.get_by_text("This is a shorter version.")
    link = child.page.get_by_role("link", name="The full notice")
    assert link.get_attribute("href") == f"{server.url}/notice"
    before = line.bounding_box()
    child.ask(POLICE)
    expect(line).to_be_in_viewport()
    # The button to delete, which comes with the first answer, makes its row higher: a few pixels at most.
    after = line.bounding_box()
    assert after["x"] == before["x"] and abs(after["y"] - before["y"]) <= 24
    child.simpler.uncheck()
    expect(line).to_be_hidden()


def test_each_group_and_topic_has_a_picture_that_says_nothing_to_a_screen_reader(child):
    answer = child.ask("who can see my data?")
    pictures = answer.locator(".suggestion svg.icon path")
    drawn = {picture.get_attribute("d") for picture in pictures.all()}
    assert pictures.count() == answer.locator(".suggestion").count() and len(drawn) >= 5
    assert {icon.get_attribute("aria-hidden") for icon in answer.locator("svg").all()} == {"true"}
    expect(answer.locator(":scope > svg.icon")).to_have_count(1)
    child.simpler.uncheck()
    expect(child.ask(POLICE).locator("svg")).to_have_count(0)


def test_a_hard_word_is_explained_when_it_is_pressed(browse, knowledge_base):
    meanings = {f"{each.question} {each.meaning.child}" for each in knowledge_base.glossary()}
    child = browse().visit("/?audience=child")
    answer = child.ask("do you tell youth offending?")
    word = answer.locator("button.word").first
    expect(word).to_have_attribute("aria-expanded", "false")
    word.click()
    expect(word).to_have_attribute("aria-expanded", "true")
    [meaning] = answer.locator(".meaning").all_inner_texts()
    assert " ".join(meaning.split()) in {" ".join(each.split()) for each in meanings}
    assert word.bounding_box()["height"] >= 44 and word.bounding_box()["width"] >= 44
    word.click()
    expect(answer.locator(".meaning")).to_have_count(0)
    # “It” in an answer is no hard word, though IT is one.
    assert "It" not in child.ask("who can see things about me?").locator(".word").all_inner_texts()
    child.simpler.uncheck()
    expect(child.ask(POLICE).locator(".word")).to_have_count(0)


@pytest.mark.parametrize(
    ("voices", "language"),
    [
        ("[]", None),
        ("[voice('en-GB', false), voice('fr-FR', true)]", None),
        ("[voice('en-US', false), voice('en-US', true), voice('en-GB', true)]", "en-GB"),
    ],
)
def test_it_is_read_aloud_by_a_voice_of_the_device_or_not_at_all(browse, voices, language):
    """No voice comes with the tests' browser, so it is given some."""
    browsing = browse()
    browsing.context.add_init_script(VOICES.replace("VOICES", voices))
    chat = browsing.visit()
    aloud = chat.page.get_by_role("button", name="Read answers aloud")
    chat.more.click()
    if language is None:
        expect(aloud).to_be_hidden()
        return
    expect(aloud).to_have_attribute("aria-pressed", "false")
    chat.ask("hello")
    assert [each for each in chat.page.evaluate("spoken") if each != "stop"] == []
    chat.more.click()
    aloud.click()
    expect(aloud).to_have_attribute("aria-pressed", "true")
    chat.ask(POLICE)
    [[text, spoken_in]] = [each for each in chat.page.evaluate("spoken") if each != "stop"]
    assert "police" in text and spoken_in == language
    chat.delete.click()
    expect(chat.log).to_contain_text("Your chat is deleted.")
    assert chat.page.evaluate("spoken.at(-1)") == "stop"
