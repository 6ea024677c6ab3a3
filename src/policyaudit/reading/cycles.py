"""How often a policy is reviewed, as schools write it: "annually", "every two years", "as required (and no later than
3 years)"; the grammar is closed, and what may mean two things is asked.
"""

import re
from dataclasses import dataclass, replace

from policyaudit.domain.review_cycle import HALF_TERM, TERM, YEAR, ReviewCycle
from policyaudit.reading.calendar_words import MONTHS, SEASONS, any_of, plain
from policyaudit.reading.patterns import pattern
from policyaudit.reading.sooner import CHANGE, NEED, SOONER


@dataclass(frozen=True, slots=True)
class FoundCycle:
    """A review cycle inside a line, from the place `start` to before `end`; `meanings` if it may have two."""

    start: int
    end: int
    cycle: ReviewCycle
    meanings: tuple[ReviewCycle, ...] = ()


LONGEST = 160  # characters; no cycle is longer, its remark included

# One word, or a fixed phrase, for so many months.
_NAMED = {
    **dict.fromkeys(("monthly", "every month", "each month", "bob mis"), 1),
    **dict.fromkeys(("half-termly", "half termly", "every half term", "every half-term", "each half term"), HALF_TERM),
    **dict.fromkeys(("bob hanner tymor",), HALF_TERM),
    **dict.fromkeys(("quarterly", "every quarter", "each quarter"), 3),
    **dict.fromkeys(("termly", "every term", "each term", "once a term", "bob tymor", "yn dymhorol"), TERM),
    **dict.fromkeys(("half-yearly", "half yearly", "six-monthly", "twice a year", "twice yearly"), 6),
    **dict.fromkeys(("semi-annually", "semi-annual", "every half year", "bob chwe mis"), 6),
    **dict.fromkeys(("annually", "annual", "yearly", "every year", "each year", "once a year", "once per year"), YEAR),
    **dict.fromkeys(("once every year", "every academic year", "each academic year"), YEAR),
    **dict.fromkeys(("every school year", "each school year"), YEAR),
    **dict.fromkeys(("yn flynyddol", "blynyddol", "flynyddol", "bob blwyddyn", "unwaith y flwyddyn"), YEAR),
    **dict.fromkeys(("biennially", "biennial", "every other year", "every second year", "alternate years"), 2 * YEAR),
    **dict.fromkeys(("in alternate years", "bob yn ail flwyddyn", "bob dwy flynedd"), 2 * YEAR),
    **dict.fromkeys(("triennially", "triennial", "every third year", "bob tair blynedd"), 3 * YEAR),
    **dict.fromkeys(("quadrennially", "quadrennial", "every fourth year", "bob pedair blynedd"), 4 * YEAR),
    **dict.fromkeys(("quinquennially", "quinquennial", "every fifth year", "bob pum mlynedd"), 5 * YEAR),
}
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"eighteen": 18, "twenty-four": 24, "thirty-six": 36}
_UNITS = {
    **dict.fromkeys(("month", "months", "monthly", "mis"), 1),
    **dict.fromkeys(("half-term", "half-terms", "half term", "half terms"), HALF_TERM),
    **dict.fromkeys(("term", "terms", "termly"), TERM),
    **dict.fromkeys(("year", "years", "yr", "yrs", "yearly"), YEAR),
    **dict.fromkeys(("academic year", "academic years", "school year", "school years"), YEAR),
    **dict.fromkeys(("blynedd", "flynedd", "mlynedd"), YEAR),
}

_NUMBER = rf"(?:[0-9]{{1,2}}|{any_of(_NUMBERS)})"
_EVERY = r"(?:once (?:in )?every|once in|every|each|bob)"
_PERIOD = (
    rf"(?:(?P<every>{_EVERY}) )?(?P<number>{_NUMBER})(?: ?\((?P<figure>[0-9]{{1,2}})\))?"
    rf"(?P<or> ?(?:-|/|to|or) ?{_NUMBER})?[ -]{{0,2}}(?P<unit>{any_of(_UNITS)})(?:\(s\)|')?"
)
_IN_SEASON = rf"(?:{any_of(MONTHS)}|{any_of(SEASONS)}(?: term)?)"
_TIME = rf"(?:(?:every|each|bob(?: mis)?) {_IN_SEASON}|{_PERIOD}|(?P<named>{any_of(_NAMED)}))"
_LIMIT = (
    r"(?:(?P<least>at least(?: once)?|at a minimum,?|as a minimum,?|not? less (?:frequently|often|regularly) than)"
    r"|no later than|not later than|within|at most|(?:at intervals of )?(?:no|not) more than|up to) "
)
_AFTER = r" \(?(?:as an? (?:minimum|maximum)|at a minimum|minimum|maximum|at least|at most|or less)\)?"
_NOUN = r"(?:review |rolling )?(?:basis|cycle|programme|intervals?)"
_BEFORE = r"(?:(?:to be |is |will be )?reviewed |review )?(?:(?:as part of|on|in|at) (?:an? |the |our )?|an? |the )?"
_WHEN = rf"(?:,? (?:in |each |every )?(?:the )?{_IN_SEASON}|,? \((?:in )?{_IN_SEASON}\))"
_LEAD = _BEFORE
_TIMED = (
    rf"{_BEFORE}(?:{_LIMIT})?{_TIME}{_WHEN}?(?: (?:{_NOUN}|reviews?))?(?:{_AFTER})?"
    rf"(?P<sooner>[ ,;]+{SOONER}|[ ,;]*\({SOONER}\))?"
)
_ON_CHANGE = (
    rf"{_BEFORE}(?:(?:as|when|if|whenever|as and when) (?:{NEED}|{CHANGE})|(?:up)?on (?:any )?change|ad hoc|on-?going"
    r"|live(?: document| policy| register)?|continuous(?:ly)?|under (?:constant|continuous|continual) review)"
    r"(?:[ ,;]*\((?P<inside>.+)\)|[ ,;]+(?P<rest>.+))?"
)
_IN_LINE = rf"(?<![\w-])(?:{_LIMIT})?{_TIME}(?P<noun> {_NOUN})?(?:{_AFTER})?(?P<sooner> {SOONER})?(?![\w-])"
_JOINING = r"^(?:and|but|or) "
_SUBJECT_TO = r"subject to (?:an )?$"
_TWO_MEANINGS = r"bi-?(?P<unit>annual(?:ly)?|yearly|monthly|termly)"
_HALVED = {"a": "year", "y": "year", "m": "month", "t": "term"}
_HALVES = {"year": YEAR // 2, "month": None, "term": HALF_TERM}  # months are the least that is counted in


def read_cycle(text: str) -> ReviewCycle | None:
    """The one cycle that a text is from end to end; None if it is none, may mean two things, or has other words."""
    written = " ".join(text.split()).strip(" .,;:")
    if len(written) > LONGEST:
        return None
    if timed := pattern(_TIMED).fullmatch(plain(written)):
        return _cycle(timed, written)
    if changing := pattern(_ON_CHANGE).fullmatch(plain(written)):
        return _on_change(changing, written)
    return None


def _on_change(changing: re.Match[str], written: str) -> ReviewCycle | None:
    """As things change, and no later than a time if one is given."""
    latest = changing["inside"] or changing["rest"]
    if latest is None:
        return ReviewCycle(written, None, on_change=True)
    timed = read_cycle(pattern(_JOINING).sub("", latest))
    return replace(timed, as_written=written, on_change=True) if timed else None


def _cycle(timed: re.Match[str], written: str) -> ReviewCycle | None:
    months = _months(timed)
    return ReviewCycle(written, months, on_change=timed["sooner"] is not None) if months else None


def _months(timed: re.Match[str]) -> int | None:
    """Calendar months; None for "2-3 years", "three (2) years", and "at least 3 years", which may be more."""
    if timed["named"]:
        return _NAMED[timed["named"].casefold()]
    if timed["number"] is None:
        return YEAR  # every September
    number = _number(timed["number"])
    if timed["or"] or (timed["figure"] and int(timed["figure"]) != number) or (timed["least"] and _is_bare(timed)):
        return None
    return number * _UNITS[timed["unit"].casefold()]


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _NUMBERS[written.casefold()]


def _is_bare(timed: re.Match[str]) -> bool:
    """Whether a time is just a length ("3 years") or a quality ("annual"), which need not be said of a review."""
    if timed["named"]:
        return timed["named"].casefold().endswith(("al", "ol"))
    return timed["unit"] is not None and not timed["every"] and not timed["unit"].casefold().endswith("ly")


def find_cycle(text: str) -> FoundCycle | None:
    """The first cycle inside a line, with the words that bound it ("at least annually").

    A text that is a cycle from end to end is found whole. In a line "annual" may be leave and "3 years" an age: there
    a length needs "every" and a quality its noun ("on an annual basis", "3 year rolling programme").
    """
    lead = pattern(_LEAD).match(text)
    for start in (lead.end() if lead else 0, 0):
        if whole := read_cycle(text[start:]):
            return FoundCycle(start, len(text), whole)
    places = [place for place in range(len(text)) if text[place - 1 : place + 1] != "  "]
    line = plain("".join(text[place] for place in places))
    for found in pattern(_IN_LINE).finditer(line):
        start, end = found.span("named") if found["named"] and _is_bare(found) else found.span()
        cycle = _cycle(found, line[start:end])
        if cycle and (found["noun"] or not _is_bare(found) or _stands_apart(line, found)):
            return FoundCycle(places[start], places[end - 1] + 1, cycle)
    return None


def _stands_apart(line: str, found: re.Match[str]) -> bool:
    """Whether a length or quality is all that a cell, or the line after a colon, holds; or follows "subject to"."""
    before, after = line[max(0, found.start() - 16) : found.start()], line[found.end() : found.end() + 2]
    if pattern(_SUBJECT_TO).search(before):
        return True
    return re.search(r"[:/|\t] ?$", before) is not None and re.match(r" ?(?:[/|\t]|\.?$)", after) is not None


def why_ambiguous(text: str) -> str | None:
    """Why a cycle is asked and not guessed: "bi-annual" is twice a year to some and every two years to others."""
    found = pattern(_TWO_MEANINGS).search(plain(text))
    if found is None:
        return None
    unit = _HALVED[found["unit"][0].casefold()]
    return f"'{found[0]}' may mean twice a {unit} or every two {unit}s"


def find_ambiguous_cycle(text: str) -> FoundCycle | None:
    """A cycle of two meanings inside a line: as it is written, without months, and with what it may mean."""
    found = pattern(_TWO_MEANINGS).search(plain(text))
    if found is None:
        return None
    unit = _HALVED[found["unit"][0].casefold()]
    meanings = ReviewCycle(f"twice a {unit}", _HALVES[unit]), ReviewCycle(f"every two {unit}s", 2 * _UNITS[unit])
    return FoundCycle(*found.span(), ReviewCycle(text[found.start() : found.end()], None), meanings)
