"""Whatever a text holds: no date is made up, and no line takes minutes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.partial_date import FIRST_YEAR, LAST_YEAR
from tests.reading.reading_texts import header_of

_DATES = ("approved_on", "last_reviewed", "next_review", "effective_from", "document_date")
_PIECES = (
    "Pay Policy",
    "Date approved",
    "Approved by Governors",
    "Next review:",
    "Date of review",
    "Reviewed annually.",
    "Signed: ……………",
    "June 2016",
    "12/05/2021",
    "31/06/2020",
    "Autumn 2 2023",
    "2023/24",
    "Version\tDate",
    "1.0\t3 May 2019",
    "FGB",
    "Headteacher",
    "the Education Act 2002",
    "Related policies:",
    "• Complaints policy",
    "Hollin School",
    "Page 2 of 3",
    "\f",
)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=14))
def test_every_date_stands_in_the_line_that_it_was_read_from(lines: list[str]) -> None:
    text = "Words\n" + "\n".join(lines)

    header = header_of(text)

    for field in _DATES:
        reading = getattr(header, field)
        assert reading is None or reading.value.as_written in " ".join(text.split()), field


_LINES = sorted(
    {line for path in (Path(__file__).parent / "unseen").glob("*.txt") for line in path.read_text("utf-8").splitlines()}
)
_ODD = ("\t", "   ", "\f", " / ", "(", ")", ":", "\u200b", "\u0130", "\ufb01", "\u0663", "\U0001d7d9", "…………", "|")


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(_LINES), st.sampled_from(("\n", "\n", "\n", *_ODD))), min_size=1, max_size=40),
    st.integers(0, 400),
    st.sampled_from(_ODD),
)
def test_lines_of_policies_in_any_order_are_read_to_the_end(parts: list[tuple[str, str]], place: int, odd: str) -> None:
    text = "Words\n" + "".join(line + end for line, end in parts)

    header = header_of(text[:place] + odd + text[place:])

    dates = [reading.value for field in _DATES if (reading := getattr(header, field))]
    assert all(FIRST_YEAR <= each.earliest.year <= each.latest.year <= LAST_YEAR for each in dates)


def test_of_many_contradictions_only_some_are_shown() -> None:
    lines = "\n".join(f"Next review: {day} May 2020" for day in range(1, 32))

    header = header_of(f"Pay Policy\n{lines}\n")

    assert header.next_review is not None
    assert len(header.next_review.others) == 6


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Signed: " + "A" * 50_000, id="an endless word"),
        pytest.param("A. " * 20_000, id="endless initials"),
        pytest.param("Hollin School " * 2_000, id="a name again and again"),
        pytest.param("Next review: June 2026 " + "and so on " * 5_000, id="an endless value"),
        pytest.param("Approved by: Governors " + "-" * 200 + "!", id="a drawn line behind a value"),
    ],
)
def test_an_endless_line_says_nothing_of_the_policy(text: str) -> None:
    header = header_of(f"Pay Policy\n{text}")

    assert [getattr(header, field) for field in _DATES] == [None] * len(_DATES)
    assert header.signed_by == ()
