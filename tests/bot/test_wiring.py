"""Everything is wired: what people say, what follows, how it is worded and what is known hold together."""

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from rasa_sdk import Action
from ruamel.yaml import YAML

from bot.every_answer import Said, every_answer
from bot.model import CONFIG, DATA, DOMAIN
from bot.nlu.names import NameFinder
from bot.nlu.spacy_words import words
from bot.settings import HOME
from bot.training_data import examples, problems, responses
from knowledge import AUDIENCES

CONVERSATIONS = sorted((HOME / "tests" / "conversations").glob("*/*.yml"))
ACTIONS = sorted(path.stem for path in (HOME / "bot" / "actions").glob("action_*.py"))
# These never follow from a topic that could be offered: they answer what was just said.
NO_BUTTON = {
    "hello": "a greeting",
    "thanks": "a courtesy",
    "goodbye": "a courtesy",
    "bot_identity": "the greeting says it",
    "capabilities": "the buttons of the greeting show it",
    "delete_chat": "the page has a button of its own for it",
    "insult": "nothing to offer",
    "affirm": "answers a button's offer",
    "deny": "answers a button's offer",
    "where_said": "the page shows the quotes with each answer",
    "repeat": "the answer stands above",
    "how_to": "the answer has what is known, and whom to ask",
    "background": "what people tell around a question",
    "word_meaning": "the page explains a word where it is tapped",
}


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


INTENTS = read(DOMAIN)["intents"]


# Intents


def test_the_training_data_is_in_order(content):
    assert problems() == []


@pytest.mark.parametrize("intent", INTENTS)
def test_an_intent_has_examples_in_other_words_each(intent):
    written = examples()[intent]
    assert len(written) >= 20 and len({text.casefold() for text in written}) == len(written)


@pytest.mark.parametrize("intent", sorted(set(INTENTS) - set(NO_BUTTON)))
def test_an_intent_that_can_be_offered_has_a_question_to_press(intent, content, knowledge_base):
    question = knowledge_base.question_for(intent)
    assert question and all(question.for_(audience) for audience in AUDIENCES)


def test_what_has_no_question_is_known_to_need_none(content, knowledge_base):
    assert set(NO_BUTTON) <= set(INTENTS)
    assert [intent for intent in NO_BUTTON if knowledge_base.question_for(intent)] == []


def test_each_intent_appears_in_a_conversation_test(understand):
    said = {turn["say"] for path in CONVERSATIONS for turn in read(path)["turns"]}
    assert set(INTENTS) - {understand(text)[0] for text in said} == set()


def test_what_a_button_sends_is_understood_as_what_it_offers(content, understand):
    misread = [
        (entry.topic, text, intent)
        for entry in content.questions.questions
        for text in {entry.question.adult, entry.question.child, entry.question.staff}
        if not _is_meant(intent := understand(text)[0], entry.topic)
    ]
    assert misread == []


def _is_meant(intent: str, topic: str) -> bool:
    """A list's questions are asked whole and in part; a question on the chat itself may be any of those on it."""
    return intent in (topic, topic.removesuffix("_all")) or (
        topic == "conversation" and intent in ("bot_identity", "capabilities", "chat_privacy")
    )


# Actions


def test_each_action_of_the_domain_is_a_file_and_each_file_an_action():
    assert sorted(read(DOMAIN)["actions"]) == ACTIONS


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_has_one_name_as_file_class_and_action(name):
    module = importlib.import_module(f"bot.actions.{name}")
    theirs = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Action) and each.__module__ == module.__name__
    ]
    [action] = theirs
    assert action.__name__ == "".join(part.capitalize() for part in name.split("_"))
    assert action().name() == name
    assert action.__doc__


def test_each_action_follows_from_a_rule_or_a_story():
    chosen = {
        step["action"]
        for kind in ("rules", "stories")
        for path in (DATA / kind).glob("*.yml")
        for entry in read(path)[kind]
        for step in entry["steps"]
        if "action" in step
    }
    assert chosen | {"action_session_start"} == set(ACTIONS)


# Responses


@pytest.fixture(scope="module")
def answered(content) -> list[Said]:
    """What the bot says to each audience, of each kind and on each name and topic."""
    return [said for audience in AUDIENCES for said in every_answer(audience)]


def test_every_response_is_said_to_every_audience_and_all_its_placeholders_are_filled(answered):
    said = {(each.response, each.audience) for each in answered}
    for text in {each.text for each in answered}:
        assert text and not re.search(r"[{}]|None|\s$|^\s|  |\n\n\n|: *$|“”|\(\)|\.\.(?!\.)", text), text
        assert not re.search(r"<[a-zA-Z/!]", text), text
    expected = {(name, audience) for name in responses() for audience in AUDIENCES}
    # The processor says this one itself, when an action has failed.
    expected -= {("utter_failed", audience) for audience in AUDIENCES}
    # Nobody but a child is told a part at first and the rest when they ask for it.
    assert said == expected - {("utter_more", "adult"), ("utter_more", "staff")}


def test_a_response_has_words_for_each_audience_and_nothing_that_is_no_plain_text():
    for name, texts in responses().items():
        assert set(texts) == set(AUDIENCES), name
        for text in texts.values():
            assert text.strip() and not re.search(r"<[a-zA-Z/!]|\*\*|\]\(|^#", text), name


def test_what_an_answer_quotes_stands_in_the_notice_to_the_letter(answered, knowledge_base):
    lines = {(line.section, line.quote) for line in knowledge_base.lines()}
    cited = {
        (line["section"], line["quote"])
        for each in answered
        for line in each.custom["citations"] + each.custom["related"]
    }
    assert len(cited) > 70 and cited <= lines


# The knowledge


def test_each_line_has_its_wordings_and_names(content):
    for section, part in content.sections.items():
        for statement in part.statements:
            for audience in AUDIENCES:
                assert getattr(statement.label, audience) and getattr(statement.wording, audience), statement.id
            if statement.kind == "line" and section in ("recipients", "purposes", "legal_bases"):
                assert statement.names, f"{section}.{statement.id} has no names by which it could be asked for"


@pytest.mark.parametrize("asked", ["{}", "{}?", "what about {}, please", "do you share it with the {}"])
def test_each_name_leads_back_to_what_it_names(asked, content, knowledge_base):
    finder = NameFinder(knowledge_base.names())
    lost = []
    for name in knowledge_base.names():
        found = finder.known(words().of(asked.format(name.name)))
        if name.owner not in [each.owner for one in found for each in one.names]:
            lost.append((name.name, name.owner))
    assert lost == []


# Years, and by what number a law or a piece of it goes: staff need them, others would stumble over them.
_OF_A_LAW = re.compile(
    r"\(EU\) \d+/\d+|SI \d+/\d+|\b(?:article|regulation|section|schedule)s? \(?\d[\w().]*(?:(?:,| and) \(?\d[\w().]*)*"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d,.:]*\d|\d")
# What staff alone are told a number of, and why that is no fact more.
_THE_LINES_OWN = {
    f"sections.recipients.statements.{line}.notes.": "“post-16” stands in the quote, which all are shown"
    for line in ("education_providers", "education_providers_all_ages")
}


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(_OF_A_LAW.sub("", text)))


def _texts(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of the knowledge that is written for each audience, with the place where it stands."""
    if isinstance(node, BaseModel):
        node = dict(node)
    if isinstance(node, dict) and all(isinstance(node.get(audience), str) for audience in AUDIENCES):
        yield where, {audience: node[audience] for audience in AUDIENCES}
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, f"{where}.{key}")
    elif isinstance(node, list):
        for value in node:
            id_ = getattr(value, "id", None) or getattr(value, "topic", None) or ""
            yield from _texts(value, f"{where}.{id_}")


def test_every_audience_is_told_the_same_numbers(content):
    differ = {
        where: texts
        for part in ("notice", "council", "sections", "not_listed", "topics", "facts", "questions")
        for where, texts in _texts(getattr(content, part), part)
        if len({frozenset(_numbers(text)) for text in texts.values()}) > 1 and where not in _THE_LINES_OWN
    }
    assert differ == {}


def test_no_text_has_markup(content):
    texts = [text for part in vars(content).values() for _, texts in _texts(part) for text in texts.values()]
    assert len(texts) > 1000
    assert [text for text in texts if re.search(r"<[a-zA-Z/!]|\*\*|\]\(|[{}]", text)] == []


# What Rasa and our own check find


def test_rasa_itself_finds_nothing_wrong(content, tmp_path):
    """Without --fail-on-warnings: all it warns of is that no rule names a response, for our actions choose them."""
    done = _validate(DATA, DOMAIN)
    assert done.returncode == 0, done.stderr
    warnings = re.findall(r"UserWarning: (.*)", done.stderr)
    others = [
        each for each in warnings if not re.fullmatch(r"The utterance '\w+' is not used in any story or rule\.", each)
    ]
    assert others == []


def _validate(data: Path, domain: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-W", "ignore", "-m", "rasa", "data", "validate"]
    options = ["--data", str(data), "--domain", str(domain), "--config", str(CONFIG)]
    return subprocess.run([*command, *options], cwd=HOME, capture_output=True, text=True)


@pytest.fixture
def broken(tmp_path) -> Path:
    """A copy of the training data, to be broken."""
    shutil.copy(DOMAIN, tmp_path / "domain.yml")
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def _found(broken: Path) -> str:
    [problem] = problems(broken / "data", broken / "domain.yml")
    return problem


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_intent_from_which_nothing_follows_is_found(broken, content):
    (broken / "data" / "rules" / "transfers.yml").unlink()
    assert "nothing follows transfers" in _found(broken)


def test_an_unknown_placeholder_is_found(broken, content):
    _change(broken / "data" / "nlu" / "recipients.yml", "{recipient}", "{receiver}")
    assert "{receiver}" in _found(broken) and "recipient" in _found(broken)


def test_an_example_of_two_intents_is_found(broken, content):
    [text, *_] = examples()["transfers"]
    _change(broken / "data" / "nlu" / "retention.yml", "examples: |\n", f"examples: |\n    - {text.upper()}\n")
    assert text.casefold() in _found(broken).casefold() and "two intents" in _found(broken)


def test_an_intent_with_too_few_examples_is_found(broken, content):
    _change(broken / "domain.yml", "- transfers\n", "- transfers\n- weather\n")
    few, nothing = problems(broken / "data", broken / "domain.yml")
    assert "weather has 0 examples" in few and "nothing follows weather" in nothing


def test_a_response_without_words_for_an_audience_is_found(broken, content):
    path = broken / "data" / "responses" / "out_of_scope.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - condition: [{type: slot, name: audience, value: staff}]")], encoding="utf-8")
    assert "utter_out_of_scope has no words for the audience staff" in _found(broken)


def test_a_silent_topic_that_is_no_intent_is_found(broken, content):
    _change(broken / "domain.yml", "- recording\n", "")
    assert any(
        "not_covered.yml: the topic recording is no intent" in each
        for each in problems(broken / "data", broken / "domain.yml")
    )


def test_rasa_finds_a_rule_for_an_intent_that_does_not_exist(broken, content):
    _change(broken / "data" / "rules" / "transfers.yml", "intent: transfers", "intent: tranfsers")
    done = _validate(broken / "data", broken / "domain.yml")
    assert "tranfsers" in done.stderr
