"""Lists of policies in which a line names a policy and says the rest behind it, or in a sentence."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.reading.dates import FoundDate
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_grid import Cell, Grid
from policyaudit.reading.register_parts import parts_of
from policyaudit.reading.register_stacks import Stack, as_grid
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import is_blank, is_furniture, is_topical, names_a_school

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
    stacks = [stack for _, stack in entries[told[0] : told[-1] + 1] if stack]
    stacks += _further(entries[told[-1] + 1 :])
    before = _further(entries[: told[0]][::-1])
    yield as_grid([*reversed(before), *stacks], "order")


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
    if not text or len(text) > _LONGEST or _FILE.search(text) or is_elsewhere:
        return None
    parts = parts_of(text)
    if not parts or _SENTENCE_FOR_ALL.match(text):
        return None
    lead = parts[0].text if parts[0].topic is None else ""
    title, dates = _parted(lead, has_labels=len(parts) > 1)
    if not _is_title(title) or (len(parts) == 1 and text.endswith((".", "!", "?")) and not dates):
        return None
    stack = Stack(Cell(title, line), lines={line.number})
    for number, date in enumerate(dates[:2]):
        stack.said.append((None, ("", " ")[number], Cell(lead[date.start : date.end], line)))
    for part in parts:
        if part.topic is not None and part.topic.says is not Meaning.TITLE:
            stack.said.append((part.topic, part.label, Cell(part.text, line)))
    return stack


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
