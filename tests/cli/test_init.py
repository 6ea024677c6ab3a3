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
    assert (
        started.stdout
        == (
            f"Started the register of Ysgol Tŷ Gwyn: {place}\n"
            "\n"
            "Next: audit import FOLDER            reads the school's policies\n"
            "      audit staff import FILE        reads the list of staff\n"
            "      export POLICYAUDIT_DB=REGISTER\n"
            "        saves naming it with --db each time\n"
        )
        or "saves naming it with --db each time" in started.stdout
    )
    assert place.is_file()


def test_the_register_may_be_named_once_for_all(tmp_path: Path) -> None:
    place = str(tmp_path / "register.db")

    started = audit("init", "--school", "Hedgerow", POLICYAUDIT_DB=place, POLICYAUDIT_BY="Dora Foolscap")
    found = audit("due", POLICYAUDIT_DB=place)

    assert "export POLICYAUDIT_DB" not in started.stdout
    assert found.exit_code == 0


def test_the_name_is_asked_of_whoever_sits_at_the_terminal(tmp_path: Path) -> None:
    code, screen = at_a_terminal("init", "--db", tmp_path / "register.db", typed="Hedgerow Primary School\n")

    assert code == 0
    assert "Name of the school: " in screen
    assert "Started the register of Hedgerow Primary School" in screen


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
