"""Tells whom a question is about from whom else it names: whose data it is, who wrote it, who was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
# "what I tell …", "if i say something to my …": who was told, not who gets it.
_TOLD_BY_ME = re.compile(
    rf"\b(?:what|whatever|thing|things|stuff|anything|something|everything|if|when|that) i"
    # Not "what I say with …": that is whom it is shared with.
    rf"(?: \w+)? (?:(?:say|said|tell|told|mention|mentioned)(?: (?!with\b)\w+)?(?: to)?"
    rf"|(?:talk|talked|speak|spoke)(?: \w+)?(?: to| with)?){_ARTICLE}$"
)
# "information about my …", "a copy for my …": whose data it is.
_ABOUT = re.compile(rf"(?<!what )(?<!how )\b(?:about|on|of|regarding|re|concerning|for){_ARTICLE}(?: old| late)?$")
# "is there anything on the list about …": whether it is told, for all the "about".
_LISTED = re.compile(
    rf"\b(?:list|notice|policy|page|says?|mentions?|line|word)(?: (?:anything|something|nothing|owt))?"
    rf"(?: (?:in (?:it|there)|at all))? (?:about|on|regarding|re|concerning|for){_ARTICLE}$"
)
# "my teacher says …": who told of it, not who is told.
_SAYS = re.compile(r"^(?:says|said|reckons|thinks|claims|told (?:me|us)|tells (?:me|us))\b")
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
# "students who want to be social workers"
_TO_BE = re.compile(rf"\b(?:to be|be|become|becoming|train as|training as|training to be){_ARTICLE}$")
_GIVES = re.compile(
    r"^(?:team |teams |department |worker |workers |staff |people )?(?:can |could |will |would |do |does |ever )*"
    r"(?:share|tell|give|pass|send|keep|hold|use|sell|write)s?\b"
)
# "if social services know, do they tell my GP": what leads to a question, not whom it is on.
_IF = re.compile(rf"\b(?:if|when|once|since|now|because){_ARTICLE}$")
_ARE_INVOLVED = re.compile(r"^(?:already )?(?:knows?|knew|(?:are|is|were|was|gets?) (?:already )?involved)\b")
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
_WHO_ARE_TOLD = re.compile(r"^(?:who|whom|that|you|u|this|it|they|the council|(?:else )?on (?:the|your) list)\b")
_WHOSE = {"my", "our", "his", "her", "their", "your"}
_OWNER = re.compile(r"['’]s? ", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:where|who|which|whose|that) (?:\w+ )*$")
# "that takes my son to his …", "someone goes into a …": where somebody goes, not who is told.
_GOES_TO = re.compile(
    rf"\b(?:takes?|took|drives?|goes|going|went|comes?|came|coming|moves?|moved|moving|brings?|bus|minibus|transport)"
    rf"(?: \w+){{0,3}} (?:to|into){_ARTICLE}$|\b(?:job|works?|worked|working) (?:in|at|for){_ARTICLE}$"
)
# "if a kid has a …", "i got a …": that there is a social worker, not who is told.
_HAS_A = re.compile(r"\b(?:have|has|had|got|getting) (?:a|an)$")
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
# Where in a message a question begins that may leave behind what is told before it.
_THEN_ASKS = re.compile(
    r"[,;:.!–—]\s+(?:(?:and|but|so|also|then|anyway|anyhow)[\s,]+)*"
    # "… a letter, which was about money" tells.
    r"(?!which (?:is|are|was|were|has|have|had|will|would)\b)"
    r"(?=(?:who|what|what['’]?s|whats|which|why|how|where|can|could|do|does|did|will|would|is|are|may|name|list)\b)",
    re.IGNORECASE,
)
# What asks for a list or a manner names all that it needs; "is our data used" may leave it to what is told before.
_ASKS_OPENLY = re.compile(r"(?:who|what|what['’]?s|whats|which|why|how|where|name|list)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|that|those|these|both|either)\b"
    r"|\bthis\b(?! (?:privacy )?(?:notice|list|page))|\bsays?\W*$",
    re.I,
)
_QUESTION = re.compile(r"^(?:can|could|do|does|did|will|would|is|are|am|has|have|who|what|which|why|how)\b", re.I)
# "marketing, like sending …": an example of what stands before it.
_LIKE = re.compile(rf"\b(?:like|such as|eg|ie|for example)(?: \w+)?{_ARTICLE}$")
_GIVES_WHAT = re.compile(rf"\b(?:give|giving|show|showing|send|sending|tell|telling){_ARTICLE}$")
_TO_WHOM = re.compile(rf"\bto{_ARTICLE}$")
# "Ofsted, the body that inspects schools": who the one before it is.
_DESCRIBES = re.compile(rf", (?:the |a |an )?\w+ (?:that|who|which) \w+{_ARTICLE}$")
_FEWEST_WORDS_THAT_TELL = 6
_FEWEST_WORDS_THAT_ASK = 4
_FARTHEST_JOINED = 5
# "for research and for marketing"
_BEFORE_A_SECOND = {"for", "by", "to", "also"}
_AND = {"and", "or", ",", "&", "nor", "plus", "with"}


def asked_about(text: str, words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Of the names found in a message, in order, those that the question is about; all, where that can't be told."""
    kept = [
        each
        for each in found
        if not (
            _is_aside(text, words, each)
            or _owns_another(text, words, each, found)
            or _says_where_another_is(words, each, found)
            or (
                each is not found[0] and (_LIKE.search(_before(words, each)) or _DESCRIBES.search(_before(words, each)))
            )
            or _goes_with_a_use(each, found)
            or (len(found) > 1 and (_IS_WITH.search(_before(words, each)) or _SAYS.match(_after(words, each))))
            or _is_what_is_given(words, each, found)
        )
    ]
    kept = _after_correction(text, words, _named_in_question(text, words, kept))
    kept = [each for each in kept if len(kept) == 1 or not _NOT.search(_before(words, each))] or kept
    if len(kept) < 2:
        return kept
    stay = [each for each in kept if not _GOES_TO.search(_before(words, each))]
    if any(map(_is_listed, stay)) or (stay and not any(map(_is_listed, kept))):
        kept = stay
    standing = [stands_as_recipient(words, each, kept) for each in kept]
    # What is not known ("moving to Croydon") counts beside what a line has only if joined to it.
    listed = [_is_listed(each) for each in kept]
    if any(listed):
        standing = [
            stands and (bool(each.names) or _joined(words, kept, place, listed))
            for place, (stands, each) in enumerate(zip(standing, kept, strict=True))
        ]
    if not any(standing):
        # Then what a line of the notice takes in is meant, and the rest is told around it: "i have a social worker".
        standing = [each and not _HAS.search(_before(words, one)) for each, one in zip(listed, kept, strict=True)]
        standing = standing if any(standing) else listed
    if not any(standing):
        return kept
    for _ in kept:
        standing = [stands or _joined(words, kept, place, standing) for place, stands in enumerate(standing)]
    return [
        each for place, each in enumerate(kept) if standing[place] or not (_is_recipient(each) or _tells(words, each))
    ]


def _after_correction(text: str, words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """The names after what takes back those before it; all, where nothing is taken back or named anew."""
    taken_back = _CORRECTED.search(text)
    after = [each for each in found if taken_back and words[each.first].start > taken_back.start()]
    return after or list(found)


def _named_in_question(text: str, words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """The names but for those that stand in what is told before a question that does not point back at it."""
    begins = [match.end() for match in _THEN_ASKS.finditer(text)]
    if not begins or "?" in text[: begins[-1]] or _QUESTION.match(text):
        return list(found)
    told, asked = text[: begins[-1]], text[begins[-1] :]
    if len(told.split()) < _FEWEST_WORDS_THAT_TELL or len(asked.split()) < _FEWEST_WORDS_THAT_ASK:
        return list(found)
    named = [each for each in found if words[each.first].start >= begins[-1]]
    if _POINTS_BACK.search(asked) or not (named or _ASKS_OPENLY.match(asked)):
        return list(found)
    return named


def _is_aside(text: str, words: Sequence[Word], found: Found) -> bool:
    """Whether the name tells whose data is meant, or who was told or wrote it."""
    before, after = _before(words, found), _after(words, found)
    # "Name everyone you tell" asks for the list, and not whether everyone gets it.
    if words[found.first].corrected in _WHOEVER and _WHO_ARE_TOLD.match(after):
        return True
    if _TOLD_BY_ME.search(before) or (_WHAT_THEY.search(before) and _WROTE.match(after)):
        return True
    if _PASSED_ON_TO.search(before) or _WANTS_WORDING.match(after):
        return True
    theirs = _OWNER.match(text[words[found.end - 1].end :]) or text[: words[found.end - 1].end].endswith("s")
    if theirs and not _is_not_listed(found) and _ONE_OF_THEIRS.match(after):
        return True
    asides = (_GIVEN_BY, _HAS_A, _IS_TOLD_THAT, _TO_BE)
    if _is_social_care(found) and (_GIVES.match(after) or any(aside.search(before) for aside in asides)):
        return True
    if _is_social_care(found) and _IF.search(before) and _ARE_INVOLVED.match(after):
        return True
    # "abuse case notes", "safeguarding records": notes, whatever they are on.
    if _is_a_reason(found) and re.match(rf"(?:case )?{_NOTES}\b", after):
        return True
    # A use is never whose data it is: "used for marketing".
    if not _is_not_listed(found) or any(name.section != "recipients" for name in found.names):
        return False
    # Many leave out the apostrophe: "my nans file", "my nan file"; but "journalists get data".
    owned = _OWNER.match(text[words[found.end - 1].end :]) or not sees(after.partition(" ")[0])
    # But "tell my mates stuff about me".
    return bool(
        (owned and re.match(rf"(?:\w+ )?(?:{_DATA}\b(?! about)|{_THINGS_OF_ONE}\b)", after))
        or (_ABOUT.search(before) and not _LISTED.search(before))
        or _CARES_FOR.search(before)
    )


def _owns_another(text: str, words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
    """Whether it only tells whose another is: "my daughter" of "my daughter's teacher"."""
    end = words[found.end - 1].end
    whose = {word.corrected for word in words[max(0, found.first - 1) : found.end]} & _WHOSE
    owned = _OWNER.match(text[end:]) or (whose and text[:end].endswith("s"))
    return bool(owned) and any(other.first == found.end for other in others)


def _says_where_another_is(words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
    """Whether it only tells of what another is part: "the government" of "the DfE in the government".

    So it does beside one who is not listed: "a reporter from the local paper", "the mums at school".
    """
    place = found.first - 1
    while place >= 0 and words[place].corrected in BETWEEN:
        place -= 1
    parts = [other for other in others if other.end == place]
    if place < 0 or not parts:
        return False
    if _is_not_listed(parts[0]):
        # But "the boss of the police" is one of theirs.
        return words[place].corrected in {"from", "at"} or (words[place].corrected == "of" and not _is_named(found))
    return words[place].corrected in {"in", "of"}


def _is_what_is_given(words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
    """Whether it is what is given to another: "stories" of "do you give stories to the papers"."""
    if found.names or not _GIVES_WHAT.search(_before(words, found)):
        return False
    return any(other.first > found.end and _TO_WHOM.search(_before(words, other)) for other in others)


def _goes_with_a_use(found: Found, others: Sequence[Found]) -> bool:
    """Whether it only tells more of a use that is not listed either: "for profit" of "selling it for profit"."""
    return _is_a_use_not_listed(found) and any(
        other.end == found.first and _is_a_use_not_listed(other) for other in others
    )


def _tells(words: Sequence[Word], found: Found) -> bool:
    """Whether the name belongs to what is told around the question, or is what something is about."""
    if not found.names:
        return True
    is_about = _ABOUT.search(" ".join(_before(words, found).split()[:-1])) or _ABOUT.search(_before(words, found))
    return _is_not_listed(found) or bool(
        is_about or _DID.match(_after(words, found)) or _RELATIVE.search(_before(words, found) + " ")
    )


def _joined(words: Sequence[Word], found: Sequence[Found], place: int, standing: Sequence[bool]) -> bool:
    """Whether the name is joined to one that the question is about: "the police about me, or my boss"."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(found) and standing[other]:
            first, second = sorted((found[place], found[other]), key=lambda each: each.first)
            between = [
                word.corrected
                for word in words[first.end : second.first]
                if word.corrected not in BETWEEN | _BEFORE_A_SECOND
            ]
            # "the board gets to know of it, and the ombudsman"
            ends = all(not word.corrected.isalnum() for word in words[second.end :])
            if between and between[-1] in _AND and (ends or len(between) <= _FARTHEST_JOINED):
                return True
    return False


def _is_social_care(found: Found) -> bool:
    return any(name.owner.endswith("_social_care") for name in found.names)


def _is_a_reason(found: Found) -> bool:
    return {name.section for name in found.names} == {"purposes"}


def _is_a_use_not_listed(found: Found) -> bool:
    return _is_a_reason(found) and _is_not_listed(found)


def _is_named(found: Found) -> bool:
    return any(name.certainty == "named" for name in found.names)


def _is_recipient(found: Found) -> bool:
    return {name.section for name in found.names} == {"recipients"}


def _is_listed(found: Found) -> bool:
    """Whether a line of a list takes it in; "automatically" or "abroad" is of no list."""
    return any(name.section in LISTS and name.certainty != "not_listed" for name in found.names)


def _is_not_listed(found: Found) -> bool:
    return all(name.certainty == "not_listed" for name in found.names) and bool(found.names)


def _before(words: Sequence[Word], found: Found) -> str:
    return " ".join(word.corrected for word in words[max(0, found.first - 8) : found.first])


def _after(words: Sequence[Word], found: Found) -> str:
    return " ".join(word.corrected for word in words[found.end : found.end + 4])
