"""Whom "he", "she" and "them" can be, of those who were told of."""

from __future__ import annotations

import re

_HE, _SHE = re.compile(r"\b(?:he|him)\b", re.I), re.compile(r"\b(?:she|(?:with|to|tell|about) her)\b", re.I)
_HIS, _HERS = re.compile(r"\bhis\b", re.I), re.compile(r"\bher (?!to\b)\w", re.I)
_THEY = re.compile(r"\b(?:they|them)\b", re.I)
_A_MAN = re.compile(
    r"\b(?:step|grand|god)?(?:dad|daddy|father|brother|bro|son|husband|hubby|uncle|grandad|grandpa|nephew|boyfriend"
    r"|man|boy|lad|bloke)s?$",
    re.I,
)
_A_WOMAN = re.compile(
    r"\b(?:step|grand|god)?(?:mum|mummy|mam|mother|sister|sis|daughter|wife|aunt|auntie|gran|nan|nana|grandma|niece"
    r"|girlfriend|woman|girl|lady)s?$",
    re.I,
)


def may_mean(question: str, name: str) -> bool:
    """Whether a question that points may mean who has this name; a name that tells of no man or woman may be anyone's.

    "She" is no brother, and "them" in "do you pass his notes to them" is not he whose notes they are.
    """
    for is_one, other, whose in ((_A_MAN, _SHE, _HIS), (_A_WOMAN, _HE, _HERS)):
        if is_one.search(name):
            return not (other.search(question) or (_THEY.search(question) and whose.search(question)))
    return True
