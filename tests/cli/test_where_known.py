from datetime import UTC, datetime

import pytest

from policyaudit.cli.where_known import each_once, places, quoted, remark, sources
from policyaudit.store.reads.histories import ValueRow
from policyaudit.usecases.known_from import Entered, KnownFrom

JUNE = datetime(2026, 6, 4, 9, 30, tzinfo=UTC)


def _value(words: str = "June 2027", evidence: str = "Next review: June 2027", **more: object) -> ValueRow:
    told = {"file_name": "a.txt", "line": 4, "page": None, "part": "body", "state": "recorded"} | more
    return ValueRow(field="next_review", value=words, confidence=90, evidence=evidence, reason="a label", **told)  # type: ignore[arg-type] # what ValueRow takes


@pytest.mark.parametrize(
    ("known", "told"),
    [
        pytest.param(KnownFrom(), [], id="nothing is known of it"),
        pytest.param(KnownFrom((_value(),)), ["a.txt, line 4: “Next review: June 2027”"], id="a document's line"),
        pytest.param(
            KnownFrom((_value(evidence="June 2027", part="sheet, column Next review"),)),
            ["a.txt, row 4, column Next review"],
            id="a cell that says nothing more",
        ),
        pytest.param(
            KnownFrom((_value(file_name=None),)), ["line 4: “Next review: June 2027”"], id="a document not kept"
        ),
        pytest.param(KnownFrom(entered=Entered("Ada", JUNE)), ["entered by Ada, 4 June 2026"], id="somebody typed it"),
        pytest.param(
            KnownFrom(entered=Entered(None, JUNE)), ["entered by somebody erased, 4 June 2026"], id="somebody erased"
        ),
        pytest.param(
            KnownFrom((_value(),), entered=Entered("Ada", JUNE)),
            ["a.txt, line 4: “Next review: June 2027”"],
            id="somebody took it in from a document",
        ),
        pytest.param(
            KnownFrom(otherwise=(_value("May 2028", "Review by May 2028 at the latest", state="waiting"),)),
            ["a.txt, line 4: “Review by May 2028 at the latest”, to confirm"],
            id="a document says otherwise",
        ),
        pytest.param(
            KnownFrom(otherwise=(_value("May 2028", "May 2028", state="waiting"),)),
            ["a.txt, line 4: “May 2028”, to confirm"],
            id="a cell says otherwise",
        ),
        pytest.param(
            KnownFrom(otherwise=(_value("May 2028", "Review: 05/2028", state="waiting"),)),
            ["a.txt, line 4: May 2028, out of “Review: 05/2028”, to confirm"],
            id="a document says otherwise in other words",
        ),
        pytest.param(
            KnownFrom(tuple(_value(file_name=f"{name}.txt") for name in "abcde")),
            [*(f"{name}.txt, line 4: “Next review: June 2027”" for name in "abc"), "and 2 other documents"],
            id="many documents",
        ),
    ],
)
def test_sources_are_told_in_words(known: KnownFrom, told: list[str]) -> None:
    assert list(sources([known])) == told


def test_what_two_things_share_is_told_once() -> None:
    known = KnownFrom((_value(),), (_value("May 2028", state="dropped"),), Entered("Ada", JUNE))

    told = sources([known, known])

    assert len(told) == 2


@pytest.mark.parametrize(
    ("settled", "told"),
    [
        pytest.param({}, "", id="nobody was asked"),
        pytest.param({"state": "waiting"}, "to confirm", id="it waits"),
        pytest.param({"state": "confirmed"}, "accepted by Ada, 4 June 2026", id="accepted"),
        pytest.param({"state": "dropped"}, "dropped by Ada, 4 June 2026", id="dropped"),
        pytest.param(
            {"state": "corrected", "corrected_to": "July"}, "corrected to July by Ada, 4 June 2026", id="corrected"
        ),
        pytest.param({"state": "corrected"}, "corrected by Ada, 4 June 2026", id="corrected by a new document"),
    ],
)
def test_remark_says_how_a_value_was_settled(settled: dict[str, str], told: str) -> None:
    by = {"settled_by": "Ada", "settled_at": JUNE} if settled.get("state") not in {None, "waiting"} else {}

    assert remark(_value(**settled, **by)) == told  # type: ignore[arg-type] # what ValueRow takes


def test_words_that_say_no_more_than_the_value_are_not_quoted() -> None:
    assert (quoted(_value(evidence="JUNE  2027.")), quoted(_value())) == ("", "“Next review: June 2027”")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            "Annually, " + "and so on " * 20, "“Annually, " + "and so on " * 7 + "and so on…”", id="at the beginning"
        ),
        pytest.param("and so on " * 20 + "then annually.", "“…on and so on and so on then annually.”", id="at the end"),
        pytest.param("x" * 200, f"“{'x' * 89}…”", id="nowhere"),
    ],
)
def test_long_line_is_quoted_where_it_says_what_was_read(line: str, told: str) -> None:
    assert quoted(_value("annually", line)) == told


def test_value_of_several_documents_is_one_with_the_first_few_of_them() -> None:
    values = [_value(file_name=f"{name}.txt") for name in "abcde"]

    (same,) = each_once([*values])

    assert list(places(same)) == ["a.txt, line 4", "b.txt, line 4", "c.txt, line 4", "and 2 other documents"]
    assert list(places(same[:1])) == ["a.txt, line 4"]
