"""`audit import`: what a folder of documents would record, and recording it in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from policyaudit.store.opening import Store
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_doubts import doubt_of
from policyaudit.usecases.import_order import in_filing_order
from policyaudit.usecases.import_plan import (
    KnownPolicy,
    KnownSchool,
    KnownVersion,
    Outcome,
    Place,
    dates_of,
    has_certain_title,
    label_of,
    place,
    title_of,
)
from policyaudit.usecases.import_schools import ImportOptions, SchoolAsked, Schools, named_otherwise
from policyaudit.usecases.import_values import ProposedValue, proposed_values
from policyaudit.usecases.import_writing import Filing, file_document
from policyaudit.usecases.read_folder import FoundFile, PassedOver, ReadDocument, UnreadDocument


@dataclass(frozen=True, slots=True)
class ProposedDocument:
    """What an import does with one file; `question` is what somebody has to decide, or why it was not read."""

    file_name: str
    outcome: Outcome
    school: str | None = None
    title: str | None = None
    version: str | None = None
    question: str | None = None
    next_step: str | None = None
    values: tuple[ProposedValue, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[ProposedValue, ...]:
        """The values that do not count until somebody confirms them."""
        return tuple(value for value in self.values if not value.counts)


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """What an import records, or would: the documents in the order read, and the schools it adds."""

    documents: tuple[ProposedDocument, ...]
    schools_added: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """How many documents end so."""
        return sum(document.outcome is outcome for document in self.documents)

    @property
    def values_waiting(self) -> int:
        """How many values would wait for somebody to confirm them."""
        return sum(len(document.waiting) for document in self.documents)


def propose_import(reads: Reads, documents: Sequence[FoundFile], *, options: ImportOptions) -> ImportProposal:
    """What importing these would record. Changes nothing."""
    return _import(documents, Schools(reads, options, None), None)


def accept_import(
    store: Store,
    documents: Sequence[FoundFile],
    *,
    options: ImportOptions,
    by: str,
    at: datetime,
) -> ImportProposal:
    """Records what the proposal says, all of it in one transaction; questions and unread files are left out."""
    with store.transaction(by=by, at=at) as writer:
        return _import(documents, Schools(writer, options, writer), writer)


def _import(documents: Sequence[FoundFile], schools: Schools, writer: Writer | None) -> ImportProposal:
    """Places every document, and those that end as a question again until nothing changes.

    What is recorded later may answer an earlier question; so a second import of the same files finds the same.
    """
    ended = {number: _not_placed(one) for number, one in enumerate(documents) if not isinstance(one, ReadDocument)}
    waiting, has_news = in_filing_order(documents), True
    while waiting and has_news:
        ended |= {number: _one(document, schools, writer) for number, document in waiting}
        has_news = any(ended[number].outcome in _NEWS for number, _ in waiting)
        waiting = [(number, one) for number, one in waiting if ended[number].outcome is Outcome.QUESTION]
    return ImportProposal(tuple(ended[number] for number in range(len(documents))), tuple(schools.added))


_NEWS = frozenset({Outcome.NEW_POLICY, Outcome.NEW_VERSION, Outcome.OTHER_FORM})


def _not_placed(one: UnreadDocument | PassedOver) -> ProposedDocument:
    if isinstance(one, UnreadDocument):
        return ProposedDocument(one.file_name, Outcome.UNREAD, question=one.sentence, next_step=one.next_step)
    return ProposedDocument(one.file_name, Outcome.PASSED_OVER)


def _one(document: ReadDocument, schools: Schools, writer: Writer | None) -> ProposedDocument:
    if not schools.hold(document) and (doubt := doubt_of(document)):
        return _question(document, doubt.question, doubt.next_step)
    school = schools.of(document)
    if isinstance(school, SchoolAsked):
        next_step = "--add-schools adds it, --school NAME files everything under one school"
        return _question(document, school.question, next_step)
    where = place(document, school)
    other = named_otherwise(document, school)
    filing = Filing(school.school_id, document, where, tuple(_values(document, where, other)))
    _take_in(filing, school, writer)
    return ProposedDocument(
        document.file_name,
        where.outcome,
        school=school.name,
        title=where.policy.title if where.policy else title_of(document),
        version=label_of(document),
        question=where.question or _other_school(other),
        values=filing.values,
        warnings=document.text.warnings,
    )


def _question(document: ReadDocument, question: str, next_step: str) -> ProposedDocument:
    return ProposedDocument(
        document.file_name, Outcome.QUESTION, title=title_of(document), question=question, next_step=next_step
    )


def _other_school(named: str | None) -> str | None:
    return f"it names another school, {named}" if named else None


def _values(document: ReadDocument, where: Place, other_school: str | None) -> Iterable[ProposedValue]:
    """What is kept of the document: nothing where it is held already or a question.

    A doubtful title is not kept where the policy has a title that is not in doubt.
    """
    if where.outcome not in _NEWS:
        return ()
    values = proposed_values(document, is_filed_as_named=other_school is None)
    is_titled = where.policy is not None and not where.policy.title_waits
    return (value for value in values if value.counts or value.field != "title" or not is_titled)


def _take_in(filing: Filing, school: KnownSchool, writer: Writer | None) -> None:
    """Records the document if there is a writer, and remembers it for those that follow."""
    where, document = filing.where, filing.document
    if where.outcome not in _NEWS:
        return
    policy_id, version_id = file_document(writer, filing) if writer else (0, 0)
    school.documents.add(document.sha256)
    policy = where.policy
    if policy is None:
        policy = KnownPolicy(policy_id, title_of(document), not has_certain_title(document), None)
        school.policies.append(policy)
    version = where.version if where.outcome is Outcome.OTHER_FORM else None
    if version is None:
        version = KnownVersion(version_id, where.sequence, label_of(document))
        policy.versions.append(version)
        policy.versions.sort(key=lambda each: each.sequence)
    _learn(policy, version, filing)


def _learn(policy: KnownPolicy, version: KnownVersion, filing: Filing) -> None:
    """What a document says of its policy and its version, as the next import finds it in the register."""
    document, header = filing.document, filing.document.header
    is_newest = filing.where.outcome is not Outcome.OTHER_FORM and version is policy.versions[-1]
    if has_certain_title(document) and (is_newest or policy.title_waits):
        policy.title, policy.title_waits = title_of(document), False
    number = header.policy_number
    if number is not None and number.is_certain and (is_newest or policy.number is None):
        policy.number = number.value
    if header.organisation is not None:
        policy.schools_named.add(header.organisation.value)
    for field, date in dates_of(document).items():
        version.dates.setdefault(field, date)
    version.texts.append(document.text.text)
    version.media_types.add(document.text.media_type)
