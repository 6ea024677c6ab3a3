"""Under which school a document is filed, and what that school holds so far."""

from dataclasses import dataclass

from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.dates import read_date
from policyaudit.reading.evidence import Reading
from policyaudit.store.reads import holdings
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.calendars import calendar_of
from policyaudit.usecases.finding import find_school, known_schools
from policyaudit.usecases.import_plan import (
    DATED_BY,
    KnownPolicy,
    KnownSchool,
    KnownVersion,
    Outcome,
    are_nearly_same,
    has_nearly_text_of,
    place,
)
from policyaudit.usecases.read_folder import ReadDocument
from policyaudit.usecases.start import NewSchool, begin_school
from policyaudit.usecases.typed import kept_name

_SHORTEST = 2  # words that a school's name needs to be known by its beginning


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to file: everything under one school, and whether schools that are not there yet are added."""

    school: str | None = None
    add_schools: bool = False


@dataclass(frozen=True, slots=True)
class SchoolAsked:
    """Under which school a document belongs is a question; any of the `candidates` may be the answer."""

    question: str
    candidates: tuple[str, ...]
    next_step: str = "--add-schools adds it, --school NAME files everything under one school"


class Schools:
    """The schools of the register and those that an import adds, with what each holds."""

    def __init__(self, reads: Reads, options: ImportOptions, writer: Writer | None) -> None:
        self._options = options
        self._writer = writer
        rows = known_schools(reads)
        self._first = rows[0]
        calendar = calendar_of(reads, options.school)
        self._known = [_held(reads, KnownSchool(row.school_id, row.name, row.trust), calendar=calendar) for row in rows]
        self._asked: dict[str, tuple[ReadDocument, str]] = {}  # documents of schools that are not there, with these
        self._only = find_school(reads, options.school).school_id if options.school else None
        self.added: list[str] = []

    def of(self, document: ReadDocument, *, said: str | None = None) -> KnownSchool | SchoolAsked:
        """The school to file under: as somebody `said`, else as the document says.

        A question where that is one which the register does not hold; one that somebody said is added.
        """
        if said is not None:
            return self._holding(document) or self._called(said) or self._add(kept_name("a school", said))
        if self._only is not None:
            return next(school for school in self._known if school.school_id == self._only)
        if holding := self._holding(document):
            return holding
        named = document.header.organisation
        held = self._called(named.value) if named is not None else None
        if held is not None:
            return held
        return self._not_held(document, named.value) if named and named.is_certain else self._of_nameless(document)

    def of_row(self, named: Reading[str] | None, *, said: str | None = None) -> KnownSchool | SchoolAsked:
        """The school to file a row of a register under: as somebody `said`, else as the row says, else the first.

        A question where that is one which the register does not hold; one that somebody said is added.
        """
        if said is not None:
            return self._called(said) or self._add(kept_name("a school", said))
        if self._only is not None:
            return next(school for school in self._known if school.school_id == self._only)
        if named is None:
            return self._known[0]
        if held := self._called(named.value):
            return held
        if self._options.add_schools and named.is_certain:
            return self._add(named.value)
        return self._asks(f"it names {named.value}, which this register does not hold", named.value)

    def hold(self, document: ReadDocument) -> bool:
        """Whether one of them holds the document already."""
        return self._holding(document) is not None

    @property
    def searched(self) -> list[KnownSchool]:
        """Where anything may be filed: all of them, or the one under which everything is."""
        return [school for school in self._known if self._only in {None, school.school_id}]

    def nearest(self, named: Reading[str] | None) -> KnownSchool:
        """The school that is named, if it is held; else the first one, or that under which everything is filed."""
        called = self._called(named.value) if named is not None else None
        return next((school for school in self.searched if school is called), self.searched[0])

    def _holding(self, document: ReadDocument) -> KnownSchool | None:
        return next((school for school in self._known if document.sha256 in school.documents), None)

    def _not_held(self, document: ReadDocument, named: str) -> KnownSchool | SchoolAsked:
        """The first school if it was given nearly this text in a form that did not say whose it is; else a new one."""
        first = self._known[0]
        self._asked.pop(document.sha256, None)
        if has_nearly_text_of(document, [policy for policy in first.policies if _may_be_of(policy, named)]):
            return first
        if self._options.add_schools:
            return self._add(named)
        self._asked[document.sha256] = document, named
        return self._asks(_not_there(named), named)

    def _of_nameless(self, document: ReadDocument) -> KnownSchool | SchoolAsked:
        """The school that holds the text in another form; else the first, unless the text is one that we ask about."""
        for school in self._known if len(self._known) > 1 else ():
            is_known = has_nearly_text_of(document, school.policies)
            if is_known and place(document, school).outcome in {Outcome.OTHER_FORM, Outcome.QUESTION}:
                return school
        perhaps = document.header.organisation
        for other, named in self._asked.values():
            if perhaps is not None and _is_same_school(perhaps.value, named):
                return self._asks(_not_there(named), named)
            if are_nearly_same(document, other):
                why = f"its text is that of {other.file_name}, which names {named}: this register does not hold it"
                return self._asks(why, named)
        if perhaps is not None and self._options.add_schools:  # of several schools the first is a poor guess
            return self._asks(f"it may be of {perhaps.value}, which this register does not hold", perhaps.value)
        return self._known[0]

    def _asks(self, question: str, named: str) -> SchoolAsked:
        return SchoolAsked(question, (named, *(school.name for school in self._known)))

    def _called(self, name: str) -> KnownSchool | None:
        """The school of that name; the first one of the trust where the name is the trust's."""
        for school in self._known:
            if _is_same_school(name, school.name) or (school.trust and _is_same_school(name, school.trust)):
                return school
        return None

    def _add(self, name: str) -> KnownSchool:
        new = NewSchool(name=name, nation=self._first.nation, kind=self._first.kind, trust=self._first.trust)
        school_id = begin_school(self._writer, new) if self._writer else -1 - len(self.added)
        self.added.append(name)
        self._known.append(KnownSchool(school_id, name, new.trust))
        return self._known[-1]


def _not_there(named: str) -> str:
    return f"it names {named}, which this register does not hold"


def named_otherwise(document: ReadDocument, filed: KnownSchool) -> str | None:
    """The school that the document names, where it is filed under another one."""
    named = document.header.organisation
    if named is None or _is_same_school(named.value, filed.name):
        return None
    return named.value


def _is_same_school(one: str, other: str) -> bool:
    """The same words, or one name is the beginning of the other: Heights Primary, The Heights Primary School."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    return (len(shorter) >= _SHORTEST and longer[: len(shorter)] == shorter) or shorter == longer


def _words(name: str) -> list[str]:
    return [word for word in folded(name).split() if word != "the"]


def _may_be_of(policy: KnownPolicy, named: str) -> bool:
    """Whether nothing says that a policy is of another school than this one."""
    return not policy.schools_named or any(_is_same_school(named, other) for other in policy.schools_named)


def _held(reads: Reads, school: KnownSchool, *, calendar: TermCalendar) -> KnownSchool:
    policies = {
        held.policy_id: KnownPolicy(held.policy_id, held.title, held.title_waits, held.number)
        for held in holdings.held_policies(reads, school.school_id)
    }
    school.policies = list(policies.values())
    for policy_id, named in holdings.schools_named(reads, school.school_id):
        if policy_id in policies:
            policies[policy_id].schools_named.add(named)
    dates = holdings.dates_read(reads, school.school_id)
    for held in holdings.held_texts(reads, school.school_id):
        if held.policy_id in policies:
            _hold(policies[held.policy_id], held, _dates(dates.get(held.version_id, {}), calendar))
        if held.sha256:
            school.documents.add(held.sha256)
    for sha256, line in holdings.left_out(reads, school.school_id):
        school.left_out.add(f"{sha256}:{line}" if line else sha256)
    return school


def _hold(policy: KnownPolicy, held: holdings.HeldText, dates: dict[str, PartialDate]) -> None:
    if not policy.versions or policy.versions[-1].version_id != held.version_id:
        policy.versions.append(KnownVersion(held.version_id, held.sequence, held.label, dates))
    if held.text is not None and held.media_type is not None:
        policy.versions[-1].texts.append(held.text)
        policy.versions[-1].media_types.add(held.media_type)


def _dates(values: dict[str, str], calendar: TermCalendar) -> dict[str, PartialDate]:
    read = {field: read_date(values.get(field, ""), calendar=calendar) for field in DATED_BY}
    return {field: date for field, date in read.items() if date is not None}
