"""How `audit confirm` looks on a terminal: the values that wait, and what became of those that were settled."""

from collections.abc import Iterator

from policyaudit.cli.colours import YELLOW
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.other_school import filing_command
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, next_steps, paragraphs, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.confirm import Left, Settled, WaitingList, WaitingValue
from policyaudit.usecases.confirm_rulings import AsAsked
from policyaudit.usecases.field_values import typed_name

_LONGEST = 90  # characters of a line that are shown: a paragraph may be one line
_STATES = {"confirmed": "accepted", "corrected": "corrected to", "dropped": "dropped"}


def waiting_page(found: WaitingList, terminal: Terminal) -> str:
    """The values by policy, each with its line and how sure it is, and how to settle them."""
    columns = _columns(several=found.school is None)
    rows = table(columns, found.values, terminal) if found.values else ""
    told = sentences([_number(found)], terminal.width)
    steps = next_steps(_next_steps(found), terminal.width)
    return paragraphs([rows, told, steps])


def settled_page(settled: AsAsked, waits: int, terminal: Terminal) -> str:
    """What became of each value, why some were left, and how many still wait."""
    lines = (f"{one.value.first.policy}: {settled_words(one)}" for one in settled.done)
    listed = points(f"{begun(counted(len(settled.done), 'value'))} settled:", lines, terminal.width)
    of_no_use = "" if settled.left else "No value is so sure; " if waits else "Nothing waits; "
    left = points("Left to wait:", map(_left, settled.left), terminal.width)
    more = [("audit confirm", "goes through what still waits")] if waits else []
    steps = next_steps([*_moving(settled), *more], terminal.width)
    nothing = begun(f"{of_no_use}nothing was recorded.")
    return paragraphs([listed or nothing, left, begun(f"{still_waiting(waits)}."), steps])


def _left(one: Left) -> str:
    """A value that goes on waiting, and why."""
    first = one.value.first
    return f"{first.policy}: {field_words(first.field)} {first.value}: {one.why}"


def still_waiting(left: int) -> str:
    """How many values still wait."""
    return f"{counted(left, 'value')} {'waits' if left == 1 else 'wait'} to be confirmed"


def settled_words(one: Settled) -> str:
    """What became of one value: next review June 2027 accepted."""
    first = one.value.first
    said = f"{_STATES[one.state]} {one.counts}" if one.state == "corrected" else _STATES[one.state]
    where = f"; the policy stays with {first.school}" if _names_other_school(one) else ""
    return f"{field_words(first.field)} {first.value} {said}{where}"


def _names_other_school(one: Settled) -> bool:
    """Whether the document is of another school than the one under which its policy is filed."""
    return one.counts is not None and one.value.first.field == "organisation" and one.counts != one.value.first.school


def _moving(settled: AsAsked) -> Iterator[tuple[str, str]]:
    """How the first policy of another school comes there, and away from here."""
    moved = next((one for one in settled.done if _names_other_school(one)), None)
    if moved is not None:
        first = moved.value.first
        yield filing_command(first.file_name, moved.counts), "files the document there"
        yield f'audit policy withdraw "{first.policy}" --school "{first.school}"', "takes the policy out here"


def _columns(*, several: bool) -> tuple[Column[WaitingValue], ...]:
    return (
        Column("Policy", _policy_and_school if several else _policy, Giving.WRAP, least=15, once=True),
        Column("Value", lambda value: field_words(value.first.field)),
        Column("Read as", _with_line, Giving.WRAP, least=18),
        Column("Where", lambda value: "\n".join(places(value)), Giving.WRAP, least=16),
        Column("Sure", lambda value: f"{value.first.confidence} %", right=True, colour=lambda _: YELLOW),
    )


def _policy(value: WaitingValue) -> str:
    titled = f"{value.first.policy} ({value.first.number})" if value.first.number else value.first.policy
    return f"{titled}, version {value.first.version}" if value.first.version else titled


def _policy_and_school(value: WaitingValue) -> str:
    return f"{_policy(value)}\n{value.first.school}"


def _with_line(value: WaitingValue) -> str:
    """The value, and below it the line that it was read from where that says more."""
    line = clean(value.first.evidence, limit=_LONGEST)
    told = (value.first.value, f"“{line}”" if line != value.first.value else None, against_words(value))
    return "\n".join(filter(None, told))


def against_words(value: WaitingValue) -> str | None:
    """What counts now where the value says otherwise, and where that was read."""
    if value.against is None:
        return None
    read = value.against.read
    where = [read.file_name, place_words(read.line, read.page, read.part)] if read else []
    told = ", ".join(place for place in where if place)
    return f"{value.against.value} counts now" + (f" ({told})" if told else "")


def places(value: WaitingValue) -> list[str]:
    """In which document the value stands and where, and how many others say the same."""
    first, others = value.first, len(value.read) - 1
    more = f"and {counted(others, 'other document')}" if others else None
    return [told for told in (first.file_name, place_words(first.line, first.page, first.part), more) if told]


def _number(found: WaitingList) -> str:
    of = f" for {found.policy}" if found.policy else ""
    waits = "waits" if len(found.values) == 1 else "wait"
    return f"{begun(counted(len(found.values), 'value'))}{of} {waits} to be confirmed."


def _next_steps(found: WaitingList) -> Iterator[tuple[str, str]]:
    """How to settle the first of them, as an example that can be typed."""
    if found.values:
        first = found.values[0].first
        field, policy = typed_name(first.field), f'"{first.policy}"'
        option = "--names" if field == "school" else f"--{field}"
        yield f"audit confirm {policy} --accept {field}", "it was read rightly"
        yield f'audit confirm {policy} {option} "..."', "says what is right"
        yield f"audit confirm {policy} --drop {field}", "it is not to count"
