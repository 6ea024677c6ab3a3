"""The words that schools write for months, seasons and days of the week, in English and in Welsh."""

import re
from collections.abc import Iterable

from policyaudit.domain.partial_date import TERM_NAMES
from policyaudit.domain.season import Season

# Welsh months come with the letters that change after "o", "ym" and "a": Medi, o Fedi, ym Medi; Tachwedd, o Dachwedd.
_MONTHS = (
    "january jan ionawr ion",
    "february feb chwefror chwef",
    "march mar mawrth fawrth maw",
    "april apr ebrill ebr",
    "may mai fai",
    "june jun mehefin fehefin meh",
    "july jul gorffennaf orffennaf ngorffennaf gorff",
    "august aug awst",
    "september sept sep medi fedi med",
    "october oct hydref hyd",
    "november nov tachwedd dachwedd thachwedd nhachwedd tach",
    "december dec rhagfyr ragfyr rhag",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

_WEEKDAYS = (
    "monday mon llun",
    "tuesday tues tue mawrth",
    "wednesday weds wed mercher",
    "thursday thurs thur thu iau",
    "friday fri gwener",
    "saturday sat sadwrn",
    "sunday sun sul",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}

SEASONS = {
    **{season.casefold(): season for season in Season},
    **{name.casefold(): season for name, season in TERM_NAMES.items()},
    "hydref": Season.AUTUMN,
    "gwanwyn": Season.SPRING,
    "haf": Season.SUMMER,
    "aut": Season.AUTUMN,
    "spr": Season.SPRING,
    "sum": Season.SUMMER,
}
# Of these a year alone makes no term: a holiday (Easter 2024), a month (Hydref is October too).
ONLY_WITH_TERM = frozenset({"christmas", "advent", "easter", "pentecost", "hydref"})

# Every other character that is written for a space, a hyphen, a slash or an apostrophe; one for one, so that places
# in a line stay what they are.
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u00ad\u200b\u2002\u2003\u2009\u202f\ufeff", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2044\u2215", "/")
    | dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict(zip("\u02e2\u1d57\u207f\u02b3\u1d48\u02b0", "stnrdh", strict=True))  # 1ˢᵗ, 2ⁿᵈ, 3ʳᵈ, 4ᵗʰ
)


def plain(text: str) -> str:
    """The text with one kind of space, hyphen, slash and apostrophe, as long as before."""
    return text if text.isascii() else text.translate(_PLAIN)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any one of these words, whole, the longest first."""
    return rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?![^\W\d_])"
