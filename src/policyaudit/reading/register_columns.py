"""What each column of a list was taken for: by its heading, by what stands in it, and by the columns beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policyaudit.domain.naming import folded
from policyaudit.reading.evidence import CERTAIN
from policyaudit.reading.register import Meaning, ReadColumn
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_grid import Grid
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_words import Topic, confidence, is_topical, topic_called, topics_of

_FEW_WORDS = 5
AS_SAID = "as you said"
_MOST = 0.6  # of the cells that say something
_LAST = frozenset({Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED})
DATES = _LAST | {Meaning.NEXT_REVIEW}
_BY_KIND = {Kind.CYCLE: Meaning.FREQUENCY, Kind.BODY: Meaning.APPROVAL, Kind.POST: Meaning.OWNER}
_NAMES = {
    Kind.DATE: "dates",
    Kind.CYCLE: "review cycles",
    Kind.BODY: "committees or governors",
    Kind.POST: "posts",
    Kind.FLAG: "yes or no, or statutory or not",
    Kind.NUMBER: "numbers",
    Kind.TEXT: "words",
    Kind.BLANK: "empty",
}


@dataclass(frozen=True, slots=True)
class Understood:
    """A column and what it was taken for; a heading of two ("Last review / Next review") has a `second` meaning."""

    heading: str
    meaning: Meaning | None
    reason: str
    sure: str  # a name under [confidences]
    second: Meaning | None = None
    may_be_either: bool = False

    @property
    def is_headed(self) -> bool:
        """Whether its heading stands above the whole column, and not beside each cell."""
        return self.sure.startswith("heading")

    @property
    def column(self) -> ReadColumn:
        """The column as it is shown."""
        return ReadColumn(self.heading, self.meaning, self.reason, is_certain=confidence(self.sure) >= CERTAIN)


def understood(grid: Grid, mapping: Mapping[str, Meaning | None] | None = None) -> tuple[Understood, ...]:
    """The columns of a list, each with its meaning; `mapping` says by heading what somebody knows better."""
    said = {folded(heading): meaning for heading, meaning in (mapping or {}).items()}
    columns = [_column(grid, place, said) for place in range(len(grid.headings))]
    columns = _settled(grid, columns)
    columns = _by_content(grid, columns)
    columns = _with_owners(columns)
    return tuple(_one_of_each(columns, has_labels=grid.titles_at is not None))


def _column(grid: Grid, place: int, said: Mapping[str, Meaning | None]) -> Understood:
    """What a column's heading says, checked by its cells."""
    heading = grid.headings[place]
    if folded(heading) in said:
        return Understood(heading, said[folded(heading)], AS_SAID, "heading and content")
    if place == grid.titles_at:
        return Understood(heading, Meaning.TITLE, "it stands before what is said of it", grid.found_by)
    topics = topics_of(heading)
    if not topics:
        return Understood(heading, None, "the heading is not known" if heading else "it has no heading", "content")
    meaning, kind = _said_by(topics[0], grid.column(place))
    second = topics[1].says if len(topics) > 1 else None
    if meaning is Meaning.FREQUENCY and topics[0].says in DATES:
        second = topics[0].says  # of a date among cycles
    reason = f"heading '{heading}'" + (f", and most cells are {_NAMES[kind]}" if kind else "")
    sure = "heading and content" if kind else "heading"
    sure = grid.found_by if kind and grid.found_by != "heading" else sure
    return Understood(heading, meaning, reason, sure, second, may_be_either=topics[0].may_be_either)


def _said_by(topic: Topic, cells: Sequence[str]) -> tuple[Meaning | None, Kind | None]:
    """What a heading says of a column, and the kind of its cells where that bears it out."""
    kinds = Counter(kind_of(cell) for cell in cells if kind_of(cell) is not Kind.BLANK)
    if topic.says is None or not kinds:
        return topic.says, None if topic.says is None else Kind.BLANK
    kind, count = kinds.most_common(1)[0]
    if count < _MOST * kinds.total():
        return topic.says, None
    if kind.value in topic.otherwise:
        return topic.otherwise[kind.value], kind
    return topic.says, kind if kind in _FITTING[topic.says] else None


_WHO = frozenset({Kind.BODY, Kind.POST, Kind.TEXT})
_FITTING: Mapping[Meaning, frozenset[Kind]] = {
    Meaning.TITLE: frozenset({Kind.TEXT}),
    Meaning.NUMBER: frozenset({Kind.NUMBER}),
    Meaning.VERSION: frozenset({Kind.NUMBER, Kind.TEXT}),
    Meaning.APPROVAL: _WHO,
    Meaning.OWNER: _WHO,
    Meaning.COMMITTEE: _WHO,
    Meaning.LAST_APPROVED: frozenset({Kind.DATE}),
    Meaning.LAST_REVIEWED: frozenset({Kind.DATE}),
    Meaning.NEXT_REVIEW: frozenset({Kind.DATE}),
    Meaning.FREQUENCY: frozenset({Kind.CYCLE}),
    Meaning.STATUTORY: frozenset({Kind.FLAG}),
    Meaning.SCHOOL: frozenset({Kind.TEXT}),
}


def _settled(grid: Grid, columns: list[Understood]) -> list[Understood]:
    """Columns whose heading may mean the last review or the next, told by the dates beside them."""
    settled = list(columns)
    for place, column in enumerate(columns):
        if not column.may_be_either or column.meaning not in DATES:
            continue
        others = {other.meaning: at for at, other in enumerate(settled) if at != place and _is_settled(other)}
        meaning, reason = _told(grid, place, others) or (column.meaning, column.reason)
        settled[place] = replace(column, meaning=meaning, reason=reason, may_be_either=False)
    return settled


def _is_settled(column: Understood) -> bool:
    return column.meaning in DATES and not column.may_be_either


def _told(grid: Grid, place: int, others: Mapping[Meaning | None, int]) -> tuple[Meaning, str] | None:
    if Meaning.NEXT_REVIEW in others:
        return Meaning.LAST_REVIEWED, f"heading '{grid.headings[place]}' beside a next review"
    before = next((at for meaning, at in others.items() if meaning in _LAST), None)
    if before is None:
        return None
    is_later = _is_later(grid, place, than=before)
    told = "later" if is_later else "no later"
    reason = f"heading '{grid.headings[place]}', and its dates are {told} than '{grid.headings[before]}'"
    return Meaning.NEXT_REVIEW if is_later else Meaning.LAST_REVIEWED, reason


def _is_later(grid: Grid, place: int, *, than: int) -> bool:
    """Whether a column's dates lie after those of another in most rows that have both; so where none has."""
    compared = [
        ours[0].date.latest > theirs[0].date.latest
        for ours, theirs in zip(map(dates_in, grid.column(place)), map(dates_in, grid.column(than)), strict=True)
        if ours and theirs
    ]
    return sum(compared) * 2 >= len(compared)


def _by_content(grid: Grid, columns: list[Understood]) -> list[Understood]:
    """Columns under no heading that is known, told by what stands in them."""
    told = list(columns)
    unknown = [place for place, column in enumerate(columns) if column.sure == "content"]
    held = {column.meaning for column in columns}
    dated = [place for place in unknown if _mostly(grid, place) is Kind.DATE]
    for place, meaning in _dates_in_order(grid, dated, held):
        told[place] = replace(told[place], meaning=meaning, reason=f"{told[place].reason}; its cells are dates")
    for place in unknown:
        kind = _mostly(grid, place)
        said = _BY_KIND.get(kind) if kind else None
        if said is None and kind is not Kind.DATE and _names_who(grid, place):
            kind, said = Kind.BODY, Meaning.APPROVAL
        if said and kind and said not in held:
            held.add(said)
            reason = f"{told[place].reason}; its cells are {_NAMES[kind]}"
            told[place] = replace(told[place], meaning=said, reason=reason)
    return told if Meaning.TITLE in held else _with_titles(grid, told, unknown)


def _names_who(grid: Grid, place: int) -> bool:
    """Whether a column names committees: short names that come again, some of them plainly those of a body or post."""
    cells = [cell for cell in grid.column(place) if kind_of(cell) is not Kind.BLANK]
    names = {folded(cell) for cell in cells}
    is_short = all(len(cell.split()) <= _FEW_WORDS for cell in cells)
    return is_short and len(names) < len(cells) and any(kind_of(cell) in {Kind.BODY, Kind.POST} for cell in cells)


def _dates_in_order(grid: Grid, places: Sequence[int], held: set[Meaning | None]) -> list[tuple[int, Meaning]]:
    """Columns of dates without a heading: the earlier is the last review, the later the next."""
    if grid.titles_at is not None:
        held = {Meaning.LAST_REVIEWED} if _have_both(grid, places) else set()
    if len(places) == 1:
        if not held & _LAST:
            return [(places[0], Meaning.LAST_REVIEWED)]
        return [] if Meaning.NEXT_REVIEW in held else [(places[0], Meaning.NEXT_REVIEW)]
    if len(places) != 2 or held & DATES:  # noqa: PLR2004 - the last and the next; of three nobody can tell
        return []
    first, second = places if _is_later(grid, places[1], than=places[0]) else (places[1], places[0])
    return [(first, Meaning.LAST_REVIEWED), (second, Meaning.NEXT_REVIEW)]


def _have_both(grid: Grid, places: Sequence[int]) -> bool:
    """Whether a record has a date without a label beside one that has a label."""
    labelled = [at for at, heading in enumerate(grid.headings) if any(t.says in _LAST for t in topics_of(heading))]
    return any(any(record[at] for at in places) and any(record[at] for at in labelled) for record in grid.records)


def _with_titles(grid: Grid, columns: list[Understood], unknown: Sequence[int]) -> list[Understood]:
    """The first column of words, most of them different and many such as policies are called by, holds the titles."""
    for place in unknown:
        cells = [cell for cell in grid.column(place) if cell.strip()]
        is_varied = len({folded(cell) for cell in cells}) > _MOST * len(cells)
        if _mostly(grid, place) is Kind.TEXT and is_varied and sum(map(is_topical, cells)) * 2 >= len(cells):
            reason = f"{columns[place].reason}; its cells are titles"
            columns[place] = replace(columns[place], meaning=Meaning.TITLE, reason=reason)
            break
    return columns


def _mostly(grid: Grid, place: int) -> Kind | None:
    kinds = Counter(kind_of(cell) for cell in grid.column(place) if kind_of(cell) is not Kind.BLANK)
    if not kinds:
        return None
    kind, count = kinds.most_common(1)[0]
    return kind if count >= _MOST * kinds.total() else None


def _with_owners(columns: list[Understood]) -> list[Understood]:
    """Who is responsible approves, unless another column says who does: then the responsible owe the review."""
    approving = [at for at, column in enumerate(columns) if column.meaning is Meaning.APPROVAL]
    responsible = [at for at in approving if topics_of(columns[at].heading)[:1] == (topic_called("responsibility"),)]
    if len(approving) == len(responsible):
        return columns
    return [
        replace(column, meaning=Meaning.OWNER, reason=f"{column.reason}; another column says who approves")
        if at in responsible
        else column
        for at, column in enumerate(columns)
    ]


def _one_of_each(columns: Sequence[Understood], *, has_labels: bool) -> list[Understood]:
    """One column of titles, one of each other thing; who reviews is who approves where nothing else says so."""
    held: set[Meaning] = set()
    kept: list[Understood] = []
    has_approval = any(column.meaning is Meaning.APPROVAL for column in columns)
    said = {column.meaning for column in columns if column.reason == AS_SAID}
    for column in columns:
        if column.reason == AS_SAID:
            kept.append(column)
            continue
        read = column
        if column.meaning is Meaning.COMMITTEE and not has_approval:
            read = replace(column, meaning=Meaning.APPROVAL, reason=f"{column.reason}; no column says who approves")
        if read.meaning is not None and read.meaning in held | said and not has_labels:
            read = replace(column, meaning=None, reason=f"another column holds the {column.meaning}")
        held |= {read.meaning} if read.meaning else set()
        kept.append(read)
    return kept
