"""A proposal as a workbook: narrow, with lists to choose from, and never a formula."""

import json
from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from policyaudit.reports.import_report import as_json, as_workbook
from policyaudit.usecases.import_likeness import Resemblance
from policyaudit.usecases.import_plan import Asks, Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import ProposedRegister, ProposedRow, RowOutcome
from policyaudit.usecases.import_report import ImportReport, report_of
from policyaudit.usecases.import_values import ProposedValue


def a_value(
    value: str = "June 2027", *, page: int | None = 2, line: int | None = 4, part: str = "body"
) -> ProposedValue:
    return ProposedValue("next_review", value, 62, line, page, part, f"It says: {value}", "label", counts=False)


def a_report(*values: ProposedValue) -> ImportReport:
    documents = (
        ProposedDocument(
            "a.docx",
            Outcome.NEW_POLICY,
            school="Larkmead",
            title='=HYPERLINK("http://x")',
            version="2",
            values=values,
            warnings=("line 3 is no date",),
            source="aa",
            resembles=(Resemblance("Attendance", 92), Resemblance("Absence", 90)),
        ),
        ProposedDocument("b.docx", Outcome.QUESTION, question="which?", source="bb", asks=Asks.POLICY),
        ProposedDocument("c.docx", Outcome.UNREAD, question="it is empty"),
        ProposedDocument("d.jpg", Outcome.PASSED_OVER),
    )
    return report_of(ImportProposal(documents, ()), [])


def test_each_document_and_each_value_has_a_row_with_what_may_be_decided() -> None:
    book = load_workbook(BytesIO(as_workbook(a_report(a_value()))))
    documents, values = book["Documents"], book["Values"]

    assert [cell.value for cell in documents[1]][7:] == ["Decision", "Right school", "Belongs to", "Order", "Document"]
    assert [cell.value for cell in documents[2]][:7] == [
        "a.docx",
        "new policy",
        "Larkmead",
        '=HYPERLINK("http://x")',
        "2",
        None,
        "resembles Attendance (92 %) or Absence (90 %); line 3 is no date",
    ]
    assert documents.max_row == 3
    assert [cell.value for cell in values[2]] == [
        "a.docx",
        "Larkmead",
        '=HYPERLINK("http://x")',
        "next review",
        "June 2027",
        "62 %",
        "to confirm",
        "page 2, line 4",
        "It says: June 2027",
        None,
        None,
        "aa",
    ]


def test_no_text_is_a_formula_and_each_stays_text_when_it_is_typed_over() -> None:
    book = load_workbook(BytesIO(as_workbook(a_report(a_value("=1+1")))))

    for row in book["Documents"].iter_rows(min_row=2):
        assert {cell.data_type for cell in row} <= {"s", "n"}  # n is an empty cell
        assert {cell.number_format for cell in row} == {"@"}
        assert all(cell.quotePrefix for cell in row)


def test_the_head_is_frozen_and_what_may_be_chosen_is_listed() -> None:
    book = load_workbook(BytesIO(as_workbook(a_report(a_value()))))

    lists = {
        name: [rule.formula1 for rule in book[name].data_validations.dataValidation] for name in ("Documents", "Values")
    }
    assert lists == {
        "Documents": ['"record,leave out"', "Names!$A$2:$A$2", "Names!$B$2:$B$3", '"newer,older,same"'],
        "Values": ['"accept,correct,skip"'],
    }
    assert [[cell.value for cell in column] for column in book["Names"].columns] == [
        ["Right school", "Larkmead", None],
        ["Belongs to", "new policy", '=HYPERLINK("http://x")'],
        ["Document", "aa", "bb"],
    ]
    assert {cell.data_type for column in book["Names"].columns for cell in column} <= {"s", "n"}
    assert [book[name].freeze_panes for name in ("Documents", "Values")] == ["B2", "B2"]
    assert book["Help"]["A1"].value == "How to mend this proposal"


def test_place_of_a_value_says_what_is_known_of_it() -> None:
    values = [a_value(page=None), a_value("July 2027", page=None, line=None, part="file name")]

    book = load_workbook(BytesIO(as_workbook(a_report(*values))))

    assert [cell.value for cell in book["Values"]["H"]][1:] == ["line 4", "file name"]


def test_proposal_without_documents_is_a_workbook_too() -> None:
    book = load_workbook(BytesIO(as_workbook(report_of(ImportProposal((), ()), []))))

    assert (book["Documents"].max_row, book["Values"].max_row) == (1, 1)


def test_json_has_a_place_for_each_decision() -> None:
    report = a_report(a_value())

    told = json.loads(as_json(report))

    assert told["format"] == {"name": "policyaudit.proposal", "version": 1}
    first, second = told["documents"]
    assert [first[name] for name in ("decision", "right_school", "belongs_to", "order")] == [None] * 4
    assert first["resembles"][0] == {"title": "Attendance", "per_cent": 92}
    assert (first["values"][0]["value"], first["values"][0]["decision"]) == ("June 2027", None)
    assert (second["question"], second["values"]) == ("which?", [])
    assert (report.values_waiting, report.questions) == (1, 1)


def test_rows_of_a_list_stand_with_the_documents_unless_nothing_is_new_in_them() -> None:
    new, held = (
        ProposedRow(
            file_name="register.xlsx",
            source=f"cc:{row}",
            sheet="Policies",
            row=row,
            outcome=outcome,
            title="Behaviour",
            listed_as="Behaviour",
            values=(a_value(),),
        )
        for row, outcome in ((7, RowOutcome.COMPLETED), (8, RowOutcome.HELD))
    )
    register = ProposedRegister("register.xlsx", (), (new, held))

    (reported,) = report_of(ImportProposal((), (), (register,)), []).documents

    assert (reported.file_name, reported.source, reported.becomes) == ("register.xlsx, row 7", "cc:7", "completed")
    assert [value.value for value in reported.values] == ["June 2027"]


def test_values_to_confirm_stand_first_and_are_marked() -> None:
    certain = replace(a_value("May 2027"), counts=True)

    values = load_workbook(BytesIO(as_workbook(a_report(certain, a_value(), certain))))["Values"]

    assert [row[4].value for row in values.iter_rows(min_row=2)] == ["June 2027", "May 2027", "May 2027"]
    colours = [[row[place].fill.fgColor.rgb for place in (3, 4, 6)] for row in values.iter_rows(min_row=2)]
    assert colours[0] == ["00000000", "FFFBE0CC", "FFFBE0CC"]
    assert colours[1:] == [["00000000"] * 3] * 2
