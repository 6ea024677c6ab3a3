"""Whom a policy applies to."""

import pytest

from tests.reading.reading_texts import inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "This policy applies to all staff, governors, volunteers and visitors to the school.",
            ["all staff", "governors", "volunteers", "visitors"],
            id="list in a sentence",
        ),
        pytest.param(
            "This policy covers all who work here, including managers, part-time and fixed-term employees, "
            "casual and agency staff and volunteers (collectively referred to as Staff).",
            ["managers", "part-time and fixed-term employees", "casual and agency staff", "volunteers"],
            id="and inside a name",
        ),
        pytest.param(
            "This policy applies to all employees of Hilltop School.\nThe principles of this policy will also apply "
            "to all consultants, casual workers and volunteers in schools.",
            ["all employees", "consultants", "casual workers", "volunteers"],
            id="a second sentence with also",
        ),
        pytest.param(
            "This policy applies to all staff. This policy covers pupils in the hall.",
            ["all staff"],
            id="a second sentence without also",
        ),
        pytest.param(
            "This policy applies to parents, carers and neighbours.",
            ["parents", "carers", "neighbours"],
            id="a single word among people",
        ),
        pytest.param("This policy applies to all staff, including those on leave.", ["all staff"], id="those on leave"),
        pytest.param("Applies to: All staff, governors", ["All staff", "governors"], id="label on the line"),
        pytest.param(
            "Relevant to:\nAll students\nTeaching and support staff\nNext review date:\nAugust 2019",
            ["All students", "Teaching and support staff"],
            id="label above its lines",
        ),
        pytest.param("Audience:\nThe hall\nThis policy applies to staff.", ["staff"], id="nobody below the label"),
        pytest.param("This policy applies to all personal data.", None, id="things"),
        pytest.param("This policy covers those exceptional pupils who run.", None, id="no group of a school"),
    ],
)
def test_people_are_named_group_by_group(text: str, expected: list[str] | None) -> None:
    found = inspected(f"Conduct Policy\n\nIntroduction\n{text}\n")

    assert found["applies_to"] == expected
