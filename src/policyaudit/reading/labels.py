"""Labels in a text ("Date of next review:"): which topic, from where to where, and what follows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from policyaudit.reading.composed_labels import Manner, composed_label
from policyaudit.reading.dates import ends_with_a_date
from policyaudit.reading.wordings import Topic, by_first_word, words

_FIRST_WORD = re.compile(r"[^\W_]+")
_OTHER_LANGUAGE = re.compile(r"\s*/\s*(?=\w)")
_BRACKET_OPENED = re.compile(r"\([^()]*$")
_REMARK = re.compile(r"\s*\([^()]{0,60}\)(?=\s*(?:[:=–—-]|$))")
_SEPARATOR = re.compile(
    r"(?:(?<=\bno)|(?<=\bref)|(?<=\bnum))\.\s*[:-]?\s*|\.?\s*(?:[:=|]+\s*[-–—]?|[-–—](?=\s|$))\s*", re.IGNORECASE
)
# A label in the middle of a line: after a full stop, after a date run together with it, or after a bar.
_MAY_BEGIN = re.compile(
    r"(?<=[.;,|)] )(?=[A-ZÀ-Ý])|(?<=[\d)a-z])(?=[A-Z][a-z])|(?<=\()(?=\w)|(?<=\d[,;] )(?=[a-z])"
    r"|(?<= [/|•·–—-] )(?=\w)|(?<=\s)(?=[A-Z])"
)


_AFTER_A_SLASH = re.compile(r"[^\W\d_][^:\d/|]{2,60}?\s*/\s*(?=[A-Z][^/]{2,60}:)")
_COMMITTEE = re.compile(r"\b(?:by|at) (?:the )?((?:[\w&'’]+ ){0,4}committee)\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:date|dyddiad)", re.IGNORECASE)
_TELLING_WORDS = 3  # "Name of school" is no common word
_LONGEST = 200  # characters of a label, its remark included
_PARTS = tuple(f" {mark}" for mark in "/|•·–—-")  # what parts the pieces of a footer


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text: `end` is where what it labels begins."""

    topic: Topic
    start: int
    end: int
    text: str
    is_set_off: bool  # a colon or a dash stands after it, or nothing at all
    manner: Manner = Manner.LISTED

    @property
    def body(self) -> str | None:
        """The governing body that the label itself names ("Date approved by governors"), or None."""
        named = _body().findall(self.text) or _COMMITTEE.findall(self.text)
        return named[-1] if named else None

    @property
    def asks_a_date(self) -> bool:
        """Whether the label itself says that a date follows ("Date approved by governors")."""
        return _DATE.search(self.text) is not None

    @property
    def needs_a_mark(self) -> bool:
        """Whether the wording is so common a word that only a colon or its own cell makes it a label."""
        return "needs a mark" in self.topic.fields and len(self.text.split()) < _TELLING_WORDS


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({words('body')})(?!\w)", re.IGNORECASE)


@cache
def _document_or_school() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('document')}|{words('place')}s?)(?!\w)|\d", re.IGNORECASE)


@lru_cache(maxsize=4096)  # of the lines of one document, which are asked for several times
def label_at(text: str, start: int = 0) -> Label | None:
    """The longest label that begins at this place, or None; two languages with a slash between are one label."""
    found = _longest(text, start)
    if found is None:
        return None
    topic, end = found
    while (slash := _OTHER_LANGUAGE.match(text, end)) and (other := _longest(text, slash.end())):
        topic = topic if topic.name != "review" else other[0]
        end = other[1]
    label_end = end
    if _BRACKET_OPENED.search(text[start:end]) and text[end : end + 1] == ")":
        end += 1
    if remark := _REMARK.match(text, end):
        end = remark.end()
    separator = _SEPARATOR.match(text, end)
    after = separator.end() if separator else end
    return Label(topic, start, after, text[start:label_end], is_set_off=bool(separator) or not text[end:].strip())


def labels_in(text: str, *, before_a_cell: bool = False) -> Iterator[Label]:
    """The label at the start of a text, and those further on in it that a colon sets off.

    In a cell with another to its right a word or two are a label, which on a line of their own might be a heading.
    """
    position = 0
    first = _first_label(text, before_a_cell=before_a_cell) or _in_another_language(text)
    if first:
        yield first
        position = first.end
        inner = label_at(text, position) if first.topic.name == "status" and first.is_set_off else None
        if inner and inner.topic.takes("date"):  # "Status: Approved by governors 12 March 2019"
            yield inner
            position = inner.end
    for place in _MAY_BEGIN.finditer(text):
        start = place.start()
        if start < max(position, 1):
            continue
        follows_a_stop = _follows_a_stop(text, start)
        if not follows_a_stop and text.find(":", start, start + _LONGEST) < 0:
            continue
        label = label_at(text, start) or _composed_at(text, start)
        if label and _stands_out(label, text, follows_a_stop=follows_a_stop, is_first=position == 0):
            yield label
            position = label.end


def _in_another_language(text: str) -> Label | None:
    """A label whose first half is in a language that we do not know: "Arweinydd polisi / Policy lead:"."""
    slash = _AFTER_A_SLASH.match(text)
    label = _first_label(text[slash.end() :]) if slash else None
    if slash is None or label is None or not label.is_set_off:
        return None
    return replace(label, start=0, end=slash.end() + label.end, text=text[: slash.end()] + label.text)


def _first_label(text: str, *, before_a_cell: bool = False) -> Label | None:
    """The label that a text begins with: one of those listed, or one whose own words tell what it is.

    Before a colon the words count up to it; a listed label of which only the beginning is known gives way.
    """
    listed = label_at(text)
    if listed and listed.is_set_off:
        return listed
    composed = composed_label(text, before_a_cell=before_a_cell)
    if composed is None or (listed and not composed.is_marked and not _runs_on(listed, text)):
        return listed
    separator = _SEPARATOR.match(text, composed.end)
    after = separator.end() if separator else composed.end
    is_set_off = bool(separator) or not text[composed.end :].strip()
    if not is_set_off and not ends_with_a_date(text[after:]):
        return listed
    return Label(composed.topic, 0, after, text[: composed.end], is_set_off=is_set_off, manner=composed.manner)


def _composed_at(text: str, start: int) -> Label | None:
    """The label that begins a later part of a footer: "Reviewed Sept 2021 / Due Sept 2022"."""
    label = _first_label(text[start:]) if text[:start].endswith(tuple(f"{part} " for part in _PARTS)) else None
    return label and replace(label, start=start, end=start + label.end)


def _runs_on(label: Label, text: str) -> bool:
    """Whether the words of a label go on after those that are listed: "Agreed by" before "committee", no value's."""
    rest = text[label.end :].lstrip()
    return rest[:1].islower() or rest == "Date"


def _follows_a_stop(text: str, start: int) -> bool:
    before = text[max(0, start - 9) : start].rstrip()
    return before.endswith((".", "(", ")", ";", *_PARTS)) or before.rstrip(",;")[-1:].isdigit()


def _stands_out(label: Label, text: str, *, follows_a_stop: bool, is_first: bool) -> bool:
    """Whether it is a label: after a stop, or with a colon; the first of a line then follows the document's name."""
    has_colon = ":" in text[label.start : label.end]
    if label.topic.takes("text", "list"):
        return follows_a_stop and has_colon
    is_run_on = has_colon and not _ends_a_name(label, text)
    return follows_a_stop or (is_run_on and not (is_first and _is_of_something_else(text[: label.start])))


def _is_of_something_else(text: str) -> bool:
    """Whether the words before a label are its subject: "Staff Training" before "Last updated", no policy or school."""
    return text[-1:] == " " and not _document_or_school().search(text)


def _ends_a_name(label: Label, text: str) -> bool:
    """Whether a label may be the last word of a name: "Staffing Committee: 12 May 2019"."""
    is_word = len(label.text.split()) == 1 and label.topic.name != "date"
    return is_word and re.search(r"\w ?$", text[max(0, label.start - 2) : label.start]) is not None


def _longest(text: str, start: int) -> tuple[Topic, int] | None:
    first = _FIRST_WORD.match(text, start)
    if not first:
        return None
    matches = [
        (match.end(), wording.topic)
        for wording in by_first_word().get(first[0].casefold(), ())
        if (match := wording.pattern.match(text, start))
    ]
    if not matches:
        return None
    end, topic = max(matches, key=lambda found: found[0])
    return topic, end
