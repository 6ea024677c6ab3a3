"""How the documents of an import stand in groups: first what needs a person, then one line for each document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policyaudit.cli.colours import YELLOW
from policyaudit.cli.facts import listed
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.table import Column, Giving
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, points, sentences, short_date
from policyaudit.usecases.import_likeness import resembles_words
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ProposedDocument
from policyaudit.usecases.import_values import ProposedValue

_HEADINGS = {
    Outcome.NEW_POLICY: ("new policy", "new policies"),
    Outcome.NEW_VERSION: ("new version of a policy", "new versions of policies"),
    Outcome.OTHER_FORM: ("other form of a text that is there", "other forms of texts that are there"),
    Outcome.HELD: ("file is held already", "files are held already"),
    Outcome.LEFT_OUT: ("file is left out, and not asked again", "files are left out, and not asked again"),
    Outcome.LEFT_OUT_BEFORE: ("file was left out before", "files were left out before"),
    Outcome.SKIPPED: (
        "file has no line in the sheet, and is skipped",
        "files have no line in the sheet, and are skipped",
    ),
}
_ONLY_COUNTED = (Outcome.HELD, Outcome.LEFT_OUT_BEFORE)
_FEW = 3  # so many are always told in full
_SHOWN = 5  # of many files, so many are named


class Doubt(NamedTuple):
    """A doubtful value, and the file in which it stands."""

    file_name: str
    value: ProposedValue


def questions(documents: Sequence[ProposedDocument], width: int) -> Iterator[str]:
    """What somebody has to decide before a document can be recorded; each next step once."""
    asked = [one for one in documents if one.outcome is Outcome.QUESTION]
    yield points("Questions, not recorded:", _each_once(asked), width)
    yield sentences(dict.fromkeys(f"{one.next_step}." for one in asked if one.next_step), width)


def unread(documents: Sequence[ProposedDocument], width: int, *, briefly: bool = False) -> str:
    """What could not be read, with what each file needs; `briefly` where that was surely told before."""
    files = [one.file_name for one in _of(documents, Outcome.UNREAD)]
    if briefly and len(files) > _FEW:
        told = f"{counted(len(files), 'file')}: {_named(files)}; --full says what each of them needs"
        return points("Not read:", [told], width)
    return points("Not read:", (f"{one.question}; {one.next_step}" for one in _of(documents, Outcome.UNREAD)), width)


def passed_over(documents: Sequence[ProposedDocument], width: int) -> str:
    """What is no document by its name: the first few, and how many others."""
    found = list(_of(documents, Outcome.PASSED_OVER))
    names = [one.file_name for one in found if one.question is None]
    sheets = [f"{one.file_name} {one.question}; {one.next_step}" for one in found if one.question is not None]
    told = [*([_named(names)] if names else []), *sheets]
    return points("Passed over, for they are no documents:", told, width)


def warnings(documents: Iterable[ProposedDocument], width: int) -> str:
    """What to beware of in documents; one that is held already was warned of before."""
    told = (
        f"{one.file_name}: {warning}"
        for one in documents
        if one.outcome is not Outcome.HELD
        for warning in one.warnings
    )
    return points("Beware:", told, width)


def remarks(documents: Iterable[ProposedDocument], width: int) -> str:
    """What is strange about documents that are recorded all the same: they name another school; each such once."""
    return points("To be looked at:", _each_once(documents), width)


def _each_once(documents: Iterable[ProposedDocument]) -> Iterator[str]:
    """What is asked or remarked, once for all the files of which it is said."""
    files: dict[str, list[str]] = {}
    for one in documents:
        if one.question:
            files.setdefault(one.question, []).append(one.file_name)
    return (f"{_named(names)}: {said}" for said, names in files.items())


def resemblances(documents: Iterable[ProposedDocument], width: int) -> str:
    """New policies whose titles resemble others: they may be versions of them."""
    told = (
        f"{one.title} ({one.file_name}) resembles {resembles_words(one.resembles)}"
        for one in documents
        if one.resembles
    )
    return points("New, unless they belong to a policy that is there:", told, width)


def doubts(documents: Sequence[ProposedDocument], terminal: Terminal) -> str:
    """Every doubtful value with its file, its place and how sure it is."""
    rows = [Doubt(one.file_name, value) for one in documents for value in one.waiting]
    files = sum(bool(one.waiting) for one in documents)
    heading = (
        f"Doubtful, and to be confirmed before it counts: {counted(len(rows), 'value')} in {counted(files, 'file')}"
    )
    return listed(heading, _DOUBTS, rows, terminal)


_DOUBTS = (
    Column[Doubt]("File", lambda doubt: doubt.file_name, Giving.CUT, least=18, once=True, keeps_end=True),
    Column[Doubt]("Value", lambda doubt: field_words(doubt.value.field)),
    Column[Doubt]("Read as", lambda doubt: doubt.value.value, Giving.CUT, least=16),
    Column[Doubt](
        "Where",
        lambda doubt: place_words(doubt.value.line, doubt.value.page, doubt.value.part),
        Giving.CUT,
        least=10,
    ),
    Column[Doubt]("Sure", lambda doubt: f"{doubt.value.confidence} %", right=True, colour=lambda _: YELLOW),
)


def groups(documents: Sequence[ProposedDocument], terminal: Terminal, *, full: bool) -> Iterator[str]:
    """The documents by what becomes of them, each in one line under the number of its group.

    Those that are held already, or were left out before, are only counted, in the last lines, unless somebody asks for
    all.
    """
    several = len({one.school for one in documents if one.school}) > 1
    for outcome, (one, many) in _HEADINGS.items():
        group = [document for document in documents if document.outcome is outcome]
        if group and (full or outcome not in _ONLY_COUNTED):
            group.sort(key=lambda document: document.school or "")
            yield listed(f"{counted(len(group), one, many)}:", _lines(several=several), group, terminal)


def _lines(*, several: bool) -> tuple[Column[ProposedDocument], ...]:
    school = Column[ProposedDocument]("School", lambda one: one.school, Giving.CUT, least=10, once=True)
    return (
        *([school] if several else []),
        Column("File", lambda one: one.file_name, Giving.CUT, least=14, keeps_end=True),
        Column("Policy", lambda one: one.title, Giving.CUT, least=14),
        Column("Version", lambda one: one.version, Giving.CUT, least=7),
        Column("Next review", lambda one: short_date(one.next_review)),
        Column("Certain", _certain, right=True),
        Column("Waits", lambda one: str(len(one.waiting) or ""), right=True, colour=lambda _: YELLOW),
    )


def _certain(document: ProposedDocument) -> str:
    return str(len(document.values) - len(document.waiting) or "")


def _of(documents: Iterable[ProposedDocument], outcome: Outcome) -> Iterator[ProposedDocument]:
    return (one for one in documents if one.outcome is outcome)


def _named(files: Sequence[str]) -> str:
    """The first few files by name, and how many others there are."""
    more = [f"and {counted(len(files) - _SHOWN, 'other file')}"] if len(files) > _SHOWN else []
    return ", ".join([*files[:_SHOWN], *more])
