"""Columns are told by their headings, by what stands in them and by the dates beside them."""

import pytest

from policyaudit.reading.register import Meaning
from tests.reading.reading_registers import register_of, rows_in_words

NEXT, LAST, OFTEN = Meaning.NEXT_REVIEW, Meaning.LAST_REVIEWED, Meaning.FREQUENCY


def a_table(*headings: str, cells: tuple[tuple[str, ...], ...]) -> str:
    """A table of three policies with a heading above each column."""
    rows = [("Policy", *headings), ("-",) * (len(headings) + 1)]
    rows += [(title, *said) for title, said in zip(("Behaviour", "Pay", "Trips"), cells, strict=True)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


@pytest.mark.parametrize(
    ("headings", "cells", "meanings"),
    [
        pytest.param(("Review",), (("Annually",), ("3 years",), ("Termly",)), [OFTEN], id="a review that is a cycle"),
        pytest.param(("Review",), (("May 2024",), ("TBC",), ("June 2025",)), [NEXT], id="a review that is a date"),
        pytest.param(
            ("Review date", "Next review"),
            (("May 2022", "May 2023"), ("June 2022", ""), ("", "June 2024")),
            [LAST, NEXT],
            id="a review date beside a next review",
        ),
        pytest.param(
            ("Approved", "Review date"),
            (("May 2022", "May 2023"), ("June 2022", "June 2024"), ("May 2021", "May 2022")),
            [Meaning.LAST_APPROVED, NEXT],
            id="a review date after the approval",
        ),
        pytest.param(
            ("Approved", "Review date"),
            (("May 2022", "May 2021"), ("June 2022", "June 2020"), ("May 2021", "")),
            [Meaning.LAST_APPROVED, LAST],
            id="a review date before the approval",
        ),
        pytest.param(
            ("Approved",), (("FGB",), ("Headteacher",), ("FGB",)), [Meaning.APPROVAL], id="approved by, and no date"
        ),
        pytest.param(
            ("Responsibility",), (("Headteacher",), ("SENCO",), ("Bursar",)), [Meaning.APPROVAL], id="responsible posts"
        ),
        pytest.param(
            ("Responsibility",),
            (("FGB",), ("Full Governing Body",), ("FGB",)),
            [Meaning.APPROVAL],
            id="responsible bodies",
        ),
        pytest.param(
            ("Responsibility", "Approved by"),
            (("Headteacher", "FGB"), ("SENCO", "FGB"), ("Bursar", "FGB")),
            [Meaning.OWNER, Meaning.APPROVAL],
            id="who is responsible beside who approves",
        ),
        pytest.param(
            ("Committee", "Review"),
            (("Pupils", "May 2024"), ("Staffing", "May 2024"), ("Pupils", "May 2024")),
            [Meaning.APPROVAL, NEXT],
            id="a committee where nothing says who approves",
        ),
        pytest.param(
            ("Committee", "Approved by", "Review"),
            (("Pupils", "FGB", "May 2024"), ("Staffing", "FGB", "May 2024"), ("Pupils", "FGB", "May 2024")),
            [Meaning.COMMITTEE, Meaning.APPROVAL, NEXT],
            id="a committee beside who approves",
        ),
        pytest.param(
            ("Next review", "Review by"),
            (("May 2024", "May 2024"), ("May 2024", "May 2024"), ("May 2024", "May 2024")),
            [NEXT, None],
            id="two columns of one thing",
        ),
        pytest.param(
            ("Last review", "Colour"),
            (("May 2022", "June 2024"), ("May 2022", "June 2024"), ("May 2022", "")),
            [LAST, NEXT],
            id="dates under a heading that is not known",
        ),
        pytest.param(
            ("Next review", "Colour"),
            (("May 2024", "June 2022"), ("May 2024", "June 2022"), ("May 2024", "")),
            [NEXT, LAST],
            id="earlier dates under a heading that is not known",
        ),
        pytest.param(
            ("Next review", "Last review", "Colour"),
            (("May 2024", "May 2022", "June 2022"),) * 3,
            [NEXT, LAST, None],
            id="dates too many",
        ),
        pytest.param(
            ("Next review", "Colour"),
            (("May 2024", "Annually"), ("May 2024", "Termly"), ("May 2024", "2 years")),
            [NEXT, OFTEN],
            id="cycles under a heading that is not known",
        ),
        pytest.param(
            ("Next review", "Colour"), (("May 2024", ""),) * 3, [NEXT, None], id="nothing under a heading not known"
        ),
    ],
)
def test_column_is_taken_for(
    headings: tuple[str, ...], cells: tuple[tuple[str, ...], ...], meanings: list[Meaning | None]
) -> None:
    register = register_of(a_table(*headings, cells=cells))

    assert [column.meaning for column in register.columns[1:]] == meanings


def test_value_of_a_column_known_by_its_content_alone_is_not_certain() -> None:
    register = register_of("Our policies\nBehaviour Policy\tMay 2022\nPay Policy\tMay 2021\nTrips Policy\tMay 2020\n")

    read = register.rows[0].last_reviewed

    assert read is not None
    assert not read.is_certain
    assert read.evidence.reason.startswith("column without a heading: it has no heading; its cells are dates")


def test_date_among_cycles_is_of_the_kind_that_the_heading_says() -> None:
    cells = (("Annually",), ("Every 2 years",), ("Termly",))
    rows = rows_in_words(a_table("Last reviewed", cells=cells) + "\n| Uniform | May 2022 |")

    assert rows[0] == {"title": "Behaviour", "frequency": "Annually"}
    assert rows[3] == {"title": "Uniform", "last_reviewed": "May 2022"}


def test_body_in_the_heading_of_a_date_is_who_approved() -> None:
    rows = rows_in_words(a_table("Approved by Governors on", cells=(("4 May 2016",), ("N/A",), ("June 2017",))))

    assert rows[0] == {"title": "Behaviour", "approval": "Governors", "last_approved": "4 May 2016"}
    assert rows[1] == {"title": "Pay"}


def test_titles_under_no_heading_are_told_by_their_words() -> None:
    text = "| | Last review | Next review |\n|---|---|---|\n"
    text += "".join(
        f"| {title} | May 2022 | May 2023 |\n" for title in ("Attendance", "Behaviour", "Charging", "Zebras")
    )

    register = register_of("Our policies\n" + text)

    assert register.columns[0].reason == "it has no heading; its cells are titles"
    assert len(register.rows) == 4
