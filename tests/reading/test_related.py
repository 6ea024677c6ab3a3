"""The policies that a policy names as related, in lists of every layout and in sentences."""

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Related policies: Health and Safety Policy; Charging Policy\nPerson responsible: Site Manager",
            ["Health and Safety Policy", "Charging Policy"],
            id="semicolons on the line of the label",
        ),
        pytest.param(
            "Associated\t• Risk Assessment policy\ndocuments\t• Supporting Students with Medical\n\tConditions policy\n"
            "Date approved\t11 March 2019",
            ["Risk Assessment policy", "Supporting Students with Medical Conditions policy"],
            id="label and items over several lines",
        ),
        pytest.param(
            "Associated Documents\nDate approved by governors\nDate of Review\nData Breach Policy\nComplaints Policy\n"
            "26/01/2021\nJanuary 2023",
            ["Data Breach Policy", "Complaints Policy"],
            id="labels first and values after",
        ),
        pytest.param(
            "Associated documents:\tPrivacy notice for staff; Photograph policy\n"
            "Links to:\tFreedom of Information Policy",
            ["Privacy notice for staff", "Photograph policy", "Freedom of Information Policy"],
            id="two labels",
        ),
        pytest.param(
            "6. Links with other policies\nThis policy is linked to:\n • Behaviour policy\n • Complaints policy\n"
            "7. Monitoring\nThe headteacher monitors it.",
            ["Behaviour policy", "Complaints policy"],
            id="numbered section",
        ),
        pytest.param(
            "See also:\n• Behaviour policy\n• Complaints policy\nThe school council was asked.",
            None,
            id="see also is a reading list",
        ),
        pytest.param(
            "Links with other policies\nThis uniform policy is linked to the following policies:\nBehaviour policy\n"
            "Complaints policy",
            ["Behaviour policy", "Complaints policy"],
            id="a sentence before the list",
        ),
        pytest.param(
            "## Related policies\n\nChild protection and safeguarding\nUse of reasonable force\n\n## Review\n\nNever.",
            ["Child protection and safeguarding", "Use of reasonable force"],
            id="section with a heading",
        ),
        pytest.param(
            "RELATED POLICIES\nThis policy should be read in conjunction with the following school policies:\n"
            "- Code of Conduct for Employees;\n- Staff Disciplinary Policy\n- Equality Act 2010\n- Praise",
            ["Code of Conduct for Employees", "Staff Disciplinary Policy", "Praise"],
            id="a law is no policy, a single word may be one",
        ),
        pytest.param(
            "Related policies:\n• Staff code of conduct\n• Data protection rules\nKeeping it alive\nIt changes.",
            ["Staff code of conduct", "Data protection rules"],
            id="a heading follows the last bullet",
        ),
        pytest.param(
            "This policy should be read alongside our Behaviour Policy, E-Safety Policy and Code of Conduct for Staff.",
            ["Behaviour Policy", "E-Safety Policy", "Code of Conduct for Staff"],
            id="sentence",
        ),
        pytest.param(
            "This policy should be read with our Health and Safety Policy and Code of Conduct for Staff.",
            ["Health and Safety Policy", "Code of Conduct for Staff"],
            id="a title with and in it",
        ),
        pytest.param(
            "It should be read in conjunction with the school’s Child Protection Policy and our Staff Code of Conduct.",
            ["Child Protection Policy", "Staff Code of Conduct"],
            id="sentence with whose they are",
        ),
        pytest.param("This policy links to national guidance on safety.", None, id="sentence without a policy"),
        pytest.param("Links to national policy:\nHealth Standards Policy 2017 reports", None, id="not of the school"),
        pytest.param("Related policies ........ 5\nBehaviour .... 6", None, id="list of contents"),
        pytest.param("Related Documents\nThis Policy is due for review in 2020", None, id="a sentence below the label"),
    ],
)
def test_related_policies_are_named_one_by_one(text: str, expected: list[str] | None) -> None:
    found = inspected(f"Uniform Policy\nGreenhill Primary School\n{BODY}\n{text}\n")

    assert found["related_policies"] == expected


def test_list_without_marks_between_empty_lines_is_read_line_by_line() -> None:
    text = """Attendance Policy

This policy operates in conjunction with the following school policies:

Anti-Bullying
Special Educational Needs
Child Protection

MONITORING

The office looks at the figures."""

    assert inspected(text)["related_policies"] == ["Anti-Bullying", "Special Educational Needs", "Child Protection"]


@pytest.mark.parametrize(
    "below",
    [
        "The Headteacher keeps the list\nThe office keeps a copy of it in the safe.",
        "Anti-Bullying",
        "Anti-Bullying\nand bullying online\n",
    ],
    ids=["sentences", "one line alone", "a line that runs on"],
)
def test_lines_below_a_label_are_no_list_for_their_place_alone(below: str) -> None:
    assert (
        inspected(f"Attendance Policy\n\nRelated documents\n\n{below}\n\nThe office looks at the figures.")[
            "related_policies"
        ]
        is None
    )
