"""Lists arranged in ways of their own: wrapped, with cells lost, with headings between the rows."""

import pytest

from tests.reading.reading_registers import register_of, rows_in_words


def titles_of(text: str) -> list[str]:
    """The titles of a list, in its order."""
    return [row.title.value for row in register_of(text).rows]


def test_title_that_runs_on_below_is_whole() -> None:
    rows = rows_in_words(
        "Policy                   Next review\n"
        "Children in Care and     March 2025\n"
        "Previously in Care\n"
        "Behaviour                March 2026\n"
        "Pay                      March\n"
        "2027\n"
    )

    assert [(row["title"], row["next_review"]) for row in rows] == [
        ("Children in Care and Previously in Care", "March 2025"),
        ("Behaviour", "March 2026"),
        ("Pay", "March 2027"),
    ]


def test_row_that_lost_its_empty_cells_keeps_its_date_and_doubt() -> None:
    register = register_of(
        "Policy                Last review         Next review\n"
        "Attendance            May 2021            May 2024\n"
        "Behaviour             June 2021           June 2024\n"
        "Charging              July 2024\n"
        "Drugs                 May 2021\n"
    )

    moved, kept = register.rows[2].next_review, register.rows[3].last_reviewed

    assert moved is not None
    assert kept is not None
    assert (moved.is_certain, kept.is_certain) == (False, False)
    assert register.rows[2].last_reviewed is None


def test_group_headings_and_furniture_between_the_rows_are_no_policies() -> None:
    table = """| Policy | Approved by | Next review |
|---|---|---|
| Safeguarding | | |
| Behaviour | FGB | May 2025 |
| Anti-Bullying | FGB | May 2025 |
| Finance | | |
| Pay | FGB | May 2025 |
| Drugs Policy | | |
"""

    assert titles_of(table) == ["Behaviour", "Anti-Bullying", "Pay", "Drugs Policy"]


def test_policy_without_a_date_in_a_table_of_two_columns_is_one() -> None:
    table = "| Policy | Next review |\n|---|---|\n| Mud | |\n| Pay | May 2025 |\n| Finance | |\n| Trips | May 2026 |\n"

    assert titles_of(table) == ["Mud", "Pay", "Trips"]


def test_cells_on_lines_of_their_own_make_rows() -> None:
    head = "Our policies\n\nPolicy\n\nReview\n\nDetail\n\nCurrently dated\n\n"
    rows = (
        "Admissions\n\nAnnually\n\nSet each year after consultation.\n\nSept 2021-22\n\n",
        "Lettings\n\nEvery 2 years\n\nNov 2020-22\n\n",
        "Pay\n\nAnnually\n\nChecked by the clerk in June 2019, as always.\n\nJan 2022\n\nBack to top\n",
    )
    text = head + "".join(rows)

    assert rows_in_words(text) == [
        {"title": "Admissions", "last_reviewed": "September 2021", "frequency": "Annually"},
        {"title": "Lettings", "last_reviewed": "November 2020", "frequency": "Every 2 years"},
        {"title": "Pay", "last_reviewed": "January 2022", "frequency": "Annually"},
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Charging 11.12.13 (Finance) annually", {"last_approved": "11 December 2013", "frequency": "annually"}),
        ("Charging Every three years. Headteacher.", {"frequency": "Every three years", "approval": "Headteacher"}),
        ("Charging TBC annually Full governing body.", {"frequency": "annually", "approval": "Full governing body"}),
        ("Charging May 2021 (put off from June 2020) annually", {"last_approved": "May 2021", "frequency": "annually"}),
        ("Charging", {}),
    ],
)
def test_columns_run_together_are_parted(line: str, said: dict[str, str]) -> None:
    head = "Statutory Policies Last approved Review frequency: Approval:"
    others = "Behaviour 13.05.14 annually Headteacher.\nPay 02.10.14 annually Headteacher.\n"

    ending = "If you would like a copy of any of these, please ask.\n***\nCopyright Larch School\n"

    rows = rows_in_words(f"{head}\n{others}{line}\n{head}\n{ending}")

    assert rows[2:] == [{"title": "Charging", **said}]


def test_line_that_begins_with_a_label_goes_on_with_the_row_above() -> None:
    rows = rows_in_words(
        " Policy  Date of Last Review Date of Next Review   Other Information\n"
        " Lettings Policy  June 2018  As practice changes  Local\n"
        "Equality Scheme and\nObjectives  March 2016  Reviewed every 4 years\nNext review : early 2020  Statutory\n"
        " Safeguarding Policy 2019  September 2019 Annual : September 2020  Statutory\n"
    )

    assert rows == [
        {"title": "Lettings Policy", "last_reviewed": "June 2018", "frequency": "As practice changes"},
        {
            "title": "Equality Scheme and Objectives",
            "last_reviewed": "March 2016",
            "next_review": "2020",
            "frequency": "Reviewed every 4 years",
        },
        {
            "title": "Safeguarding Policy 2019",
            "last_reviewed": "September 2019",
            "next_review": "September 2020",
            "frequency": "Annual",
        },
    ]


def test_labels_below_a_title_are_its_own() -> None:
    rows = rows_in_words(
        "Our policies\nPeople and\nPlaces\nApproved by the Governing Body on: 4 May 2016\nNext review: N/A\n"
        "Attendance\nThis policy is reviewed annually. Last reviewed September 2021.\n"
        "Policy: Pay\nApproved by: FGB\nDate approved: June 2020\nFile: pay.pdf\n"
    )

    assert rows == [
        {"title": "People and Places", "approval": "Governing Body", "last_approved": "4 May 2016"},
        {"title": "Attendance", "last_reviewed": "September 2021", "frequency": "annually"},
        {"title": "Pay", "approval": "FGB", "last_approved": "June 2020"},
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Behaviour Policy (reviewed May 2021, next review May 2024)",
            {"last_reviewed": "May 2021", "next_review": "May 2024"},
        ),
        ("Behaviour Policy – March 2021", {"last_reviewed": "March 2021"}),
        ("Behaviour Policy Sept 22/Sept 24", {"last_reviewed": "September 2022", "next_review": "September 2024"}),
        ("Behaviour Policy - 2021", {"last_reviewed": "2021"}),
        (
            "The Behaviour Policy was approved by the Resources Committee in May 2020 and is reviewed annually.",
            {"last_approved": "May 2020", "approval": "Resources Committee", "frequency": "annually"},
        ),
    ],
)
def test_line_that_names_a_policy_says_the_rest_behind_it(line: str, said: dict[str, str]) -> None:
    others = "Our policies\nPay Policy – March 2021\nTrips Policy – June 2021\nSun Policy – June 2022\n"

    rows = rows_in_words(others + line)

    assert rows[3] == {"title": "Behaviour Policy", **said}


def test_sentence_that_begins_with_who_approved_names_the_policy_behind() -> None:
    lines = (f"The governors approved the {title} Policy in May 2021.\n" for title in ("Pay", "Trips", "Sun"))

    rows = rows_in_words("Our policies\n" + "".join(lines))

    assert rows[0] == {"title": "Pay Policy", "approval": "governors", "last_approved": "May 2021"}


def test_mark_of_the_law_behind_a_title_is_no_part_of_it() -> None:
    rows = rows_in_words(
        "Policy Statutory Approved by Review date\nPay Yes FGB May 2025\nTrips No Head May 2025\n"
        "Homework Local Head May 2025\n"
    )

    assert rows[0] == {"title": "Pay", "statutory": "yes", "approval": "FGB", "next_review": "May 2025"}
    assert rows[2]["statutory"] == "no"


def test_headings_run_together_may_take_two_lines() -> None:
    rows = rows_in_words(
        " Policy  Approved by  Date of\n Last Review  Date of Next Review\n Behaviour  Governors  May 2020  May 2022\n"
        " Pay  Headteacher  May 2020  TBC\n Trips  Governors  June 2019  May 2022\n"
    )

    assert rows[1] == {"title": "Pay", "approval": "Headteacher", "last_reviewed": "May 2020"}


def test_names_that_no_policy_is_known_by_are_taken_beside_those_that_are() -> None:
    text = (
        "Policies\nStatutory policies\nAdmissions\nBehaviour\nCharging\nComplaints\nOther policies\nDogs\nMud\nKites\n"
    )

    assert titles_of(text)[4:] == ["Dogs", "Mud", "Kites"]


def test_year_that_nothing_sets_off_is_part_of_the_title() -> None:
    rows = rows_in_words("Policies\nEquality Plan 2021\nPay Policy - May 2021\nTrips Policy - May 2021\n")

    assert rows[0] == {"title": "Equality Plan 2021"}


def test_dash_between_the_parts_of_a_line_makes_columns() -> None:
    rows = rows_in_words(
        "Policies by date\nMay 2023 - Child Protection\nMay 2023 - Staff Conduct Policy\nJune 2024 - Pay Policy\n"
    )

    assert [row["title"] for row in rows] == ["Child Protection", "Staff Conduct Policy", "Pay Policy"]


def test_names_under_numbers_are_kept_and_those_between_them_not() -> None:
    text = "Policies\nSafeguarding children\n1.1 Missing child\n1.2 Lost child\n"
    text += "Hygiene\n2.1 Nappy changing\n2.2 Sick child\n"

    assert titles_of(text) == ["Missing child", "Lost child", "Nappy changing", "Sick child"]


def test_sentence_for_all_does_not_speak_for_rows_that_say_when_they_were_approved() -> None:
    text = "All policies were reviewed in May 2023. Next review: May 2024.\n"
    text += "".join(f"{title} Policy – approved June 2022\n" for title in ("Pay", "Trips", "Sun"))

    rows = rows_in_words(text)

    assert rows[0] == {"title": "Pay Policy", "last_approved": "June 2022", "next_review": "May 2024"}


def test_what_is_not_understood_of_all_policies_is_said_of_none() -> None:
    text = "All policies are reviewed bi-annually. All policies were reviewed in May 2023. Owner: the clerk.\n"

    rows = rows_in_words(text + "Admissions\nBehaviour\nCharging\nComplaints\n")

    assert rows[0] == {"title": "Admissions", "last_reviewed": "May 2023"}


def test_line_too_long_for_a_policy_is_none() -> None:
    long = "Next review: May 2024 " * 30

    titles = titles_of(f"Our policies\nPay Policy - May 2021\nTrips Policy - May 2021\nSun Policy - May 2022\n{long}\n")

    assert titles == ["Pay Policy", "Trips Policy", "Sun Policy"]
