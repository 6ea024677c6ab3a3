from typing import NamedTuple

import pytest

from policyaudit.cli.table import Column, Giving, cut, cut_within, shown_width, table, wrapped
from policyaudit.cli.terminal import Terminal


class Bell(NamedTuple):
    place: str
    tone: str | None = None
    rings: int = 0


NARROW, WIDE, COLOURED = Terminal(33, colours=False), Terminal(80, colours=False), Terminal(80, colours=True)
PLACE = Column[Bell]("Place", lambda bell: bell.place, Giving.WRAP)
TONE = Column[Bell]("Tone", lambda bell: bell.tone, Giving.CUT, colour=lambda bell: "31" if bell.tone == "low" else "")
RINGS = Column[Bell]("Rings", lambda bell: f"{bell.rings:,}", right=True)


def test_columns_are_as_wide_as_their_text() -> None:
    shown = table((PLACE, TONE, RINGS), [Bell("Yard", "low", 1200), Bell("Gate", "high")], WIDE)

    assert shown.splitlines() == [
        "Place  Tone  Rings",
        "──────────────────",
        "Yard   low   1,200",
        "Gate   high      0",
    ]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    shown = table((PLACE, TONE), [Bell("Yard"), Bell("Gate")], WIDE)

    assert shown.splitlines() == ["Place", "─────", "Yard", "Gate"]


def test_where_the_line_is_too_narrow_one_column_is_shortened_and_one_goes_on_below() -> None:
    bell = Bell("The corner behind the kitchen", "low and a little hoarse", 3)

    shown = table((PLACE, TONE, RINGS), [bell], NARROW)

    assert shown.splitlines() == [
        "Place         Tone          Rings",
        "─────────────────────────────────",
        "The corner    low and a l…      3",
        "behind the",
        "kitchen",
    ]


def test_where_columns_cannot_stand_side_by_side_each_row_is_told_line_by_line() -> None:
    bells = [Bell("The corner behind the kitchen", "low and hoarse", 3), Bell("Yard")]

    shown = table((PLACE, RINGS, TONE), bells, Terminal(26, colours=False))

    assert shown.splitlines() == [
        "The corner behind the",
        "kitchen",
        "  Rings  3",
        "  Tone   low and hoarse",
        "",
        "Yard",
        "  Rings  0",
    ]


def test_a_row_told_line_by_line_begins_with_the_column_that_leads() -> None:
    bells = [Bell("The corner behind the kitchen", "low and hoarse", 3)]

    shown = table((RINGS, TONE, PLACE._replace(leads=True)), bells, Terminal(26, colours=False))

    assert shown.splitlines() == ["The corner behind the", "kitchen", "  Rings  3", "  Tone   low and hoarse"]


def test_rows_told_line_by_line_stand_below_what_they_share() -> None:
    bells = [Bell("The corner behind the kitchen", "low", 3), Bell("The corner behind the kitchen", "high", 1)]

    shown = table((PLACE._replace(once=True), RINGS, TONE), bells, Terminal(20, colours=False))

    assert shown.splitlines() == [
        "The corner behind",
        "the kitchen",
        "  Rings  3",
        "  Tone   low",
        "",
        "  Rings  1",
        "  Tone   high",
    ]


def test_what_is_told_line_by_line_goes_on_under_itself_in_its_colour() -> None:
    shown = table(
        (PLACE, TONE, RINGS), [Bell("Yard", "low"), Bell("Gate", "hoarse and low")], Terminal(18, colours=True)
    )

    assert shown.splitlines()[:2] == ["Yard", "  Tone   \x1b[31mlow\x1b[0m"]
    assert shown.splitlines()[-3:] == ["  Tone   hoarse and", "         low", "  Rings  0"]


def test_rows_of_which_nothing_gives_way_are_told_line_by_line_too() -> None:
    shown = table((RINGS, RINGS), [Bell("Yard", rings=1_000_000)], Terminal(10, colours=False))

    assert shown.splitlines() == ["1,000,000", "  Rings  1,000,000"]


def test_what_stands_in_the_row_above_is_not_said_again() -> None:
    shown = table((TONE._replace(once=True), RINGS), [Bell("Yard", "low"), Bell("Gate", "low", 2)], WIDE)

    assert shown.splitlines()[2:] == ["low       0", "          2"]


def test_a_word_is_kept_whole_in_a_narrow_column_unless_it_is_very_long() -> None:
    bells = [Bell("Beside the whistleblower", "because"), Bell("ring-the-bell-at-noon.wav", "low")]

    shown = table((PLACE, TONE), bells, Terminal(22, colours=False))

    assert shown.splitlines()[2:] == [
        "Beside the     because",
        "whistleblower",
        "ring-the-bell  low",
        "-at-noon.wav",
    ]


def test_a_text_of_several_lines_stays_in_its_column() -> None:
    shown = table((TONE._replace(text=lambda _: "one\ntwo"), RINGS), [Bell("Yard")], WIDE)

    assert shown.splitlines()[2:] == ["one       0", "two"]


def test_colours_are_shown_only_where_the_terminal_has_them() -> None:
    bells = [Bell("Yard", "low"), Bell("Gate", "high")]

    plain, coloured = table((TONE, PLACE), bells, WIDE), table((TONE, PLACE), bells, COLOURED)

    assert coloured.splitlines()[2:] == ["\x1b[31mlow\x1b[0m   Yard", "high  Gate"]
    assert "\x1b" not in plain


def test_letters_that_act_are_not_shown() -> None:
    shown = table((PLACE,), [Bell("\x1b[31mYard\u202e [v1] <b>")], WIDE)

    assert shown.splitlines()[2] == "[31mYard [v1] <b>"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("Ysgol", 5, id="plain letters"),
        pytest.param("Tŷ", 2, id="an accent in the letter"),
        pytest.param("Ty\u0302", 2, id="an accent of its own"),
        pytest.param("学校", 4, id="wide letters"),
    ],
)
def test_the_width_of_a_text_is_what_it_takes_on_a_screen(text: str, width: int) -> None:
    taken = shown_width(text)

    assert taken == width


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        pytest.param("Whistle", "Whistle", id="it fits"),
        pytest.param("Whistles", "Whistl…", id="one too many"),
        pytest.param("Whistl blowing", "Whistl…", id="no space before the sign"),
        pytest.param("学校学校", "学校学…", id="wide letters"),
    ],
)
def test_what_does_not_fit_ends_in_a_sign(text: str, shortened: str) -> None:
    ended = cut(text, 7)

    assert ended == shortened


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [""], id="nothing"),
        pytest.param("in one", ["in one"], id="it fits"),
        pytest.param("over two lines", ["over two", "lines"], id="at a space"),
        pytest.param("a whistleblowing", ["a", "whistleb", "lowing"], id="a word that is too long"),
        pytest.param("whistleblowing policy", ["whistleb", "lowing", "policy"], id="and one after it"),
    ],
)
def test_what_does_not_fit_goes_on_below(text: str, lines: list[str]) -> None:
    broken = list(wrapped(text, 8))

    assert broken == lines


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "Social Media Policy 2019.docx"),
        (18, "Social M…2019.docx"),
        (12, "Socia…9.docx"),
        (3, "S…x"),
    ],
)
def test_the_middle_of_a_name_is_left_out(width: int, shown: str) -> None:
    assert cut_within("Social Media Policy 2019.docx", width) == shown


def test_column_of_names_keeps_their_ends() -> None:
    names = Column[Bell]("Place", lambda bell: bell.place, Giving.CUT, least=10, keeps_end=True)
    files = [Bell(f"Social Media Policy of the school {year}.docx") for year in (2018, 2019)]

    assert table((names,), files, NARROW).splitlines()[2:] == [
        "Social Media Pol…school 2018.docx",
        "Social Media Pol…school 2019.docx",
    ]
