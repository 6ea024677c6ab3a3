"""What kind of thing a cell of a list of policies holds, told by its words alone."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from policyaudit.reading.cycles import read_cycle, why_ambiguous
from policyaudit.reading.dates import impossible_dates, read_date
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_words import flag_of, is_blank, words_of
from policyaudit.reading.wordings import any_of, words

_LONGEST = 120  # characters of a cell that is a date or a cycle
_MOST_OTHER_WORDS = 1
_FEW = 2  # words
_NUMBER = re.compile(r"#?(?:[A-Za-z]{1,5}[ ./_-]?)?\d{1,4}(?:[./-]\d{1,3})?[a-z]?[.)]?")
_YEARS = re.compile(r"(.*?(?:19|20)\d\d)(?:\s*[-–/,&+]\s*(?:20)?\d\d)+")
_OF_A_BODY = (
    r"(?:(?:the|full|local|whole|fgb|sub|a)[ -]+)*(?:[\w&'’,/]+ ){0,4}?"
    r"(?:committees?|governing bod(?:y|ies)|governing board|governors?['’]?|trustees|board|directors"
    r"|fgb|lgb|slt|smt|gb|bog|governing council|council|local authority|la|trust|mat|llywodraethwyr"
    r"|corff llywodraethu|pwyllgor [\w ]{2,30})"
)


class Kind(StrEnum):
    """The kinds of cell."""

    BLANK = "blank"
    DATE = "date"
    CYCLE = "cycle"
    FLAG = "flag"
    NUMBER = "number"
    BODY = "body"
    POST = "post"
    TEXT = "text"


@lru_cache(maxsize=16384)
def kind_of(cell: str) -> Kind:
    """What a cell holds; a date or a cycle may have a few words around it."""
    text = cell.strip()
    if is_blank(text):
        return Kind.BLANK
    if len(text) <= _LONGEST:
        if _holds_date(text):
            return Kind.DATE
        if is_cycle(text):
            return Kind.CYCLE
    if flag_of(text) is not None:
        return Kind.FLAG
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER
    return _who(text)


def is_cycle(text: str) -> bool:
    """Whether a text says how often, from end to end; "bi-annual" does, though nobody knows which."""
    plain = text.strip(" .")
    return read_cycle(plain) is not None or (why_ambiguous(plain) is not None and len(plain.split()) <= _FEW)


def years_listed(text: str) -> str | None:
    """The first date of a list or span of years, "Sept 2021" of "Sept 2021-22"; None for any other text."""
    found = _YEARS.fullmatch(text.strip())
    return found[1] if found and read_date(found[1]) else None


def _holds_date(text: str) -> bool:
    """Whether a date makes up most of a text: "25.01.12 (Full GB)", but not "Equality objectives 2020"."""
    if not re.search(r"\d", text):
        return False
    if read_date(text) or years_listed(text):
        return True
    dates = dates_in(text)
    if not dates:
        return bool(impossible_dates(text)) and len(text.split()) == 1
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    others = _about_dates().sub(" ", re.sub(r"\([^()]*\)", " ", rest))
    return len(re.findall(r"[^\W\d_]+", others)) <= _MOST_OTHER_WORDS and not _is_name_with_year(text)


def _is_name_with_year(text: str) -> bool:
    """Whether a text is a title with its year at the end: no label, no cycle, and a bare year."""
    dates = dates_in(text)
    name = text[: dates[0].start].strip(" -–(:")
    is_bare = re.fullmatch(r"\d{4}(?:\s*[-–/]\s*\d{2,4})?", text[dates[0].start : dates[0].end]) is not None
    return is_bare and bool(name) and not _speaks_of_review().match(name) and read_cycle(name) is None


@cache
def _about_dates() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(list(words_of('cells', 'about dates')))}(?!\w)", re.IGNORECASE)


@cache
def _speaks_of_review() -> re.Pattern[str]:
    return re.compile(
        r"(?:last|next|review|approv|adopt|agreed|ratif|updat|due|reviewed|revis|early|mid|late|by|in|nesaf)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def _who(text: str) -> Kind:
    plain = text.strip(" .*")
    if len(plain.split()) <= 8:  # noqa: PLR2004
        if _body().fullmatch(plain) or _decides().match(plain):
            return Kind.BODY
        if _post().fullmatch(plain):
            return Kind.POST
    return Kind.BODY if _decides().match(plain) else Kind.TEXT


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:{_OF_A_BODY})(?:\s*(?:/|&|and|or|,)\s*(?:{_OF_A_BODY}|{words('post')}))?", re.IGNORECASE)


@cache
def _post() -> re.Pattern[str]:
    one = rf"(?:the )?(?:[\w&'’/]+ ){{0,3}}?{words('post')}"
    return re.compile(rf"{one}(?:\s*(?:/|&|and|or|,)\s*(?:{one}|{_OF_A_BODY}))*", re.IGNORECASE)


@cache
def _decides() -> re.Pattern[str]:
    """What says who decides: "Governing body to decide", "May be delegated to a committee"."""
    who = rf"(?:the )?(?:{words('body')}|{words('post')}|employer|proprietor|local authority)"
    return re.compile(
        rf"{who} (?:to decide|free to|decides|determines|to determine|or )|may be delegated", re.IGNORECASE
    )
