"""A sheet of staff is recorded whole or not at all, and nobody twice."""

from datetime import date

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.import_staff import BadRows, SheetOfStaff, import_staff, propose_staff
from policyaudit.usecases.officers import NewHolder, add_post
from policyaudit.usecases.show_staff import show_person
from policyaudit.usecases.staff_plan import StaffImported
from tests.factories import RECORDING, TODAY, a_person, day

HEADING = "name,email,role,groups,started,left\n"
SHEET = (
    HEADING + "Ada Inkwell,ada@larkmead.example,Teacher,all-staff;teaching,1 September 2024,\n"
    "Bea Blotter,,Caretaker,Support staff,,\n"
)


def a_sheet(text: str, *, skip_bad: bool = False) -> SheetOfStaff:
    return SheetOfStaff(content=text.encode(), file_name="staff.csv", skip_bad=skip_bad)


def bring_in(store: Store, text: str, *, skip_bad: bool = False, today: date = TODAY) -> StaffImported:
    return import_staff(store, a_sheet(text, skip_bad=skip_bad), today=today, **RECORDING)


def reasons(store: Store, row: str) -> tuple[str, ...]:
    with pytest.raises(BadRows) as problem:
        bring_in(store, HEADING + row + "\n")
    return problem.value.rows[0].reasons


def groups_of(store: Store, person: str) -> list[tuple[str, date | None, date | None]]:
    return [(time.name, time.first, time.last) for time in show_person(store, person, as_of=TODAY).groups]


def count(store: Store, table: str) -> int:
    return int(store.rows(f"SELECT COUNT(*) FROM {table}")[0][0])


def test_people_of_a_sheet_are_added_with_their_groups(store: Store) -> None:
    done = bring_in(store, SHEET)

    person = show_person(store, "Inkwell", as_of=TODAY)
    assert (done.added, done.changed, done.unchanged) == (("Ada Inkwell", "Bea Blotter"), (), 0)
    assert (person.email, person.role, person.started) == ("ada@larkmead.example", "Teacher", day("1 September 2024"))
    assert groups_of(store, "Inkwell") == [("All staff", None, None), ("Teaching staff", None, None)]
    assert groups_of(store, "Blotter") == [("All staff", None, None), ("Support staff", None, None)]


def test_without_groups_somebody_new_is_in_all_staff(store: Store) -> None:
    bring_in(store, "name\nAda Inkwell\n")

    assert groups_of(store, "Inkwell") == [("All staff", None, None)]


def test_same_sheet_again_records_nothing(store: Store) -> None:
    bring_in(store, SHEET)
    before = count(store, "journal")

    done = bring_in(store, SHEET)

    assert (done.added, done.changed, done.unchanged) == ((), (), 2)
    assert count(store, "journal") == before


def test_proposal_says_the_same_and_records_nothing(store: Store) -> None:
    proposed = propose_staff(store, a_sheet(SHEET), today=TODAY)

    assert count(store, "person") == 0
    assert bring_in(store, SHEET) == proposed


def test_changed_details_are_recorded_and_counted(store: Store) -> None:
    bring_in(store, SHEET)
    add_post(store, "Site manager", holder=NewHolder("Blotter"), school=None, **RECORDING)

    done = bring_in(
        store,
        HEADING + "Ada Blotter-Inkwell,ADA@larkmead.example,,,,\nBea Blotter,bea@larkmead.example,,all-staff,,"
        "31 August 2026\n",
    )

    assert (done.added, done.changed, done.unchanged) == ((), ("Ada Blotter-Inkwell", "Bea Blotter"), 0)
    assert show_person(store, "Inkwell", as_of=TODAY).role == "Teacher"
    leaver = show_person(store, "Bea", as_of=TODAY)
    assert (leaver.email, leaver.left) == ("bea@larkmead.example", day("31 August 2026"))
    assert leaver.posts[0].last == day("31 August 2026")
    assert groups_of(store, "Bea") == [
        ("All staff", None, None),
        ("Support staff", None, day("19 November 2026")),
    ]


def test_somebody_who_was_in_a_group_before_comes_into_it_again(store: Store) -> None:
    bring_in(store, HEADING + "Ada Inkwell,,,governors,,\n", today=day("1 May 2026"))
    bring_in(store, HEADING + "Ada Inkwell,,,volunteers,,\n", today=day("1 June 2026"))

    bring_in(store, HEADING + "Ada Inkwell,,,governors,,\n")

    assert groups_of(store, "Ada") == [
        ("Governors", None, day("31 May 2026")),
        ("Governors", TODAY, None),
        ("Volunteers", day("1 June 2026"), day("19 November 2026")),
    ]


def test_empty_cells_and_missing_columns_change_nothing(store: Store) -> None:
    bring_in(store, SHEET)

    done = bring_in(store, "name,role\nAda Inkwell,\nBea Blotter,Caretaker\n")

    assert done.unchanged == 2


def test_two_people_of_one_name_are_told_apart_by_their_addresses(store: Store) -> None:
    sheet = HEADING + "Jo Ladle,jo@larkmead.example,Cook,,,\nJo Ladle,j.ladle@larkmead.example,Teacher,,,\n"

    assert bring_in(store, sheet).added == ("Jo Ladle", "Jo Ladle")
    assert bring_in(store, sheet).unchanged == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param("Cora,,,teechers,,", "there is no group called 'teechers'", id="no such group"),
        pytest.param("Cora,,,suport,,", "there is no group called 'suport', did you mean 'support'?", id="misspelt"),
        pytest.param("Cora,cora at home,,,,", "'cora at home' is no e-mail address", id="no e-mail address"),
        pytest.param(
            "Cora,,,,1 May 2026,1 May 2025",
            "the last day given for Cora, 1 May 2025, is before the first, 1 May 2026",
            id="left before they started",
        ),
        pytest.param(
            "Ada Inkwell,other@larkmead.example,,,,",
            "Ada Inkwell is in the register with another e-mail address, ada@larkmead.example",
            id="a known name with another address",
        ),
        pytest.param(
            "Jo Ladle,,,,,",
            "there are 2 people called Jo Ladle: an e-mail address must say who is meant",
            id="a name of two",
        ),
        pytest.param("Cora,,,,soon,", "started: 'soon' cannot be used as a day: it names no month or year", id="a day"),
    ],
)
def test_row_that_cannot_be_recorded_says_why(store: Store, row: str, reason: str) -> None:
    a_person(store, "Ada Inkwell", email="ada@larkmead.example")
    a_person(store, "Jo Ladle", email="jo@larkmead.example")
    a_person(store, "Jo Ladle", email="j.ladle@larkmead.example")

    assert reasons(store, row) == (reason,)
    assert count(store, "person") == 3


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param(
            "Cora,x@larkmead.example,,,,\nDot,X@larkmead.example,,,,",
            "another row has the e-mail address {address} too",
            id="an address twice",
        ),
        pytest.param(
            "Cora,,,,,\nCORA,,,,,",
            "another row names {name} too, and no e-mail address tells them apart",
            id="a name twice",
        ),
    ],
)
def test_rows_that_mean_one_person_are_both_bad(store: Store, rows: str, reason: str) -> None:
    with pytest.raises(BadRows) as problem:
        bring_in(store, f"{HEADING}{rows}\n")

    assert [row.number for row in problem.value.rows] == [2, 3]
    assert [row.reasons[0] for row in problem.value.rows] == [
        reason.format(name=name, address=address) for name, address, *_ in (row.split(",") for row in rows.split("\n"))
    ]


def test_second_row_that_means_somebody_is_bad(store: Store) -> None:
    a_person(store, "Ada Inkwell")

    with pytest.raises(BadRows) as problem:
        bring_in(store, HEADING + "Ada Inkwell,ada@larkmead.example,,,,\nAda Inkwell,,,,,\n")

    assert problem.value.lines == ("row 3: another row means Ada Inkwell too",)


def test_all_bad_rows_are_named_and_nothing_is_recorded(store: Store) -> None:
    rows = "".join(f"Person {n},{n},,,,\n" for n in range(5)) + "Cora,,,,,\n"

    with pytest.raises(BadRows) as problem:
        bring_in(store, HEADING + rows)

    assert str(problem.value) == "5 of the 6 rows of staff.csv cannot be recorded, so nothing was"
    assert problem.value.lines[0] == "row 2: '0' is no e-mail address"
    assert [line.partition(":")[0] for line in problem.value.lines] == ["row 2", "row 3", "row 4", "row 5", "row 6"]
    assert count(store, "person") == 0


def test_good_rows_alone_are_recorded_where_one_asks_so(store: Store) -> None:
    done = bring_in(store, SHEET + "Cora,nowhere,,,,\n,,Cook,,,\n", skip_bad=True)

    assert done.added == ("Ada Inkwell", "Bea Blotter")
    assert done.heading == ("name", "email", "role", "groups", "started", "left")
    assert [(row.number, row.cells[0], row.reasons) for row in done.left_out] == [
        (4, "Cora", ("'nowhere' is no e-mail address",)),
        (5, "", ("it names nobody",)),
    ]


def test_sheet_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(AuditError, match=r"staff.csv: there is no row under a heading"):
        bring_in(store, "")
