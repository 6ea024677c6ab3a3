"""`audit import`: what a folder of documents would record, and recording it in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.store.opening import Store
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.calendars import calendar_of
from policyaudit.usecases.import_answers import place_as_answered, without_taken_label
from policyaudit.usecases.import_decisions import NOTHING_DECIDED, Answer, Decisions, ValueKey, decided, values_decided
from policyaudit.usecases.import_doubts import doubt_of
from policyaudit.usecases.import_first_text import as_they_count, contradicted, is_first_text, without, without_text
from policyaudit.usecases.import_left_out import LeavingOut
from policyaudit.usecases.import_likeness import Resemblance, resembling
from policyaudit.usecases.import_order import in_filing_order
from policyaudit.usecases.import_plan import (
    Asks,
    FiledText,
    KnownPolicy,
    KnownSchool,
    KnownVersion,
    Outcome,
    Place,
    dates_of,
    has_certain_title,
    label_of,
    title_of,
)
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import RegisterImport
from policyaudit.usecases.import_register_facts import HeldPolicies
from policyaudit.usecases.import_schools import ImportOptions, SchoolAsked, Schools, named_otherwise
from policyaudit.usecases.import_values import ProposedValue, in_words, proposed_values
from policyaudit.usecases.import_writing import Filing, file_document
from policyaudit.usecases.read_folder import FoundFile, PassedOver, ReadDocument, ReadRegister, UnreadDocument


def propose_import(
    reads: Reads, documents: Sequence[FoundFile], *, options: ImportOptions, decisions: Decisions = NOTHING_DECIDED
) -> ImportProposal:
    """What importing these would record. Changes nothing."""
    return _import(reads, options, None, decisions).all(documents)


def accept_import(
    store: Store,
    documents: Sequence[FoundFile],
    *,
    options: ImportOptions,
    decisions: Decisions = NOTHING_DECIDED,
    by: str,
    at: datetime,
) -> ImportProposal:
    """Records what the proposal says, all of it in one transaction; questions and unread files are left out."""
    with store.transaction(by=by, at=at) as writer:
        return _import(writer, options, writer, decisions).all(documents)


_NEWS = frozenset({Outcome.NEW_POLICY, Outcome.NEW_VERSION, Outcome.OTHER_FORM})


@dataclass(frozen=True, slots=True)
class _Import:
    """One run through a folder: what it is filed into, and what somebody has decided of it."""

    reads: Reads
    schools: Schools
    writer: Writer | None
    decisions: Decisions
    calendar: TermCalendar
    leaving_out: LeavingOut
    known: dict[int, HeldPolicies] = field(default_factory=dict)  # by school, before any text of theirs came

    def all(self, files: Sequence[FoundFile]) -> ImportProposal:
        """Places every document, and those that end as a question again until nothing changes; then the registers.

        What is recorded later may answer an earlier question; so a second import of the same files finds the same.
        """
        documents = [one for one in files if not isinstance(one, ReadRegister)]
        ended = {number: _not_placed(one) for number, one in enumerate(documents) if not isinstance(one, ReadDocument)}
        waiting, has_news = in_filing_order(documents), True
        while waiting and has_news:
            ended |= {number: self.one(document) for number, document in waiting}
            has_news = any(ended[number].outcome in _NEWS for number, _ in waiting)
            waiting = [(number, one) for number, one in waiting if ended[number].outcome is Outcome.QUESTION]
        rows = RegisterImport(self.reads, self.schools, self.writer, decisions=self.decisions, calendar=self.calendar)
        registers = tuple(rows.all(one) for one in files if isinstance(one, ReadRegister))
        placed = tuple(ended[number] for number in range(len(documents)))
        return ImportProposal(placed, tuple(self.schools.added), registers)

    def one(self, read: ReadDocument) -> ProposedDocument:
        """What becomes of one document; it counts as somebody decided, and its values stay as they were read."""
        answer = self.decisions.answer(read.sha256)
        document = decided(read, self.decisions, self.calendar)
        if apart := self.apart(document):
            return ProposedDocument(document.file_name, apart, title=title_of(document), source=document.sha256)
        is_asked = answer.policy is None and not self.schools.hold(document)
        if is_asked and (doubt := doubt_of(document)):
            return _question(document, doubt.question, doubt.next_step, asks=Asks.POLICY)
        school = self.schools.of(document, said=answer.school)
        if isinstance(school, SchoolAsked):
            asked, next_step = school.question, school.next_step
            return _question(document, asked, next_step, asks=Asks.SCHOOL, candidates=school.candidates)
        where = place_as_answered(document, school, answer)
        proposed = self.filed(read, without_taken_label(document, where), school, where)
        if proposed.outcome in _NEWS:
            self.leaving_out.bring_back(document.sha256, document.file_name)
        return proposed

    def apart(self, document: ReadDocument) -> Outcome | None:
        """Why nothing becomes of a document: it is left out, now or before; one that is held stays so."""
        if any(document.sha256 in school.documents for school in self.schools.searched):
            return None
        outcome = self.leaving_out.why_apart(document.sha256, is_asked_for=document.is_alone)
        if outcome is Outcome.LEFT_OUT:
            self.leaving_out.leave(document.sha256, document.file_name, named=document.header.organisation)
        return outcome

    def contradicted(
        self, read: ReadDocument, document: ReadDocument, school: KnownSchool, where: Place
    ) -> dict[str, str]:
        """What is held where the first text of a policy says otherwise, unless somebody has ruled on it."""
        policy = without_text(where)
        if policy is None:
            return {}
        if school.school_id not in self.known:
            self.known[school.school_id] = HeldPolicies(self.reads, school.school_id)
        held = contradicted(document, policy, self.known[school.school_id])
        ruled = self.decisions.values
        return {
            of: words
            for of, words in held.items()
            if ValueKey(read.sha256, of, in_words(getattr(read.header, of).value)) not in ruled
        }

    def filed(self, read: ReadDocument, document: ReadDocument, school: KnownSchool, where: Place) -> ProposedDocument:
        """The document where it belongs, recorded if this is more than a proposal."""
        other = named_otherwise(document, school)
        held = self.contradicted(read, document, school, where)
        document = without(document, held)
        values = values_decided(_values(read, document, where, other), read.sha256, self.decisions, self.calendar)
        resembles = _resembles(document, where, school, self.decisions.answer(read.sha256))
        counting = as_they_count(_with_label_as_it_counts(values, document), held)
        filing = Filing(school.school_id, document, where, tuple(counting))
        _take_in(filing, school, self.writer)
        return ProposedDocument(
            document.file_name,
            where.outcome,
            school=school.name,
            title=where.policy.title if where.policy else title_of(document),
            version=label_of(document),
            question=where.question or _other_school(other),
            values=filing.values,
            warnings=document.text.warnings,
            source=document.sha256,
            asks=where.asks,
            candidates=where.candidates,
            resembles=resembles,
        )


def _import(reads: Reads, options: ImportOptions, writer: Writer | None, decisions: Decisions) -> _Import:
    schools = Schools(reads, options, writer)
    calendar, leaving_out = calendar_of(reads, options.school), LeavingOut(schools, writer, decisions)
    return _Import(reads, schools, writer, decisions, calendar, leaving_out)


def _not_placed(one: UnreadDocument | PassedOver) -> ProposedDocument:
    if isinstance(one, UnreadDocument):
        return ProposedDocument(one.file_name, Outcome.UNREAD, question=one.sentence, next_step=one.next_step)
    return ProposedDocument(one.file_name, Outcome.PASSED_OVER, question=one.sentence, next_step=one.next_step)


def _question(
    document: ReadDocument, question: str, next_step: str, *, asks: Asks | None, candidates: tuple[str, ...] = ()
) -> ProposedDocument:
    return ProposedDocument(
        document.file_name,
        Outcome.QUESTION,
        title=title_of(document),
        question=question,
        next_step=next_step,
        source=document.sha256,
        asks=asks,
        candidates=candidates,
    )


def _other_school(named: str | None) -> str | None:
    return f"it names another school, {named}" if named else None


def _values(
    read: ReadDocument, document: ReadDocument, where: Place, other_school: str | None
) -> Iterator[ProposedValue]:
    """What is kept of the document: nothing where it is held already or a question.

    A doubtful title is not kept where the policy has a title that is not in doubt.
    """
    if where.outcome not in _NEWS:
        return
    is_titled = where.policy is not None and not where.policy.title_waits
    for value in proposed_values(read, is_filed_as_named=other_school is None):
        if value.counts or value.field != "title" or not is_titled or has_certain_title(document):
            yield value


def _with_label_as_it_counts(values: Iterable[ProposedValue], document: ReadDocument) -> Iterator[ProposedValue]:
    """The values; a version's label that another version has waits."""
    for value in values:
        is_taken = value.field == "version" and value.counts and label_of(document) is None
        yield replace(value, counts=False, settled=None, corrected_to=None) if is_taken else value


def _resembles(document: ReadDocument, where: Place, school: KnownSchool, answer: Answer) -> tuple[Resemblance, ...]:
    """The policies that a new one may be a version of, unless somebody has said that it is new."""
    if where.outcome is not Outcome.NEW_POLICY or answer.policy is not None:
        return ()
    return resembling(title_of(document), (policy.title for policy in school.policies))


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
    for of, date in dates_of(document).items():
        version.dates.setdefault(of, date)
    follows = filing.where.version is not None and not is_first_text(filing.where)
    policy.filed.append(FiledText(header, filing.where.outcome, is_newest=is_newest, follows=follows))
    version.texts.append(document.text.text)
    version.media_types.add(document.text.media_type)
