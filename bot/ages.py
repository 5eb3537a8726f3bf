"""Tells whether someone says of themselves that they are a child, by an age or a year at school. It keeps neither."""

from __future__ import annotations

import re

_YOUNGEST, _ADULT = 4, 18
_IN_WORDS = (
    *("four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
)
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_IN_WORDS)})"
_ENDS = r"(?:$|[.,!?;]|(?:and|so|but|cos|because)\b)"
# "I'm 10", "im nearly twelve and …", "i am 9 years old"; but not "I'm 10 minutes away".
_AGE = re.compile(
    rf"\b(?:i['’]?m|i am)\s+(?:only |just |nearly |almost |about )?{_NUMBER}"
    rf"(?=\s*(?:{_ENDS}|(?:years?|yrs?)(?: old)?\s*{_ENDS}|y/?o\b))",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\b(?:i['’]?m|i am)\s+in\s+year\s+\d{1,2}\b", re.IGNORECASE)


def says_a_childs_age(text: str) -> bool:
    """Whether someone says that they are under 18."""
    age = _AGE.search(text)
    if age is None:
        return bool(_SCHOOL_YEAR.search(text))
    number = age["number"].lower()
    years = int(number) if number.isdigit() else _YOUNGEST + _IN_WORDS.index(number)
    return _YOUNGEST <= years < _ADULT
