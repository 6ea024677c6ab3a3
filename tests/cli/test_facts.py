import pytest

from policyaudit.cli.facts import facts, listed
from policyaudit.cli.table import Column
from policyaudit.cli.terminal import Terminal

KNOWN = (("Bell", "rings at noon and at three"), ("Yard", None), ("Gate", ""), ("Door key", "with the caretaker"))


def test_what_is_known_stands_side_by_side_and_what_is_not_is_left_out() -> None:
    shown = facts("The school day", KNOWN)

    assert shown.splitlines() == [
        "The school day",
        "  Bell      rings at noon and at three",
        "  Door key  with the caretaker",
    ]


@pytest.mark.parametrize("width", [pytest.param(32, id="a narrow window"), pytest.param(5, id="one too narrow for it")])
def test_what_is_long_goes_on_below_itself(width: int) -> None:
    shown = facts("Day", KNOWN, width)

    assert shown.splitlines() == [
        "Day",
        "  Bell      rings at noon and at",
        "            three",
        "  Door key  with the caretaker",
    ]


def test_the_title_of_a_list_goes_on_below_where_the_window_is_narrow() -> None:
    columns = (Column[str]("Place", lambda place: place),)

    shown = listed("Where a bell hangs:", columns, ["Yard"], Terminal(12, colours=False))

    assert shown.splitlines() == ["Where a bell", "hangs:", "Place", "─────", "Yard"]


def test_a_list_in_which_nothing_stands_is_not_shown() -> None:
    assert listed("Bells:", (Column[str]("Place", lambda place: place),), [], Terminal(80, colours=False)) == ""
