"""Lists of policies that give their names and nothing else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from policyaudit.reading.dates import read_date
from policyaudit.reading.lines import Line, Part
from policyaudit.reading.register_brackets import with_marks
from policyaudit.reading.register_grid import Cell, Grid
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_remarks import entry_in
from policyaudit.reading.register_stacks import Stack, as_grid
from policyaudit.reading.register_titles import title_in, without_marks
from policyaudit.reading.register_words import is_furniture, is_topical, names_a_school, names_one

_MOST_WORDS = 12
_LONGEST = 90
_LONGEST_LINE = 300  # of marks and links as well
_FEWEST = 4
_MOST_COLUMNS = 3
_DESCRIBED = re.compile(
    r"(?:\s+[-–—]|\*{0,2}:\*{0,2}|,)\s+(?:how|what|when|why|who|where|our|the|this|to|for|sets|explains|a)\s.*$"
)
_NEARLY_ALL = 0.7
_MOST_FIGURES = 3  # groups of them in a name
_SHARE_OF_LINES = 0.4
_MOST_GOING_ON = 0.1
_SECTION = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s+[A-Z]")
_FEWEST_SECTIONS, _SHARE_OF_SECTIONS = 6, 0.6
_NAME = re.compile(r"[^\w<]*(?:[A-ZÀ-Ý0-9]|<)")
_SHARE_BESIDE = 0.3  # where another run plainly is one of policies
_SHARE = 0.5  # of the names that hold a word such as policies are called by
_CALLED = (
    r"polic(?:y|ies) (?:(?:review|renewal|approval) )?"
    r"(?:schedule|register|list|index|timetable|calendar|cycle|overview)"
)
_LISTED = re.compile(
    rf"(?:^|\W)(?:policies|procedures|polisïau)\W*$|^\W*(?:\w+ )?policies\W|\b{_CALLED}\b", re.IGNORECASE
)
_RELATED = re.compile(
    r"\b(?:related|associated|linked|linking|connected|supporting|alongside|see also|cross[- ]referenc|links to)\b"
    r".*\b(?:policies|documents|documentation|procedures)\b|\bin conjunction with\b",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"(?:^|\W)(?:policies|polisïau|polisiau|procedures|{_CALLED})(?:\W|$)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*+•·▪●○◦➢✓»\uf0b7\uf0a7]|<li|\d{1,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s)")


def names_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The names that stand below each other in a document that calls itself a list of policies."""
    alike = sum(_looks_like_name(line) for line in lines)
    going_on = sum(line.text[:1].islower() for line in lines if line.part is Part.BODY)  # lines of a paragraph
    if (
        going_on > _MOST_GOING_ON * len(lines)
        or alike < _FEWEST
        or alike < _SHARE_OF_LINES * len(lines)
        or not (any(_calls_itself_a_list(line) for line in lines) or _are_sections(lines))
    ):
        return
    runs = list(_runs(_one_by_one(lines)))
    share = _SHARE_BESIDE if any(_are_policies(run, _SHARE) and len(run) >= _FEWEST for run in runs) else _SHARE
    names = _alike([cell for run in runs if _are_policies(run, share) for cell in run])
    if len(names) >= _FEWEST:
        taken = {cell.line.number for cell in names}
        stacks = with_marks([_entry(cell) for cell in names], [line for line in lines if line.number not in taken])
        yield as_grid(stacks, "names")


def _alike(names: list[Cell]) -> list[Cell]:
    """The names; only those behind a bullet or a number where nearly all have one."""
    marked = [cell for cell in names if _BULLET.match(cell.line.text)]
    return marked if len(marked) >= _NEARLY_ALL * len(names) else names


def _entry(cell: Cell) -> Stack:
    """A name, with what its line says behind it."""
    entry = entry_in(replace(cell.line, cells=(cell.text,)))
    if entry is None:
        return Stack(cell, lines={cell.line.number})
    return Stack(Cell(entry.title.text, cell.line), entry.said, entry.lines)


def _one_by_one(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that hold a name in each of two or three columns as one line for each name."""
    for line in lines:
        if 1 < len(line.cells) <= _MOST_COLUMNS and all(is_topical(cell) and names_one(cell) for cell in line.cells):
            yield from (replace(line, cells=(cell,)) for cell in line.cells)
        else:
            yield line


def _looks_like_name(line: Line) -> bool:
    """Whether a line is short, begins with a capital and ends no sentence; a quick look."""
    text = line.text if len(line.cells) <= _MOST_COLUMNS else ""
    return text.count(" ") < _MOST_WORDS and _NAME.match(text) is not None and text[-1:] not in ".,;:!?"


def _calls_itself_a_list(line: Line) -> bool:
    return len(line.text) <= 200 and _HEADING.search(line.text) is not None  # noqa: PLR2004 - no paragraph


def _are_sections(lines: Sequence[Line]) -> bool:
    """Whether a document is nothing but numbered names: "3.2 Nappy changing"."""
    numbered = sum(_SECTION.match(line.text) is not None for line in lines)
    return numbered >= _FEWEST_SECTIONS and numbered >= _SHARE_OF_SECTIONS * len(lines)


def _runs(lines: Iterable[Line]) -> Iterator[list[Cell]]:
    """Names one below the other; a heading, a sentence or another mark before them ends a run.

    Below "Related policies" stand those of which the document is none.
    """
    run: list[Cell] = []
    mark: str | None = None
    for line in _before_related(lines):
        if run and is_furniture(without_marks(line.text)):
            continue  # a button beside each name
        here = _BULLET.match(line.text)
        kind = here[0].strip()[:1] if here else ""
        is_name = _may_be_name(line)
        if not is_name or (run and kind != mark and not (kind.isdigit() and (mark or "").isdigit())):
            yield run
            run = []
        if is_name:
            run.append(Cell(_DESCRIBED.sub("", line.text), line))
            mark = kind
    yield run


def _before_related(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines above a list of related policies, with which a policy ends."""
    return takewhile(lambda line: len(line.text) > _LONGEST or not _RELATED.search(line.text), lines)


def _may_be_name(line: Line) -> bool:
    """Whether a line may be the name of a policy: short, no sentence, no heading, no button of a page."""
    if line.heading is not None or line.part is not Part.BODY or len(line.cells) > 1 or len(line.text) > _LONGEST_LINE:
        return False
    text = without_marks(line.text)
    is_short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    is_short = is_short and len(re.findall(r"\d+", text)) <= _MOST_FIGURES
    is_list = _LISTED.search(text) is not None
    return (
        is_short
        and not is_list
        and not text.endswith((".", ":", "!", "?"))
        and not is_furniture(text)
        and not names_a_school(text)
        and not _is_heading_between(text)
        and title_in(text) is not None
    )


def _is_heading_between(text: str) -> bool:
    return kind_of(text) in {Kind.CYCLE, Kind.BODY} or read_date(text) is not None


def _are_policies(run: Sequence[Cell], share: float) -> bool:
    titles = [without_marks(cell.text) for cell in run]
    topical = sum(is_topical(title) for title in titles)
    return len(run) > 1 and topical >= share * len(run)
