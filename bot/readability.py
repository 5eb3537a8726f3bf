"""Whether what the bot says can be read: each answer put together and measured, and the table that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

from bot.every_answer import Said, every_answer
from bot.notice import knowledge_base
from knowledge import Audience, Content
from knowledge.readability import (
    HIGHEST_ADULT_GRADE,
    HIGHEST_GRADE,
    HIGHEST_MEAN_GRADE,
    LONGEST_ANSWER,
    Reading,
    Yardstick,
    length,
    too_hard,
)

# Between these marks of docs/children.md the table stands.
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)
# What is as long as it is because more was asked for, or a whole list.
_ASKED_FOR_MORE = ("utter_more", "__in_full", "__lines", "__group")
# Half of it is in another language, which nobody's grade here measures.
_FOREIGN = "other_language"


def problems(content: Content) -> list[str]:
    """What in the answers, as they are put together, is too hard to read, each in a sentence with what to do."""
    return [*_too_hard_for_a_child(content), *_too_hard_for_adults(content)]


def readings(content: Content, audience: Audience) -> list[tuple[Said, Reading]]:
    """Every answer to an audience, measured, each text once."""
    yardstick = Yardstick(content)
    said = {
        each.text: each
        for each in every_answer(audience)
        if each.audience == audience and _FOREIGN not in each.response
    }
    return [(each, yardstick.read(text)) for text, each in said.items()]


def table(content: Content) -> str:
    """What is measured, of every answer to each audience and of the notice itself, as a table in Markdown."""
    yardstick = Yardstick(content)
    columns = [[reading for _, reading in readings(content, audience)] for audience in ("child", "adult")]
    columns.append([yardstick.read(line.quote) for line in knowledge_base().lines()])
    rows = {
        "texts": [len(each) for each in columns],
        "grade, mean": [f"{mean(reading.grade for reading in each):.1f}" for each in columns],
        "grade, highest": [f"{max(reading.grade for reading in each):.1f}" for each in columns],
        "grade with quotes and names counted, mean": [
            f"{mean(reading.plain_grade for reading in each):.1f}" for each in columns
        ],
        "words in the longest sentence": [max(length(reading.longest) for reading in each) for each in columns],
        "words in a text, mean": [f"{mean(reading.words for reading in each):.0f}" for each in columns],
        "different words on no list": [len({word for reading in each for word in reading.unknown}) for each in columns],
    }
    lines = ["|  | child | adult | the notice’s lines |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*lines, *(f"| {row} | {' | '.join(map(str, cells))} |" for row, cells in rows.items())])


def _too_hard_for_a_child(content: Content) -> Iterator[str]:
    measured = readings(content, "child")
    for said, reading in measured:
        where = f"{said.response} (to: {said.asked})"
        for what, fix in too_hard(reading, "child"):
            yield f"{where}: {what} {fix}"
        if reading.grade > HIGHEST_GRADE:
            yield (
                f"{where}: The child answer is at grade {reading.grade}. "
                f"Use shorter words; {HIGHEST_GRADE} is the most."
            )
        if reading.words > LONGEST_ANSWER and not any(each in said.response for each in _ASKED_FOR_MORE):
            yield (
                f"{where}: The child answer has {reading.words} words before “tell me more”. "
                f"Shorten it; {LONGEST_ANSWER} are the most."
            )
    grade = mean(reading.grade for _, reading in measured)
    if grade > HIGHEST_MEAN_GRADE:
        yield (
            f"The child answers are at grade {grade:.1f} in the mean. "
            f"Shorten the hardest; {HIGHEST_MEAN_GRADE} is the most."
        )


def _too_hard_for_adults(content: Content) -> Iterator[str]:
    for said, reading in readings(content, "adult"):
        if reading.grade > HIGHEST_ADULT_GRADE:
            yield (
                f"{said.response} (to: {said.asked}): The adult answer is at grade {reading.grade}. "
                f"Use shorter words; {HIGHEST_ADULT_GRADE} is the most."
            )
