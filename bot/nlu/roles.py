"""Tells whom a question is about from whom else it names: whose data it is, who wrote it, who was told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.descriptions import describes_somebody, does_within_a_description, helps_to_describe
from bot.nlu.english import Word
from bot.nlu.names import BETWEEN, Found, sees, stands_as_recipient
from knowledge import LISTS

_DATA = (
    r"(?:details?|info|information|data|datas|files?|records?|cases?|notes?|address|personal|medical|health|care|stuff"
    r"|things)"
)
_NOTES = r"(?:notes?|files?|records?|reports?)"
# What somebody has who is not asked about: "the agency who send carers round to my *dad's flat*".
_THINGS_OF_ONE = (
    r"(?:flat|house|home|place|room|bungalow|bedroom|kitchen|door|street|road|medication|meds|tablets|pension|money"
    r"|benefits|allowance|care plan|assessment|condition|illness|diagnosis|dementia|disability|bill|bills)"
)
_ARTICLE = r"(?: my| the| a| an| our| his| her| their| your)?"
# Not "what I say with …", "what I say goes to …": that is whom it is shared with.
_NO_MORE_SAID = r"(?:with|goes|go|gets?|ends?|comes?|is|be)"
# "what I tell …", "if i say something to my …": who was told, not who gets it.
_TOLD_BY_ME = re.compile(
    rf"\b(?:what|whatever|thing|things|stuff|anything|something|everything|if|when|that)"
    rf" (?:i|we|he|she|they)(?: \w+)? (?:(?:say|said|tell|told|mention|mentioned)(?: (?!{_NO_MORE_SAID}\b)\w+)?(?: to)?"
    rf"|(?:talk|talked|speak|spoke)(?: \w+)?(?: to| with)?){_ARTICLE}$"
)
# "information about my …", "a copy for my …": whose data it is.
_ABOUT = re.compile(rf"(?<!what )(?<!how )\b(?:about|on|of|regarding|re|concerning|for){_ARTICLE}(?: old| late)?$")
# "do you put my info on …": where it would stand, and not what it is about.
_IS_PUT_ON = re.compile(r"\b(?:puts?|posts?|posted|posting|stick|sticking|uploads?|uploaded)\b.* (?:on|to)$")
# "is there anything on the list about …": whether it is told, for all the "about".
_LISTED = re.compile(
    rf"\b(?:list|notice|policy|page|says?|mentions?|line|word)(?: (?:anything|something|nothing|owt))?"
    rf"(?: (?:in (?:it|there)|at all))? (?:about|on|regarding|re|concerning|for){_ARTICLE}$"
)
# "… told me to ask about estate agents"
_ASKS_ABOUT = re.compile(
    rf"\b(?:ask|asks|asked|asking|enquires?|enquiring|enquiry|query|question) (?:you |us )?(?:about|on|re|regarding)"
    rf"{_ARTICLE}$"
)
# "the same for newspapers?"
_IS_THE_SAME_FOR = re.compile(rf"\b(?:same|goes|go|true) (?:for|of|with){_ARTICLE}$")
# "as an undertaker I see …"
_AS_ONE = re.compile(r"\bas an?$")
# "I'm a young carer, could a charity …": who asks
_I_AM_ONE = re.compile(r"\b(?:i ?['’]?m|i am|we['’]re|we are|as) (?:only |just |also )?an?(?: \w+)?$")
# "I was told by my carer to ask": who says it, and not who gets to know it.
_TOLD_BY_ONE = re.compile(rf"\b(?:told|asked|advised|sent|urged) by{_ARTICLE}$")
# "… about my ex, is he on the list".
_IS_ASKED_ON = re.compile(r"^(?:now |then |again |too )?, (?:is|are|does|do|can|could|will|would) (?:he|she|they)\b")
# "my teacher says …": who told of it, not who is told.
_SAYS = re.compile(r"^(?:says|said|reckons|thinks|claims|told (?:me|us)|tells (?:me|us))\b")
# "mum asks whether …": who asks, and not who is told
_ASKS_WHETHER = re.compile(
    r"^(?:(?:is|are) )?(?:asks?|asked|asking|(?:wants?|needs?) to know|wonders?)"
    r" (?:if|whether|about|re|on|for|who|what|how|why)\b"
)
# "what I said about living with …": where somebody is, not who is told.
_IS_WITH = re.compile(
    rf"\b(?:live|lives|lived|living|stay|stays|stayed|staying|moved in|moving in|weekends?|holidays?) with{_ARTICLE}$"
)
# "the police - no sorry, wrong one, the courts": what is named before it is taken back.
_CORRECTED = re.compile(
    r"\b(?:no,? (?:sorry|wait)|sorry,? (?:wrong|(?:\w+ ){0,3}i mean)|wrong one|scrap that"
    r"|i (?:mean|meant)|correction)\b",
    re.IGNORECASE,
)
# "do you tell neighbours things"
_TELL = re.compile(r"\b(?:tell|tells|telling|told|give|gives|giving|show|send)$")
_TELL_ONE = re.compile(rf"\b(?:tell|tells|telling){_ARTICLE}$")
_NOT = re.compile(rf"\b(?:not|do not mean|did not mean|instead of|rather than){_ARTICLE}$")
_WHAT_THEY = re.compile(rf"\b(?:what|that|stuff|things|everything){_ARTICLE}$")
_WROTE = re.compile(r"^(?:wrote|writes|write|said|says|put|puts|has written|have written|knows?|had|has|have|got) ?")
# "given by social care", "the report of social care": who gives or wrote it, not who gets it.
_GIVEN_BY = re.compile(rf"\b(?:by|from|off|(?:papers?|letters?|{_NOTES}) of){_ARTICLE}$")
# "told that social services are involved", "know about my son's social worker": what is told, not who is told.
_IS_TOLD_THAT = re.compile(
    rf"\b(?:told|tell|tells|know|knows|hear|hears|learn|learns|find out|say|says) that{_ARTICLE}$"
    rf"|(?<!what )(?<!how )\babout{_ARTICLE}(?: \w+)?$"
)
# "if your family is with social care", "are known to social services": whose data it is, not who is told.
_IS_UNDER = re.compile(
    rf"\b(?:under|known to|open to|(?:am|are|is|was|were|r|ur|be|been|being|i['’]?m|history|dealings|involved) with)"
    rf"{_ARTICLE}$|\b(?:child|children|kids?|people|adults|family|families|parents|pupils|students) with(?: an?)?$"
)
# "social care information", "the social care privacy notice"
_THEIR_DATA = re.compile(rf"^(?:privacy )?(?:{_DATA}|notice|policy|list)\b")
# "a charity that helps with food parcels": what the one before does.
_DEALS_WITH = re.compile(rf"\b(?:helps?|deals?|works?|dealing|helping|working) with{_ARTICLE}$")
# "… be told that my uncle hits me": of whom it tells, beside one who is told.
_OF_WHAT_IS_TOLD = re.compile(r"\b(?:told|tell|know|hear|find out) that\b[^,;.?!]*$")
# "can the firm that tests my boiler hear that I've got carers": what it would hear.
_HEARS_OF = re.compile(
    r"\b(?:told|tell|know|knows|hear|hears|find out|see|sees)(?: that)? (?:i|we|he|she|they|(?:my|our|his|her) \w+)"
    rf"(?: ?['’]?ve| have| has| had)?(?: have| has| got| had)?{_ARTICLE}$"
)
# "students who want to be social workers", "where students learn for social worker"
_TO_BE = re.compile(
    rf"\b(?:to be|be|become|becoming|train as|training as|training to be|(?:learn|study)\w* (?:for|to be)){_ARTICLE}$"
)
_GIVES = re.compile(
    r"^(?:team |teams |department |worker |workers |staff |people )?"
    r"(?:can |could |will |would |do |does |ever |be able to |be allowed to )*"
    r"(?:share|tell|give|pass|send|keep|hold|use|sell|write)s?\b"
)
# "if social services know, do they tell my GP": what leads to a question, not whom it is on.
_IF = re.compile(rf"\b(?:if|when|once|since|now|because|why){_ARTICLE}$")
_ARE_INVOLVED = re.compile(
    r"^(?:already )?(?:knows?|knew|calls?|comes?|visits?|(?:are|is|were|was|gets?) (?:already )?involved)\b"
)
# "she said she would ring social services"
_WOULD_RING = re.compile(rf"\b(?:ring|rings|rang|phone|phones|phoned|call|calls|called|contact|contacts){_ARTICLE}$")
_DID = re.compile(
    r"^(?:is|was|has|have|had|been|came|comes|told|said|asked|says|wrote|gave|thinks|wants|got|died|went|lives|gets)\b"
)
_HAS = re.compile(rf"\b(?:i|we|he|she|they)(?: have| has| had)? (?:have|has|had|got|get|see|saw){_ARTICLE}$")
# "the women who come in to wash and dress my mother": whom they are there for.
_CARES_FOR = re.compile(
    rf"\b(?:wash|washes|dress|dresses|bathe|bathes|feed|feeds|help|helps|visit|visits|support|supports|drive|drives"
    rf"|fetch|fetches|collect|collects|teach|teaches|(?:look|looks) after|(?:care|cares|caring) for|(?:see|sees) to)"
    rf"{_ARTICLE}(?: old| late)?$"
)
_WHOEVER = {"everyone", "everybody", "anyone", "anybody", "people"}
_WHO_ARE_TOLD = re.compile(r"^(?:who|whom|that|you|u|we|this|it|they|the council|(?:else )?on (?:the|your) list)\b")
_WHOSE = {"my", "our", "his", "her", "their", "your"}
_OWNER = re.compile(r"['’]s? ", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:where|who|which|whose|that) (?:\w+ )*$")
# "that takes my son to his …", "someone goes into a …": where somebody goes, not who is told.
_GOES_TO = re.compile(
    rf"\b(?:takes?|took|drives?|goes|going|went|comes?|came|coming|moves?|moved|moving|brings?|bus|minibus|transport)"
    rf"(?: \w+){{0,3}} (?:to|into){_ARTICLE}$|\b(?:job|works?|worked|working) (?:in|at|for){_ARTICLE}$"
)
# "we're moving to Brighton": where somebody will be, and nobody who is told.
_MOVES_TO = re.compile(rf"\b(?:move|moves|moved|moving|emigrating|relocating)(?: \w+)? to{_ARTICLE}$")
# "the vicar who pops in", and not the father
_POPS_IN = re.compile(r"^(?:in|round|over|by|out|along|up)\b")
_BEEN_TO = re.compile(rf"\b(?:been|gone) (?:up )?to{_ARTICLE}$")
_TOLD_HERE = re.compile(rf"\b(?:with|to|tell|telling|inform|show|give|notify){_ARTICLE}$")
# "if a kid has a …", "i got a …": that there is a social worker, not who is told.
_HAS_A = re.compile(r"\b(?:have|has|had|having|got|getting|see|sees|seeing) (?:a|an)$")
# "read it out to the customer": to whom the answer is passed on.
_PASSED_ON_TO = re.compile(rf"\b(?:read|reading)(?: (?:it|this|that|them))? (?:out|back|aloud) to{_ARTICLE}$")
# "cllr wants the legal basis list": who asks, not who is told.
_WANTS_WORDING = re.compile(
    r"^(?:is |are )?(?:wants?|wanting|needs?|after|asking for|asks for) (?:the |a |our |full |exact |all )*"
    r"(?:legal|laws?|acts|purposes?|reasons?|list|wording|lines?|section)\b"
)
# "my foster carer's daughter", "her boss's wife": one of theirs, who is somebody else.
_ONE_OF_THEIRS = re.compile(
    r"^(?:s )?(?:daughters?|sons?|kids?|children|wife|husband|partner|mum|dad|mother|father|sister|brother|boyfriend"
    r"|girlfriend|cousin|nan|friends?|mates?|neighbours?)\b(?= \w)"
)
# "Lady after her operation asks if …"
_ASKS_IF = r"\b(?:asks|asking|(?:wants?|needs?) to know|wondering)\s+(?=(?:if|whether)\b)"
# Where in a message a question begins that may leave behind what is told before it.
_THEN_ASKS = re.compile(
    rf"{_ASKS_IF}|"
    r"[,;:.!–—]\s+(?:(?:and|but|so|also|then|anyway|anyhow)[\s,]+)*"
    # "… a letter, which was about money" tells.
    r"(?!which (?:is|are|was|were|has|have|had|will|would)\b)"
    r"(?=(?:who|what|what['’]?s|whats|which|why|how|where|can|could|do|does|did|will|would|is|are|may|name|list)\b)",
    re.IGNORECASE,
)
# What asks for a list or a manner names all that it needs; "is our data used" may leave it to what is told before.
_ASKS_OPENLY = re.compile(r"(?:who|what|what['’]?s|whats|which|why|how|where|name|list)\b", re.IGNORECASE)
_WHOSE_DATA = re.compile(rf"\b(?:his|her|their) {_DATA}\b", re.I)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|that|those|these|both|either)\b"
    r"|\bthis\b(?! (?:privacy )?(?:notice|list|page))|\bsays?\W*$",
    re.I,
)
_QUESTION = re.compile(r"^(?:can|could|do|does|did|will|would|is|are|am|has|have|who|what|which|why|how)\b", re.I)
# "marketing, like sending …": an example of what stands before it.
_LIKE = re.compile(rf"\b(?:like|such as|eg|ie|for example)(?: \w+)?{_ARTICLE}(?: \w+)?$")
_GIVES_WHAT = re.compile(rf"\b(?:give|giving|show|showing|send|sending|tell|telling){_ARTICLE}$")
_TO_WHOM = re.compile(rf"\bto{_ARTICLE}$")
# "Ofsted, the body that inspects schools", "the ministry, the big one in Whitehall": who the one before it is.
_DESCRIBES = re.compile(rf", (?:the |a |an )?(?:\w+ (?:that|who|which) \w+{_ARTICLE}|(?:\w+ )?one (?:in|from|at|of))$")
_FEWEST_WORDS_THAT_TELL = 6
_FEWEST_WORDS_THAT_ASK = 4
_FARTHEST_JOINED = 5
# "for research and for marketing"
_BEFORE_A_SECOND = {"for", "by", "to", "also"}
_AT, _IN = {"from", "at"}, {"in", "of"}
_AND = {"and", "or", ",", "&", "+", "nor", "plus", "with"}
# "the CQC and a *private* insurer", "probation and *then* also *um* the drug team"
_OF_A_KIND = {"private", "local", "new", "old", "former", "own", "big"}
_FILLERS = {"um", "er", "erm", "uh", "then", "maybe", "perhaps"}


@dataclass(frozen=True)
class _Named:
    """A name where it stands: the words before and after it, and what its own letters tell."""

    found: Found
    before: str
    after: str
    has_apostrophe: bool
    ends_in_s: bool
    is_whoever: bool
    is_pops: bool

    @classmethod
    def of(cls, text: str, words: Sequence[Word], found: Found) -> _Named:
        end = words[found.end - 1].end
        return cls(
            found,
            before=" ".join(word.corrected for word in words[max(0, found.first - 10) : found.first]),
            after=" ".join(word.corrected for word in words[found.end : found.end + 4]),
            has_apostrophe=bool(_OWNER.match(text[end:])),
            ends_in_s=text[:end].endswith("s"),
            is_whoever=words[found.first].corrected in _WHOEVER,
            is_pops=words[found.first].text.lower() == "pops",
        )

    @property
    def certainties(self) -> set[str]:
        return {name.certainty for name in self.found.names}

    @property
    def sections(self) -> set[str]:
        return {name.section for name in self.found.names}

    @property
    def is_social_care(self) -> bool:
        return any(name.owner.endswith("_social_care") for name in self.found.names)

    @property
    def is_a_department(self) -> bool:
        return any(name.owner.endswith("_departments") for name in self.found.names)

    @property
    def is_not_listed(self) -> bool:
        return self.certainties == {"not_listed"}

    @property
    def is_listed(self) -> bool:
        """Whether a line of a list takes it in; "automatically" or "abroad" is of no list."""
        return any(name.section in LISTS and name.certainty != "not_listed" for name in self.found.names)

    @property
    def is_a_use_not_listed(self) -> bool:
        return self.sections == {"purposes"} and self.is_not_listed

    @property
    def is_a_recipient(self) -> bool:
        return self.sections == {"recipients"}


def asked_about(text: str, words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Of the names found in a message, in order, those that the question is about; all, where that can't be told."""
    named = [_Named.of(text, words, each) for each in found]
    kept = [
        each
        for each in named
        if not (
            _is_aside(each)
            or _owns_another(words, each, found)
            or _says_where_another_is(words, each, named)
            or any(_is_one_of_a_named(words, each, other) for other in named)
            or (each is not named[0] and (_LIKE.search(each.before) or _DESCRIBES.search(each.before)))
            or _goes_with_a_use(each, named)
            or (len(named) > 1 and (_IS_WITH.search(each.before) or _SAYS.match(each.after)))
            or (each is named[0] and len(named) > 1 and _I_AM_ONE.search(each.before))
            or (each is not named[0] and _OF_WHAT_IS_TOLD.search(each.before) and not each.is_listed)
            or (each is not named[0] and not each.found.names and _DEALS_WITH.search(each.before))
            or _is_what_is_given(each, named)
            or _is_told_of_one_described(text[: words[each.found.first].start], each)
        )
    ]
    kept = _after_correction(text, words, _named_in_question(text, words, kept))
    kept = [each for each in kept if len(kept) == 1 or not _NOT.search(each.before)] or kept
    return [each.found for each in (_meant_of_several(words, kept) if len(kept) > 1 else kept)]


def _is_told_of_one_described(before: str, named: _Named) -> bool:
    """Whether it only says who somebody is, or what they would hear of."""
    if _HEARS_OF.search(named.before) and describes_somebody(before):
        return True
    if not named.found.names:
        return helps_to_describe(before)
    return named.is_not_listed and named.is_a_recipient and does_within_a_description(before)


def is_told(text: str, words: Sequence[Word], found: Found, known: Sequence[Found]) -> bool:
    """Whether a name stands where one who gets to know something would, and tells neither where one goes nor whose."""
    named = _Named.of(text, words, found)
    stands = stands_as_recipient(words, found, known) and not named.has_apostrophe
    # What is not known may be no name at all: "and *mark* them outstanding", "let *loose*".
    if not found.names and not _TOLD_HERE.search(named.before):
        return False
    return stands and not (_GOES_TO.search(named.before) or _BEEN_TO.search(named.before))


def _meant_of_several(words: Sequence[Word], kept: list[_Named]) -> list[_Named]:
    """Those that stand where one who is told something would, and what is joined to them."""
    stay = [each for each in kept if not _GOES_TO.search(each.before)]
    if any(each.is_listed for each in stay) or (stay and not any(each.is_listed for each in kept)):
        kept = stay
    found = [each.found for each in kept]
    standing = [stands_as_recipient(words, each, found) for each in found]
    # What is not known ("moving to Croydon") counts beside what a line has only if joined to it.
    listed = [each.is_listed for each in kept]
    if any(listed):
        standing = [
            stands and (bool(each.names) or _joined(words, found, place, listed))
            for place, (stands, each) in enumerate(zip(standing, found, strict=True))
        ]
    if not any(standing):
        # Then what a line of the notice takes in is meant, and the rest is told around it: "i have a social worker".
        had = [bool(_HAS.search(each.before)) for each in kept]
        standing = [each and not has for each, has in zip(listed, had, strict=True)]
        if not any(standing):
            # "my bank, they know from you that I have a social worker?"
            standing = [not has for has in had] if any(had) and not all(had) else listed
    if not any(standing):
        return kept
    for _ in kept:
        standing = [stands or _joined(words, found, place, standing) for place, stands in enumerate(standing)]
    return [each for place, each in enumerate(kept) if standing[place] or not (each.is_a_recipient or _tells(each))]


def _after_correction(text: str, words: Sequence[Word], named: list[_Named]) -> list[_Named]:
    """The names after what takes back those before it; all, where nothing is taken back or named anew."""
    taken_back = _CORRECTED.search(text)
    return [each for each in named if taken_back and words[each.found.first].start > taken_back.start()] or named


def _named_in_question(text: str, words: Sequence[Word], named: list[_Named]) -> list[_Named]:
    """The names but for those that stand in what is told before a question that does not point back at it."""
    begins = [match.end() for match in _THEN_ASKS.finditer(text)]
    if not begins or "?" in text[: begins[-1]] or _QUESTION.match(text):
        return named
    told, asked = text[: begins[-1]], text[begins[-1] :]
    if len(told.split()) < _FEWEST_WORDS_THAT_TELL or len(asked.split()) < _FEWEST_WORDS_THAT_ASK:
        return named
    in_question = [each for each in named if words[each.found.first].start >= begins[-1]]
    if asked.startswith(("if ", "whether ")):
        # "she asks if they can have her details": hers who asks
        asked = _WHOSE_DATA.sub("", asked)
    if _POINTS_BACK.search(asked) or not (in_question or _ASKS_OPENLY.match(asked)):
        return named
    return in_question


def _is_aside(named: _Named) -> bool:
    """Whether the name tells whose data is meant, or who was told or wrote it."""
    before, after = named.before, named.after
    # "Name everyone you tell" asks for the list, and not whether everyone gets it.
    if named.is_whoever and _WHO_ARE_TOLD.match(after):
        return True
    if _TOLD_BY_ME.search(before) or (_WHAT_THEY.search(before) and _WROTE.match(after)):
        return True
    if _PASSED_ON_TO.search(before) or _WANTS_WORDING.match(after):
        return True
    if not named.found.names and _MOVES_TO.search(before):
        return True
    if _ASKS_WHETHER.match(after) or (_TOLD_BY_ONE.search(before) and after.startswith(("to ", "that ", "i "))):
        return True
    if _AS_ONE.search(before) and after.startswith(("i ", "we ", ", ")):
        return True
    if named.is_pops and _POPS_IN.match(after):
        return True
    if (named.has_apostrophe or named.ends_in_s) and not named.is_not_listed and _ONE_OF_THEIRS.match(after):
        return True
    asides = (_GIVEN_BY, _HAS_A, _IS_TOLD_THAT, _IS_UNDER, _TO_BE)
    does = _GIVES.match(after) or _THEIR_DATA.match(after)
    if named.is_social_care and (does or any(aside.search(before) for aside in asides)):
        return True
    if named.is_social_care and (_WOULD_RING.search(before) or (_IF.search(before) and _ARE_INVOLVED.match(after))):
        return True
    # "abuse case notes", "safeguarding records": notes, whatever they are on.
    if named.sections == {"purposes"} and re.match(rf"(?:case )?{_NOTES}\b", after):
        return True
    # A use is never whose data it is: "used for marketing".
    if not named.is_not_listed or not named.is_a_recipient:
        return False
    if _TELL_ONE.search(before) and after.startswith(("things", "stuff")):
        # "do you tell my friends things"
        return False
    # Many leave out the apostrophe: "my nans file", "my nan file"; but "journalists get data".
    owned = named.has_apostrophe or not (sees(after.partition(" ")[0]) or _TELL.search(before))
    # But "tell my mates stuff about me".
    return bool(
        (owned and re.match(rf"(?:\w+ )?(?:{_DATA}\b(?! about)|{_THINGS_OF_ONE}\b)", after))
        or (_ABOUT.search(before) and not _is_asked_on(named))
        or _CARES_FOR.search(before)
    )


def _is_asked_on(named: _Named) -> bool:
    """Whether it is asked about for all the "about" or "on" before it."""
    return any(each.search(named.before) for each in (_LISTED, _IS_PUT_ON, _ASKS_ABOUT, _IS_THE_SAME_FOR)) or bool(
        _IS_ASKED_ON.match(named.after)
    )


def _owns_another(words: Sequence[Word], named: _Named, others: Sequence[Found]) -> bool:
    """Whether it only tells whose another is: "my daughter" of "my daughter's teacher"."""
    first, end = named.found.first, named.found.end
    whose = {word.corrected for word in words[max(0, first - 1) : end]} & _WHOSE
    owned = named.has_apostrophe or (whose and named.ends_in_s)
    return bool(owned) and any(other.first == end for other in others)


def _says_where_another_is(words: Sequence[Word], named: _Named, others: Sequence[_Named]) -> bool:
    """Whether it only tells of what another is part: "the government" of "the DfE in the government".

    So it does beside one who is not listed: "a reporter from the local paper", "the mums at school".
    """
    place = named.found.first - 1
    # "my boss at the chicken shop"
    if place > 0 and words[place].corrected not in _AT | _IN and words[place - 1].corrected in BETWEEN:
        place -= 1
    while place >= 0 and words[place].corrected in BETWEEN:
        place -= 1
    parts = [other for other in others if other.found.end == place]
    if place < 0 or not parts:
        return False
    if _is_one_of_a_named(words, parts[0], named):
        return False
    if words[place].corrected == "with" and not named.found.names:
        # "him next door with the whippet"
        return True
    if parts[0].is_not_listed:
        # But "the boss of the police" is one of theirs.
        of = words[place].corrected == "of" and "named" not in named.certainties
        return words[place].corrected in _AT or of
    return words[place].corrected in _IN


def _is_one_of_a_named(words: Sequence[Word], named: _Named, whole: _Named) -> bool:
    """Whether the whole that it is of is meant: "the nurse at the GP surgery", "the fraud team at my bank"."""
    between = [word.corrected for word in words[named.found.end : whole.found.first] if word.corrected not in BETWEEN]
    at = len(between) == 1 and between[0] in _AT
    of_a_named = named.certainties == {"may_include"} and "named" in whole.certainties
    return at and (of_a_named or (named.is_a_department and whole.is_not_listed))


def _is_what_is_given(named: _Named, others: Sequence[_Named]) -> bool:
    """Whether it is what is given to another: "stories" of "do you give stories to the papers"."""
    if named.found.names or not _GIVES_WHAT.search(named.before):
        return False
    return any(other.found.first > named.found.end and _TO_WHOM.search(other.before) for other in others)


def _goes_with_a_use(named: _Named, others: Sequence[_Named]) -> bool:
    """Whether it only tells more of a use that is not listed either: "for profit" of "selling it for profit"."""
    return named.is_a_use_not_listed and any(
        other.found.end == named.found.first and other.is_a_use_not_listed for other in others
    )


def _tells(named: _Named) -> bool:
    """Whether the name belongs to what is told around the question, or is what something is about."""
    # "to sort out payments, or for licensing"
    is_for_a_use = named.sections == {"purposes"} and named.before.endswith(" for")
    is_about = _ABOUT.search(" ".join(named.before.split()[:-1])) or _ABOUT.search(named.before)
    aside = (is_about and not is_for_a_use) or _DID.match(named.after) or _RELATIVE.search(named.before + " ")
    return not named.found.names or (named.is_not_listed and not is_for_a_use) or bool(aside)


def _joined(words: Sequence[Word], found: Sequence[Found], place: int, standing: Sequence[bool]) -> bool:
    """Whether the name is joined to one that the question is about: "the police about me, or my boss"."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(found) and standing[other]:
            first, second = sorted((found[place], found[other]), key=lambda each: each.first)
            between = [
                word.corrected
                for word in words[first.end : second.first]
                if word.corrected not in BETWEEN | _BEFORE_A_SECOND | _OF_A_KIND | _FILLERS
            ]
            # "the board gets to know of it, and the ombudsman"
            ends = all(not word.corrected.isalnum() for word in words[second.end :]) and between[-1:] != ["with"]
            if between and between[-1] in _AND and (ends or len(between) <= _FARTHEST_JOINED):
                return True
    return False
