"""What tests of the import of registers write: small lists of policies, and what becomes of their rows."""

from collections.abc import Sequence
from pathlib import Path

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.register import Meaning
from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import NOTHING_DECIDED, Decisions, Said, ValueKey
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_register import ProposedRow
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import FoundFile, ReadRegister, read_folder
from policyaudit.usecases.show_policy import show_policy
from tests.factories import RECORDING, TODAY, a_document

HEADING = ("Policy", "No", "Owner", "Committee", "Last review", "Review cycle", "Next review")
# Rows that make a list of what would be a line or two.
OTHERS = (
    ("Attendance Policy", "AT1", "Deputy Head", "Pupils Committee", "May 2025", "Annually", "May 2026"),
    ("Charging Policy", "CH1", "Bursar", "Finance Committee", "June 2025", "Annually", "June 2026"),
    ("Complaints Policy", "CO1", "Headteacher", "Finance Committee", "July 2025", "Annually", "July 2026"),
)


def a_list(
    folder: Path, *rows: Sequence[str], heading: Sequence[str] = HEADING, name: str = "Register policies.txt"
) -> Path:
    """A list of policies as plain text with tabs; it has these rows and no others."""
    return a_document(folder, name, "".join("\t".join(row) + "\n" for row in (heading, *rows)))


def found(*paths: Path, mapping: dict[str, Meaning | None] | None = None) -> list[FoundFile]:
    """What is in these files and folders."""
    return list(read_folder(paths, calendar=TermCalendar(), mapping=mapping))


def take_in(
    store: Store,
    *paths: Path,
    school: str | None = None,
    add_schools: bool = False,
    decisions: Decisions = NOTHING_DECIDED,
) -> ImportProposal:
    """Imports these files; the proposal said the same before."""
    files, options = found(*paths), ImportOptions(school, add_schools)
    proposed = propose_import(store, files, options=options, decisions=decisions)
    recorded = accept_import(store, files, options=options, decisions=decisions, **RECORDING)
    assert recorded == proposed
    return recorded


def row(proposal: ImportProposal, place: int = 0) -> ProposedRow:
    """One row of the first list."""
    return proposal.registers[0].rows[place]


def outcomes(proposal: ImportProposal) -> list[str]:
    """How each row of each list ended."""
    return [one.outcome.value for register in proposal.registers for one in register.rows]


def known(store: Store, title: str = "Behaviour") -> dict[str, str | None]:
    """What counts of a policy, in words."""
    page = show_policy(store, title, as_of=TODAY)
    return {
        "number": page.policy.number,
        "officer": page.policy.responsible_officer,
        "committee": page.policy.committee,
        "cycle": page.cycle.as_written if page.cycle else None,
        "last": str(page.policy.last_reviewed) if page.policy.last_reviewed else None,
        "next": str(page.next_review.stated) if page.next_review.stated else None,
    }


def waiting(store: Store, title: str = "Behaviour") -> dict[str, str]:
    """The values of a policy that wait."""
    return {
        value.field: value.value for value in show_policy(store, title, as_of=TODAY).values if value.state == "waiting"
    }


OTHER_SCHOOL = "Oakhanger Primary School"
BEHAVIOUR = ("Behaviour Policy", "BE1", "Headteacher", "Pupils Committee", "June 2025", "Annually", "June 2026")
HELD = {
    "number": "BE1",
    "officer": "Headteacher",
    "committee": "Pupils Committee",
    "cycle": "Annually",
    "last": "June 2025",
    "next": "June 2026",
}


def behaviour(**said: str) -> tuple[str, ...]:
    """The row of the behaviour policy; what is not said is empty."""
    cells = {"Policy": "Behaviour Policy"} | {name.replace("_", " "): value for name, value in said.items()}
    return tuple(cells.get(heading, "") for heading in HEADING)


APPROVING = ("Policy", "Approved by", "Date approved", "Version", "Statutory")
APPROVED = [(other[0], "FGB", "1 June 2025", "2", "Yes") for other in OTHERS]


def a_decision(path: Path, place: int, field: str, value: str, said: Said) -> Decisions:
    """What somebody says of one value of one row."""
    return Decisions(values={ValueKey(source_of(path, place), field, value): said})


def source_of(path: Path, place: int) -> str:
    """The name of a row, by which decisions reach it."""
    (listed,) = found(path)
    assert isinstance(listed, ReadRegister)
    return f"{listed.sha256}:{listed.register.rows[place].title.evidence.line}"
