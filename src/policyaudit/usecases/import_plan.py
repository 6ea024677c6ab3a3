"""Where each document belongs: a new policy, a new version, another form of one we hold, or a question."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from policyaudit.domain.naming import folded, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.same_text import NEARLY_SAME, Fingerprint, alike, fingerprint
from policyaudit.reading.evidence import Reading
from policyaudit.reading.header import Header
from policyaudit.usecases.read_folder import ReadDocument

# By these dates texts are put in order: when it was reviewed, approved, in force, else the document's own date.
DATED_BY: Final = ("last_reviewed", "approved_on", "effective_from", "document_date")


class Outcome(StrEnum):
    """What an import does with a document."""

    NEW_POLICY = "new policy"
    NEW_VERSION = "new version"
    OTHER_FORM = "another form"
    HELD = "held already"
    QUESTION = "question"
    LEFT_OUT = "left out"
    LEFT_OUT_BEFORE = "left out before"
    SKIPPED = "skipped"
    UNREAD = "not read"
    PASSED_OVER = "passed over"


@dataclass(slots=True)
class KnownVersion:
    """A version, in the register or planned, as later documents are compared with it."""

    version_id: int
    sequence: int
    label: str | None
    dates: dict[str, PartialDate] = field(default_factory=dict)  # by field, as far as its documents say
    texts: list[str] = field(default_factory=list)
    media_types: set[str] = field(default_factory=set)
    _prints: list[Fingerprint] = field(default_factory=list)

    @property
    def dated(self) -> PartialDate | None:
        """When its text was made."""
        return _first_of(self.dates)

    def likeness(self, other: Fingerprint) -> float:
        """How alike the nearest form of this version is."""
        while len(self._prints) < len(self.texts):
            self._prints.append(fingerprint(self.texts[len(self._prints)]))
        return max((alike(mine, other) for mine in self._prints), default=0.0)


@dataclass(frozen=True, slots=True)
class FiledText:
    """What a document of this import says of its policy; where it is the newest text it counts, else it fills.

    `follows` tells that another text was there before.
    """

    header: Header
    outcome: Outcome
    is_newest: bool
    follows: bool


@dataclass(slots=True)
class KnownPolicy:
    """A policy, in the register or planned; `schools_named` are the schools that its texts say they are of."""

    policy_id: int
    title: str
    title_waits: bool
    number: str | None
    schools_named: set[str] = field(default_factory=set)
    versions: list[KnownVersion] = field(default_factory=list)
    filed: list[FiledText] = field(default_factory=list)  # what this import has filed under it, in that order
    also_called: set[str] = field(default_factory=set)  # keys of titles that somebody says are its own, in this import

    def is_also_called(self, title: str) -> None:
        """Somebody says that what bears this title belongs to it, which holds wherever the import meets the title."""
        self.also_called.add(title_key(title))


@dataclass(slots=True)
class KnownSchool:
    """A school, in the register or planned, and the documents it holds."""

    school_id: int
    name: str
    trust: str | None = None
    policies: list[KnownPolicy] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)  # the sources that are no policies, as somebody has said before


class Asks(StrEnum):
    """What kind of answer a question needs."""

    SCHOOL = "school"  # under which it is filed
    POLICY = "policy"  # to which it belongs, or that it is a new one
    ORDER = "order"  # newer or older than the text we hold, or the same


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document belongs; `question` says what somebody has to decide, `asks` what kind of answer it needs."""

    outcome: Outcome
    policy: KnownPolicy | None = None
    version: KnownVersion | None = None
    sequence: int = 1
    question: str | None = None
    asks: Asks | None = None
    candidates: tuple[str, ...] = ()  # the policies that it may belong to


def title_of(document: ReadDocument) -> str:
    """The title the document states, else its file's name."""
    title = document.header.title
    return title.value if title else _from_file_name(document.file_name)


def _from_file_name(name: str) -> str:
    words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).strip() or name


def label_of(document: ReadDocument) -> str | None:
    """The label of the document's version, where it states one for certain."""
    return _certain(document.header.version)


def dates_of(document: ReadDocument) -> dict[str, PartialDate]:
    """The dates by which a text is put in order, as they are kept of a document."""
    read = {field: getattr(document.header, field) for field in DATED_BY}
    kept = {field: reading for field, reading in read.items() if reading is not None}
    return {field: reading.value for field, reading in kept.items() if reading.is_certain or field != "document_date"}


def dated(document: ReadDocument) -> PartialDate | None:
    """When the text was made, as far as the document says: reviewed, approved, in force, else its own date."""
    return _first_of(dates_of(document))


def _first_of(dates: dict[str, PartialDate]) -> PartialDate | None:
    return next((dates[field] for field in DATED_BY if field in dates), None)


def _certain(reading: Reading[str] | None) -> str | None:
    return reading.value if reading is not None and reading.is_certain else None


_print = lru_cache(maxsize=64)(fingerprint)  # a document is compared with several schools, and once more if asked


def place(document: ReadDocument, school: KnownSchool) -> Place:
    """Where the document belongs among what the school holds."""
    if document.sha256 in school.documents:
        return Place(Outcome.HELD)
    text = _print(document.text.text)
    policy = _same_policy(document, school) or _nearly_same_text(document, text, school)
    if policy is None:
        return _same_words_in_title(document, school) or Place(Outcome.NEW_POLICY)
    return _version_of(document, text, policy)


def place_of(document: ReadDocument, policy: KnownPolicy) -> Place:
    """Where the document belongs among the versions of a policy that is known to be its own."""
    return _version_of(document, _print(document.text.text), policy)


def _same_policy(document: ReadDocument, school: KnownSchool) -> KnownPolicy | None:
    """The policy of that number, else of that title if it is certain; a title that two share needs the number."""
    number = _certain(document.header.policy_number)
    by_number = [p for p in school.policies if number and p.number and folded(p.number) == folded(number)]
    if by_number:
        return by_number[0]
    by_title = _of_that_title(document, school)
    return by_title[0] if len(by_title) == 1 and has_certain_title(document) else None


def _of_that_title(document: ReadDocument, school: KnownSchool) -> list[KnownPolicy]:
    number, key = _certain(document.header.policy_number), title_key(title_of(document))
    other_numbers = [p for p in school.policies if not (number and p.number)]
    called = [p for p in other_numbers if title_key(p.title) == key]
    return called or [p for p in other_numbers if key in p.also_called]


def _same_words_in_title(document: ReadDocument, school: KnownSchool) -> Place | None:
    """A question where only the words of a title tell whose text it is, and they are doubtful or of two policies."""
    called = _of_that_title(document, school)
    if not called:
        return None
    if len(called) > 1:
        asked = f"{len(called)} policies are called {called[0].title}, and it states no number: which of them is it?"
    else:
        asked = f"its title is doubtful and its text is another: does it belong to {called[0].title}?"
    titles = tuple(policy.title for policy in called)
    return Place(Outcome.QUESTION, called[0], question=asked, asks=Asks.POLICY, candidates=titles)


def has_certain_title(document: ReadDocument) -> bool:
    """Whether the document states its title, and not only perhaps."""
    return document.header.title is not None and document.header.title.is_certain


def _nearly_same_text(document: ReadDocument, text: Fingerprint, school: KnownSchool) -> KnownPolicy | None:
    """A policy with nearly these words, where its title or this document's is not certain."""
    unsure = not has_certain_title(document)
    candidates = (p for p in school.policies if unsure or p.title_waits)
    return _best(candidates, text)


def has_nearly_text_of(document: ReadDocument, policies: Iterable[KnownPolicy]) -> bool:
    """Whether one of these policies has nearly the document's text."""
    among = list(policies)
    return bool(among) and _best(among, _print(document.text.text)) is not None


def are_nearly_same(one: ReadDocument, other: ReadDocument) -> bool:
    """Whether two documents have nearly the same text."""
    return alike(_print(one.text.text), _print(other.text.text)) >= NEARLY_SAME


def _best(policies: Iterable[KnownPolicy], text: Fingerprint) -> KnownPolicy | None:
    scored = [(max((v.likeness(text) for v in p.versions), default=0.0), p) for p in policies]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= NEARLY_SAME else None


def _version_of(document: ReadDocument, text: Fingerprint, policy: KnownPolicy) -> Place:
    label = label_of(document)
    for version in policy.versions:
        if _is_text_of(document, text, version):
            return _form_of(document, text, policy, version)
    for version in policy.versions:
        if label is not None and version.label is not None and folded(label) == folded(version.label):
            asked = f"it calls itself version {label} as one we hold does, but its text is another"
            return Place(Outcome.QUESTION, policy, version, question=asked, asks=Asks.ORDER)
    return _in_order(document, policy)


def _is_text_of(document: ReadDocument, text: Fingerprint, version: KnownVersion) -> bool:
    """Whether these are a version's words, or those of one that was only named, by a list of policies or by hand."""
    label, differ = label_of(document), _dates_differ(dated(document), version.dated)
    if label is not None and version.label is not None and folded(label) != folded(version.label):
        return False
    if not version.texts:
        return not differ or (label is not None and version.label is not None)
    return not differ and version.likeness(text) >= NEARLY_SAME


def _form_of(document: ReadDocument, text: Fingerprint, policy: KnownPolicy, version: KnownVersion) -> Place:
    """Another file format of the same words, or the same words saved again; changed words of one format are asked."""
    if document.text.media_type not in version.media_types or version.likeness(text) == 1.0:
        return Place(Outcome.OTHER_FORM, policy, version)
    asked = "it is nearly the text we hold and has no version of its own: is it a new version, or a copy?"
    return Place(Outcome.QUESTION, policy, version, question=asked, asks=Asks.ORDER)


def _dates_differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _in_order(document: ReadDocument, policy: KnownPolicy) -> Place:
    """Before the oldest or after the newest version that we hold, by label and by date; else a question."""
    if not policy.versions:
        return Place(Outcome.NEW_VERSION, policy, sequence=1)
    oldest, newest = policy.versions[0], policy.versions[-1]
    if _comes_after(document, newest):
        return Place(Outcome.NEW_VERSION, policy, newest, sequence=newest.sequence + 1)
    if _comes_before(document, oldest):
        return Place(Outcome.NEW_VERSION, policy, oldest, sequence=oldest.sequence - 1)
    asked = "neither its version nor its dates say whether it is older or newer than the text we hold"
    return Place(Outcome.QUESTION, policy, newest, question=asked, asks=Asks.ORDER)


def _comes_after(document: ReadDocument, version: KnownVersion) -> bool:
    return _order(dated(document), version.dated, label_of(document), version.label) > 0


def _comes_before(document: ReadDocument, version: KnownVersion) -> bool:
    return _order(dated(document), version.dated, label_of(document), version.label) < 0


def _order(mine: PartialDate | None, theirs: PartialDate | None, label: str | None, other_label: str | None) -> int:
    """1 if mine is surely later, -1 if surely earlier; 0 where nothing says so or dates and labels disagree."""
    by_date = 0
    if mine is not None and theirs is not None:
        by_date = (mine.earliest > theirs.latest) - (mine.latest < theirs.earliest)
    mine_parts, their_parts = numbers_in(label), numbers_in(other_label)
    by_label = (mine_parts > their_parts) - (mine_parts < their_parts) if mine_parts and their_parts else 0
    return 0 if by_date * by_label < 0 else by_date or by_label


def numbers_in(label: str | None) -> tuple[int, ...]:
    """A label made of numbers and dots, as numbers: 1.10 comes after 1.9."""
    parts = (label or "").casefold().removeprefix("version").removeprefix("v").strip().split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()
