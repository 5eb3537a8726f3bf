"""Whether the evaluation is apart from what the model is trained on: a question it has seen proves nothing."""

from __future__ import annotations

from collections.abc import Iterable

from rasa.shared.nlu.constants import INTENT, TEXT

from bot.importer import KnowledgeImporter, questions_of_lines
from bot.model import CONFIG, DATA, DOMAIN
from bot.notice import knowledge_base
from bot.training_data import examples
from evaluation.cases import Case, normalised

# There is one way to say "hello" or to ask "police?": so short, texts meet without one having been copied.
_MOST_WORDS_IN_COMMON = 2
_SAYS_NOTHING = {"what", "about", "my", "the", "a", "an", "our", "your", "his", "her", "their"}


def seen_in_training(cases: Iterable[Case]) -> list[str]:
    """What is said in the cases and stands in the training data: as written there, or with the knowledge's names."""
    trained_on = _trained_on()
    names = sorted({normalised(name.name) for name in knowledge_base().names()}, key=len, reverse=True)
    said = dict.fromkeys(turn.say for case in cases for turn in case.turns)
    return [text for text in said if normalised(text) in trained_on and not _is_too_short_to_tell(text, names)]


def training_examples() -> list[tuple[str, str]]:
    """Every text that the model learns from, and its intent, with the knowledge's names written in."""
    importer = KnowledgeImporter(config_file=str(CONFIG), domain_path=str(DOMAIN), training_data_paths=[str(DATA)])
    return [(message.get(TEXT), message.get(INTENT)) for message in importer.get_nlu_data().intent_examples]


def _trained_on() -> set[str]:
    written = (text for texts in (*examples().values(), *questions_of_lines().values()) for text in texts)
    return {normalised(text) for text in (*written, *(text for text, _ in training_examples()))}


def _is_too_short_to_tell(text: str, names: list[str]) -> bool:
    """Two words, or a name with no more than a word beside it: "and the local safeguarding board?".

    Words that say nothing of their own ("what about my …") do not count: the names that are written into examples are
    so many that some day one of them stands there in both.
    """
    words = normalised(text)
    if len(words.split()) <= _MOST_WORDS_IN_COMMON:
        return True
    return any(
        f" {name} " in f" {words} "
        and sum(word not in _SAYS_NOTHING for word in f" {words} ".replace(f" {name} ", " ").split()) <= 1
        for name in names
    )
