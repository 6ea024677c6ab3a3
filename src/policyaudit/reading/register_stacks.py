"""Lists of policies in which each title stands above its labelled dates, or behind a label of its own."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from policyaudit.reading.lines import Line
from policyaudit.reading.lines import Part as PlaceInDocument
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_grid import Cell, Grid
from policyaudit.reading.register_kinds import kind_of
from policyaudit.reading.register_parts import Part, begins_label, parts_of
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import (
    Topic,
    body_in,
    is_blank,
    is_furniture,
    is_topical,
    topic_called,
    words_of,
)

_LONGEST_TITLE = 120
_FEWEST = 3
_ANY_LABEL = re.compile(r"(?P<label>[^\W\d_][\w '’/-]{1,30}):\s+(?P<value>\S.*)")
_LONGEST_LABEL, _PAIR = 40, 2  # a row of two cells may be a label and its value


_OF_THIS = re.compile(
    r"^(?:this|the|our) (?:policy|document|procedure|plan)\s+(?:(?:is|was|has|been|will|be|to|should|must)\s+)+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Stack:
    """One policy as it is put together: its title, and what the labels below say."""

    title: Cell
    said: list[tuple[Topic | None, str, Cell]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    is_shown: bool = False  # among the others, though nothing is said of it


def stacks_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list whose titles stand above labelled lines."""
    stacks = [stack for stack in _stacks(lines) if stack.said or stack.is_shown]
    if any(stack.said for stack in stacks):
        yield as_grid(stacks)


def _stacks(lines: Sequence[Line]) -> Iterator[Stack]:
    stack: Stack | None = None
    above: Line | None = None
    own = _own_labels(lines)
    for line in lines:
        parts = _labelled(line) or _own(line, own)
        if parts and parts[0].topic is not None and parts[0].topic.says is Meaning.TITLE:
            if stack:
                yield stack
            stack, above = Stack(Cell(parts[0].text, line), lines={line.number}), None
            _take(stack, parts[1:], line)
            continue
        if parts and above is not None:
            if stack:
                yield stack
            stack, above = Stack(_title(above), lines={above.number}), None
        if parts and stack:
            _take(stack, parts, line)
        elif above and stack and is_furniture(line.text) and is_topical(above.text):
            yield stack  # a button below a title stands where the labels of others do
            stack, above = Stack(_title(above), lines={above.number}, is_shown=True), None
        elif not parts and _may_be_title(line):
            above = _with_beginning(above, line)
    if stack:
        yield stack


def _title(line: Line) -> Cell:
    return Cell(without_marks(line.text), line)


def _own_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Labels of this list's own that we do not know, which come again and again: "Storage: cupboard"."""
    found = Counter(label for line in lines if (label := _label(line)))
    return frozenset(label for label, count in found.items() if count >= _FEWEST)


def _label(line: Line) -> str | None:
    found = _ANY_LABEL.match(without_marks(line.text)) if len(line.cells) == 1 else None
    return found["label"].casefold() if found else None


def _own(line: Line, labels: Collection[str]) -> tuple[Part, ...]:
    """A line that begins with a label of the list's own."""
    found = _ANY_LABEL.match(without_marks(line.text)) if labels and len(line.cells) == 1 else None
    if found is None or found["label"].casefold() not in labels:
        return ()
    return (Part(None, found["label"], found["value"].strip()),)


def _labelled(line: Line) -> tuple[Part, ...]:
    """The labelled parts of a line that begins with a label; a line of two cells may be label and value."""
    if line.part is PlaceInDocument.FRONT_MATTER:
        return ()
    is_pair = len(line.cells) == _PAIR and len(line.cells[0]) <= _LONGEST_LABEL
    text = _OF_THIS.sub("", without_marks((": " if is_pair else " ").join(line.cells)))
    if not begins_label(text):
        return ()
    parts = parts_of(text)
    return parts if parts[0].topic is not None else ()


def _take(stack: Stack, parts: Sequence[Part], line: Line) -> None:
    stack.lines.add(line.number)
    stack.said += [(part.topic, part.label, Cell(part.text, line)) for part in parts]


def _may_be_title(line: Line) -> bool:
    text = without_marks(line.text)
    return 1 < len(text) <= _LONGEST_TITLE and not is_furniture(text) and not is_blank(text) and not text.endswith(".")


def _with_beginning(above: Line | None, line: Line) -> Line:
    """The line above the labels, with the one above it where that is not at its end: "Children in Care and"."""
    last = above.text.casefold().split()[-1:] if above else []
    is_unfinished = bool(last) and last[0] in words_of("titles", "unfinished")
    if above and is_unfinished and len(above.text) <= _LONGEST_TITLE:
        return Line(line.number, (f"{above.text} {line.text}",), line.page, line.part, line.table)
    return line


def as_grid(stacks: Sequence[Stack], found_by: str = "label and content") -> Grid:
    """Stacks as a grid: a column for the titles, and one for whatever the labels speak of."""
    columns: dict[str, str] = {}
    for stack in stacks:
        stack.said += list(_bodies_in_labels(stack))
        for topic, label, cell in stack.said:
            columns.setdefault(_key(topic, label, cell), label)
    places = {key: at for at, key in enumerate(columns, 1)}
    records = []
    for stack in stacks:
        cells: list[Cell | None] = [stack.title, *[None] * len(columns)]
        for topic, label, cell in stack.said:
            key = _key(topic, label, cell)
            cells[places[key]] = cells[places[key]] or cell
        records.append(tuple(cells))
    taken = frozenset(number for stack in stacks for number in stack.lines)
    return Grid(("Policy", *columns.values()), tuple(records), taken, found_by, titles_at=0)


def _bodies_in_labels(stack: Stack) -> Iterator[tuple[Topic | None, str, Cell]]:
    """Who approved, where the label of the date says so: "Approved by Governors on: 04/05/2016"."""
    approval = topic_called("approval")
    if any(topic is approval for topic, _, _ in stack.said):
        return
    for topic, label, cell in stack.said:
        body = body_in(label) if topic and topic.says in _DONE and not is_blank(cell.text) else None
        if body:
            yield approval, label, Cell(body, cell.line)


_DONE = frozenset({Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED})


def _key(topic: Topic | None, label: str, cell: Cell) -> str:
    """What makes two labels one column: what they speak of, and that dates or cycles stand under both."""
    if topic is None:
        return label
    kind = kind_of(cell.text).value
    return f"{topic.name} {kind}" if kind in topic.otherwise else topic.name
