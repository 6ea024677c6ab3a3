"""What can be read in the text under a label: a date, a cycle, a governing body, a person or post, a number."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import find_ambiguous_cycle, find_cycle, read_cycle
from policyaudit.reading.dates import find_dates, read_date
from policyaudit.reading.labels import Label
from policyaudit.reading.organisations import has_noun, is_name, names_in
from policyaudit.reading.wordings import any_of, settings, words

Value = PartialDate | ReviewCycle | str | bool

_LONGEST = {"committee": 12, "person": 14, "text": 16, "name": 7, "cycle": 12, "date": 14}
_LONG_NAME = 6  # words
_TELLING_WORDS = 3  # "Name of signatory" needs no colon
_LONGEST_TEXT = 300  # characters
_FULL_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Sr|Cllr|Prof|Sir|Dame)\b\.?\s+(?:[A-ZÀ-Ý]\.?\s*){0,3}[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?"
    r"|(?:[A-ZÀ-Ý]\.?\s*){1,3}[A-ZÀ-Ý][a-z'’-][\w'’-]+|[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý]\.?)?\s+[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)"
)
_COMMITTEE = re.compile(
    r"\b(?:committees?|cttee|panel|governing|governors|trustees|directors|pwyllgor)\b", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[A-Z](?: ?& ?|[A-Z]){1,4}C(?: Committee)?")  # the last letter is that of Committee
_ENDS_A_COMMITTEE = re.compile(r"\b(?:committee|body|board|governors|trustees|directors)$", re.IGNORECASE)
_SAINT = re.compile(r"S(?:t|aint)\b")  # a school's name below the line for a signature
_ROLE = re.compile(r",\s+\w[^,.;:]{2,40}$|\s*\([^()]*\)$")  # "Sandra Whittle, Playleader"
_LOW_WORD = re.compile(r"\b(?!(?:of|and|for|the|with|in|to|who|is|at|or)\b)[a-z]{2,}")
_MOST_LOW_WORDS = 3  # "head of inclusion and designated safeguarding lead"
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_NOT_YET = re.compile(
    r"\b(?:for approval|awaiting|to be (?:approved|ratified|agreed|confirmed)|proposed|pending|draft)\b", re.IGNORECASE
)
_VERSION = re.compile(
    r"(?:v|ver|version|issue)?[\s.]*(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\b(?!\s*[/-]\s*\d)", re.IGNORECASE
)
_NUMBER = re.compile(r"(?=[\w/.&-]*\s?[\d/])[A-Za-z\d][\w/.&-]{0,29}(?:\s?\d{1,4}[a-z]?)?")
_STATUTORY = re.compile(
    r"(?P<no>\bnon[\s-]*statutory|\bnot statutory|\blocal\b|\bno\b|^n$|\brecommended\b)|\bstatutory\b|\byes\b|^y$",
    re.IGNORECASE,
)
_VERB = re.compile(r"^(?:(?:to be|be|is|are)\s+)?(?:reviewed|updated|renewed|review)\s+", re.IGNORECASE)
_BASIS = re.compile(r"^(?:on )?an? (.+?) basis$|^(\w+) basis$", re.IGNORECASE)
_JOINING = re.compile(
    r"^(?:[\s,;:()./|–—-]|(?:on|in|by|at|from|of|the|dated?|and)\b)+|(?:[\s,;:(./|–—-]|\b(?:on|in|at|dated?|and))+$",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-Ý])")
_SENTENCE_BEGINS = re.compile(r"(?<=[a-z]{3})(?<!\bMrs)\.\s+(?=[A-ZÀ-Ý])")
_NEXT_ONE = re.compile(r"\b(?:next|due|to be|will be)\b", re.IGNORECASE)  # "Reviewed June 2016, due June 2017"
_LANGUAGES = re.compile(r"(?P<day>\d{1,2}\s+)?[^\W\d]+\s*/\s*(?P<rest>[^\W\d]+\s+\d{4})")


@dataclass(frozen=True, slots=True)
class Under:
    """A value read under a label: its kind, how plainly it stood there (1 where nothing else did), what it may mean."""

    kind: str
    value: Value
    plainness: float = 1.0
    meanings: tuple[Value, ...] = ()


def values_under(label: Label, text: str, calendar: TermCalendar) -> tuple[Under, ...]:
    """Every value that the label's topic allows and the text holds; none where the text says that there is none."""
    if len(text) > _LONGEST_TEXT or is_blank(text) or (label.topic.name == "approval" and _NOT_YET.search(text)):
        return ()
    is_named = label.topic.takes("signature") or (label.topic.takes("text") and text[:1].isupper())
    is_telling = len(label.text.split()) >= _TELLING_WORDS and is_named
    dates = tuple(_dates(label, text, calendar)) if label.topic.takes("date") else ()
    rest = _without_dates(text, calendar) if dates else text
    is_plain = label.is_set_off or is_telling or bool(dates) or label.topic.takes("number")
    found = list(dates)
    for kind, read in _READERS.items():
        if kind == "person" and (label.asks_a_date or any(under.kind == "committee" for under in found)):
            continue
        if kind == "person" and label.topic.name == "approval" and label.body:
            continue  # the label names who approves
        text_of_it = _without_dates(_SENTENCE_BEGINS.split(rest)[0], calendar) if kind == "person" else rest
        if label.topic.takes(kind) and text_of_it and len(text_of_it.split()) <= _LONGEST.get(kind, 99):
            found.extend(Under(kind, value) for value in read(text_of_it) if is_plain or _fills(kind, rest, label))
    if label.topic.takes("cycle") and not found and (asked := find_ambiguous_cycle(text)):
        found.append(Under("cycle", asked.cycle, settings("weights")["choice"]["two meanings"], asked.meanings))
    return tuple(found)


def _fills(kind: str, text: str, label: Label) -> bool:
    """Whether a value needs no mark before it, since the label and it are all there is: "Signed J. Finch (Chair)"."""
    text = tidy(text)
    if kind == "signature":
        name = _FULL_NAME.match(text)
        rest = _BRACKETS.sub("", text[name.end() :]).strip(" ,") if name else text
        return not rest or _post().match(rest) is not None
    if kind == "cycle":
        return read_cycle(text) is not None
    if kind == "version":  # "Rev 5"
        return _VERSION.fullmatch(text) is not None
    is_post = _FULL_NAME.fullmatch(text) or _post().fullmatch(text) or _ENDS_A_COMMITTEE.search(text)
    return kind in {"committee", "person"} and len(label.text.split()) > 1 and text[0].isupper() and bool(is_post)


def is_blank(text: str) -> bool:
    """Whether a text stands where a value is missing: nothing, "TBC", "N/A", "insert date here"."""
    return not re.search(r"\w", text) or bool(_blank().fullmatch(text))


def committee_in(text: str) -> str | None:
    """The governing body or committee that a text names, without what stands around it."""
    text = tidy(text)
    if _chair().search(text):
        return None
    if len(text.split()) > _LONG_NAME and (named := _body().search(text)):
        return named[0]  # "the meeting of the governing body held (minute 19/47)"
    return text if _COMMITTEE.search(text) or _body().search(text) or _ABBREVIATION.fullmatch(text) else None


def person_in(text: str) -> str | None:
    """The person or post that a text names, or None."""
    text = tidy(text)
    if not text or text[0].islower() or not re.match(r"[^\W\d]", text):
        return None
    if has_noun(text) or is_name(text):
        return None
    is_sentence = len(_LOW_WORD.findall(text)) > _MOST_LOW_WORDS
    return text if not is_sentence and (_post().search(text) or _FULL_NAME.fullmatch(_ROLE.sub("", text))) else None


def signatories_in(text: str) -> str | None:
    """The name of somebody who signed; a post or a dotted line is nobody."""
    name = _FULL_NAME.match(tidy(text))
    if (
        not name
        or _SAINT.match(name[0])
        or any(find.search(name[0]) for find in (_post(), _body()))
        or has_noun(text)
        or any(names_in(text))
    ):
        return None
    return name[0]


def tidy(text: str) -> str:
    """A text without the joining words and marks around it."""
    stripped = _JOINING.sub("", text.strip()).strip()
    while stripped.endswith(")") and stripped.count(")") > stripped.count("("):
        stripped = _JOINING.sub("", stripped[:-1]).strip()
    return stripped + ")" * (stripped.count("(") - stripped.count(")"))


def in_one_language(text: str) -> str:
    """A date written in two languages with a slash between, in the second: "14 Mawrth / March 2022"."""
    return _LANGUAGES.sub(lambda both: (both["day"] or "") + both["rest"], text)


def bare_cycle(cycle: ReviewCycle) -> ReviewCycle:
    """A cycle without the verb before it and what follows a comma: "annual" out of "reviewed on an annual basis"."""
    written = _VERB.sub("", cycle.as_written).partition(",")[0]
    return replace(cycle, as_written=_BASIS.sub(r"\1\2", written).strip())


def _dates(label: Label, text: str, calendar: TermCalendar) -> Iterator[Under]:
    # The whole text, with what the school added: "or sooner if the law changes".
    if whole := read_date(text.strip(" ,;"), calendar=calendar):
        yield Under("date", whole)
        return
    found = list(find_dates(in_one_language(text), calendar=calendar))
    rest = _without_dates(text, calendar)
    if not found or len(rest.split()) > _LONGEST["date"]:
        return
    before = tidy(text[: found[0].start])
    if before and not label.is_set_off and not (label.topic.name == "approval" and committee_in(before)):
        return
    stops = [_NEXT_SENTENCE] if label.topic.takes("cycle") else [_NEXT_SENTENCE, _NEXT_ONE]
    end = min((stop.start() for each in stops if (stop := each.search(text, found[0].end))), default=len(text))
    latest = max((each.date for each in found if each.end <= end), key=lambda each: each.latest)
    is_alone = len(found) == 1 and not rest
    yield Under("date", latest, 1.0 if is_alone else 0.96 if len(found) == 1 else 0.9)


def _without_dates(text: str, calendar: TermCalendar) -> str:
    text = in_one_language(text)
    for each in reversed(list(find_dates(text, calendar=calendar))):
        text = text[: each.start] + " " + text[each.end :]
    return tidy(text)


def _cycles(text: str) -> Iterator[ReviewCycle]:
    if found := find_cycle(text):
        yield bare_cycle(found.cycle)


def _committees(text: str) -> Iterator[str]:
    if named := committee_in(text):
        yield named


def _people(text: str) -> Iterator[str]:
    if not committee_in(text) and (named := person_in(text)):
        yield named


def _names(text: str) -> Iterator[str]:
    """The name of a committee without the word: "Pupil and Staff Welfare"."""
    if not committee_in(text) and text[0].isupper() and len(text.split()) <= _LONGEST["name"]:
        yield tidy(text)


def _texts(text: str) -> Iterator[str]:
    if not re.match(r"\d|.*\(\d", text):  # "Nursery: 1 to 2" counts something
        yield tidy(text)


def _versions(text: str) -> Iterator[str]:
    if match := _VERSION.match(text):
        yield match[1]


def _numbers(text: str) -> Iterator[str]:
    if match := _NUMBER.fullmatch(text.strip(" .")):
        yield match[0]


def _flags(text: str) -> Iterator[bool]:
    if match := _STATUTORY.search(text):
        yield match["no"] is None


def _signatures(text: str) -> Iterator[str]:
    if name := signatories_in(text):
        yield name


_READERS: Mapping[str, Callable[[str], Iterator[Value]]] = {
    "cycle": _cycles,
    "committee": _committees,
    "person": _people,
    "name": _names,
    "version": _versions,
    "number": _numbers,
    "flag": _flags,
    "signature": _signatures,
    "text": _texts,
}


@cache
def _blank() -> re.Pattern[str]:
    wordings = any_of(settings("labels")["blank"]["wordings"])
    return re.compile(rf"\W*(?:{wordings}\W*)+(?:here)?\W*", re.IGNORECASE)


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('body')}(?!\w)", re.IGNORECASE)


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('post')}s?(?!\w)", re.IGNORECASE)


@cache
def _chair() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:vice[- ])?chair\w*\b|\bclerk\b|\bcadeirydd\b|\blead governor\b|head\s?teacher|\bprincipal\b",
        re.IGNORECASE,
    )
