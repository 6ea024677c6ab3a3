"""A list of many policies is told from a policy, whatever a policy lists beside itself."""

from pathlib import Path

import pytest

from policyaudit.reading.opening import read_document
from policyaudit.reading.registers import policies_listed
from tests.reading.reading_texts import document_of

SHARED = Path(__file__).parents[3] / "shared"
TABLE = """No.\tPolicy\tOwner\tLast review\tNext review
1\tBehaviour\tHeadteacher\tSept 23\tSept 24
2\tAttendance policy\tDeputy\t04/09/2023\t01-09-2024
3\tLone working\tBusiness manager\tn/a (new)\tTBC
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
PROSE = "Pupils come on time, and we ring home where somebody does not.\n" * 12


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        pytest.param(TABLE, 3, id="table with a row for each policy"),
        pytest.param(f"Policy review schedule\n\n{TABLE}\nClerk to governors\n", 3, id="words around the table"),
        pytest.param(TABLE + TABLE, 3, id="table that runs over two pages"),
        pytest.param(ABOVE, 4, id="each title above its dates"),
        pytest.param(TABLE.rpartition("3\t")[0], 0, id="two policies only"),
        pytest.param(f"Behaviour Policy\n{PROSE}{TABLE}", 0, id="policy with a table of others"),
        pytest.param(TABLE.replace("Policy\t", "Room\t"), 0, id="table of something else"),
        pytest.param(TABLE.replace("Last review\tNext review", "Size\tColour"), 0, id="table without reviews"),
        pytest.param(
            "Policy\tNext review\nBehaviour\tTBC\nAttendance\tTBC\nPay\tJune 2027\n", 0, id="table without dates"
        ),
        pytest.param("Policy\tNext review\n\tJune 2027\n\tJune 2027\n\tJune 2028\n", 0, id="table without titles"),
        pytest.param("Behaviour Policy\nVersion: 1.0\nNext review: June 2027\n" + PROSE, 0, id="policy"),
    ],
)
def test_register_is_known_by_its_rows(text: str, listed: int) -> None:
    assert policies_listed(document_of(text)) == listed


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sheets of real schools are not on this machine")
@pytest.mark.parametrize(
    ("file", "listed"),
    [
        ("seed-documents/layout-register-landscape.docx", 13),
        ("seed-documents/layout-register-landscape.odt", 13),
        ("seed-documents/layout-register-landscape.pdf", 13),
        ("seed-documents/heights-social-media.docx", 0),
        ("seed-documents/handbook-over-200-pages.pdf", 0),
        ("corpus/registers/010.txt", 6),
    ],
)
def test_real_register_is_told_from_real_policies(file: str, listed: int) -> None:
    assert policies_listed(read_document(SHARED / file)) == listed
