"""What somebody says of the columns of a list counts, whatever their headings say."""

import pytest

from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.register import Meaning, Register
from policyaudit.reading.register_reading import Mapped, read_register

HEAD = ("Name of thing", "Who", "Seen", "Then")
ROWS = (
    ("Behaviour", "Head", "June 2025", "June 2026"),
    ("Charging", "Bursar", "May 2025", "May 2026"),
    ("Pay", "Bursar", "April 2025", "April 2026"),
)


def a_sheet(*rows: tuple[str, ...]) -> DocumentText:
    """A spreadsheet of one sheet."""
    lines = (Line(place, cells, table=1, sheet="Policies", sheet_row=place) for place, cells in enumerate(rows, 1))
    return DocumentText("text/csv", tuple(lines))


def read(text: DocumentText, mapping: Mapped) -> Register:
    """The list that the text is once somebody has said what its columns hold."""
    register = read_register(text, mapping=mapping)
    assert register is not None
    return register


def meanings(register: Register) -> dict[str, Meaning | None]:
    """What each column was taken for."""
    return {column.heading: column.meaning for column in register.columns}


def test_a_list_whose_headings_say_nothing_is_read_as_somebody_says() -> None:
    mapping = {"name of thing": Meaning.TITLE, "Who": None, "Then": Meaning.NEXT_REVIEW, "Seen": Meaning.LAST_REVIEWED}

    register = read(a_sheet(("Our things",), HEAD, *ROWS), mapping)

    assert meanings(register) == {
        "Name of thing": Meaning.TITLE,
        "Who": None,
        "Seen": Meaning.LAST_REVIEWED,
        "Then": Meaning.NEXT_REVIEW,
    }
    assert [(row.title.value, row.title.is_certain) for row in register.rows] == [
        ("Behaviour", True),
        ("Charging", True),
        ("Pay", True),
    ]


@pytest.mark.parametrize(
    "again", [pytest.param(HEAD, id="the same head again"), pytest.param(("a", "b"), id="a row of another width")]
)
def test_what_is_no_row_of_the_list_is_passed_over(again: tuple[str, ...]) -> None:
    register = read(a_sheet(HEAD, *ROWS[:2], again, *ROWS[2:]), {"Name of thing": Meaning.TITLE})

    assert [row.title.value for row in register.rows] == ["Behaviour", "Charging", "Pay"]


def test_a_list_goes_on_under_another_head() -> None:
    head = ("Name of thing", "Seen", "Who", "Then")

    register = read(a_sheet(HEAD, *ROWS, head, *ROWS), {"Name of thing": Meaning.TITLE, "Who": Meaning.OWNER})

    assert [row.title.value for row in register.rows] == ["Behaviour", "Charging", "Pay"] * 2


def test_the_column_that_somebody_names_takes_the_place_of_the_one_that_we_took() -> None:
    text = a_sheet(("Policy", "Full name", "Next review"), *((row[0], f"{row[0]} Policy", row[3]) for row in ROWS))

    register = read(text, {"Full name": Meaning.TITLE})

    assert meanings(register) == {"Policy": None, "Full name": Meaning.TITLE, "Next review": Meaning.NEXT_REVIEW}
    assert register.rows[0].title.value == "Behaviour Policy"


def test_a_committee_that_somebody_names_stays_one() -> None:
    text = a_sheet(("Policy", "Committee", "Next review"), *((row[0], "FGB", row[3]) for row in ROWS))

    register = read(text, {"Committee": Meaning.COMMITTEE})

    assert meanings(register)["Committee"] is Meaning.COMMITTEE


def test_without_a_heading_that_is_there_nothing_changes() -> None:
    text = a_sheet(("Policy", "Owner", "Next review"), *((row[0], row[1], row[3]) for row in ROWS))

    assert read_register(text, mapping={"Detail": Meaning.TITLE}) == read_register(text)


def test_a_row_of_a_sheet_without_a_title_is_no_part_of_that_above() -> None:
    untitled = ("", "Bursar", "May 2025")

    register = read(
        a_sheet(("Policy", "Owner", "Next review"), ("Behaviour", "Head", "June 2026"), untitled, *ROWS_OF_THREE), {}
    )

    assert register.rows[0].owner is not None
    assert (len(register.rows), register.rows[0].owner.value) == (3, "Head")


ROWS_OF_THREE = (("Charging", "Bursar", "May 2026"), ("Pay", "Bursar", "April 2026"))
