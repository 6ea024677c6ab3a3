"""A mended proposal decides what it says, of files that are the same as before; every row that cannot be is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.mended_report import MendedReport, MendedRow
from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import Answer, Decisions, Said, ValueKey
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_mended import RowsRefused, mended_decisions
from policyaudit.usecases.import_report import report_of
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import ReadDocument, read_folder
from tests.factories import RECORDING, a_document, a_school, read
from tests.usecases.importing import a_text
from tests.usecases.listing import OTHERS, a_list, behaviour

OTHER = "Oakhanger Primary School"
EASTER = ("Behaviour Policy", "BE1", "Headteacher", "Pupils Committee", "May 2020", "Annually", "Easter 2022")


@pytest.fixture
def document(tmp_path: Path) -> ReadDocument:
    log = "Version history\nVersion\tDate\tChange\n1\t6 May 2018\tInitial issue\n2\t\tSpelling corrections\n"
    text = a_text(school=OTHER, version=None, Review_cycle="bi-annually")
    (found,) = read(a_document(tmp_path, "policy.txt", f"{text}\n{log}"))
    certain = tuple(replace(row, confidence=0.95) for row in found.header.version_history)
    return replace(found, header=replace(found.header, version_history=certain))


def a_row(document: ReadDocument, **cells: str) -> MendedRow:
    """A row about the document, as `Right_school` and so on say."""
    named = {name.replace("_", " "): cell for name, cell in cells.items()}
    return MendedRow("row 2", "Field" not in cells, {"File": "policy.txt", "Document": document.sha256} | named)


def a_value(document: ReadDocument, **cells: str) -> MendedRow:
    return a_row(document, **({"Field": "next review", "Value": "June 2017"} | cells))


def decided(store: Store, document: ReadDocument, *rows: MendedRow) -> Decisions:
    report = report_of(propose_import(store, [document], options=ImportOptions()), [document])
    return mended_decisions(store, MendedReport(rows), report, file_name="mended.xlsx", school=None)


@pytest.mark.parametrize(
    ("written_of", "left_out", "skipped"),
    [
        pytest.param(True, True, False, id="its row was deleted"),
        pytest.param(False, None, True, id="it came after the sheet"),
    ],
)
def test_document_without_a_row_is_left_out_where_it_had_one(
    store: Store, document: ReadDocument, *, written_of: bool, left_out: bool | None, skipped: bool
) -> None:
    report = report_of(propose_import(store, [document], options=ImportOptions()), [document])
    mended = MendedReport((), frozenset({document.sha256, "0000"} if written_of else {"0000"}))

    decisions = mended_decisions(store, mended, report, file_name="mended.xlsx", school=None)

    assert decisions.answer(document.sha256).left_out is left_out
    assert decisions.skips(document.sha256) is skipped
    assert "0000" not in decisions.answers


def test_document_with_a_row_goes_as_the_row_says(store: Store, document: ReadDocument) -> None:
    decisions = decided(store, document, a_row(document))

    assert (decisions.answer(document.sha256).left_out, decisions.skips(document.sha256)) == (None, False)


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        pytest.param({}, Answer(), id="nothing"),
        pytest.param({"Decision": "Record"}, Answer(left_out=False), id="record"),
        pytest.param({"Decision": "leave out"}, Answer(left_out=True), id="leave out"),
        pytest.param(
            {"Right_school": "larkmead primary school"}, Answer(school="Larkmead Primary School"), id="a school"
        ),
        pytest.param({"Right_school": OTHER}, Answer(school=OTHER), id="the school that it names"),
        pytest.param({"Belongs_to": "Attendance"}, Answer(policy="Attendance"), id="a policy"),
        pytest.param({"Belongs_to": "New Policy"}, Answer(policy="new policy"), id="a new one"),
        pytest.param({"Order": "Older"}, Answer(order="older"), id="older"),
    ],
)
def test_row_says_where_its_document_belongs(
    store: Store, document: ReadDocument, cells: dict[str, str], answer: Answer
) -> None:
    assert decided(store, document, a_row(document, **cells)).answers == {document.sha256: answer}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param({"Decision": "accept"}, Said("accept"), id="accept"),
        pytest.param({"Decision": "Skip"}, Said("skip"), id="skip"),
        pytest.param({"Decision": "correct", "Correct": "May 2017"}, Said("correct", "May 2017"), id="correct"),
        pytest.param({"Correct": "May 2017"}, Said("correct", "May 2017"), id="only the right value"),
    ],
)
def test_row_says_what_is_to_become_of_its_value(
    store: Store, document: ReadDocument, cells: dict[str, str], said: Said | None
) -> None:
    key = ValueKey(document.sha256, "next_review", "June 2017")

    assert decided(store, document, a_value(document, **cells)).values.get(key) == said


def test_what_is_kept_as_it_was_read_can_be_skipped(store: Store, document: ReadDocument) -> None:
    row = a_value(document, Field="version history", Value="1 – 6 May 2018 – Initial issue", Decision="skip")

    assert list(decided(store, document, row).values.values()) == [Said("skip")]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        pytest.param({"Document": "0000"}, "it is not among these files, or has changed since", id="another file"),
        pytest.param({"Decision": "yes"}, "'yes' is no decision on a document: record or leave out", id="another word"),
        pytest.param({"Right_school": "Larkmeed"}, "there is no school called 'Larkmeed'", id="a misspelt school"),
        pytest.param({"Order": "first"}, "'first' is no order: newer, older or same", id="another order"),
        pytest.param(
            {"Field": "title", "Decision": "yes"}, "'yes' is no decision on a value", id="a value's other word"
        ),
        pytest.param(
            {"Field": "title", "Decision": "correct"}, "nothing stands under Correct", id="a correction without words"
        ),
        pytest.param(
            {"Field": "title", "Decision": "skip", "Correct": "X"}, "it says skip, and another value stands", id="both"
        ),
        pytest.param(
            {"Field": "next review", "Value": "July 2017", "Decision": "accept"},
            "the document does not say next review 'July 2017'",
            id="a value that was not read",
        ),
        pytest.param(
            {"Field": "next review", "Value": "June 2017", "Correct": "31 June 2017"},
            "there is no 31 June",
            id="a day that is none",
        ),
        pytest.param(
            {"Field": "version history", "Value": "1 – 6 May 2018 – Initial issue", "Correct": "3"},
            "version history is kept as it was read: accept or skip it",
            id="a list that is kept as it is",
        ),
        pytest.param(
            {"Field": "review frequency", "Value": "bi-annually", "Decision": "accept"},
            "'bi-annually' cannot be used as a review cycle",
            id="words that mean two things",
        ),
        pytest.param(
            {"Field": "title", "Document": "0000", "Decision": "accept"},
            "it is not among these files",
            id="another's value",
        ),
    ],
)
def test_row_that_cannot_be_used_is_told_with_its_place(
    store: Store, document: ReadDocument, cells: dict[str, str], why: str
) -> None:
    with pytest.raises(RowsRefused, match="1 row cannot be used") as refused:
        decided(store, document, a_row(document), a_row(document, **cells))

    (line,) = refused.value.lines
    assert line.startswith("row 2 (policy.txt): ")
    assert why in line


def test_document_that_names_no_school_goes_to_one_of_the_register(store: Store, tmp_path: Path) -> None:
    (nameless,) = read(a_document(tmp_path, "nameless.txt", a_text(school=None)))

    assert decided(store, nameless, a_row(nameless, Right_school="Larkmead Primary School")).answers
    with pytest.raises(RowsRefused):
        decided(store, nameless, a_row(nameless, Right_school=OTHER))


def test_what_is_held_by_now_needs_no_decision(store: Store, document: ReadDocument) -> None:
    accept_import(store, [document], options=ImportOptions(add_schools=True), **RECORDING)

    decisions = decided(store, document, a_row(document), a_value(document, Decision="accept"))

    again = accept_import(store, [document], options=ImportOptions(), decisions=decisions, **RECORDING)
    assert [one.outcome.value for one in again.documents] == ["held already"]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        pytest.param({"Decision": "accept"}, None, id="counts as it is"),
        pytest.param({"Correct": "July 2017"}, "it is recorded by now and counts; audit policy edit", id="corrected"),
        pytest.param({"Decision": "skip"}, "it is recorded by now and counts", id="skipped"),
        pytest.param({"Field": "review frequency", "Value": "bi-annually", "Decision": "skip"}, None, id="waits"),
        pytest.param(
            {"Field": "review frequency", "Value": "bi-annually", "Correct": "every two years"},
            "it is recorded by now and waits; audit confirm settles it",
            id="waits and is corrected",
        ),
    ],
)
def test_decision_that_comes_too_late_is_told(
    store: Store, document: ReadDocument, cells: dict[str, str], why: str | None
) -> None:
    accept_import(store, [document], options=ImportOptions(add_schools=True), **RECORDING)

    if why is None:
        assert decided(store, document, a_row(document), a_value(document, **cells)).values
        return
    with pytest.raises(RowsRefused) as refused:
        decided(store, document, a_row(document), a_value(document, **cells))
    assert why in str(refused.value.lines)


def test_sheet_of_a_list_may_be_given_twice(store: Store, tmp_path: Path) -> None:
    a_list(tmp_path, behaviour(Review_cycle="bi-annual"), *OTHERS)
    files = list(read_folder([tmp_path], calendar=TermCalendar()))
    report = report_of(propose_import(store, files, options=ImportOptions()), files)
    rows = [
        MendedRow("row", is_document=True, cells={"File": one.file_name, "Document": one.source})
        for one in report.documents
    ]
    cells = {"Field": "review frequency", "Value": "bi-annual", "Document": report.documents[0].source, "File": "list"}
    corrected = MendedRow("row", is_document=False, cells=cells | {"Correct": "every two years"})

    for outcome in ("new policy", "held already"):
        now = report_of(propose_import(store, files, options=ImportOptions()), files)
        decisions = mended_decisions(store, MendedReport((*rows, corrected)), now, file_name="mended.xlsx", school=None)
        done = accept_import(store, files, options=ImportOptions(), decisions=decisions, **RECORDING)

        assert [row.outcome.value for row in done.registers[0].rows] == [outcome] * 4


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        pytest.param({"Decision": "accept"}, "'Easter 2022' cannot be used as a date: Easter alone", id="accepted"),
        pytest.param({"Correct": "Easter 2023"}, "'Easter 2023' cannot be used as a date", id="corrected to the like"),
    ],
)
def test_cell_that_cannot_be_what_its_column_holds_is_refused_with_its_row(
    store: Store, tmp_path: Path, cells: dict[str, str], why: str
) -> None:
    a_list(tmp_path, EASTER, *OTHERS)
    files = list(read_folder([tmp_path], calendar=TermCalendar()))
    report = report_of(propose_import(store, files, options=ImportOptions()), files)
    about = {"Field": "next review", "Value": "Easter 2022", "Document": report.documents[0].source, "File": "list"}
    row = MendedRow("sheet Values, row 2", is_document=False, cells=about | cells)

    with pytest.raises(RowsRefused) as refused:
        mended_decisions(store, MendedReport((row,)), report, file_name="mended.xlsx", school=None)

    assert f"sheet Values, row 2 (list): {why}" in str(refused.value.lines[0])


@pytest.mark.parametrize(
    ("more", "step"),
    [
        pytest.param({}, "delete the lines of what has changed, or write a new proposal", id="only what has changed"),
        pytest.param({"Order": "first"}, "mend them, and give the file once more; delete the lines", id="others too"),
    ],
)
def test_row_of_a_changed_document_says_what_to_do(
    store: Store, document: ReadDocument, more: dict[str, str], step: str
) -> None:
    rows = [a_row(document, Document="0000"), a_row(document, **more)]

    with pytest.raises(RowsRefused) as refused:
        decided(store, document, *rows)

    assert str(refused.value.next_step).startswith(step)


def test_every_bad_row_is_shown(store: Store, document: ReadDocument) -> None:
    a_school(store, OTHER)
    rows = [a_row(document, Order="first"), a_row(document), a_value(document, Decision="perhaps")]

    with pytest.raises(RowsRefused, match="2 rows cannot be used") as refused:
        decided(store, document, *rows)

    assert len(refused.value.lines) == 2


# Copies of one text in a folder


@pytest.fixture
def copies(document: ReadDocument) -> list[ReadDocument]:
    return [document, replace(document, file_name="copy of policy.txt")]


def decided_of(store: Store, copies: list[ReadDocument], *rows: MendedRow) -> Decisions:
    report = report_of(propose_import(store, copies, options=ImportOptions(add_schools=True)), copies)
    return mended_decisions(store, MendedReport(rows), report, file_name="mended.xlsx", school=None)


def test_row_of_a_copy_that_says_nothing_leaves_what_is_said_of_the_text(
    store: Store, copies: list[ReadDocument]
) -> None:
    said, silent = a_row(copies[0], Right_school=OTHER, Order="newer"), a_row(copies[1])

    both = Answer(school=OTHER, order="newer")
    assert decided_of(store, copies, said, silent).answers == {copies[0].sha256: both}
    assert decided_of(store, copies, silent, said).answers == {copies[0].sha256: both}


def test_value_of_a_text_with_a_copy_is_held_against_what_the_text_says(
    store: Store, copies: list[ReadDocument]
) -> None:
    rows = a_row(copies[0]), a_row(copies[1]), a_value(copies[0], Value="July 2017", Decision="accept")

    with pytest.raises(RowsRefused) as refused:
        decided_of(store, copies, *rows)

    assert "does not say next review 'July 2017'" in str(refused.value.lines)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param({"Decision": "leave out"}, {}, "otherwise of a copy of the same text", id="left out and not"),
        pytest.param({"Order": "newer"}, {"Order": "older"}, "otherwise of a copy", id="newer and older"),
        pytest.param(
            {"Field": "next review", "Value": "June 2017", "Decision": "accept"},
            {"Field": "next review", "Value": "June 2017", "Decision": "skip"},
            "another row decides otherwise of the same next review",
            id="a value accepted and skipped",
        ),
    ],
)
def test_rows_that_contradict_each_other_are_refused(
    store: Store, copies: list[ReadDocument], one: dict[str, str], other: dict[str, str], why: str
) -> None:
    with pytest.raises(RowsRefused, match="1 row cannot be used") as refused:
        decided_of(store, copies, a_row(copies[0], **one), a_row(copies[1], **other))

    assert why in str(refused.value.lines)
