"""`audit import`: what a folder of documents would record, and recording it in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from policyaudit.store.opening import Store
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_plan import (
    KnownPolicy,
    KnownSchool,
    KnownVersion,
    Outcome,
    Place,
    dated,
    label_of,
    place,
    title_of,
)
from policyaudit.usecases.import_schools import ImportOptions, Schools, named_otherwise
from policyaudit.usecases.import_values import ProposedValue, proposed_values
from policyaudit.usecases.import_writing import Filing, file_document
from policyaudit.usecases.read_folder import FoundFile, ReadDocument, UnreadDocument


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


def _import(documents: Iterable[FoundFile], schools: Schools, writer: Writer | None) -> ImportProposal:
    proposed = tuple(_file(one, schools, writer) for one in documents)
    return ImportProposal(proposed, tuple(schools.added))


def _file(one: FoundFile, schools: Schools, writer: Writer | None) -> ProposedDocument:
    if isinstance(one, ReadDocument):
        return _one(one, schools, writer)
    if isinstance(one, UnreadDocument):
        return ProposedDocument(one.file_name, Outcome.UNREAD, question=one.sentence, next_step=one.next_step)
    return ProposedDocument(one.file_name, Outcome.PASSED_OVER)


def _one(document: ReadDocument, schools: Schools, writer: Writer | None) -> ProposedDocument:
    school = schools.of(document)
    if school is None:
        return _unknown_school(document)
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


def _unknown_school(document: ReadDocument) -> ProposedDocument:
    named = document.header.organisation
    return ProposedDocument(
        document.file_name,
        Outcome.QUESTION,
        title=title_of(document),
        question=f"it names {named.value if named else 'a school'}, which this register does not hold",
        next_step="--add-schools adds it, --school NAME files everything under one school",
    )


def _other_school(named: str | None) -> str | None:
    return f"it names another school, {named}" if named else None


def _values(document: ReadDocument, where: Place, other_school: str | None) -> Iterable[ProposedValue]:
    """What is kept of the document: nothing where it is held already or a question."""
    if where.outcome in {Outcome.HELD, Outcome.QUESTION}:
        return ()
    return proposed_values(document, is_filed_as_named=other_school is None)


def _take_in(filing: Filing, school: KnownSchool, writer: Writer | None) -> None:
    """Records the document if there is a writer, and remembers it for those that follow."""
    where, document = filing.where, filing.document
    if where.outcome in {Outcome.HELD, Outcome.QUESTION}:
        return
    policy_id, version_id = file_document(writer, filing) if writer else (0, 0)
    school.documents.add(document.sha256)
    policy = where.policy
    if policy is None:
        policy = KnownPolicy(
            policy_id,
            title_of(document),
            _title_waits(document),
            _number(document),
            names_school=document.header.organisation is not None,
        )
        school.policies.append(policy)
    version = where.version if where.outcome is Outcome.OTHER_FORM else None
    if version is None:
        version = KnownVersion(version_id, where.sequence, label_of(document), dated(document))
        policy.versions.append(version)
        policy.versions.sort(key=lambda each: each.sequence)
    if policy.title_waits and not _title_waits(document):
        policy.title, policy.title_waits = title_of(document), False
    version.texts.append(document.text.text)
    version.media_types.add(document.text.media_type)


def _title_waits(document: ReadDocument) -> bool:
    return document.header.title is None or not document.header.title.is_certain


def _number(document: ReadDocument) -> str | None:
    number = document.header.policy_number
    return number.value if number is not None and number.is_certain else None
