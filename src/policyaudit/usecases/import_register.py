"""`audit import` takes a register, a school's own list of policies: what becomes of each row, and recording it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from policyaudit.domain.clean_text import clean
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.register import Meaning, ReadColumn, RegisterRow
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_decisions import NEW_POLICY, Decisions
from policyaudit.usecases.import_left_out import LeavingOut
from policyaudit.usecases.import_likeness import resembling
from policyaudit.usecases.import_plan import Asks, KnownPolicy, KnownSchool, KnownVersion, Outcome
from policyaudit.usecases.import_proposed import Proposed
from policyaudit.usecases.import_register_comparing import contradicts, learn, new_values
from policyaudit.usecases.import_register_facts import Held, HeldPolicies
from policyaudit.usecases.import_register_matching import Match, match, match_as_said
from policyaudit.usecases.import_register_values import Cells, RowValue, decided
from policyaudit.usecases.import_register_writing import RowFiled, RowFiling, file_row
from policyaudit.usecases.import_schools import SchoolAsked, Schools
from policyaudit.usecases.import_values import ProposedValue
from policyaudit.usecases.read_folder import ReadRegister


class RowOutcome(StrEnum):
    """What an import does with one row of a register."""

    NEW_POLICY = "new policy"
    COMPLETED = "completed"
    CONTRADICTION = "contradiction"
    HELD = "held already"
    QUESTION = "question"
    LEFT_OUT = "left out"
    LEFT_OUT_BEFORE = "left out before"
    SKIPPED = "skipped"


NEWS = frozenset({RowOutcome.NEW_POLICY, RowOutcome.COMPLETED, RowOutcome.CONTRADICTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedRow(Proposed):
    """What an import does with one row; its values are what is new in it.

    `source` names the row, by the sheet's SHA-256 and its line; `title` is that of its policy, which the list may call
    otherwise.
    """

    file_name: str
    source: str
    sheet: str | None
    row: int
    outcome: RowOutcome
    title: str
    listed_as: str

    @property
    def contradictions(self) -> tuple[ProposedValue, ...]:
        """The values that say other than what is held, which counts; each has that among its others."""
        return tuple(value for value in self.values if value.others)


@dataclass(frozen=True, slots=True)
class ProposedRegister:
    """What an import does with one register: its columns as they were understood, and its rows in their order.

    `untitled` are the rows that name no policy, each with its place.
    """

    file_name: str
    columns: tuple[ReadColumn, ...]
    rows: tuple[ProposedRow, ...]
    warnings: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()

    def count(self, outcome: RowOutcome) -> int:
        """How many rows end so."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def values_waiting(self) -> int:
        """How many of its values would wait for somebody to confirm them."""
        return sum(len(row.waiting) for row in self.rows)

    @property
    def has_news(self) -> bool:
        """Whether a row says anything that the register does not hold yet, or is left out now."""
        return any(row.outcome in {*NEWS, RowOutcome.LEFT_OUT} for row in self.rows)


class RegisterImport:
    """One run through the registers of an import, after its documents: where rows are filed, and what was decided."""

    def __init__(
        self, reads: Reads, schools: Schools, writer: Writer | None, *, decisions: Decisions, calendar: TermCalendar
    ) -> None:
        self._reads = reads
        self._schools = schools
        self._writer = writer
        self._decisions = decisions
        self._calendar = calendar
        self._leaving_out = LeavingOut(schools, writer, decisions)
        self._held: dict[int, HeldPolicies] = {}
        self._listed: set[int] = set()  # by identity: a list tells its own policies apart
        self._rows: dict[int, ProposedRow] = {}  # of the same list, by the identity of their policies

    def all(self, read: ReadRegister) -> ProposedRegister:
        """What becomes of each row; recorded, if this is more than a proposal."""
        self._listed.clear()
        self._rows.clear()
        cells = Cells(read.text, read.register.rows)
        rows = tuple(self._row(read, cells, row) for row in read.register.rows)
        untitled = tuple(cells.untitled(read.register.rows))
        return ProposedRegister(read.file_name, read.register.columns, rows, read.register.warnings, untitled)

    def _row(self, read: ReadRegister, cells: Cells, row: RegisterRow) -> ProposedRow:
        line = cells.line_of(row)
        source = f"{read.sha256}:{line.number}"
        proposed = ProposedRow(
            file_name=read.file_name,
            source=source,
            sheet=line.sheet,
            row=line.sheet_row or line.number,
            outcome=RowOutcome.SKIPPED,
            title=row.title.value,
            listed_as=row.title.value,
        )
        apart = self._leaving_out.why_apart(source)
        if apart in {Outcome.LEFT_OUT, Outcome.LEFT_OUT_BEFORE}:
            if apart is Outcome.LEFT_OUT:
                self._leaving_out.leave(source, read.file_name, named=row.school)
            return replace(proposed, outcome=RowOutcome(apart.value))
        placed = self._placed(read, cells, row, proposed)
        if placed.outcome is RowOutcome.QUESTION and apart is Outcome.SKIPPED:
            return proposed
        if placed.outcome in NEWS:
            self._leaving_out.bring_back(source, read.file_name)
        return placed

    def _placed(self, read: ReadRegister, cells: Cells, row: RegisterRow, proposed: ProposedRow) -> ProposedRow:
        """The row where it belongs, or what somebody has to say first."""
        source, answer = proposed.source, self._decisions.answer(proposed.source)
        school = self._schools.of_row(row.school, said=answer.school)
        if isinstance(school, SchoolAsked):
            return replace(
                proposed,
                outcome=RowOutcome.QUESTION,
                question=school.question,
                next_step=school.next_step,
                asks=Asks.SCHOOL,
                candidates=school.candidates,
            )
        held = self._of(school)
        before = held.filed_from(read.sha256, cells.place_of(row), proposed.row)
        found = (
            match(row, cells.number_of(row), school, held=held, before=before)
            if answer.policy is None
            else match_as_said(row, answer.policy, school)
        )
        if found.question is not None:
            return replace(
                proposed,
                outcome=RowOutcome.QUESTION,
                school=school.name,
                question=found.question,
                next_step=_how_to_settle(found, read.register.columns),
                asks=Asks.POLICY,
                candidates=found.candidates,
            )
        values = list(decided(cells.values(row), source, self._decisions, self._calendar))
        others = [policy.title for policy in school.policies if id(policy) not in self._listed]
        resembles = resembling(row.title.value, others) if _may_be_another(found, answer.policy) else ()
        proposed = replace(proposed, school=school.name, resembles=resembles)
        is_known = answer.policy is not None or (found.policy is not None and found.policy.policy_id == before)
        return self._filed(read, proposed, values, found.policy, school, is_known=is_known)

    def _of(self, school: KnownSchool) -> HeldPolicies:
        if school.school_id not in self._held:
            self._held[school.school_id] = HeldPolicies(self._reads, school.school_id)
        return self._held[school.school_id]

    def _filed(
        self,
        read: ReadRegister,
        proposed: ProposedRow,
        values: list[RowValue],
        policy: KnownPolicy | None,
        school: KnownSchool,
        *,
        is_known: bool,
    ) -> ProposedRow:
        """The row under its policy: what is new in it, recorded if there is a writer, and known to the rows below.

        `is_known` tells that the row was filed under it before, or that somebody says so; else it is asked where a row
        above has the same title.
        """
        among = self._of(school)
        held = among.of(policy) if policy else Held()
        news = new_values(values, policy, held, among=among, sha256=read.sha256)
        named = (one.said for one in news if one.field == "title" and one.counts)
        title = next((said for said in named if isinstance(said, str)), proposed.title)
        if news and self._decisions.skips(proposed.source):
            return replace(proposed, resembles=())
        above = self._rows.get(id(policy))
        if policy and above and above.sheet == proposed.sheet and news and not is_known:
            return _twice(proposed, above, policy)
        filing = RowFiling(school.school_id, read, policy, title, tuple(news))
        if policy is not None:
            self._rows.setdefault(id(policy), proposed)
        if news:
            filed = file_row(self._writer, filing) if self._writer else RowFiled(0, 0)
            kept = _known(filing, filed, school)
            self._listed.add(id(kept))
            self._rows.setdefault(id(kept), proposed)
            learn(among.of(kept), news, read.sha256)
        return replace(
            proposed,
            outcome=_outcome(policy, news),
            title=policy.title if policy else title,
            values=tuple(one.proposed for one in news),
        )


def _twice(row: ProposedRow, above: ProposedRow, policy: KnownPolicy) -> ProposedRow:
    """The row as a question: one above it has the same title, and says something else."""
    asked = f"row {above.row} is called {policy.title} as well, and this row says more: are they one policy?"
    return replace(
        row,
        outcome=RowOutcome.QUESTION,
        title=policy.title,
        question=asked,
        next_step="Give each row a number or a title of its own, or make them one, and import the list again",
        asks=Asks.POLICY,
        candidates=(policy.title,),
        resembles=(),
    )


def _how_to_settle(found: Match, columns: tuple[ReadColumn, ...]) -> str:
    if found.candidates:
        return "Give the row the number or the title of its policy, and import the list again"
    heading = next((clean(one.heading) for one in columns if one.meaning is Meaning.TITLE), "") or "HEADING"
    return f'--map "{heading}=title" says that this column holds the titles'


def _may_be_another(found: Match, said: str | None) -> bool:
    """Whether a row may speak of a policy under another name: it is new, and nobody has said that it is."""
    return found.policy is None and said != NEW_POLICY


def _outcome(policy: KnownPolicy | None, news: list[RowValue]) -> RowOutcome:
    if policy is None:
        return RowOutcome.NEW_POLICY
    if any(contradicts(value) for value in news):
        return RowOutcome.CONTRADICTION
    return RowOutcome.COMPLETED if news else RowOutcome.HELD


def _known(filing: RowFiling, filed: RowFiled, school: KnownSchool) -> KnownPolicy:
    """The policy as the rows below, and the next import, find it."""
    policy = filing.policy
    if policy is None:
        policy = KnownPolicy(filed.policy_id, filing.title, title_waits=False, number=None)
        school.policies.append(policy)
    elif filing.said("title") is not None:
        policy.title, policy.title_waits = filing.title, False
    number, label = filing.said("policy_number"), filing.said("version")
    if isinstance(number, str):
        policy.number = number
    if isinstance(label, str) and not policy.versions:
        policy.versions.append(KnownVersion(filed.version_id or 0, 1, label))
    return policy
