"""How sure a value may be: no surer than values of its kind were in documents that nobody had seen."""

import pytest

from policyaudit.reading.certainty import as_sure_as_its_kind, share_right
from policyaudit.reading.evidence import CERTAIN, Evidence, Reading
from policyaudit.reading.wordings import settings


def _reading(reason: str, *, is_confirmed: bool = False) -> Reading[str]:
    return Reading("6", 0.95, Evidence(1, "Issue: 6", reason), is_confirmed=is_confirmed)


@pytest.mark.parametrize(
    ("field", "reason", "is_certain"),
    [
        pytest.param("version", "cell to the right", True, id="nearly always right"),
        pytest.param("version", "cell to the right, repeated on the pages", True, id="the same on every page"),
        pytest.param("version", "line below", False, id="often wrong"),
        pytest.param("approved_on", "label on the same line", True, id="right in most fields"),
        pytest.param("document_date", "label on the same line", False, id="wrong in this field"),
        pytest.param(
            "approved_on", "line below, in words of its own", False, id="a doubtful place, a label of any words"
        ),
        pytest.param("approved_on", "cell to the right, misspelt", True, id="a good place, a label with a slip"),
        pytest.param("version", "never met before", True, id="a kind that was never counted"),
    ],
)
def test_a_value_is_as_sure_as_its_kind(field: str, reason: str, *, is_certain: bool) -> None:
    read = as_sure_as_its_kind(field, _reading(reason))

    assert read.is_certain is is_certain
    assert read.value == "6"


def test_a_value_that_is_said_in_another_way_as_well_is_as_sure_as_it_stands_there() -> None:
    confirmed = as_sure_as_its_kind("version", _reading("line below", is_confirmed=True))

    assert confirmed.confidence == 0.95


def test_a_doubtful_kind_stays_doubtful_and_says_how_much() -> None:
    read = as_sure_as_its_kind("version", _reading("cell below"))

    assert read.confidence == round(share_right("version", "cell below") * CERTAIN, 2)


def test_every_share_is_of_a_reason_that_something_is_read_for() -> None:
    shares = settings("weights")["right"]

    assert 0.9 <= shares["least"] < 1
    assert all(0 <= share <= 1 for share in shares["reasons"].values())
    assert all(reason in shares["reasons"] for reason in shares["fields"]["document_date"])
