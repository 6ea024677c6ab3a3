"""Lists that say what they say by marks, headings between the rows, sentences and records."""

import pytest

from policyaudit.reading.register import Register
from policyaudit.reading.register_reading import read_register
from tests.reading.reading_registers import register_of, rows_in_words
from tests.reading.reading_texts import document_of


def read(text: str) -> Register | None:
    """The list that a text may be."""
    return read_register(document_of(text))


def titles_of(text: str) -> list[str]:
    """The titles of a list, in its order."""
    return [row.title.value for row in register_of(text).rows]


def test_marks_behind_the_titles_are_what_the_legend_says() -> None:
    text = "Our policies\n(T) Trust Board, (L) Local Governing Body. * required by law.\n"
    text += "Admissions* (T)\nAnti-Fraud (T)\nHomework (L)\nBehaviour (statutory)\nVisits\n"

    rows = rows_in_words(text)

    assert rows == [
        {"title": "Admissions", "approval": "Trust Board", "statutory": "yes"},
        {"title": "Anti-Fraud", "approval": "Trust Board"},
        {"title": "Homework", "approval": "Local Governing Body"},
        {"title": "Behaviour", "statutory": "yes"},
        {"title": "Visits"},
    ]


def test_brackets_that_name_no_body_stay_with_their_titles() -> None:
    text = "Our policies\nAdmissions (Upper Site)\nBehaviour (Upper Site)\nHomework (Lower Site)\nTrips (Lower Site)\n"

    assert titles_of(text)[:2] == ["Admissions (Upper Site)", "Behaviour (Upper Site)"]


def test_name_in_other_marks_is_left_as_it_is() -> None:
    text = "Our policies\nAdmissions (FGB)\nBehaviour (FGB)\nHomework (SLT)\nTrips Policy {draft}\n"

    assert [row.get("approval") for row in rows_in_words(text)] == ["FGB", "FGB", "SLT", None]


@pytest.mark.parametrize(
    ("first", "second", "field", "said"),
    [
        pytest.param(
            "Autumn Term 2023", "Spring Term 2024", "next_review", ["Autumn term 2023", "Spring term 2024"], id="terms"
        ),
        pytest.param("Annually", "Every two years", "frequency", ["Annually", "Every two years"], id="cycles"),
        pytest.param("Full Governing Body", "Finance Committee", "approval", None, id="bodies"),
    ],
)
def test_heading_between_the_rows_speaks_of_those_below(
    first: str, second: str, field: str, said: list[str] | None
) -> None:
    text = f"Policy schedule\nWhistleblowing Policy\nUniform Policy\n{first}\n"
    text += f"Admissions\nBehaviour\n{second}\nPay\nHomework\n"

    rows = rows_in_words(text)

    expected = said or [first, second]
    assert [row.get(field) for row in rows[1:]] == [None, expected[0], expected[0], expected[1], expected[1]]


def test_labelled_heading_between_rows_of_a_table_speaks_of_those_below() -> None:
    text = "Policy\tCommittee\nFor review: May 2024\nAdmissions\tFGB\nBehaviour\tFGB\n"
    text += "For review: May 2025\nPay\tFinance Committee\n"

    assert [row["next_review"] for row in rows_in_words(text)] == ["May 2024", "May 2024", "May 2025"]


def test_heading_of_one_date_speaks_of_no_row() -> None:
    rows = rows_in_words("Our policies\nMay 2023\nAdmissions\nBehaviour\nPay\nHomework\n")

    assert rows[0] == {"title": "Admissions"}


def test_heading_that_is_not_understood_speaks_of_no_row() -> None:
    text = "Our policies\nReview: bi-annual\nAdmissions\nBehaviour\nReview: bi-annual\nPay\nHomework\n"

    assert all("frequency" not in row for row in rows_in_words(text))


def test_row_that_says_it_itself_needs_no_heading() -> None:
    text = "Our policies\nAutumn 2023\nAdmissions (May 2022)\nBehaviour\nSpring 2024\nPay\nHomework, review: May 2026\n"

    assert [row["next_review"] for row in rows_in_words(text)] == [
        "Autumn term 2023",
        "Autumn term 2023",
        "Spring term 2024",
        "May 2026",
    ]


def test_sentences_of_one_paragraph_are_rows_each() -> None:
    text = (
        "Our policies\n"
        "The Behaviour Policy was approved by the governors in May 2022. It is reviewed annually. The Pay Policy was\n"
        "approved by the Finance Committee in June 2022; The Trips Policy was last reviewed in May 2021.\n"
    )

    rows = rows_in_words(text)

    assert [row["title"] for row in rows] == ["Behaviour Policy", "Pay Policy", "Trips Policy"]
    assert rows[0]["frequency"] == "annually"
    assert rows[1]["last_approved"] == "June 2022"


def test_paragraph_about_other_things_makes_no_list() -> None:
    text = (
        "Pay\nThe award of May 2022 was paid in June 2022. Reviews end by May 2023. The Act came into force in 2010.\n"
    )

    assert read(text) is None


def test_records_of_a_page_are_rows_under_their_keys() -> None:
    text = "---\ntitle: School policies\nfiles:\n"
    text += "".join(f"  - name: {name}\n    approved: {date}\n" for name, date in _RECORDS)

    rows = rows_in_words(f"{text}---\n")

    assert rows[0] == {"title": "Admissions", "last_approved": "May 2022"}
    assert rows[2] == {"title": "Pay", "last_approved": "July 2022"}


_RECORDS = (("Admissions", "May 2022"), ("Behaviour", "June 2022"), ("Pay", "July 2022"))


def test_records_that_lack_a_key_keep_the_others() -> None:
    text = "---\ntitle: School policies\nfiles:\n  - name: Pay\n  - name: Behaviour\n    approved: May 2022\n"
    text += "  - name: Admissions\n    approved: May 2023\n---\n"

    assert [row.get("last_approved") for row in rows_in_words(text)] == [None, "May 2022", "May 2023"]


def test_keys_without_a_title_are_no_list() -> None:
    assert read("---\nlinks:\n  - url: a\n  - url: b\n  - url: c\n---\nOur policies\n") is None


def test_label_of_its_own_that_comes_again_is_a_column() -> None:
    text = "".join(
        f"{title}\nRatified: {date} 2023\nLooked after: {who}\n"
        for title, date, who in (
            ("Pay", "May", "Finance Committee"),
            ("Behaviour", "June", "Full Governing Body"),
            ("Admissions", "July", "Finance Committee"),
        )
    )

    rows = rows_in_words(f"Policies\n{text}")

    assert rows[1] == {"title": "Behaviour", "last_approved": "June 2023", "approval": "Full Governing Body"}


def test_title_above_a_button_stands_among_the_others() -> None:
    text = "Policies\nPay Policy\nApproved: May 2023\nUploaded 2/6/2023 | Download\n"
    text += "Trips Policy\nUploaded 3/6/2023 | Download\nSun Policy\nApproved: May 2022\nUploaded 2/6/2023 | Download\n"
    text += "Behaviour Policy\nApproved: May 2022\n"

    assert titles_of(text) == ["Pay Policy", "Trips Policy", "Sun Policy", "Behaviour Policy"]


def test_title_begun_above_its_row_is_whole() -> None:
    text = "Policy                  Approved      Next review\nPay                     May 2021      May 2024\n"
    text += "Supporting pupils with\nmedical needs           May 2020      May 2023\n"
    text += "Trips                   May 2021      May 2022\n"

    assert titles_of(text) == ["Pay", "Supporting pupils with medical needs", "Trips"]


def test_title_begun_above_a_row_without_one_is_left() -> None:
    text = "Approved      Policy           Next review\nMay 2021      Pay              May 2024\nLetters and\n"
    text += "May 2021      Trips            May 2024\nMay 2021      Sun              May 2024\n"

    assert titles_of(text)[0] == "Pay"


def test_cells_whose_gap_was_lost_are_parted() -> None:
    text = "Policy                   Review period    Approval               Last approved\n"
    text += "Pay (Statutory) Annually                  Full governing body    17/11/15\n"
    text += "Trips                    Annually         Headteacher            18/11/15\n"
    text += "Behaviour                Annually         Headteacher            19/11/15\n"

    assert titles_of(text) == ["Pay", "Trips", "Behaviour"]


def test_legend_below_a_table_is_no_row() -> None:
    text = "Policy       Type    Next review\nPay          S       May 2024\nTrips        N       May 2024\n"
    text += "Sun          N       May 2024\nS = statutory    N = not\n"

    assert titles_of(text) == ["Pay", "Trips", "Sun"]


def test_bracket_of_several_things_is_parted() -> None:
    text = "Statutory policies\n1. Pay (Full Governors, annual, approved 15/03/2022)\n"
    text += "2. Trips (Resources, every 2 years, approved 9/11/2021)\n3. Sun (Resources, annual, approved 9/11/2021)\n"
    text += "4. Dogs (PDF, annual, approved 9/11/2021)\n"

    rows = rows_in_words(text)

    assert rows[1] == {
        "title": "Trips",
        "approval": "Resources",
        "frequency": "every 2 years",
        "last_approved": "9 November 2021",
    }


def test_sentence_that_says_nothing_of_dates_still_names_its_policy() -> None:
    text = "The Pay Policy was approved in May 2022.\nThe Drugs Policy is being rewritten.\nThe clerk has copies.\n"
    text += "The Sun Policy was approved in June 2022.\nThe Dog Policy was approved in June 2022.\n"

    assert titles_of(text) == ["Pay Policy", "Drugs Policy", "Sun Policy", "Dog Policy"]


def test_dates_of_the_day_keep_it_where_a_slash_parts_two() -> None:
    text = "Policies (approved / review)\nABC03 Pay: 12 Dec 2018 / Dec 2019\nABC04 Trips: 17 Oct 2018 / Oct 2019\n"
    text += "ABC05 Sun: 20 June 2018 / June 2020\nABC06 Volunteers: tbc / tbc\n"

    rows = rows_in_words(text)

    assert rows[0] == {"title": "Pay", "last_reviewed": "12 December 2018", "next_review": "December 2019"}
    assert rows[3] == {"title": "Volunteers"}


def test_group_below_an_empty_line_and_cell_beside_a_title_are_no_part_of_it() -> None:
    text = (
        "Our Policies\nAttendance   Updated: May 2018   Review: May 2020\nPay   Updated: May 2018   Review: May 2020\n"
    )
    text += "\nLearning and teaching\nHomework   Updated: May 2018   Review: May 2020\n"
    text += "Complaints   See the county's website\n"

    assert titles_of(text) == ["Attendance", "Pay", "Homework", "Complaints"]


def test_numbered_names_alone_are_a_list() -> None:
    text = "OPERATIONAL PLAN\nSafeguarding\n1.1 Missing child\n1.2 Lost child\n1.3 Employment\nHealth\n"
    text += "2.1 Nappy changing\n2.2 Sick children\n2.3 Administering medicines\n"

    assert len(titles_of(text)) == 6


def test_who_reviews_every_january_is_nobody() -> None:
    text = "Our policies are reviewed every January by the committee.\nAdmissions\nBehaviour\nPay\nHomework\n"

    assert "approval" not in rows_in_words(text)[0]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        pytest.param("Supporting Pupils with Medical", "Supporting Pupils with Medical Conditions", id="a long line"),
        pytest.param("Support", "Conditions", id="a short line"),
        pytest.param("Health and Safety of Everybody\n", "Conditions", id="a line apart"),
        pytest.param("For review: May 2024 or in June", "Conditions", id="a line with a date"),
    ],
)
def test_long_line_right_above_a_word_is_the_beginning_of_its_title(above: str, title: str) -> None:
    text = f"Policy                          Next review\nBehaviour and Relationships     May 2024\n{above}\n"
    text += "Conditions                      May 2023\nTrips                           May 2022\n"

    assert titles_of(text)[1] == title


def test_cycle_among_remarks_is_how_often_and_to_be_asked() -> None:
    text = "Policy\tNext review\tNotes\nPay\tMay 2024\tReviewed annually\nTrips\tMay 2025\tAsk us\nSun\tMay 2025\t\n"

    rows = register_of(text).rows

    assert [row.frequency and row.frequency.value.months for row in rows] == [12, None, None]
    assert rows[0].frequency is not None
    assert not rows[0].frequency.is_certain


def test_policy_that_begins_like_a_body_is_parted_from_the_body_behind_it() -> None:
    text = "Policy Approval Last review Next review\nAttendance Headteacher Sept 2019 Sept 2020\n"
    text += "Governor Visits Governors Oct 2018 Oct 2020\nPay Full Governing Body May 2018 May 2020\n"

    assert [(row["title"], row["approval"]) for row in rows_in_words(text)] == [
        ("Attendance", "Headteacher"),
        ("Governor Visits", "Governors"),
        ("Pay", "Full Governing Body"),
    ]


def test_policies_for_approval_are_a_heading_like_any_other() -> None:
    text = "Policies for governors' approval Date agreed Review Delegated to\n"
    text += "Attendance 07.11.16 (Curriculum) every 2 years Headteacher.\n"
    text += "Lettings 25.01.16 (Finance) annually Finance committee.\nPay 20.10.14 (FGB) annually Governors.\n"
    text += "Translate\tSite map\tCookie policy\n"

    assert [(row["title"], row["frequency"]) for row in rows_in_words(text)] == [
        ("Attendance", "every 2 years"),
        ("Lettings", "annually"),
        ("Pay", "annually"),
    ]


def test_month_and_year_with_a_dot_between_are_a_date_in_a_column_of_dates() -> None:
    text = "Policy\tLast approved\tNext review\nPay\t21.03.18\t03.20\nTrips\t05.12.18\t12.19\nSun\t05.12.18\t13.19\n"

    read = [row.next_review for row in register_of(text).rows]

    assert [(one.value.earliest.isoformat(), one.value.as_written) for one in read if one] == [
        ("2020-03-01", "03.20"),
        ("2019-12-01", "12.19"),
    ]


def test_row_that_begins_in_small_letters_is_to_be_asked() -> None:
    text = "Policy                  Next review\nPay                     May 2024\n"
    text += "medical needs           May 2023\nTrips                   May 2022\nSun                     May 2022\n"

    rows = register_of(text).rows

    assert [row.title.is_certain for row in rows] == [True, False, True, True]
    assert rows[1].next_review is not None
    assert not rows[1].next_review.is_certain


def test_small_letters_throughout_are_no_doubt() -> None:
    rows = register_of("Policy     Next review\npay        May 2024\ntrips      May 2023\nsun        May 2022\n").rows

    assert all(row.title.is_certain for row in rows)


def test_table_of_something_else_under_known_headings_is_no_list() -> None:
    text = "".join(
        f"{name}\t{date}\n" for name, date in (("Version", "Owner"), ("1.0", "May 2021"), ("1.1", "May 2022"))
    )

    assert read(f"Trips\n{text}1.2\tMay 2023\n") is None
