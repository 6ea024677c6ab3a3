from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.store.reads.entered import EntryRow
from policyaudit.store.reads.histories import ValueRow
from policyaudit.usecases.known_from import Entered, entered, known_from
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import BY, NOW, TODAY, a_policy, a_review, a_version, day, when
from tests.usecases.importing import a_text, bring_in

MAY, JUNE, JULY = (datetime(2026, month, 4, 9, 30, tzinfo=UTC) for month in (5, 6, 7))
LATER = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


def _entries(*officers: str | None) -> list[EntryRow]:
    """What stood as officer in May, June and July; newest first, each entered by somebody of their own."""
    told = zip(("Ada", "Bea", "Cora"), (MAY, JUNE, JULY), officers, strict=True)
    return [EntryRow(by, at, {"officer": officer}) for by, at, officer in told][::-1]


@pytest.mark.parametrize(
    ("officers", "now", "by"),
    [
        pytest.param(("Head", "Head", "Head"), "Head", "Ada", id="never changed since"),
        pytest.param(("Head", "Deputy", "Deputy"), "Deputy", "Bea", id="changed in June"),
        pytest.param(("Head", "Deputy", "Head"), "Head", "Cora", id="changed to and fro"),
        pytest.param(("Head", "Deputy", "Bursar"), "Head", "Ada", id="as it was on a day gone by"),
        pytest.param(("Head", "Head", None), None, None, id="nothing stands there"),
        pytest.param(("Head", "Head", "Head"), "Cook", None, id="it never stood there"),
    ],
)
def test_whoever_gave_something_its_present_form_entered_it(
    officers: tuple[str, ...], now: str | None, by: str | None
) -> None:
    found = entered(_entries(*officers), {"officer": now})

    assert (found.by if found else None) == by


def _value(words: str, state: str = "recorded", **more: object) -> ValueRow:
    return ValueRow("committee", words, state, 90, "a.txt", 1, None, "body", words, "a label", **more)  # type: ignore[arg-type] # what ValueRow takes


@pytest.mark.parametrize(
    ("values", "same", "otherwise"),
    [
        pytest.param([_value("Finance")], ["Finance"], [], id="the same words"),
        pytest.param([_value("FINANCE ")], ["FINANCE "], [], id="the same words in capitals"),
        pytest.param([_value("F&P"), _value("Finance")], ["Finance"], [], id="one that counts no longer"),
        pytest.param([_value("F&P", corrected_to="Finance", state="corrected")], ["F&P"], [], id="one corrected to it"),
        pytest.param([_value("F&P", read_at=JUNE)], ["F&P"], [], id="another name, read when it was entered"),
        pytest.param([_value("F&P", state="confirmed", settled_at=JUNE)], ["F&P"], [], id="another name, accepted"),
        pytest.param([_value("Resources", state="waiting")], [], ["Resources"], id="one that waits"),
        pytest.param([_value("Resources", state="dropped")], [], ["Resources"], id="one that was dropped"),
        pytest.param([_value("Resources", read_at=MAY)], [], [], id="one from before"),
    ],
)
def test_documents_say_the_same_or_otherwise(values: list[ValueRow], same: list[str], otherwise: list[str]) -> None:
    known = known_from(values, "committee", "Finance", Entered("Ada", JUNE))

    assert [value.value for value in known.same] == same
    assert [value.value for value in known.otherwise] == otherwise


def test_where_nothing_counts_no_document_says_the_same() -> None:
    known = known_from([_value("Finance"), _value("FGB", state="waiting")], "committee", None, None)

    assert (known.same, [value.value for value in known.otherwise]) == ((), ["FGB"])


def _page(store: Store, *, on: str | None = None) -> PolicyPage:
    return show_policy(store, "Behaviour", as_of=day(on) if on else TODAY)


def test_what_is_typed_is_known_by_whoever_typed_it(store: Store) -> None:
    a_policy(store, next_review="June 2027", committee="FGB")
    details = PolicyDetails(next_review=when("July 2027"))
    edit_policy(store, "Behaviour", details, school=None, today=TODAY, by="Nell Ink", at=LATER)

    page = _page(store)

    assert page.entered["next_review"] == Entered("Nell Ink", LATER)
    assert page.entered["responsible_committee"] == Entered(BY, NOW)
    assert "review_frequency" not in page.entered


def test_version_in_force_and_the_last_approval_say_who_entered_them(store: Store) -> None:
    a_policy(store)
    a_version(store, label="1.0", in_force="1 September 2025")
    a_review(store, "Behaviour", on="1 October 2026")

    page = _page(store)

    assert page.entered["version"] == page.entered["effective_from"] == Entered(BY, NOW)
    assert "approved_on" not in page.entered
    assert page.entered["last_reviewed"] == Entered(BY, NOW)


def test_what_a_document_says_is_known_from_it(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Approved_by="Full governing board", Date_approved="1 June 2016"))

    known = _page(store).known

    read = {field: [value.value for value in one.same] for field, one in known.items() if one.same}
    assert read["next_review"] == ["June 2017"]
    assert read["last_reviewed"] == ["June 2016"]
    assert read["approved_by"] == ["Full governing board"]
    assert read["version"] == ["1.0"]


def test_version_without_a_day_of_its_own_is_in_force_once_it_is_approved(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Date_approved="1 June 2016"))

    known = _page(store).known

    assert [value.field for value in known["effective_from"].same] == ["approved_on"]
