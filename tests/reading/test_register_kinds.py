"""What kind of thing a cell holds."""

import pytest

from policyaudit.reading.register_kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Sept 2023", Kind.DATE),
        ("25.01.12 (Full GB)", Kind.DATE),
        ("Annual : September 2020", Kind.DATE),
        ("Resources Committee Nov 2022", Kind.DATE),
        ("Nov 2020-22", Kind.DATE),
        ("31/02/2022", Kind.DATE),
        ("Every three years.", Kind.CYCLE),
        ("Bi-annual", Kind.CYCLE),
        ("As practice changes", Kind.CYCLE),
        ("TBC", Kind.BLANK),
        ("", Kind.BLANK),
        ("Statutory", Kind.FLAG),
        ("Y", Kind.FLAG),
        ("FIN001", Kind.NUMBER),
        ("12", Kind.NUMBER),
        ("Full Governing Body", Kind.BODY),
        ("Staffing & Finance Committee", Kind.BODY),
        ("Governing body to decide.", Kind.BODY),
        ("May be delegated to a committee, a governor or the headteacher of the school", Kind.BODY),
        ("Deputy Headteacher", Kind.POST),
        ("School Nurse", Kind.POST),
        ("Behaviour", Kind.TEXT),
        ("Governors' Expenses", Kind.TEXT),
        ("Safeguarding Policy 2019", Kind.TEXT),
        ("Accessibility Plan 2022-2025", Kind.TEXT),
        ("SEN Information Report (Oct 2022)", Kind.TEXT),
        ("Kept by the site team. Fire doors last checked May 2019.", Kind.TEXT),
        (
            "It is long and says little of anything, as such remarks do, and it goes on until it is no cell " * 2,
            Kind.TEXT,
        ),
    ],
)
def test_cell_is_of_its_kind(cell: str, kind: Kind) -> None:
    assert kind_of(cell) is kind
