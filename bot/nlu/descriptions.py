"""Tells where somebody is described and not named: "the people who inspect care homes"."""

from __future__ import annotations

import re

# Where in a text something begins and ends.
Stretch = tuple[int, int]

_SOMEBODY = (
    r"(?:people|ppl|persons?|folks?|officers?|offices?|body|bodies|teams?|departments?|dept|watchdogs?|regulators?"
    r"|inspectors?|inspectorate|commissioner|firms?|compan(?:y|ys|ies)|contractors?|lots?|ones?|someone|somebody|outfits?"
    r"|services?|schemes?|organisations?|agency|agencies|authority|charity|workers?|lady|ladies|lass|girls?|wom[ae]n"
    r"|m[ae]n|boys?|lads?|guys?|blokes?|fellas?|chaps?|groups?|crowd|staff|places?|homes?|volunteers?|boards?"
    r"|associations?|sides?|commit+e+s?|clubs?|society|trust|apps?|sites?|websites?|owners?|makers?|sellers?|bosses"
    r"|heads?|drivers?|couple|ministry|providers?|union)"
)
_ONLY_SOMEBODY = re.compile(_SOMEBODY, re.IGNORECASE)
_TELLS_OF_SOMEBODY = re.compile(
    rf"\b(?:an?|the|some|two|three|same|my|our|that|this) (?:[\w'’-]+ ){{0,2}}{_SOMEBODY}\b", re.IGNORECASE
)
_THEM = r"(?:them|those|him|her)"
# "the department *in Whitehall* that runs schools"
_WHERE = r"(?: (?:up )?(?:in|at|from|of|down|over) (?:the |a |an )?\w+)?"
# "the people I pay my rent to", "the man my mum goes out with"
_WHOM_I = (
    r"(?:(?:(?:i|i['’]?m|i['’]?ve|we|she|he|they|she['’]?s|he['’]?s)|(?:my|our|his|her) (?:[\w'’]+ )?[\w'’]+"
    r"|(?:a|the) (?:client|caller|customer|resident|tenant)) \w+"
    # "the lot you ring when you've been burgled", but not "the people you tell"
    r"|(?:you|u|ya) (?:ring|call|phone|dial|see|visit|pay|go|complain|turn|write|queue|moan))"
)
# Who is told is asked for, and by that is not described: "the people who get it", "the firms you tell".
_DATA = (
    r"(?:(?:\w+ ){0,2}(?:data|info|information|details?|files?|records?|stuff|it|this|that|access|things|everything"
    r"|cop(?:y|ies)|notes?|what|whatever|how|where|about|to (?:see|know|hear|read))\b|\W*$)"
)
_NOT_OF_DATA = (
    r"(?! (?:(?:can|could|will|would|may|might|must|should|(?:is|are|be|been) (?:told|given|allowed|sent|shown|on)"
    r"|you|u|ya|it|this|that|is that|are they)\b"
    rf"|(?:gets?|got|sees?|knows?|hears?|have|has|receives?) {_DATA}))"
)
_WHO = (
    rf"(?:(?:who|that|which|what(?! (?:i|we|you|u|he|she|they)\b)|whose|where|who['’]?s|that['’]?s){_NOT_OF_DATA}"
    r"|in charge of|behind|responsible for)"
)
# "the man living next door", "the person accused of it"
_NOT_DOING = (
    r"(?:getting|seeing|having|being|asking|looking (?:at|into|in|through)|reading|sharing|receiving|knowing|during"
    r"|anything)"
)
_DOING = rf"(?:(?!{_NOT_DOING}\b)\w+ing|accused|blamed|suspected|reported)"
# But who runs a school or works in one is meant by its name.
_NOT_OF_ITS_OWN = (
    r"(?! (?:(?:runs?|manages?|owns?) (?:the|a|an|my|our|his|her|their|this|that|it)"
    r"|(?:is |are |works? |working )?(?:at|for|from|in|of))\b)"
)
# "inspects and rates …", but not "the firm that sends carers, and …", nor into a question: "… who helps nan can the …".
_UP_TO_THERE = (
    r"(?: (?!(?:and|or)\b(?! \w+(?:s|ing|ed)\b)"
    r"|(?:can|could|will|would|does|did|may|(?:do|are|is) (?:you|they|the|my))\b)[\w'’-]+){0,12} $"
)
# "the inspectors for *care homes*"
_FOR_THEM = r"(?:inspect\w+|watchdogs?|regulators?) (?:for|of|over)"
_IN_A_DESCRIPTION = re.compile(
    rf"\b{_FOR_THEM}{_UP_TO_THERE}"
    rf"|\b(?:(?:{_SOMEBODY}|{_THEM}){_WHERE} (?:{_WHO}|{_DOING})|whoever{_NOT_OF_DATA}){_NOT_OF_ITS_OWN}{_UP_TO_THERE}",
    re.IGNORECASE,
)
_SOMEWHERE = r"(?:over|across|next|upstairs|downstairs|above|below|opposite|from|in|at|with|on|behind|down|up)"
# "whoever runs the *night bus*", "the place with the *wards*", "them in the cars with the *handcuffs*"
_WITHIN_ONE = re.compile(
    rf"\b(?:{_SOMEBODY} (?:{_WHO}|{_DOING}|{_SOMEWHERE})|{_THEM} (?:{_WHO}|in|at|on)|whoever{_NOT_OF_DATA})"
    rf"{_UP_TO_THERE}",
    re.IGNORECASE,
)
# "do you share what people at work say with *Tesco*"
_SHARED_WITH = re.compile(r"\b(?:shar\w+|discuss\w*|talk\w*|speak\w*)\b.* with (?:the |a |an |my )?$", re.IGNORECASE)
# "the *watchdog* that inspects …", "the *man* in the wig who …"
_IS_DESCRIBED = re.compile(
    rf"s?{_WHERE} (?:{_WHO}|over(?! (?:there|here)\b)|people (?:complain|turn|go|write) to)\b", re.IGNORECASE
)
# "the home my *dad* moved into"
_DOES_WITHIN_ONE = re.compile(rf"\b{_SOMEBODY} (?:my|our|his|her|their) $", re.IGNORECASE)
# "the names that are on it" are of no one.
_NO_ONE = (
    r"(?!(?:\w+ )?(?:data|info|information|details?|files?|records?|notes?|stuff|names?|list|lines?|reasons?|purposes?"
    r"|laws?|notice|policy|things?|way|day|time|organi[sz]ations|bodies|case|part|section) )"
)
_DETERMINED = rf"(?:the|that|those|them|my|our|his|her|their|this|a|an|some) {_NO_ONE}"
# What begins a message before its "firm" and is no kind of one: "did somebody …", "I volunteer …".
_NO_VERB = (
    r"(?!(?:i|we|he|she|it|they|you|u|any|all|every|each|other|no|not|which|what\w*|who|why|how|when|if|for|is|are|was|were"
    r"|do|does|did|can|could|will|would|has|have|had|may|should|the|tell|please|about|and|so|but|or|family|kids?)\b)"
)
# "will *firms that flog stairlifts* get my number", "*Whitehall department that sets policy.* Listed?"
_BEGINS = (
    rf"(?:^(?:{_NO_VERB}[\w'’-]+ )?(?={_SOMEBODY}\b)"
    r"|(?<=\bwith )|(?<=\bto )|(?<=\btell )|(?<=\bby )|(?<=\bwill )|(?<=\bwould )|(?<=\bcan )|(?<=\bcould )"
    r"|(?<=\bdo )|(?<=\bare )|(?<=\bif )|(?<=\bwhether )|(?<=\babout ))"
)
# What only people and bodies are: other things are "the letter that came".
_OF_PEOPLE = rf"(?:(?:who|whose){_NOT_OF_DATA}|in charge of)"
# "the woman over the fence"
_PERSON = r"(?:wom[ae]n|m[ae]n|lady|boys?|girls?|chap|blokes?|fellas?|guys?|lads?|lass|couple|kids?)"
# "those folk with cameras"; but "people with dementia" may be anyone.
_BODY = r"(?:folks?|lot|crowd|outfit|office|place|firm|company)"
_DESCRIPTION = re.compile(
    rf"(?:\b{_DETERMINED}(?:[\w'’-]+ )?{_SOMEBODY}|{_BEGINS}{_SOMEBODY})"
    rf"(?:{_WHERE} (?:{_WHO}|{_DOING}) \w+| {_WHOM_I}(?: \w+|\W*$))|\b{_THEM} (?:{_WHO}|{_DOING}) \w+"
    rf"|\b{_DETERMINED}(?:[\w'’-]+ ){{0,2}}(?:{_PERSON} {_SOMEWHERE}|{_BODY} with) \w+"
    rf"|\b{_DETERMINED}(?:[\w'’-]+ ){{1,2}}{_OF_PEOPLE} \w+|\bwhoever{_NOT_OF_DATA} \w+",
    re.IGNORECASE,
)
# Where a description ends: with its clause, or before what its somebody would get to know.
_ENDS = re.compile(
    r"[,.;:?!–—]|\s-\s|\s(?:get|see|know|be|have|hear|find|receive|read|look|also|ever|told|given|informed|allowed)\s|\W*$",
    re.IGNORECASE,
)
# "the nurse who does mum's legs *says* …"
_SAYS_SO = re.compile(r"\s(?:says|said|reckons?|thinks|told (?:me|us)|warned|insists)\b", re.IGNORECASE)
_LONGEST_WORD = 8
# "whoever runs it", "the people they work for", "whoever does those checks": of what was told before.
_MOST_WORDS_THAT_POINT = 7
_RUNS = r"(?:provides?|runs?|does|do|owns?|pays?|sends?|organises?|sells?|makes?|arranges?)"
_POINTS = re.compile(
    rf"\s(?:(?:it|they|them|there|those|these|such)\b|{_RUNS} (?:that|this)\b|(?:that|this)\W*$)", re.IGNORECASE
)


def stands_in_a_description(before: str) -> bool:
    """Whether what stands after this text only describes who is meant: "the inspectors who rate *care homes*"."""
    return bool(_IN_A_DESCRIPTION.search(before))


def helps_to_describe(before: str) -> bool:
    """Whether it stands in what somebody is told by, and so is not told itself: "the place with the *wards*"."""
    return bool(_WITHIN_ONE.search(before)) and not _SHARED_WITH.search(before)


def does_within_a_description(before: str) -> bool:
    """Whether it is somebody of whom another is described: "the home my *dad* moved into"."""
    return bool(_DOES_WITHIN_ONE.search(before))


def is_described(after: str) -> bool:
    """Whether what stands before this text is described by it: "the *watchdog* that inspects care homes"."""
    return bool(_IS_DESCRIBED.match(after))


def describes_somebody(clause: str) -> bool:
    """Whether a clause says in words of its own whom it asks about, and not only that they are told."""
    return description_in(clause) is not None


def tells_of_somebody(text: str) -> bool:
    """Whether a text tells of somebody whom no name is known for: "a lady does my hair", "the same six fellas"."""
    return bool(_TELLS_OF_SOMEBODY.search(text))


def is_only_somebody(name: str) -> bool:
    """Whether a name says no more than that it is of somebody: "firm", "bloke"."""
    return bool(_ONLY_SOMEBODY.fullmatch(name))


def description_in(clause: str) -> Stretch | None:
    """Where the first description of somebody begins and ends; None where there is none.

    Who only says something ("a bloke down the pub reckons …") is not asked about.
    """
    for begins in _DESCRIPTION.finditer(clause):
        ends = _ENDS.search(clause, begins.end()).start()
        if not _SAYS_SO.search(clause, begins.start(), ends + _LONGEST_WORD):
            return begins.start(), ends
    return None


def only_points(clause: str, described: Stretch) -> bool:
    """Whether what describes somebody does so by what was told before: "whoever runs it".

    In many words ("the man who comes to fix the boiler when it leaks") it is told in them what "it" is.
    """
    return bool(_POINTS.search(clause, *described)) and len(clause[slice(*described)].split()) <= _MOST_WORDS_THAT_POINT
