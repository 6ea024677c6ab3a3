"""Whereabouts in a document a line stands, and what of it is only decoration."""

import pytest

from policyaudit.reading.rows import Zone, is_page_number, without_page_number
from tests.reading.reading_texts import inspected, rows_in

_LONG = "\n".join(f"Sentence {number} says what happens in school and why we do it." for number in range(80))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("• Complaints policy", ("Complaints policy",), id="bullet"),
        pytest.param("- Complaints policy", ("Complaints policy",), id="dash"),
        pytest.param("## Complaints policy ##", ("Complaints policy",), id="Markdown heading"),
        pytest.param("_Complaints_ policy", ("Complaints policy",), id="emphasis at the start"),
        pytest.param("Signed …………………… (Chair)", ("Signed (Chair)",), id="dotted line"),
        pytest.param("Next review: ............", ("Next review:",), id="row of full stops"),
    ],
)
def test_decoration_is_no_part_of_a_row(line: str, cells: tuple[str, ...]) -> None:
    [row] = rows_in(line)

    assert row.cells == cells


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Pay Policy  Page 2 of 8", "Pay Policy", id="page of"),
        pytest.param("Pay Policy | 3", "Pay Policy | 3", id="a number that may be the policy's"),
        pytest.param("29 of 29", "", id="alone"),
        pytest.param("7", "", id="a number alone"),
        pytest.param("Pay Policy: 16/06/2016", "Pay Policy: 16/06/2016", id="a date stays"),
        pytest.param("Admission Policy 2022-23", "Admission Policy 2022-23", id="years stay"),
    ],
)
def test_page_numbers_are_taken_from_footers(text: str, left: str) -> None:
    plain = without_page_number(text)

    assert plain == left
    assert is_page_number(text) is (not left)


def test_lines_repeated_at_the_edge_of_pages_are_furniture() -> None:
    pages = "\f".join(f"Pay Policy\n{_LONG}\nHollin School   Page {page} of 2\n" for page in (1, 2))

    zones = {row.text: row.zone for row in rows_in(pages)}

    assert zones["Pay Policy"] is Zone.FURNITURE
    assert zones["Hollin School  Page 2 of 2"] is Zone.FURNITURE
    assert zones["Sentence 30 says what happens in school and why we do it."] is not Zone.FURNITURE


def test_what_follows_an_appendix_is_not_the_policy_s_own() -> None:
    text = f"Pay Policy\n{_LONG}\nAppendix A: Form\nApproved by: FGB\n{_LONG}\nThe end\n"

    zones = [row.zone for row in rows_in(text)]

    assert zones[0] is Zone.FRONT
    assert Zone.APPENDIX in zones
    assert zones[-1] is Zone.END


@pytest.mark.parametrize(
    ("before", "is_appendix"),
    [
        pytest.param("Hats are worn from Easter to October.", True, id="after the text"),
        pytest.param("1. Aims\n2. Hats", False, id="in a list of contents"),
    ],
)
def test_an_appendix_begins_in_a_short_document_too(before: str, is_appendix: bool) -> None:  # noqa: FBT001 a case
    found = inspected(f"Sun Policy\n{before}\nAppendix 1\n12 May 2021\n")

    assert found["document_date"] == (None if is_appendix else "2021-05-12")


def test_a_raised_ordinal_on_a_line_of_its_own_is_put_back() -> None:
    found = inspected("Sun Policy\nDate approved: 5\nth\nMay 2017\n")

    assert found["approved_on"] == "2017-05-05"


@pytest.mark.parametrize(
    ("where", "field", "value"),
    [
        pytest.param("middle", "next_review", "2026-06", id="a date beside its label in the middle"),
        pytest.param("middle", "responsible_officer", None, id="an officer in the middle"),
        pytest.param("appendix", "next_review", None, id="a date in an appendix"),
        pytest.param("end", "next_review", "2026-06", id="a date on the last lines"),
        pytest.param("end", "responsible_officer", None, id="an officer at the end of an appendix"),
    ],
)
def test_labels_are_believed_by_where_they_stand(where: str, field: str, value: str | None) -> None:
    labels = "Next review: June 2026\nPerson responsible: Bursar\n"
    texts = {
        "middle": f"Pay Policy\n{_LONG}\n{labels}{_LONG}",
        "appendix": f"Pay Policy\n{_LONG}\nAppendix 1\n{labels}{_LONG}",
        "end": f"Pay Policy\n{_LONG}\nAppendix 1\n{_LONG}\n{labels}",
    }

    found = inspected(texts[where])

    assert found[field] == value


def test_a_date_in_the_middle_of_a_text_is_asked() -> None:
    found = inspected(f"Pay Policy\n{_LONG}\nNext review: June 2026\n{_LONG}")

    assert found["evidence"]["next_review"]["confidence"] < 0.8
