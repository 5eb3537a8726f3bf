"""Reads a message whole: which of its questions to answer, in which order, and whether help comes first."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY

from bot.ages import says_a_childs_age
from bot.entities import NAME
from bot.questions import (
    asked_before_its_reason,
    asks_of_one,
    begins_asking,
    ends_asking,
    is_outright,
    questions_after_told,
    questions_in,
    sentences_in,
    told_before_questions,
    words_of,
)
from knowledge import LISTS

Understood = dict[str, Any]

SAFEGUARDING = "safeguarding"
# Under this key an understood question has the audience that is asked for beside it.
AUDIENCE = "audience"
# From here on a question tells of harm and asks nothing beside: "can you stop my dad hitting me".
_SURELY_HARM = 0.0
# What is so far from telling of harm does not sound of it at all.
_CALM = -3.0
_RATHER_CALM = -2.0
# Nobody means to ask more at once, or says more than fits into so many parts; each takes some milliseconds.
_MOST_QUESTIONS = 10
_MOST_PARTS = 20
# What says nothing of itself without what was said before it.
_NEEDS_CONTEXT = {
    "nlu_fallback",
    "why",
    "which_law",
    "where_said",
    "repeat",
    "simpler",
    "full_version",
    "what_else",
    "show_all",
}
# In whose words to go on, if this is said beside a question.
_ASKS_FOR_WORDS_OF = {"simpler": "child", "full_version": "adult"}
# What nobody asks who asks something else beside it.
_TALK = {"hello", "thanks", "goodbye", "affirm", "deny", "insult", "background"}
_UNANSWERED = {"out_of_scope", "nlu_fallback"}
# What every answer says of itself, so that beside another question it needs none of its own.
_SAID_AGAIN = {"where_said", "repeat"}
_NO_DATA_QUESTION = _NEEDS_CONTEXT | _TALK | {SAFEGUARDING, "out_of_scope", "my_case", "capabilities"}
# What a follow-up asks of a name that stands beside it.
_FOLLOWED_UP = {
    "where_said": "recipients",
    "repeat": "recipients",
    "what_else": "recipients",
    "why": "purposes",
    "which_law": "legal_bases",
}
_POINTS = re.compile(
    r"\b(?:they|them|he|she|him|that|those|these|this|us|the (?:home|place|company|agency)|somewhere"
    r"|someone)\b",
    re.I,
)
_POINTS_AT_IT = re.compile(r"\b(?:it|that|this|them|those)\b", re.I)
# "Is that in your notice?" asks of the part of the notice where it would stand, whatever that is.
_IN_THE_NOTICE = re.compile(
    r"\b(?:in|on) (?:(?:the|your|this|that) )?(?:privacy )?(?:notice|list)\b|\b(?:in|on) there\b|\blisted\b", re.I
)
# "Does it apply to that service too?" asks what the notice is for, for all that it points.
_APPLIES = re.compile(r"\bappl(?:y|ies)\b", re.I)
# "Is it one of the things you use data for?"; else "it" is the data.
_ONE_OF = re.compile(r"\b(?:is|are|was) (?:it|this|that|they) (?:one|part|among|some)\b", re.I)
# "Is either one listed?", "Which are on the list?" ask of all that was named.
_POINTS_AT_ALL = re.compile(
    r"\b(?:both|either|(?:any|which|all) of (?:them|those|these))\b|^which (?:ones? )?(?:is|are)\b", re.I
)
_DOES_THE_NOTICE = r"(?:does|do|can|is|what does) (?:the |your |our )?(?:notice|list|policy|wording|text|page)"
_ANYTHING = r"(?:anything|owt|something|a word|any (?:policy|line|rule|wording))"
_IT = r"(?:it|this|that|them|those)"
# "Does he?", "Can you check?", "Does the notice cover this?", "y/n" ask what has been said just before.
_ASKS_NOTHING_NEW = re.compile(
    r"(?:(?:and|so|but) )?(?:"
    r"(?:is|are|was|were|does|do|did|has|have|can|could|will|would) (?:it|he|she|they|that|this|you|there|bot)"
    r"(?: (?:true|right|correct|so|check|say|written|listed|there|too|not|or not))?"
    r"|(?:does|did) it (?:really|actually) say (?:that|so)|(?:the )?name of it|what does it say|it is written"
    r"|which (?:line|one)(?: is it)?|y ?/ ?n|yes or no"
    r"|what (?:can|will|could|would) you do about (?:it|that)|what (?:do|have) we (?:have|got|say)"
    r"|what (?:do|should|can|shall) (?:i|we) (?:tell|say to) (?:him|her|them|the caller|the customer)"
    r"|(?:is (?:it|that) )?(?:true|right|correct)(?: or (?:not|false|wrong))?"
    rf"|{_DOES_THE_NOTICE} (?:give|allow|promise|grant) (?:me|him|her|us|them|you) {_IT}"
    rf"|(?:{_DOES_THE_NOTICE} )?(?:say|mention|cover|back)(?: {_ANYTHING})?(?: (?:of|on|about))?(?: {_IT})?(?: up)?"
    rf"|(?:is )?(?:{_IT} )?(?:mentioned|covered|listed)(?: (?:in|on|by) (?:the |your )?(?:notice|list))?"
    rf"|(?:is there )?{_ANYTHING}(?: (?:in|on|about) (?:there|(?:the |your )?notice))?(?: (?:on|about) {_IT})?"
    r"|(?:the )?notice"
    r")\W*",
    re.I,
)
_POINTS_AT_ONE = re.compile(r"\b(?:he|she|him)\b", re.I)
_POINTS_AT_WHOSE = re.compile(r"\b(?:his|her|their)\b", re.I)
# "She is on the roof, what do I do", "do I transfer": asks for help, which the card gives.
_ASKS_FOR_HELP = re.compile(
    r"\b(?:(?:what|who|where|how) (?:do|should|shall|can|must) (?:i|we) (?:do|say|read out|ring|call|tell her|help)"
    r"|(?:do|should|shall) (?:i|we) (?:transfer|escalate|ring|call)|what now)(?: (?:her|him|them|now|please))?\W*$",
    re.I,
)
# Not "is she someone who sees it".
_ASKS_WHO = re.compile(r"(?<!one )(?<!body )(?<!people )(?<!those )\bwho\b|\b(?:whom|anyone|everyone|list of)\b", re.I)
# "Need the legal bases list for my referral" asks for all of it.
_WANTS_THE_LIST = re.compile(r"\b(?:list|wording|section|paragraph|lines)\b", re.I)
_ASKS_WHY = re.compile(r"\b(?:why|y|what for|reasons?|purposes?|uses?|used|using)\b", re.I)
_IS_TOLD = re.compile(r"^[^.?!]{0,40}\b(?:knows?|sees?|gets?|have|has|told|given|find out)\b", re.I)
_SHORT = 8
_FEW_WORDS = 4
_SURE = 0.9
_MOSTLY_SURE = 0.8
_QUITE_SURE = 0.7
_SURE_OF_ALL = 0.45
_CLEAR = 0.5
_HARDLY_CLEAR = 0.15


class Reader:
    """Takes a message apart, has each part understood, and says what is to be answered."""

    def __init__(self, understand: Callable[[str], Awaitable[Understood]]) -> None:
        self._understand = understand

    async def read(self, text: str) -> list[Understood]:
        """What is to be answered, in order; never empty.

        Whoever tells of harm anywhere in the message gets help first; a question on data beside it comes after.
        """
        return [_not_of_all(_of_who_is_named(each)) for each in await self._read(words_of(text))]

    async def _read(self, text: str) -> list[Understood]:
        whole = await self._understand(text)
        sentences, questions = _few(sentences_in(text)), [*dict.fromkeys(questions_in(text))][:_MOST_QUESTIONS]
        parts = {text: whole}
        for part in dict.fromkeys([*sentences, *questions, *told_before_questions(text)[:_MOST_QUESTIONS]]):
            if part != text:
                parts[part] = _heard(await self._understand(part))
        if _hardly_tells_of_harm(whole) and _are_calm([each for part, each in parts.items() if part != text]):
            parts[text] = whole = _without_first(whole)
        for question in questions if len(questions) > 1 else ():
            parts[question] = await self._in_context(parts[question], question, sentences)
        told = [parts[each] for each in sentences if each not in questions]
        audience = _audience_asked_for(text, told)
        harm = next((each for each in parts.values() if _intent(each) == SAFEGUARDING), None)
        named = [_with_names(_asking(parts[each]), each, sentences, parts) for each in _new(questions)]
        asked = _without_guesses(_once(named))
        if audience:
            asked = [{**each, AUDIENCE: audience} for each in asked]
        if harm:
            beside = await self._asked_beside(text, [each for each in asked if each is not whole])
            return [{**harm, AUDIENCE: audience}, *(beside or filter(_is_surely_on_data, told))]
        if len(asked) > 1:
            asked = [each for each in asked if not (_tells_beside(each, asked) or _asks_if_said(each))]
            asked = [_of_all(each) for each in asked if not _is_hardly_of_all(each)] or asked
            return [each for each in asked if _intent(each) not in _TALK | _SAID_AGAIN] or [whole]
        if asked and not _needs_the_rest(asked[0], whole):
            return asked
        if audience == "child":
            return [_asked_for_simpler_words(whole)]
        if asked and _ASKS_NOTHING_NEW.fullmatch(asked[0]["text"]):
            return [_surest(whole, told)]
        return [_background(whole, asking=bool(asked))]

    async def _in_context(self, asked: Understood, question: str, sentences: list[str]) -> Understood:
        """A question beside others; read with the sentence before it, if it can't be understood alone.

        "It's about the Troubled Families programme. Is there another notice for it? And …"
        """
        place = _place_of(question, sentences)
        if _intent(asked) != "nlu_fallback" or not place or not _POINTS_AT_IT.search(question):
            return asked
        both = await self._understand(f"{sentences[place - 1]} {question}")
        unclear = _intent(both) in _NEEDS_CONTEXT | _TALK | {SAFEGUARDING, "out_of_scope"}
        return asked if unclear else {**both, "text": question}

    async def _asked_beside(self, text: str, asked: list[Understood]) -> list[Understood]:
        """The questions on data beside what is told of harm."""
        beside = [each for each in asked if _asks_of_data(each)]
        for clause in () if beside else [*questions_after_told(text), *asked_before_its_reason(text)][:_MOST_QUESTIONS]:
            understood = _asking(await self._understand(clause))
            if understood.get("harm", _CALM) < _SURELY_HARM and _asks_of_data(understood):
                return [understood]
        return beside


def _heard(part: Understood) -> Understood:
    """A part of a message; two or three words without the rest must tell of harm surely: "The manager?"."""
    hardly = _hardly_tells_of_harm(part) and len(part["text"].split()) < _FEW_WORDS
    return _without_first(part) if hardly else part


def _hardly_tells_of_harm(part: Understood) -> bool:
    """Whether it is taken for telling of harm, and is not surely so."""
    return _intent(part) == SAFEGUARDING and part["harm"] < _SURELY_HARM


def _are_calm(parts: list[Understood]) -> bool:
    """Whether there are parts, and each sounds calm by itself: "Can you share with the police? And with my GP?"."""
    return bool(parts) and all(part.get("harm", 0) < _RATHER_CALM for part in parts)


def _asks_of_data(part: Understood) -> bool:
    """Whether it is sure to ask of data: "will you tell him" after harm is told may be no question on recipients."""
    if _ASKS_FOR_HELP.search(part["text"]):
        return False
    if _is_surely_on_data(part):
        return True
    if _intent(part) in _NO_DATA_QUESTION or not is_outright(part["text"]):
        return False
    clear = _confidence(part) >= _CLEAR
    if _intent(part) not in LISTS:
        return clear
    # Whoever is asked about may be named before: "he hit me. can he get my address off you".
    of_one = clear and asks_of_one(part["text"], _intent(part)) and _names(part)
    names = of_one or any(name["text"] in part["text"] for name in _names(part))
    return bool(names or _ASKS_WHO.search(part["text"]) or (clear and not _POINTS.search(part["text"])))


def _is_surely_on_data(part: Understood) -> bool:
    """Whether a sentence that is no question by its form asks of data: "exact wording on the courts please"."""
    if _intent(part) in _NO_DATA_QUESTION or _confidence(part) < _MOSTLY_SURE or part.get("harm", 0) > _CALM:
        return False
    if _intent(part) not in LISTS:
        return True
    # "Care worker." only tells who asks.
    names = len(part["text"].split()) >= _FEW_WORDS and _names_on(_intent(part), part)
    return bool(names or _WANTS_THE_LIST.search(part["text"]))


def _audience_asked_for(text: str, told: list[Understood]) -> str | None:
    """In whose words the questions are to be answered, by what is told beside them."""
    asked_for = next((_ASKS_FOR_WORDS_OF[_intent(each)] for each in told if _intent(each) in _ASKS_FOR_WORDS_OF), None)
    return asked_for or ("child" if says_a_childs_age(text) else None)


def _asked_for_simpler_words(whole: Understood) -> Understood:
    """Who tells their age and nothing else asks for the words of that age; a question stays what it is."""
    if _intent(whole) in ("background", "nlu_fallback"):
        whole = _taken_for("simpler", whole)
    return {**whole, AUDIENCE: "child"}


def _few(sentences: list[str]) -> list[str]:
    """Each sentence once, joined where there are very many: all is read, and nobody can make it take long."""
    sentences = list(dict.fromkeys(sentences))
    size = -(-len(sentences) // _MOST_PARTS)
    return [" ".join(sentences[place : place + size]) for place in range(0, len(sentences), size)]


def _with_names(asked: Understood, question: str, sentences: list[str], parts: dict[str, Understood]) -> Understood:
    """A question that names nothing but points ("can they see it?") asks of what the sentence before it names.

    So does one that would else follow up the last answer: "I saw courts on the list. What does it say of that?"
    """
    topic = _FOLLOWED_UP.get(_intent(asked))
    points = _POINTS.search(question) or _IN_THE_NOTICE.search(question) or _ONE_OF.search(question)
    points = (_intent(asked) in LISTS or _POINTS_AT_ALL.search(question)) and points and not _ASKS_WHO.search(question)
    place = _place_of(question, sentences)
    of_one = asks_of_one(question, _intent(asked))
    before_it = sentences[place - 1] if place else ""
    if before_it.endswith(":") and len(before_it.split()) <= _SHORT and _intent(asked) in LISTS and not _names(asked):
        # "Courts, the DWP and my boss: who gets it?"
        return {**asked, ENTITIES: [*asked[ENTITIES], *_names(parts[before_it])]}
    if _names_on(_intent(asked), asked) or (_names(asked) and not of_one) or not (topic or points or of_one):
        return asked
    before = [parts[sentence] for sentence in reversed(sentences[:place]) if sentence in parts]
    # "Can the ladies see it? They are from the care agency."
    after = [parts[sentence] for sentence in sentences[place + 1 :] if of_one and sentence in parts]
    naming = [each for each in [*before, *after] if _names(each)]
    if _POINTS_AT_ONE.search(question):
        # "My brother robs our mum. Are the police told? Will he be?" asks of a person, if there is one.
        naming.sort(key=lambda each: not any(map(_is_not_listed, _names(each))))
    names_it = next(iter(naming), None)
    if names_it is None or (topic and _asks_of_silence(names_it)):
        # "What lets you hold her race? Where is that stated?" asks of what may be held, and not of the name.
        return asked
    names = _names(names_it)
    in_the_notice = _IN_THE_NOTICE.search(question)
    if _POINTS_AT_ALL.search(question):
        named = names
    elif in_the_notice and _intent(asked) == "recipients":
        named = names[-1:]
    elif _POINTS_AT_ONE.search(question):
        # "My boss is no friend of the police. Does he get it?" asks of a person, if there is one.
        named = ([each for each in names if _is_not_listed(each)] or names)[:1]
    else:
        # Of several names the last is meant, but by "that law" the last that is one; names of reasons tell together
        # which is meant: "spot checks on troubled families".
        fitting = [each for each in names if (topic or _intent(asked)) in _sections(each)] or names[-1:]
        named = fitting if _intent(asked) == "purposes" else fitting[-1:]
    if named and in_the_notice:
        topic = next(iter(_sections(named[0])), topic)
    if topic and named:
        asked = _taken_for(topic, asked)
    return {**asked, ENTITIES: [*asked[ENTITIES], *named]}


def _place_of(question: str, sentences: list[str]) -> int:
    """Which of the sentences has the question."""
    return next((place for place, sentence in enumerate(sentences) if question in sentence), 0)


def _asks_of_silence(part: Understood) -> bool:
    """Whether it surely asks something that is in none of the lists."""
    return _intent(part) not in _NO_DATA_QUESTION | {*LISTS, "nlu_fallback"} and _confidence(part) >= _SURE


def _asks_for_all(part: Understood) -> bool:
    """Whether its answer would be the whole of a list, as it names nothing that may have one of its own."""
    return _intent(part) in LISTS and not _names_on(_intent(part), part)


def _not_of_all(asked: Understood) -> Understood:
    """A whole list is the answer that claims the most, so it is only given to who surely asks for it.

    What asks of one in particular that nothing knows, or names nothing and is hardly sure to ask for a list, is asked
    back on: else "is it legal to keep a parrot" is answered with every law, as if the notice said something on that.
    """
    if not _asks_for_all(asked):
        return asked
    topic = _intent(asked)
    hardly_sure = _confidence(asked) < _SURE_OF_ALL and not _may_be_related(topic, asked)
    return _taken_for("nlu_fallback", asked) if hardly_sure or asks_of_one(asked["text"], topic) else asked


def _of_who_is_named(asked: Understood) -> Understood:
    """Who is named and not listed is asked about, though what is done sounds like a use: "so you sell it to Tesco"."""
    names = _names(asked)
    of_who = names and all(_is_not_listed(each) and _sections(each) == ["recipients"] for each in names)
    if _intent(asked) != "purposes" or not of_who:
        return asked
    # "Why must Tesco know?" takes for granted that it is told; "why do you ask my son's name" does not.
    told = any(_IS_TOLD.search(asked["text"][each["end"] :]) for each in names)
    return _taken_for("recipients", asked) if told or not _ASKS_WHY.search(asked["text"]) else asked


def _may_be_related(topic: str, asked: Understood) -> bool:
    """Whether a reason or a law is asked for in relation to a listed recipient or reason."""
    owners = [owner for name in _names(asked) for owner in name["value"]]
    return topic != "recipients" and any(
        owner["section"] in ("recipients", "purposes") and owner["certainty"] != "not_listed" for owner in owners
    )


def _asking(part: Understood) -> Understood:
    """What asks something outright is no mere background, nor only tells of harm, whatever it sounds like."""
    # "Will he find out if I tell someone?" tells of harm, however surely, and asks too.
    of_one = _intent(part) == SAFEGUARDING and asks_of_one(part["text"], "recipients")
    asks_too = _intent(part) == "background" or of_one or _hardly_tells_of_harm(part)
    return _without_first(part) if asks_too and is_outright(part["text"]) else part


def _background(whole: Understood, asking: bool) -> Understood:
    """The whole, if it is no background; else what it may be beside, if it asks something or is on another matter."""
    if _intent(whole) != "background":
        return whole
    beside = _without_first(whole)
    return beside if asking or _intent(beside) == "out_of_scope" else whole


def _without_first(part: Understood) -> Understood:
    """The part as it would be understood if it were not what it is likeliest to be."""
    others = part[INTENT_RANKING_KEY][1:]
    clear = others and others[0][PREDICTED_CONFIDENCE_KEY] >= _HARDLY_CLEAR
    intent = others[0] if clear else {INTENT_NAME_KEY: "nlu_fallback", PREDICTED_CONFIDENCE_KEY: _HARDLY_CLEAR}
    return {**part, INTENT: intent, INTENT_RANKING_KEY: others}


def _of_all(asked: Understood) -> Understood:
    """Beside other questions "who else has it" asks who has it, for nobody has been named yet."""
    if _intent(asked) == "what_else" and _ASKS_WHO.search(asked["text"]):
        return _taken_for("recipients", asked)
    return asked


def _tells_beside(part: Understood, asked: list[Understood]) -> bool:
    """Whether it is told, beside what is asked: "Who drives her changes every week. Is the bus firm told?"."""
    if _intent(part) not in _UNANSWERED or ends_asking(part["text"]):
        return False
    return any(_intent(each) not in _UNANSWERED and ends_asking(each["text"]) for each in asked)


def _is_hardly_of_all(part: Understood) -> bool:
    """Whether it may ask for a whole list, but not surely enough beside other questions: "Who runs that?".

    What asks who is likelier to ask of something else than what asks why or by which law.
    """
    return _asks_for_all(part) and _confidence(part) < (_MOSTLY_SURE if _intent(part) == "recipients" else _QUITE_SURE)


def _asks_if_said(part: Understood) -> bool:
    """Whether it only asks if the notice says so, and not what the notice is for: "Is any of that in your notice?"."""
    if _intent(part) != "scope" or _APPLIES.search(part["text"]):
        return False
    return bool(_POINTS.search(part["text"]) or _IN_THE_NOTICE.search(part["text"]))


def _new(questions: list[str]) -> list[str]:
    """The questions but for those that only ask once more what another has asked."""
    return [each for place, each in enumerate(questions) if not (place and _ASKS_NOTHING_NEW.fullmatch(each))]


def _without_guesses(asked: list[Understood]) -> list[Understood]:
    """The questions but for those that only guess at the answer to the one before them."""
    kept: list[Understood] = []
    for each in asked:
        if not (kept and _is_a_guess(each, kept[-1])):
            kept.append(each)
    return kept


def _is_a_guess(part: Understood, before: Understood) -> bool:
    """Whether it only guesses at the answer to the question before it: "Who decides on that? The manager?"."""
    if not (_asks_of_silence(before) and begins_asking(before["text"])):
        return False
    guesses = _intent(part) in _UNANSWERED or (_intent(part) in LISTS and bool(_names(part)))
    return guesses and not begins_asking(part["text"]) and len(part["text"].split()) <= _FEW_WORDS


def _once(asked: list[Understood]) -> list[Understood]:
    """Each question once, however often it is put: "Can the DfE get it? What is the line on that?"."""
    kept: list[Understood] = []
    for each in asked:
        if not any(_intent(each) == _intent(other) and _is_part_of(each, other) for other in kept):
            kept.append(each)
    return kept


def _is_part_of(one: Understood, other: Understood) -> bool:
    """Whether what one question is on is all among what another of the same topic is on."""
    if _intent(one) not in LISTS:
        return True
    named, others = ([_meant_by(name) for name in _names(each)] for each in (one, other))
    return named == others or (bool(named) and all(meant in others for meant in named))


def _meant_by(name: dict[str, Any]) -> tuple[list[dict[str, Any]], str]:
    """What a name stands for; what a line only may take in, as a hospital or a nurse, is asked about by itself."""
    by_itself = "" if any(owner["certainty"] == "named" for owner in name["value"]) else name["text"].lower()
    return name["value"], by_itself


def _needs_the_rest(asked: Understood, whole: Understood) -> bool:
    """Whether one question among sentences can only be understood with them: "He died. May I see his file?"."""
    if _intent(asked) in _NEEDS_CONTEXT | _TALK or _ASKS_NOTHING_NEW.fullmatch(asked["text"]):
        return True
    if _intent(whole) in _NEEDS_CONTEXT | _TALK:
        return False
    if _intent(whole) != _intent(asked):
        return _confidence(whole) > _confidence(asked)
    points = _POINTS.search(asked["text"]) or _POINTS_AT_WHOSE.search(asked["text"])
    return bool(points and len(asked["text"].split()) <= _SHORT and not _names(asked))


def _surest(whole: Understood, told: list[Understood]) -> Understood:
    """Of the whole and what is told in it, what is surest to ask something.

    "Does the notice cover this?" makes the whole sound as if it asked what the notice is for, and never does.
    """
    asking = [each for each in [whole, *told] if _intent(each) not in _NEEDS_CONTEXT | _TALK | {"scope"}]
    return max(asking, key=_confidence, default=whole)


def _taken_for(intent: str, part: Understood) -> Understood:
    """The part as if it had been understood as the intent, as surely as it was as its own."""
    return {**part, INTENT: {**part[INTENT], INTENT_NAME_KEY: intent}}


def _names(understood: Understood) -> list[dict[str, Any]]:
    return [entity for entity in understood[ENTITIES] if entity["entity"] == NAME and entity["value"]]


def _names_on(topic: str, understood: Understood) -> list[dict[str, Any]]:
    """What is named that may have an answer on the topic, for all that it may not be listed."""
    names = [entity for entity in understood[ENTITIES] if entity["entity"] == NAME]
    return [each for each in names if (not each["value"] and topic == "recipients") or topic in _sections(each)]


def _is_not_listed(name: dict[str, Any]) -> bool:
    return all(owner["certainty"] == "not_listed" for owner in name["value"])


def _sections(name: dict[str, Any]) -> list[str]:
    """The lists that it names something of, in the notice's order."""
    return [section for section in LISTS if any(owner["section"] == section for owner in name["value"])]


def _confidence(understood: Understood) -> float:
    return understood[INTENT][PREDICTED_CONFIDENCE_KEY]


def _intent(understood: Understood) -> str:
    return understood[INTENT][INTENT_NAME_KEY]
