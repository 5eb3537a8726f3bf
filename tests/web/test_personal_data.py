"""What looks like personal data is stopped before it is sent, gently; everything else goes its way."""

import pytest
from playwright.sync_api import expect

PERSONAL = {
    "my email is jane.smith@example.com": "an e-mail address",
    "ring me on 07700 900123": "a phone number",
    "ring me on 07700900123 please": "a phone number",
    "my number is +44 7700 900123": "a phone number",
    "+44 (0)7700 900123": "a phone number",
    "call 020 7946 0018": "a phone number",
    "(0131) 496 0123": "a phone number",
    "my NI number is QQ123456C": None,  # QQ is never issued
    "my NI number is AB 12 34 56 C": "a National Insurance number",
    "nino ab123456c": "a National Insurance number",
    "NHS number 943 476 5919": "an NHS number",
    "9434765919": "an NHS number",
    "943-476-5919": "an NHS number",
    "NHS number 943 476 5918": None,  # its check digit is wrong
    "card 4111 1111 1111 1111": "a card number",
    "4111111111111111 12/26 123": "a card number",
    "4111-1111-1111-1111": "a card number",
    "card 4111 1111 1111 1112": None,  # its check digit is wrong
    "I live at 14 High Street, London SW18 2PU": "an address",
    "12a Example Road Wandsworth SW18 2PU, who knows that?": "an address",
    "flat 3, 14 the high street sw18 2pu": "an address",
    "my postcode is SW18 2PU": None,
    "I was born on 12/03/2011": "a date of birth",
    "dob 1.2.85": "a date of birth",
    "my birthday is 3rd March 2010": "a date of birth",
    "date of birth: 12 March 1985": "a date of birth",
    "Jane Smith 12/05/2009": "a date of birth",
}
# Years, Acts, sums, sections, help numbers, the council's own: none of anybody's data.
INNOCENT = [
    "Children Act 1989 section 17, and the Care Act 2014?",
    "what about section 47 of the Children Act 1989",
    "Local Safeguarding Children & Adults Boards Regulations 2006 (SI 2006/90)",
    "is it kept 75 years, or 100 years from 1998 to 2026?",
    "did it cost £10 or £2,500.00 or £1,000,000,000?",
    "can I call 999 or 101 or 111?",
    "is Childline 0800 1111 and the NSPCC 0808 800 5000?",
    "Samaritans 116 123, text SHOUT to 85258",
    "the Information Commissioner is on 0303 123 1113, or 03031231113",
    "can I write to dpo@richmondandwandsworth.gov.uk?",
    "what did you share on 12/03/2024?",
    "my letter of 4 June 2026 and the one dated 01/02/2015",
    "Supporting Families since 29 March 2021",
    "Town Hall, Wandsworth High Street, London SW18 2PU",
    "do 2 people from SW18 2PU get it at 10 am in SW18 2PU?",
    "article 15 of UK GDPR, paragraph 2 and page 12 of 31",
    "reference 12345678",
    "who can see my data?",
    "1 2 3 4 5 6 7 8 9",
]
HARM = [
    "my stepdad hits me, I'm at 14 High Street London SW18 2PU",
    "he hurt me call me on 07700 900123",
    "I want to die, I was born 12/03/2011",
    "she abuses him, his NHS number is 943 476 5919",
    "I am scared of my dad jane@example.com",
    "I don't feel safe, I am not safe, 020 7946 0018",
    "my uncle touches me 07700900123",
    "I've been self harming, ring 07700 900123",
]
HOSTILE = ["1 " * 500, "a@" * 500, "0" * 1000, "1 a " * 250, "born " * 200, "a." * 500, "7 9-" * 250, "ab12" * 250,
           "1/1/" * 250, "+44 " * 250, "07 " * 333, "(0" * 500, "x" * 1000, "1, a b c d e f " * 66, "@" * 1000,
           "born 1 january " * 66, "to die" * 166, "4111 " * 200, "SW18 2P" * 142, "section 1 " * 100]  # fmt: skip
FOUND = """async (texts) => {
  const { personalData } = await import('/assets/chat-personal.js');
  return texts.map((text) => personalData(text).map(({ kind }) => kind));
}"""


@pytest.fixture(scope="module")
def found(chromium, server):
    """What the page finds in texts: the kinds, for each text."""
    page = chromium.new_page()
    page.goto(f"{server.url}/notice")
    yield lambda texts: page.evaluate(FOUND, texts)
    page.close()


def test_what_looks_like_personal_data_is_told_by_its_kind(found):
    expected = {text: [kind] if kind else [] for text, kind in PERSONAL.items()}
    assert dict(zip(PERSONAL, found(list(PERSONAL)), strict=True)) == expected


def test_years_acts_sums_and_help_numbers_are_nobody_s_data(found):
    assert {text: kinds for text, kinds in zip(INNOCENT, found(INNOCENT), strict=True) if kinds} == {}


def test_no_text_of_the_bot_s_own_is_held_for_personal(found, knowledge_base):
    texts = [line.quote for line in knowledge_base.lines()]
    card, _ = knowledge_base.safeguarding_card()
    texts += [text for audience in ("adult", "child", "staff") for text in card.for_(audience).split("\n")]
    assert {text: kinds for text, kinds in zip(texts, found(texts), strict=True) if kinds} == {}


def test_who_tells_of_harm_is_never_held_up(found):
    assert {text: kinds for text, kinds in zip(HARM, found(HARM), strict=True) if kinds} == {}


def test_a_hostile_text_of_a_thousand_characters_takes_less_than_five_milliseconds(found, chromium, server):
    page = chromium.new_page()
    page.goto(f"{server.url}/notice")
    slowest = page.evaluate(
        """async (texts) => {
          const { personalData } = await import('/assets/chat-personal.js');
          return texts.map((text) => {
            const times = [];
            for (let round = 0; round < 5; round += 1) {
              const started = performance.now();
              personalData(text.slice(0, 1000));
              times.push(performance.now() - started);
            }
            // The least of them: what else the machine does is not the text's doing.
            return [text.slice(0, 20), Math.min(...times)];
          }).sort((one, other) => other[1] - one[1])[0];
        }""",
        HOSTILE,
    )
    page.close()
    assert slowest[1] < 5, slowest


def test_the_stop_is_gentle_and_leaves_three_ways(chat):
    typed = "my number is 07700 900123, who sees it?"
    chat.box.fill(typed)
    chat.box.press("Enter")
    expect(chat.problem).to_have_text("You don’t need to tell me that: “07700 900123” looks like a phone number.")
    expect(chat.box).to_be_focused()
    expect(chat.box).to_have_value(typed)
    assert chat.sent() == []
    chat.page.get_by_role("button", name="Change it").click()
    expect(chat.problem).to_have_text("")
    expect(chat.box).to_be_focused()
    chat.box.press("Enter")
    chat.page.get_by_role("button", name="Remove it").click()
    expect(chat.box).to_have_value("my number is, who sees it?")
    expect(chat.box).to_be_focused()
    assert chat.sent() == []
    chat.box.fill(typed)
    chat.box.press("Enter")
    chat.page.get_by_role("button", name="Send it anyway").click()
    expect(chat.questions).to_have_text("You: " + typed)
    assert chat.sent() == [typed]


def test_somebody_in_danger_gets_help_whatever_else_they_type(chat):
    told = "my stepdad hits me, I live at 14 High Street London SW18 2PU, 07700 900123"
    card = chat.ask(told)
    expect(card).to_have_attribute("data-outcome", "safeguarding")
    assert chat.sent() == [told]
