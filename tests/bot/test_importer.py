"""The knowledge's names in the training data: with no hand edit, and the same each time."""

import hashlib
import os
import subprocess
import sys

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.importer import PLACEHOLDERS, KnowledgeImporter, _expanded, all_names
from bot.model import CONFIG, DATA, DOMAIN
from bot.settings import HOME
from bot.training_data import examples
from knowledge import Name, build, load_content, open_knowledge_base


def imported() -> list[tuple[str, str]]:
    data = KnowledgeImporter(str(CONFIG), str(DOMAIN), [str(DATA)]).get_nlu_data()
    return [(each.get(INTENT), each.get(TEXT)) for each in data.training_examples]


def test_every_placeholder_has_become_names(content):
    texts = [text for _, text in imported()]
    written = [text for each in examples().values() for text in each]
    assert any("{" in text for text in written) and len(texts) > len(written)
    assert not [text for text in texts if "{" in text or "}" in text]


def test_an_example_without_a_placeholder_stays_as_it_is(content):
    written = {(intent, text) for intent, texts in examples().items() for text in texts if "{" not in text}
    assert written <= set(imported())


def test_the_names_are_chosen_alike_each_time(content):
    assert imported() == imported()


def test_the_names_are_chosen_alike_in_each_process(content):
    """Also where Python mixes its sets in another order."""
    code = "import hashlib, tests.bot.test_importer as t; print(hashlib.sha256(str(t.imported()).encode()).hexdigest())"
    told = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            cwd=HOME,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told == [f"{hashlib.sha256(str(imported()).encode()).hexdigest()}\n"] * 2


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_a_placeholder_takes_names_of_its_kind_and_no_other(placeholder, content, knowledge_base):
    section, certainties = PLACEHOLDERS[placeholder]
    names = all_names(knowledge_base)
    theirs = {name.name for name in names if name.section == section and name.certainty in certainties}
    example = Message({TEXT: f"{{{placeholder}}}", INTENT: "recipients"})
    chosen = {each.get(TEXT) for each in _expanded([example] * 50, names)}
    assert len(chosen) > 10 and chosen <= theirs


def test_a_new_name_in_the_knowledge_reaches_the_examples_with_no_hand_edit(notice_folder, tmp_path):
    """Among all that may stand for {recipient}, so with enough examples it is chosen."""
    path = notice_folder / "recipients.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("names: [police, ") == 1
    path.write_text(text.replace("names: [police, ", "names: [police, zebra patrol, "), encoding="utf-8")
    url = f"sqlite:///{tmp_path}/knowledge.db"
    build(load_content(notice_folder), url)
    names = open_knowledge_base(url).names()
    assert Name("zebra patrol", "recipients.police", "recipients", "named") in names
    example = Message({TEXT: "do you tell {recipient}", INTENT: "recipients"})
    assert "do you tell zebra patrol" in [each.get(TEXT) for each in _expanded([example] * 20_000, names)]
