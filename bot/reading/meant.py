"""On which topic a question is meant, where its wording sounds of another."""

from __future__ import annotations

import re

from bot.reading.pointing import at_whom, points_at_it, points_back
from bot.reading.questions import LEAD_IN
from bot.reading.understood import (
    CLEAR,
    FOLLOW_UPS,
    MOSTLY_SURE,
    QUITE_SURE,
    SHORT,
    Understood,
    confidence_of,
    intent_of,
    is_not_listed,
    likely_topics,
    names_in,
    names_on,
    sections,
    taken_for,
)
from knowledge import LISTS

_ASKS_WHY = re.compile(r"\b(?:why|y|what for|reasons?|purposes?|uses?|used|using)\b", re.I)
_IS_TOLD = re.compile(r"^[^.?!]{0,40}\b(?:knows?|sees?|gets?|have|has|told|given|find out)\b", re.I)
_TELL = r"tell|share|give|pass|send|show|inform"
# "can you tell my school about me"
_MAY_BE_TOLD = re.compile(
    rf"{LEAD_IN}(?:can|could|would|will|wil|may|do|r) (?:you|u|ya|yous|they|we)(?: \w+)? "
    rf"(?:{_TELL}|talk|speak)\b",
    re.I,
)
# "do you share what people tell you with the police": not from whom it comes, for all the "tell you"
_YOU_TELL = re.compile(
    rf"{LEAD_IN}(?:can|could|would|will|do|may|d) (?:you|u|ya|yous|we) (?:\w+ )?"
    rf"(?:{_TELL})\b",
    re.I,
)
# "do schools get info from you"
_FROM_YOU = re.compile(
    r"\b(?:get|gets|receive|receives|have|has|see|sees)\b.* (?:from|off) (?:you|u|yous|the council)\b", re.I
)
# "you went and told my landlord, admit it"
_YOU_DID = re.compile(
    rf"{LEAD_IN}(?:you|u|ya|yous|they)(?:['’]?ve| lot| people| all)? (?:\w+ )?"
    r"(?:gave|told|sent|passed|shared|leaked|went|let|rang|grassed)\b",
    re.I,
)
# "which of them have actually had mine", "which office got copied in": what happened, and not what may.
_HAS_HAPPENED = re.compile(
    r"\b(?:who|which|what)\b[^.?!]*?\b(?:(?:have|has) (?:(?:actually|already|ever|really|now) )?(?:had|seen|been|read"
    r"|received|looked|accessed)|(?:got|was|were) (?:copied|told|given|sent|shown|informed))\b"
    r"|\bwho (?:gave|told|sent|passed|showed|leaked|let|handed|shared|disclosed)\b",
    re.I,
)
# "do you put my info on Snapchat": who could read it there, and not what is written down
_PUT_ON = re.compile(r"\b(?:puts?|posts?|posted|posting|sticks?|uploads?|uploaded)\b.* (?:on|to) $", re.I)
# "am I on the programme"
_AM_I = re.compile(
    rf"{LEAD_IN}(?:am i|are we|was i|were we|have i been|have we been"
    r"|is (?:my|our) (?:name|family|son|daughter|kid|child|lad|girl|boy))\b"
    r".{0,20}?\b(?:on|in|part of|included in|tracked|identified|put on|signed up)\b",
    re.I,
)
_WHICH_ONES = re.compile(rf"{LEAD_IN}(?:which|what) (?:ones?|are they)\W*", re.I)
# "time limit?", "and how many days": of what was spoken of last, if that is a thing that takes time.
_HOW_LONG = re.compile(
    rf"{LEAD_IN}(?:what(?:['’]?s| is) the )?"
    r"(?:time ?(?:limits?|scales?|frames?)|deadlines?|how (?:long|many (?:days|weeks|months))|days|when)\W*",
    re.I,
)
# "is early help one of them", but not "one of those studies"
_ONE_OF_THEM = re.compile(
    r"\b(?:one|some|part|any) of (?:(?:them|those|these)(?!\s+\w)|the (?:reasons|purposes|uses)\b)", re.I
)
# "is that the same for children's records": of whatever was answered last.
_THE_SAME = re.compile(
    rf"{LEAD_IN}(?:(?:is|does|do|are) (?:it|that|this|they)|(?:it|that|this|they) (?:is|are)) (?:also )?"
    r"(?:the same|any different|different|no different|go|true|hold|apply) (?:for|with|of|to|in)\b",
    re.I,
)
# "who publishes that one": what has just been told says so.
_WHOSE_IT_IS = re.compile(
    rf"{LEAD_IN}who (?:publish(?:es|ed)|wrote|writes|made|makes|runs|owns|put (?:it|that) out) ?"
    r"(?:(?:it|that|this)(?: one)?)?\W*",
    re.I,
)
# How likely what is not clear by itself must be to follow up.
_NEARLY_AS_LIKELY = 0.25
# What asks of something that happened is so by its form, and need only be possible by its words.
_POSSIBLE = 0.1


def as_meant(asked: Understood) -> Understood:
    """The question on the topic that is meant."""
    for meant in (_as_follow_up, _of_their_time, _of_their_names, _of_what_may_be, _of_who_is_named, _of_the_line):
        asked = meant(asked)
    return asked


def _as_follow_up(asked: Understood) -> Understood:
    """What names nothing and only points follows up, where that is nearly as likely: "why would you tell them?"."""
    text = asked["text"]
    if names_in(asked):
        return asked
    if _WHOSE_IT_IS.fullmatch(text) or (_THE_SAME.match(text) and confidence_of(asked) < MOSTLY_SURE):
        return taken_for("repeat", asked)
    points = points_back(text) or points_at_it(text)
    if not points or len(text.split()) > SHORT or confidence_of(asked) >= CLEAR:
        return asked
    likely = likely_topics(asked, _NEARLY_AS_LIKELY)
    return next((taken_for(each, asked) for each in likely if each in FOLLOW_UPS), asked)


def _of_their_time(asked: Understood) -> Understood:
    """ "Time limit?" may be that of what was spoken of last; else it asks how long data is kept."""
    if intent_of(asked) not in ("retention", "how_to") or not _HOW_LONG.fullmatch(asked["text"]):
        return asked
    return at_whom(taken_for("retention", asked))


def _of_their_names(asked: Understood) -> Understood:
    """ "Which ones?" asks for all the names of what was spoken of, and not for what else there is."""
    if not _WHICH_ONES.fullmatch(asked["text"]):
        return asked
    named = names_on("recipients", asked)
    # "So insurers are on the list. Which ones?" takes for granted what is not so.
    return taken_for("recipients" if named and all(map(is_not_listed, named)) else "show_all", asked)


def _of_what_may_be(asked: Understood) -> Understood:
    """What may be done asks of the notice, what is or was done of one's own case.

    "can you tell my school about me" is no question on one's case; "am I on the programme" is one, and so is "you went
    and told my landlord".
    """
    if intent_of(asked) == "my_case" and names_on("recipients", asked) and _MAY_BE_TOLD.match(asked["text"]):
        return taken_for("recipients", asked)
    hardly_else = intent_of(asked) in ("data_source", "data_portability") and confidence_of(asked) < MOSTLY_SURE
    goes_from_you = _YOU_TELL.match(asked["text"]) or _FROM_YOU.search(asked["text"])
    if hardly_else and names_on("recipients", asked) and goes_from_you:
        return taken_for("recipients", asked)
    put_up = intent_of(asked) == "data_collected" and confidence_of(asked) < MOSTLY_SURE
    if put_up and any(_PUT_ON.search(asked["text"][: each["start"]]) for each in names_on("recipients", asked)):
        return taken_for("recipients", asked)
    accuses = intent_of(asked) == "recipients" and _YOU_DID.match(asked["text"])
    if accuses and "my_case" in likely_topics(asked, _NEARLY_AS_LIKELY):
        return taken_for("my_case", asked)
    happened = intent_of(asked) == "recipients" and _HAS_HAPPENED.search(asked["text"])
    if happened and "my_case" in likely_topics(asked, _POSSIBLE):
        return taken_for("my_case", asked)
    if intent_of(asked) in ("purposes", "troubled_families") and _AM_I.match(asked["text"]):
        return taken_for("my_case", asked)
    return asked


def _of_who_is_named(asked: Understood) -> Understood:
    """Who is named is asked about, though what is done with it sounds like a use: "so you sell it to Tesco"."""
    names = names_in(asked)
    if intent_of(asked) != "purposes" or not names or any(sections(each) != ["recipients"] for each in names):
        return asked
    if not all(map(is_not_listed, names)):
        # "is it the same for nurses" asks of who gets it, however little it says so; "why do nurses" does not.
        hardly_why = confidence_of(asked) < QUITE_SURE and not _ASKS_WHY.search(asked["text"])
        return taken_for("recipients", asked) if hardly_why else asked
    # "Why must Tesco know?" takes for granted that it is told; "why do you ask my son's name" does not.
    told = any(_IS_TOLD.search(asked["text"][each["end"] :]) for each in names)
    return taken_for("recipients", asked) if told or not _ASKS_WHY.search(asked["text"]) else asked


def _of_the_line(asked: Understood) -> Understood:
    """Who names a line asks of it, and hardly what the notice is for: "CP-IS, she saw it in your privacy notice".

    Whether it is one of them ("is early help one of them") asks of the list that has it, whatever else it sounds of.
    """
    one_of_them = _ONE_OF_THEM.search(asked["text"]) and not names_on(intent_of(asked), asked)
    hardly_of_scope = intent_of(asked) == "scope" and confidence_of(asked) < MOSTLY_SURE
    if not (one_of_them or hardly_of_scope):
        return asked
    lines = [
        owner["section"]
        for name in names_in(asked)
        for owner in name["value"]
        if owner["section"] in LISTS and owner["certainty"] == "named"
    ]
    return taken_for(lines[0], asked) if lines else asked
