"""Lists of policies in which a line names a policy and says the rest behind it, or in a sentence."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.reading.dates import FoundDate
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_grid import Cell, Grid
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_parts import parts_of
from policyaudit.reading.register_stacks import Stack, as_grid
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import (
    Topic,
    is_blank,
    is_furniture,
    is_group,
    is_topical,
    names_a_school,
    names_one,
    topic_called,
)

_LONGEST = 300
_LONGEST_TITLE = 110
_MOST_WORDS = 14
_VERB = re.compile(
    r"[\s,]+(?:(?:was|is|were|are|has|have|had|will|to|be|been|should|must|next|most recently|last|then|first|it|and"
    r"|which|that|currently)\s*)+$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:the|our|this|a)\s+(?=\S)", re.IGNORECASE)
# "The governors approved the Pay Policy in May 2021" says what "The Pay Policy was approved by the governors" does.
_APPROVED = re.compile(
    r"^(?P<body>(?:the |our )?(?:[\w&]+ ){1,4})(?:have |has )?"
    r"(?P<verb>approved|adopted|agreed|ratified|reviewed|updated) (?:the |our )"
    r"(?P<title>[^.,;]{3,80}?) (?=(?:in|on|at) [^.,;]{0,30}\d)",
    re.IGNORECASE,
)
_SUBJECT_OF = re.compile(
    r"^(?:the|our|a)\s+(?P<title>[^.,;:]{3,80}?)\s+(?:is|are|was|were|has|have|will|must|should|does|sets|can)\s",
    re.IGNORECASE,
)
_NOTHING = (
    r"(?:n/?a|tb[acd]|none|not known|not dated|no date|pending|to follow|draft|to be (?:confirmed|agreed)|[-–—?])"
)
_EMPTY = re.compile(rf"(?:\s*:|\s+[-–—])\s*{_NOTHING}(?:\s*[/,;|]\s*{_NOTHING})*\W*$", re.IGNORECASE)
_UPLOADED = re.compile(r"\s*[(\[](?:added|uploaded|posted|created|modified)\b[^()\[\]]*[)\]]\s*$", re.IGNORECASE)
_UNCLOSED = re.compile(r"\s*\([^()]*$")
_OPENING = re.compile(r"[\s(\[,;:–—-]+$")
_BARE_YEAR = re.compile(r"\d{4}(?:\s*[-–/]\s*\d{2,4})?")
_SET_OFF = re.compile(r"(?:\(|\[|[:,;|]|\s[-–—])\s*(?:\w+\.?\s+){0,2}$")
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf)\W*$", re.IGNORECASE)
_SENTENCE_FOR_ALL = re.compile(
    r"^(?:all|these|the following|each|every|they|we|here|our policies|policies|please|below)\b", re.IGNORECASE
)


def remarks_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list whose lines each name a policy and say what is known of it."""
    entries = [(line, entry_in(line)) for line in lines]
    told = [place for place, (_, stack) in enumerate(entries) if stack and stack.said]
    if not told:
        return
    stacks = [stack for _, stack in _without_groups(entries[told[0] : told[-1] + 1]) if stack]
    stacks += _further(entries[told[-1] + 1 :])
    before = _further(entries[: told[0]][::-1])
    yield as_grid([*reversed(before), *stacks], "order")


def _without_groups(entries: Sequence[tuple[Line, Stack | None]]) -> Iterator[tuple[Line, Stack | None]]:
    """The entries without the headings that stand apart among them: "Learning and teaching" below an empty line."""
    last = 0
    for line, stack in entries:
        if stack is None or stack.said or line.number == last + 1 or not is_group(stack.title.text):
            yield line, stack
        last = line.number


def _further(entries: Sequence[tuple[Line, Stack | None]]) -> list[Stack]:
    """The titles of which nothing is said that stand next to the list."""
    taken = []
    for line, stack in entries:
        if stack is None and is_furniture(line.text):
            continue
        if stack is None or not is_topical(stack.title.text) or stack.title.line.heading is not None:
            break
        if re.search(r"policies|policy(?::| list| schedule| register| review)", stack.title.text, re.IGNORECASE):
            break
        taken.append(stack)
    return taken


def entry_in(line: Line) -> Stack | None:
    """A policy and what its line says; None for a line that names none."""
    text = _APPROVED.sub(r"\g<title> was \g<verb> by \g<body> ", without_marks(" ".join(line.cells)))
    is_elsewhere = line.heading is not None or line.table is not None
    if not text or len(text) > _LONGEST or _FILE.search(text) or is_elsewhere or is_furniture(text):
        return None
    text = _UPLOADED.sub("", text)
    parts = parts_of(text)
    if not parts or _SENTENCE_FOR_ALL.match(text):
        return None
    lead = parts[0].text if parts[0].topic is None else ""
    title, dates = _parted(lead, has_labels=len(parts) > 1)
    if len(parts) == 1 and not dates:
        title = _subject(text) if text.endswith((".", "!", "?")) else _EMPTY.sub("", title)
    if not _is_title(title):
        return None
    stack = Stack(Cell(_in_own_cell(title, line), line), lines={line.number})
    for number, date in enumerate(dates[:2]):
        stack.said.append((None, ("", " ")[number], Cell(lead[date.start : date.end], line)))
    if len(parts) > 1:
        stack.said += [(topic, "", Cell(piece, line)) for topic, piece in _in_bracket(lead)]
    for part in parts:
        if part.topic is not None and part.topic.says is not Meaning.TITLE:
            stack.said.append((part.topic, part.label, Cell(part.text, line)))
    return stack


def _subject(sentence: str) -> str:
    """The policy of which a sentence says nothing that we ask for: "The Drugs Policy is being rewritten."."""
    found = _SUBJECT_OF.match(sentence)
    return found["title"] if found and names_one(found["title"]) else ""


def _in_bracket(lead: str) -> Iterator[tuple[Topic | None, str]]:
    """What stands in an open bracket before the first label: "(Full Governors, annual, last approved May 2022)"."""
    bracket = _UNCLOSED.search(lead)
    for piece in re.split(r"\s*[,;]\s*", bracket[0].strip(" (,;")) if bracket else ():
        kind = kind_of(piece)
        if kind is Kind.CYCLE:
            yield topic_called("frequency"), piece
        elif kind in {Kind.BODY, Kind.POST, Kind.TEXT} and not is_furniture(piece):
            yield None, piece


def _in_own_cell(title: str, line: Line) -> str:
    """A title without the cells beside it: "Complaints", and in the next column "See the website"."""
    first = without_marks(line.cells[0])
    return first if len(line.cells) > 1 and title.startswith(f"{first} ") and _is_title(first) else title


def _parted(lead: str, *, has_labels: bool) -> tuple[str, Sequence[FoundDate]]:
    """The title at the beginning of a line, and the dates behind it that no label stands before."""
    dates = [] if has_labels else _at_the_end(lead)
    title = lead[: dates[0].start] if dates else lead
    if has_labels:
        title = _VERB.sub("", f"{_UNCLOSED.sub('', title)} ")
    title = _OPENING.sub("", title).strip(" \"'“”*.")
    return _SUBJECT.sub("", title) if has_labels else title, dates


def _at_the_end(lead: str) -> list[FoundDate]:
    """The dates with which a line ends; a bare year that nothing sets off is part of the title."""
    dates = list(dates_in(lead))
    end = len(lead.rstrip(" .)]*;,"))
    kept: list[FoundDate] = []
    for found in reversed(dates):
        if lead[found.end : end].strip(" /–—-&,)(") not in {"", "to", "and"}:
            break
        kept.insert(0, found)
        end = found.start
    if kept and _BARE_YEAR.fullmatch(lead[kept[0].start : kept[0].end]) and not _SET_OFF.search(lead[: kept[0].start]):
        return kept[1:] if len(kept) > 1 else []
    return kept


def _is_title(text: str) -> bool:
    if (
        is_blank(text)
        or is_furniture(text)
        or names_a_school(text)
        or len(text) > _LONGEST_TITLE
        or not re.search(r"[^\W\d_]{2}", text)
    ):
        return False
    if not (text[0].isupper() or text[0].isdigit()) or re.search(r"\w: ", text):
        return False  # the rest of a sentence, or a label that we do not know
    return len(text.split()) <= _MOST_WORDS and re.search(r"[.!?:]$|[a-z)][.!?] ", text) is None
