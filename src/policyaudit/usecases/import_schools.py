"""Under which school a document is filed, and what that school holds so far."""

from dataclasses import dataclass

from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.reading.dates import read_date
from policyaudit.store.reads import holdings
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import find_school, known_schools
from policyaudit.usecases.import_plan import KnownPolicy, KnownSchool, KnownVersion, is_form_of_nameless
from policyaudit.usecases.read_folder import ReadDocument
from policyaudit.usecases.start import NewSchool, begin_school

_DATED_BY = ("last_reviewed", "approved_on", "effective_from", "document_date")
_SHORTEST = 2  # words that a school's name needs to be known by its beginning


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to file: everything under one school, and whether schools that are not there yet are added."""

    school: str | None = None
    add_schools: bool = False


class Schools:
    """The schools of the register and those that an import adds, with what each holds."""

    def __init__(self, reads: Reads, options: ImportOptions, writer: Writer | None) -> None:
        self._options = options
        self._writer = writer
        rows = known_schools(reads)
        self._first = rows[0]
        self._known = [_held(reads, row.school_id, row.name, row.trust) for row in rows]
        self._only = find_school(reads, options.school).school_id if options.school else None
        self.added: list[str] = []

    def of(self, document: ReadDocument) -> KnownSchool | None:
        """The school to file under; None where the document names one that the register does not hold."""
        if self._only is not None:
            return next(school for school in self._known if school.school_id == self._only)
        named = document.header.organisation
        held = self._called(named.value) if named is not None else None
        if held is not None:
            return held
        if named is None or not named.is_certain or is_form_of_nameless(document, self._known[0]):
            return self._known[0]
        return self._add(named.value) if self._options.add_schools else None

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


def _held(reads: Reads, school_id: int, name: str, trust: str | None) -> KnownSchool:
    school = KnownSchool(school_id, name, trust)
    policies = {
        held.policy_id: KnownPolicy(held.policy_id, held.title, held.title_waits, held.number, held.names_school)
        for held in holdings.held_policies(reads, school_id)
    }
    school.policies = list(policies.values())
    dates = holdings.dates_read(reads, school_id)
    for held in holdings.held_texts(reads, school_id):
        if held.policy_id in policies:
            _hold(policies[held.policy_id], held, _dated(dates.get(held.version_id, {})))
        if held.sha256:
            school.documents.add(held.sha256)
    return school


def _hold(policy: KnownPolicy, held: holdings.HeldText, dated: PartialDate | None) -> None:
    if not policy.versions or policy.versions[-1].version_id != held.version_id:
        policy.versions.append(KnownVersion(held.version_id, held.sequence, held.label, dated))
    if held.text is not None and held.media_type is not None:
        policy.versions[-1].texts.append(held.text)
        policy.versions[-1].media_types.add(held.media_type)


def _dated(values: dict[str, str]) -> PartialDate | None:
    return next((date for field in _DATED_BY if (date := read_date(values.get(field, "")))), None)
