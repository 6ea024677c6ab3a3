"""A list of many policies is told from a policy, whatever a policy lists beside itself."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.opening import read_document
from policyaudit.reading.register import Meaning, Register
from policyaudit.reading.register_reading import read_register
from tests.reading.reading_texts import BODY, document_of

SAMPLES = Path(__file__).parents[2] / "db" / "demo" / "documents"
SHARED = Path(__file__).parents[3] / "shared"
TABLE = """| No. | Policy | Owner | Last review | Next review |
|---|---|---|---|---|
| 1 | Behaviour | Headteacher | Sept 23 | Sept 24 |
| 2 | Attendance policy | Deputy | 04/09/2023 | 01-09-2024 |
| 3 | Lone working | Business manager | n/a (new) | TBC |
"""
ABOVE = """Our policies
Attendance
Approved by governors on: 21/05/2014
Review: May 2016
Behaviour
Approved by governors on: 05/04/2017
Charging
Approved by governors on: 01/02/2016
Complaints
Approved by governors on: 13/09/2017
"""
NAMES = "Our policies\nAdmissions\nBehaviour\nCharging\nComplaints\nLettings\n"
VERSIONS = """| Version | Date | Change |
|---|---|---|
| 1.0 | Sept 2019 | First issue |
| 1.1 | Sept 2020 | Updated for new guidance |
| 2.0 | Sept 2022 | Rewritten |
"""
STAFF = """| Name | Post | Start date | Review |
|---|---|---|---|
| A Thistle | Teacher | 01/09/2019 | Sept 2024 |
| B Clover | Teaching assistant | 01/09/2020 | Sept 2024 |
| C Sorrel | Caretaker | 01/04/2021 | Sept 2024 |
"""
CONTENTS = """Contents
1. Introduction ........ 3
2. Aims ................ 4
3. Roles ............... 5
4. Sanctions ........... 6
5. Review .............. 9
"""
RELATED = """Uniform Policy
Approved by governors: May 2022
Next review: May 2025
Pupils wear what is listed in the handbook.
Related policies
- Behaviour Policy
- Equality Policy
- Charging Policy
- Attendance Policy
- Complaints Policy
- SEND Policy
"""
TIMETABLE = "| Day | Period 1 | Period 2 |\n|---|---|---|\n| Monday | Maths | Art |\n| Tuesday | PE | Music |\n"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        pytest.param(TABLE, 3, id="table with a row for each policy"),
        pytest.param(f"Policy review schedule\n\n{TABLE}\nClerk to governors\n", 3, id="words around the table"),
        pytest.param(TABLE + TABLE.replace("Behaviour", "Pay"), 6, id="table that goes on under the same head"),
        pytest.param(ABOVE, 4, id="each title above its dates"),
        pytest.param(NAMES, 5, id="nothing but names"),
        pytest.param(TABLE.rpartition("| 3")[0], 0, id="two policies only"),
        pytest.param(f"Behaviour Policy\n{BODY * 4}{TABLE}", 0, id="policy with a table of others"),
        pytest.param(f"Behaviour Policy\n{BODY}{VERSIONS}", 0, id="policy with its versions"),
        pytest.param(RELATED, 0, id="policy that is shorter than its related policies"),
        pytest.param(VERSIONS, 0, id="table of versions"),
        pytest.param(STAFF, 0, id="list of staff"),
        pytest.param(CONTENTS, 0, id="list of contents"),
        pytest.param(TIMETABLE, 0, id="timetable"),
        pytest.param(TABLE.replace("Policy |", "Room |").replace("policy", ""), 0, id="table of something else"),
        pytest.param("Policy\tSize\nPay\t3\nTrips\t4\nPrayer\t5\n", 0, id="table that says nothing of reviews"),
        pytest.param("Behaviour Policy\nVersion: 1.0\nNext review: June 2027\n" + BODY * 3, 0, id="policy"),
        pytest.param("", 0, id="nothing at all"),
    ],
)
def test_register_is_known_by_its_rows(text: str, listed: int) -> None:
    register = read_register(document_of(text) if text else DocumentText("text/plain", ()))

    assert (len(register.rows) if register else 0) == listed


def test_each_column_says_what_it_was_taken_for_and_why() -> None:
    register = read_register(document_of(TABLE))

    assert register is not None
    assert [(column.heading, column.meaning) for column in register.columns] == [
        ("No.", Meaning.NUMBER),
        ("Policy", Meaning.TITLE),
        ("Owner", Meaning.OWNER),
        ("Last review", Meaning.LAST_REVIEWED),
        ("Next review", Meaning.NEXT_REVIEW),
    ]
    assert register.columns[3].reason == "heading 'Last review', and most cells are dates"


def test_value_has_the_line_it_stands_on_and_is_certain_where_heading_and_content_agree() -> None:
    register = read_register(document_of(TABLE))

    assert register is not None
    read = register.rows[1].next_review
    assert read is not None
    assert (read.evidence.line, read.evidence.text, read.evidence.reason) == (4, "01-09-2024", "column 'Next review'")
    assert read.is_certain


def test_what_somebody_knows_better_of_a_column_is_taken() -> None:
    document = document_of(TABLE)

    register = read_register(document, mapping={"owner": None, "Last review": Meaning.LAST_APPROVED})

    assert register is not None
    assert (register.rows[0].owner, register.rows[0].last_reviewed) == (None, None)
    assert str(register.rows[0].last_approved and register.rows[0].last_approved.value) == "September 2023"
    assert register.columns[3].reason == "as you said"


def test_two_sheets_of_one_workbook_are_one_register() -> None:
    def row(number: int, sheet: str, *cells: str) -> Line:
        return Line(number, cells, sheet=sheet, sheet_row=number, table=1 if sheet == "Policies" else 2)

    lines = (
        row(1, "Policies", "Policy", "Next review"),
        *(row(at, "Policies", title, "June 2027") for at, title in enumerate(("Pay", "Trips", "Prayer"), 2)),
        row(6, "More", "Policy", "Review date", "Owner"),
        *(row(at, "More", title, "June 2028", "Head") for at, title in enumerate(("Art", "Aims", "Food"), 7)),
    )

    register = read_register(DocumentText("application/x", lines, warnings=("a row is hidden",)))

    assert register is not None
    assert [row.title.value for row in register.rows] == ["Pay", "Trips", "Prayer", "Art", "Aims", "Food"]
    assert register.warnings == ("a row is hidden",)


def test_sentence_for_all_gives_what_the_rows_do_not_say() -> None:
    text = NAMES.replace("Our policies\n", "All policies were last reviewed in May 2023. They are reviewed annually.\n")

    register = read_register(document_of(text))

    assert register is not None
    row = register.rows[0]
    assert str(row.last_reviewed and row.last_reviewed.value) == "May 2023"
    assert row.last_reviewed is not None
    assert not row.last_reviewed.is_certain


@given(st.text(alphabet=st.sampled_from("Policy Nextrviw\t|\n12/:.–-()[]*#<td>é'\""), max_size=300))
@settings(derandomize=True, deadline=None)
def test_any_text_is_a_register_or_none(text: str) -> None:
    document = DocumentText(
        "text/plain", tuple(Line(n, tuple(row.split("\t"))) for n, row in enumerate(text.split("\n"), 1))
    )

    assert isinstance(read_register(document), Register | None)


WORDS = st.sampled_from(
    [
        "Policy",
        "Last review",
        "Next review",
        "Behaviour",
        "Pay Policy",
        "TBC",
        "Sept 2023",
        "12/10/22",
        "Annually",
        "FGB",
        "",
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=12), st.sampled_from(["\t", " ", ": ", " | "]))
@settings(derandomize=True, deadline=None)
def test_any_words_of_a_register_are_a_register_or_none(rows: list[list[str]], between: str) -> None:
    cells = [tuple(between.join(row).split("\t")) for row in rows]
    document = DocumentText("text/plain", tuple(Line(number, row) for number, row in enumerate(cells, 1)))

    assert isinstance(read_register(document), Register | None)


def test_no_policy_of_the_sample_school_is_taken_for_a_register() -> None:
    documents = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".odt", ".pdf"})

    taken = [path.name for path in documents if read_register(read_document(path))]

    assert documents
    assert taken == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the documents of real schools are not on this machine")
def test_no_real_policy_is_taken_for_a_register() -> None:
    documents = sorted((SHARED / "corpus" / "documents").glob("*.txt"))

    taken = [path.name for path in documents if read_register(read_document(path))]

    assert taken == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sheets of real schools are not on this machine")
@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_real_register_on_a_page_is_read_whole(ending: str) -> None:
    register = read_register(read_document(SHARED / "seed-documents" / f"layout-register-landscape.{ending}"))

    assert register is not None
    assert len(register.rows) == 13
    row = register.rows[8]
    assert (row.number and row.number.value, str(row.next_review and row.next_review.value)) == ("85", "March 2024")
