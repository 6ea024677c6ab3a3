"""What is kept of a document: values that are acted on even if doubtful, others only if they are certain."""

from typing import TypeVar

import pytest

from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import Evidence, LoggedVersion, Reading
from policyaudit.reading.header import Header
from policyaudit.reading.lines import DocumentText
from policyaudit.usecases.import_values import proposed_values
from policyaudit.usecases.read_folder import ReadDocument
from tests.factories import when

SURE, DOUBTFUL = 0.9, 0.5
T = TypeVar("T")


def stated(value: T, confidence: float = SURE) -> Reading[T]:
    return Reading(value, confidence, Evidence(3, "the line", "label on the same line"))


def kept(header: Header) -> list[tuple[str, str, bool]]:
    document = ReadDocument("behaviour.txt", b"", "", DocumentText("text/plain", ()), header)
    values = proposed_values(document, is_filed_as_named=True)
    return [(value.field, value.value, value.counts) for value in values if value.reason.startswith("label")]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        pytest.param(Header(next_review=stated(when("June 2017"))), [("next_review", "June 2017", True)], id="a date"),
        pytest.param(
            Header(next_review=stated(when("June 2017"), DOUBTFUL)),
            [("next_review", "June 2017", False)],
            id="a doubtful date waits",
        ),
        pytest.param(
            Header(review_frequency=stated(ReviewCycle("annually", 12))),
            [("review_frequency", "annually", True)],
            id="a cycle",
        ),
        pytest.param(Header(statutory=stated(value=True)), [("statutory", "yes", True)], id="statutory"),
        pytest.param(Header(statutory=stated(value=False)), [("statutory", "no", True)], id="not statutory"),
        pytest.param(
            Header(statutory=stated(value=True, confidence=DOUBTFUL)),
            [],
            id="what nobody acts on is kept only if certain",
        ),
        pytest.param(
            Header(related_policies=(stated("Attendance"), stated("Lunch", DOUBTFUL))),
            [("related_policies", "Attendance", True)],
            id="of a list what is certain",
        ),
        pytest.param(
            Header(version_history=(stated(LoggedVersion("2", None, "Spelling")),)),
            [("version_history", "2 – Spelling", True)],
            id="a row of the log",
        ),
    ],
)
def test_values_are_kept_as_they_are_shown(header: Header, values: list[tuple[str, str, bool]]) -> None:
    assert kept(header) == values
