"""A text's own version, dates and log differ each time, and make no revision material."""

import pytest

from policyaudit.usecases.revision_kind import proposed_kind
from tests.usecases.importing import BODY, a_text

OLD = a_text(body=BODY + "\nReviewed June 2016, next review June 2017. Staff must sign it.\nVersion 1.0, June 2016\n")
LOG = "Version\tDate\tChange\n1\t6 May 2018\tInitial issue\n"


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(OLD.replace("1.0", "1.1"), id="the label"),
        pytest.param(OLD.replace("June 2017", "June 2018"), id="the next review"),
        pytest.param(
            OLD.replace("June 2016", "July 2017").replace("June 2017", "July 2018").replace("1.0", "1.1"),
            id="all of it, also in the last line of each page",
        ),
    ],
)
def test_label_and_dates_of_a_text_are_no_change_of_it(new: str) -> None:
    assert proposed_kind(OLD, new).kind == "minor"


def test_bare_year_is_left_alone_but_where_it_is_the_texts_own() -> None:
    old = a_text(next_review="2017", body=f"{BODY}\nStaff must do it before 2017.\n")

    assert proposed_kind(old, old.replace("review: 2017", "review: 2018")).kind == "minor"
    assert proposed_kind(old, old.replace("2017", "2018")).kind == "material"


def test_text_without_a_version_or_a_date_is_compared_whole() -> None:
    assert proposed_kind(BODY, BODY.replace("behaves", "behave")).kind == "minor"


def test_new_row_of_the_version_log_is_no_change_of_the_text() -> None:
    new = f"{LOG}2\t19 August 2021\tSpelling corrections\n\n{BODY}"

    assert proposed_kind(f"{LOG}\n{BODY}", new).kind == "minor"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        pytest.param("within 2 days", "within 3 days", "a number or a date changed: 3", id="a number of the text"),
        pytest.param("Staff must sign", "Staff may sign", "an obligation changed: may", id="beside a date"),
    ],
)
def test_change_of_the_text_itself_is_material(old: str, new: str, why: str) -> None:
    proposal = proposed_kind(OLD, OLD.replace(old, new).replace("June 2017", "June 2018"))

    assert (proposal.kind, proposal.why) == ("material", why)
