"""Another language is told from English, and short English never taken for another language."""

import pytest

from bot.entities import LANGUAGE


def languages(understand, text):
    intent, entities = understand(text)
    return intent, [entity["value"] for entity in entities if entity["entity"] == LANGUAGE]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Con quién comparten ustedes mis datos personales?", "es"),
        ("Komu przekazujecie moje dane osobowe?", "pl"),
        ("Avec qui partagez-vous mes informations personnelles ?", "fr"),
        ("مع من تشاركون معلوماتي الشخصية؟", "ar"),
        ("எனது தகவலை யாருடன் பகிர்கிறீர்கள்?", "ta"),
        ("የእኔን መረጃ ማን ያያል?", "unknown"),
    ],
)
def test_another_language_is_known(understand, text, language):
    assert languages(understand, text) == ("out_of_scope", [language])


@pytest.mark.parametrize(
    "text", ["police?", "ok", "ta", "gp n skool", "CQC pls", "DWP", "wot about da feds", "mum", "no", "la", "soz m8"]
)
def test_short_english_is_english(understand, text):
    assert languages(understand, text)[1] == []


def test_misspelt_english_is_english(understand):
    assert languages(understand, "is teh hosptial asociation on yuor lsit")[1] == []


def test_a_language_whose_words_are_near_to_english_ones_is_known(understand):
    assert languages(understand, "Wer sieht meine Daten und warum")[1] == ["de"]


def test_each_language_has_a_text_of_its_own(knowledge_base):
    texts = knowledge_base.languages()
    assert len(texts) >= 10 and len(set(texts.values())) == len(texts)
    assert all("999" in text for text in texts.values())
