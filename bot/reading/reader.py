"""Reads a message whole: which of its questions to answer, in which order, and whether help comes first."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable

from bot.ages import says_a_childs_age
from bot.nlu.safeguarding_first import SAFEGUARDING
from bot.reading.harm import (
    are_calm,
    asks_of_data,
    hardly_tells_of_harm,
    heard,
    heard_in_a_fragment,
    is_surely_on_data,
    surely_tells_of_harm,
)
from bot.reading.meant import as_meant
from bot.reading.pointing import (
    on_the_same,
    place_of,
    points_at_it,
    points_back_or_at_whose,
    with_names,
    with_one_described,
)
from bot.reading.questions import (
    asked_before_its_reason,
    asks_of_one,
    demands_in,
    goes_on_to,
    goes_on_with,
    is_outright,
    questions_after_told,
    questions_in,
    sentences_in,
    sets_aside,
    told_before_questions,
    words_of,
)
from bot.reading.repeats import (
    asking_anew,
    asks_if_said,
    asks_nothing_new,
    each_once,
    hardly_asks_of_its_own,
    tells_beside,
    without_guesses,
)
from bot.reading.understood import (
    FEW_WORDS,
    MOSTLY_SURE,
    NEEDS_CONTEXT,
    SHORT,
    TALK,
    Understood,
    asks_for_all,
    confidence_of,
    has_few_words,
    intent_of,
    names_in,
    names_on,
    surely_follows_up,
    taken_for,
    without_first,
)
from bot.reading.whole_list import (
    is_hardly_of_all,
    not_of_all,
    of_everyone,
    of_the_whole,
)
from knowledge import LISTS

# Under this key an understood question has the audience that is asked for beside it.
AUDIENCE = "audience"
# Nobody means to ask more at once, or says more than fits into so many parts; each takes some milliseconds.
_MOST_QUESTIONS = 10
_MOST_PARTS = 20
# In whose words to go on, if this is said beside a question.
_ASKS_FOR_WORDS_OF = {"simpler": "child", "full_version": "adult"}
# What every answer says of itself, so that beside another question it needs none of its own.
_SAID_AGAIN = {"where_said", "repeat", "how_to", "show_all"}


class Reader:
    """Takes a message apart, has each part understood, and says what is to be answered."""

    def __init__(self, understand: Callable[[str], Awaitable[Understood]]) -> None:
        self._understand = understand

    async def read(self, text: str) -> list[Understood]:
        """What is to be answered, in order; never empty.

        Whoever tells of harm anywhere in the message gets help first; a question on data beside it comes after.
        """
        text = words_of(text)
        # "OK. Can they see it?" says nothing of whom before it asks.
        alone = sum(len(each.split()) >= FEW_WORDS for each in sentences_in(text)) <= 1
        meant = [of_the_whole(as_meant(each)) for each in await self._read(text)]
        return [of_everyone(not_of_all(each, alone)) for each in meant]

    async def _read(self, text: str) -> list[Understood]:
        whole = await self._understand(text)
        sentences, questions = _few(sentences_in(text)), [*dict.fromkeys(questions_in(text))][:_MOST_QUESTIONS]
        parts = {text: whole}
        demands = demands_in(text)[:_MOST_QUESTIONS]
        before = told_before_questions(text)[:_MOST_QUESTIONS]
        for part in dict.fromkeys([*sentences, *questions, *before, *demands]):
            if part != text:
                parts[part] = heard(await self._understand(part), whole)
                if part not in (*sentences, *questions):
                    parts[part] = heard_in_a_fragment(parts[part])
        if hardly_tells_of_harm(whole) and are_calm([parts[each] for each in [*sentences, *questions] if each != text]):
            parts[text] = whole = without_first(whole)
        for question in questions if len(questions) > 1 else ():
            parts[question] = await self._in_context(parts[question], question, sentences)
        for before, question in itertools.pairwise(questions):
            parts[question] = on_the_same(parts[question], parts[before])
        told = [parts[each] for each in sentences if each not in questions]
        audience = _audience_asked_for(text, told)
        harm = next((each for each in parts.values() if intent_of(each) == SAFEGUARDING), None)
        named = [with_names(_asking(parts[each]), each, sentences, parts) for each in asking_anew(questions)]
        if len(named) == 1:
            named = [with_one_described(_asking(parts[questions[0]]), whole, told) or named[0]]
        asked = without_guesses(each_once(named))
        if audience:
            asked = [{**each, AUDIENCE: audience} for each in asked]
        if harm:
            asked = [each for each in asked if each is not whole]
            beside = await self._asked_beside(text, asked, sentences, parts)
            return [{**harm, AUDIENCE: audience}, *(beside or filter(is_surely_on_data, told))]
        asked = _with_demands(asked, [parts[each] for each in demands])
        if len(asked) > 1:
            asked = [each for each in asked if not (tells_beside(each, asked) or asks_if_said(each))]
            asked = [of_everyone(each) for each in asked if not is_hardly_of_all(each)] or asked
            asked = [asked[0], *(each for each in asked[1:] if not hardly_asks_of_its_own(each))]
            return [each for each in asked if intent_of(each) not in TALK | _SAID_AGAIN] or [whole]
        if asked and (sets_aside(text) or not _needs_the_rest(asked[0], whole)):
            return asked
        if audience == "child":
            return [_asked_for_simpler_words(whole)]
        if asked and asks_nothing_new(asked[0]["text"]):
            return [_surest(whole, told)]
        return [_background(whole, asking=bool(asked))]

    async def _in_context(self, asked: Understood, question: str, sentences: list[str]) -> Understood:
        """A question beside others; read with the sentence before it, if it can't be understood alone.

        "It's about the Troubled Families programme. Is there another notice for it? And …"
        """
        place = place_of(question, sentences)
        if intent_of(asked) != "nlu_fallback" or not place or not points_at_it(question):
            return asked
        both = await self._understand(f"{sentences[place - 1]} {question}")
        unclear = intent_of(both) in NEEDS_CONTEXT | TALK | {SAFEGUARDING, "out_of_scope"}
        return asked if unclear else {**both, "text": question}

    async def _asked_beside(
        self, text: str, asked: list[Understood], sentences: list[str], parts: dict[str, Understood]
    ) -> list[Understood]:
        """The questions on data beside what is told of harm."""
        beside = [each for each in asked if asks_of_data(each)]
        for clause in () if beside else [*questions_after_told(text), *asked_before_its_reason(text)][:_MOST_QUESTIONS]:
            understood = with_names(_asking(await self._understand(clause)), clause, sentences, parts)
            if not surely_tells_of_harm(understood) and asks_of_data(understood):
                return [understood]
        return beside


def _audience_asked_for(text: str, told: list[Understood]) -> str | None:
    """In whose words the questions are to be answered, by what is told beside them."""
    asked_for = next(
        (_ASKS_FOR_WORDS_OF[intent_of(each)] for each in told if intent_of(each) in _ASKS_FOR_WORDS_OF), None
    )
    return asked_for or ("child" if says_a_childs_age(text) else None)


def _asked_for_simpler_words(whole: Understood) -> Understood:
    """Who tells their age and nothing else asks for the words of that age; a question stays what it is."""
    if intent_of(whole) in ("background", "nlu_fallback") or has_few_words(whole):
        whole = taken_for("simpler", whole)
    return {**whole, AUDIENCE: "child"}


def _with_demands(asked: list[Understood], demanded: list[Understood]) -> list[Understood]:
    """The questions, and before them what is surely demanded: "I want it deleted, and if you refuse, what then?"."""
    return each_once([*filter(is_surely_on_data, demanded), *asked]) if asked else asked


def _few(sentences: list[str]) -> list[str]:
    """Each sentence once, joined where there are very many: all is read, and nobody can make it take long."""
    sentences = list(dict.fromkeys(sentences))
    size = -(-len(sentences) // _MOST_PARTS)
    return [" ".join(sentences[place : place + size]) for place in range(0, len(sentences), size)]


def _asking(part: Understood) -> Understood:
    """What asks something outright is no mere background, nor only tells of harm, whatever it sounds like."""
    # "Will he find out if I tell someone?" tells of harm, however surely, and asks too.
    of_one = intent_of(part) == SAFEGUARDING and asks_of_one(part["text"], "recipients")
    asks_too = intent_of(part) == "background" or of_one or hardly_tells_of_harm(part)
    return without_first(part) if asks_too and is_outright(part["text"]) else part


def _background(whole: Understood, asking: bool) -> Understood:
    """The whole, if it is no background; else what it may be beside, if it asks something or is on another matter."""
    if intent_of(whole) != "background":
        return whole
    text = whole["text"]
    if any(goes_on_with(text, each["start"], each["end"]) for each in names_on("recipients", whole)):
        return taken_for("recipients", whole)
    beside = without_first(whole)
    goes_on = intent_of(beside) in LISTS and names_on(intent_of(beside), beside) and goes_on_to(text)
    return beside if asking or goes_on or intent_of(beside) == "out_of_scope" else whole


def _needs_the_rest(asked: Understood, whole: Understood) -> bool:
    """Whether one question among sentences can only be understood with them: "He died. May I see his file?"."""
    if intent_of(whole) == "background" and surely_follows_up(asked):
        # "Why? He moved here from Leeds."
        return False
    if intent_of(asked) in NEEDS_CONTEXT | TALK or asks_nothing_new(asked["text"]):
        return True
    if intent_of(whole) in NEEDS_CONTEXT | TALK:
        return False
    # "He died in spring. May I, as his son, read what is in his file?": who is dead changes what is asked.
    if intent_of(whole) == "deceased" and points_back_or_at_whose(asked["text"]):
        return True
    # "She wants her file printed. Statutory clock?": a whole list claims the most, and two words hardly ask for it.
    if asks_for_all(asked) and has_few_words(asked):
        return True
    if intent_of(whole) != intent_of(asked):
        return confidence_of(whole) > confidence_of(asked) and not _says_it_all(asked)
    if names_in(asked) or names_on("recipients", asked):
        return False
    if asks_for_all(asked) and asks_of_one(asked["text"], intent_of(asked)) and not names_on("recipients", whole):
        # "I've two lads. Do you tell them?": that it asks of one is plain from the question alone.
        return False
    return bool(points_back_or_at_whose(asked["text"]) and len(asked["text"].split()) <= SHORT)


def _says_it_all(asked: Understood) -> bool:
    """Whether a question surely is on a list, and itself names what of it: "You don't tell the DWP, do you? He did"."""
    if intent_of(asked) not in LISTS or confidence_of(asked) < MOSTLY_SURE:
        return False
    return any(each["text"] in asked["text"] for each in names_on(intent_of(asked), asked))


def _surest(whole: Understood, told: list[Understood]) -> Understood:
    """Of the whole and what is told in it, what is surest to ask something.

    "Does the notice cover this?" makes the whole sound as if it asked what the notice is for, and never does.
    """
    asking = [each for each in [whole, *told] if intent_of(each) not in NEEDS_CONTEXT | TALK | {"scope"}]
    return max(asking, key=confidence_of, default=whole)
