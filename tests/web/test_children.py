"""What a page needs for children: the words to explain, and in whose words the conversation goes on."""

import requests

from knowledge import AUDIENCES


def test_the_words_are_served_with_their_forms_question_and_meanings(server, knowledge_base):
    answer = requests.get(f"{server.url}/words.json", timeout=10)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "public, max-age=3600"
    words = answer.json()["words"]
    assert [each["word"] for each in words] == [each.word for each in knowledge_base.glossary()]
    for each in words:
        assert set(each) == {"word", "forms", "question", "meaning"}
        assert each["word"].lower() in [*each["forms"], "it"] and each["question"]
        assert "it" not in each["forms"] and set(each["meaning"]) == set(AUDIENCES)


def test_the_answer_says_in_whose_words_the_conversation_goes_on(server):
    chat = server.begin("adult")
    said = [
        chat.post({"message": text}).headers["Whosees-Audience"]
        for text in ("do you tell the police?", "I'm 10", "and my GP?")
    ]
    assert said == ["adult", "child", "child"]
    assert chat.post({"message": "normal version please"}).headers["Whosees-Audience"] == "adult"


def test_the_next_person_begins_afresh(server):
    first = server.begin()
    first.say("I'm 10")
    first.delete()
    [message] = server.begin().say("do you tell the police?")
    assert "your data" in message["text"]


def test_the_page_may_not_ask_where_someone_is(server):
    policy = server.http.get(f"{server.url}/").headers["Permissions-Policy"]
    assert all(f"{what}=()" in policy for what in ("geolocation", "camera", "microphone"))
