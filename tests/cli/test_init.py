import re
from pathlib import Path
from typing import get_args

import pytest

from policyaudit.cli.init import Kind, Nation
from policyaudit.usecases.start import KINDS, NATIONS
from tests.cli.running import at_a_terminal, audit


def test_it_says_where_the_register_is_and_what_comes_next(tmp_path: Path) -> None:
    place = tmp_path / "new folder" / "register.db"

    started = audit("init", "--school", "Ysgol Tŷ Gwyn", "--nation", "wales", "--db", place, "--by", "Dora Foolscap")

    assert started.exit_code == 0
    assert started.stdout == (
        f"Started the register of Ysgol Tŷ Gwyn: {place}\n"
        "\n"
        "The law and guidance ask a maintained school in Wales for 11 policies, 4 other\n"
        "papers and 1 more where a condition is met, as far as the catalogue knows.\n"
        "11 more are to be checked: the source that we have is too weak to rely on.\n"
        "\n"
        "Next: audit import FOLDER                reads the school's policies\n"
        "      audit staff import FILE            reads the list of staff\n"
        "      audit school statutory             lists what is asked and what is missing\n"
        "      audit school term TERM FIRST LAST  sets the days of a term of your own\n"
        "      export POLICYAUDIT_DB=REGISTER     saves naming it with --db each time\n"
    )
    assert place.is_file()


def test_the_register_may_be_named_once_for_all(tmp_path: Path) -> None:
    place = str(tmp_path / "register.db")

    started = audit("init", "--school", "Hedgerow", POLICYAUDIT_DB=place, POLICYAUDIT_BY="Dora Foolscap")
    found = audit("due", POLICYAUDIT_DB=place)

    assert "export POLICYAUDIT_DB" not in started.stdout
    assert found.exit_code == 0


def test_the_name_is_asked_of_whoever_sits_at_the_terminal(tmp_path: Path) -> None:
    code, screen = at_a_terminal("init", "--db", tmp_path / "register.db", typed="Hedgerow Primary School\n\n")

    assert code == 0
    assert "Name of the school: " in screen
    assert "Started the register of Hedgerow Primary School" in screen


@pytest.mark.parametrize(
    ("answer", "terms"),
    [
        pytest.param("", "No term dates are set", id="Enter"),
        pytest.param(
            "Autumn term 2026: 3/9/2026 to 18/12/2026; Spring 2 2027: 22 Feb 2027 to 26 March 2027",
            "Autumn term 2026  3 September 2026  18 December 2026\nSpring 2 2027     22 February 2027  26 March 2027",
            id="two terms",
        ),
    ],
)
def test_terms_are_asked_once_and_enter_takes_the_usual_ones(tmp_path: Path, answer: str, terms: str) -> None:
    place = tmp_path / "register.db"

    code, screen = at_a_terminal("init", "--school", "Hedgerow", "--db", place, typed=f"{answer}\n")

    assert code == 0
    assert re.search(r"Autumn term 20\d\d  1 September 20\d\d to 31 December 20\d\d\n", screen)
    assert "Your terms (Enter takes the usual ones): " in screen
    assert terms in audit("school", "show", "--db", place).stdout


def test_terms_that_cannot_be_read_are_asked_again(tmp_path: Path) -> None:
    place, answers = tmp_path / "register.db", ["Autumn", "Autumn term 2026: 1 May 2026 to 2 May 2026", ""]

    code, screen = at_a_terminal("init", "--school", "Hedgerow", "--db", place, typed="\n".join(answers) + "\n")

    told = " ".join(screen.split())
    assert code == 0
    assert "'Autumn' cannot be used as a term with its days; write it like \"Autumn term 2026: " in told
    assert "Autumn term 2026 cannot be from 1 May 2026 to 2 May 2026; write it like" in told
    assert "No term dates are set" in audit("school", "show", "--db", place).stdout


def test_terms_that_were_given_are_not_asked(tmp_path: Path) -> None:
    place, term = tmp_path / "register.db", "Autumn term 2026: 3 September 2026 – 18 December 2026"

    code, screen = at_a_terminal("init", "--school", "Hedgerow", "--term", term, "--db", place)

    assert code == 0
    assert "Your terms" not in screen
    assert "Autumn term 2026  3 September 2026  18 December 2026" in audit("school", "show", "--db", place).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            ["--term", "Autumn term 2026"],
            "audit: 'Autumn term 2026' cannot be used as a term with its days\n"
            '  next: write it like "Autumn term 2026: 3 September 2026 to 18 December 2026"\n',
            id="no days",
        ),
        pytest.param(
            ["--term", "June 2026: 1 June 2026 to 30 June 2026"],
            "audit: June 2026 cannot be from 1 June 2026 to 30 June 2026\n",
            id="no term",
        ),
        pytest.param(
            ["--term", "Autumn term 2026: 31 September 2026 to 18 December 2026"],
            "audit: '31 September 2026' cannot be used as a day",
            id="no such day",
        ),
        pytest.param(
            ["--term", "Autumn 2 2026: 2/11/2026 to 18/12/2026"] * 2,
            "audit: Autumn 2 2026 is given more than once\n",
            id="twice the same",
        ),
        pytest.param(["--trust", "x" * 201], "audit: the name of a trust has 201 characters", id="endless trust"),
    ],
)
def test_what_a_school_cannot_have_leaves_no_register_behind(tmp_path: Path, words: list[str], told: str) -> None:
    ended = audit("init", "--school", "Hedgerow", *words, "--db", tmp_path / "register.db")

    assert ended.exit_code == 2
    assert ended.stderr.startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_sits_there_the_name_is_missing(tmp_path: Path) -> None:
    ended = audit("init", "--db", tmp_path / "register.db")

    assert ended.exit_code == 2
    assert ended.stderr.splitlines() == [
        "audit: a register needs a school",
        '  next: audit init --school "Example Primary School"',
    ]
    assert not (tmp_path / "register.db").exists()


def test_a_register_that_is_there_stays_as_it_is(new_register: Path) -> None:
    before = new_register.read_bytes()

    ended = audit("init", "--school", "Another", "--db", new_register)

    assert ended.exit_code == 4
    assert ended.stderr.startswith(f"audit: there is already something at {new_register}")
    assert new_register.read_bytes() == before


@pytest.mark.parametrize(("offered", "known"), [(Nation, NATIONS), (Kind, KINDS)], ids=["nations", "kinds of school"])
def test_the_words_offered_are_the_words_known(offered: object, known: tuple[str, ...]) -> None:
    words = get_args(offered)

    assert words == known
