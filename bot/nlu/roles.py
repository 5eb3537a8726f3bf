"""Tells whom a question is about from whom else it names: whose data it is, who wrote it, who was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.english import Word
from bot.nlu.names import BETWEEN, Found, stands_as_recipient

_DATA = (
    r"(?:details?|info|information|data|datas|files?|records?|cases?|notes?|address|personal|medical|health|care|stuff"
    r"|things)"
)
_ARTICLE = r"(?: my| the| a| an| our| his| her| their| your)?"
# "what I tell …", "if i say something to my …": who was told, not who gets it.
_TOLD_BY_ME = re.compile(
    rf"\b(?:what|whatever|thing|things|stuff|anything|something|everything|if|when|that) i"
    rf"(?: \w+)? (?:say|said|tell|told|talk|talked|speak|spoke|mention|mentioned)(?: \w+)?(?: to| with)?{_ARTICLE}$"
)
# "information about my …", "a copy for my …": whose data it is.
_ABOUT = re.compile(rf"(?<!what )(?<!how )\b(?:about|on|of|regarding|re|concerning|for){_ARTICLE}(?: old| late)?$")
_NOT = re.compile(rf"\b(?:not|do not mean|did not mean|instead of|rather than){_ARTICLE}$")
_WHAT_THEY = re.compile(rf"\b(?:what|that|stuff|things|everything){_ARTICLE}$")
_WROTE = re.compile(r"^(?:wrote|writes|write|said|says|put|puts|has written|have written|knows?|had|has|have|got) ?")
# "given by social care", "do social workers share …": who gives it, not who gets it.
_GIVEN_BY = re.compile(rf"\b(?:by|from){_ARTICLE}$")
_GIVES = re.compile(
    r"^(?:can |could |will |would |do |does |ever )*(?:share|tell|give|pass|send|keep|hold|use|sell|write)s?\b"
)
_DID = re.compile(
    r"^(?:is|was|has|have|had|been|came|comes|told|said|asked|says|wrote|gave|thinks|wants|got|died|went|lives|gets)\b"
)
_HAS = re.compile(rf"\b(?:i|we|he|she|they)(?: have| has| had)? (?:have|has|had|got|get|see|saw){_ARTICLE}$")
_WHOEVER = {"everyone", "everybody", "anyone", "anybody", "people"}
_WHO_ARE_TOLD = re.compile(r"^(?:who|whom|that|you|u|this|it|they|the council)\b")
_POSSESSIVE = re.compile(r"^['’]?s?['’]? ", re.IGNORECASE)
_OWNER = re.compile(r"['’]s? ", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:where|who|which|whose|that) (?:\w+ )*$")
_FARTHEST_JOINED = 5
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
        )
    ]
    kept = [each for each in kept if len(kept) == 1 or not _NOT.search(_before(words, each))] or kept
    if len(kept) < 2:
        return kept
    standing = [stands_as_recipient(words, each, kept) for each in kept]
    # What is not known ("moving to Croydon") counts beside what a line has only if joined to it.
    listed = [bool(each.names) and not _is_not_listed(each) for each in kept]
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
    return [
        each
        for place, each in enumerate(kept)
        if standing[place] or _joined(words, kept, place, standing) or not _tells(words, each)
    ]


def _is_aside(text: str, words: Sequence[Word], found: Found) -> bool:
    """Whether the name tells whose data is meant, or who was told or wrote it."""
    before, after = _before(words, found), _after(words, found)
    # "Name everyone you tell" asks for the list, and not whether everyone gets it.
    if words[found.first].corrected in _WHOEVER and _WHO_ARE_TOLD.match(after):
        return True
    if _TOLD_BY_ME.search(before) or (_WHAT_THEY.search(before) and _WROTE.match(after)):
        return True
    if _is_social_care(found) and (_GIVEN_BY.search(before) or _GIVES.match(after)):
        return True
    # A use is never whose data it is: "used for marketing".
    if not _is_not_listed(found) or any(name.section != "recipients" for name in found.names):
        return False
    owned = _POSSESSIVE.match(text[words[found.end - 1].end :] + " ") or text[: words[found.end - 1].end].endswith("s")
    return bool((owned and re.match(rf"(?:\w+ )?{_DATA}\b", after)) or _ABOUT.search(before))


def _owns_another(text: str, words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
    """Whether it only tells whose another is: "my daughter" of "my daughter's teacher"."""
    end = words[found.end - 1].end
    return bool(_OWNER.match(text[end:])) and any(other.first == found.end for other in others)


def _says_where_another_is(words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
    """Whether it only tells of what another is part: "the government" of "the DfE in the government"."""
    place = found.first - 1
    while place >= 0 and words[place].corrected in BETWEEN:
        place -= 1
    return place >= 0 and words[place].corrected in {"in", "of"} and any(other.end == place for other in others)


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
            between = [word.corrected for word in words[first.end : second.first] if word.corrected not in BETWEEN]
            if between and between[-1] in _AND and len(between) <= _FARTHEST_JOINED:
                return True
    return False


def _is_social_care(found: Found) -> bool:
    return any(name.owner.endswith("_social_care") for name in found.names)


def _is_not_listed(found: Found) -> bool:
    return all(name.certainty == "not_listed" for name in found.names) and bool(found.names)


def _before(words: Sequence[Word], found: Found) -> str:
    return " ".join(word.corrected for word in words[max(0, found.first - 8) : found.first])


def _after(words: Sequence[Word], found: Found) -> str:
    return " ".join(word.corrected for word in words[found.end : found.end + 4])
