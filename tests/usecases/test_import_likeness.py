"""A title that resembles a policy's is told, however it is spelt or whatever word it uses; others are not."""

import pytest

from policyaudit.usecases.import_likeness import resembling

HELD = ("Anti-Bullying Policy", "Safeguarding and Child Protection", "Attendance", "Online Safety", "Pay Policy")


@pytest.mark.parametrize(
    ("title", "resembles"),
    [
        pytest.param("Antibullying Policy", ["Anti-Bullying Policy"], id="spelt otherwise"),
        pytest.param("Bullying", ["Anti-Bullying Policy"], id="another word for it"),
        pytest.param("Child Protection Policy", ["Safeguarding and Child Protection"], id="one of two names"),
        pytest.param("Atendance", ["Attendance"], id="misspelt"),
        pytest.param("E-Safety Policy", ["Online Safety"], id="its older name"),
        pytest.param("Payroll", [], id="a word that begins alike"),
        pytest.param("Complaints Procedure", [], id="nothing alike"),
        pytest.param("School Policy for Staff", [], id="words that any title has"),
    ],
)
def test_titles_that_resemble_each_other_are_found(title: str, resembles: list[str]) -> None:
    assert [found.title for found in resembling(title, HELD)] == resembles


def test_the_most_alike_come_first_and_no_more_than_three() -> None:
    held = ("Lettings", "Hire of Premises", "Lettings 2", "Lettings of Premises", "Letting")

    found = resembling("Letting", held)

    assert [one.title for one in found] == ["Letting", "Hire of Premises", "Lettings"]
    assert [one.per_cent for one in found] == sorted((one.per_cent for one in found), reverse=True)
