from pathlib import Path

import pytest
import typer

from policyaudit.cli.problems import tell
from policyaudit.cli.register import tell_of_migration
from policyaudit.errors import ExitCode, UsageProblem
from tests.cli.running import at_a_terminal


def raised(error: BaseException) -> BaseException:
    """The error as it is once it was raised, with the place it comes from."""
    try:
        raise error
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        pytest.param(UsageProblem("there is no Friday"), 2, ["audit: there is no Friday"], id="only a sentence"),
        pytest.param(
            UsageProblem("there is no Friday", next_step="take Thursday"),
            2,
            ["audit: there is no Friday", "  next: take Thursday"],
            id="a sentence and the next step",
        ),
        pytest.param(
            UsageProblem("no \x1b[31m\u202eyadirF\nhere"), 2, ["audit: no [31myadirF here"], id="letters that act"
        ),
        pytest.param(
            KeyboardInterrupt(), 130, ["audit: stopped before it was finished"], id="stopped from the keyboard"
        ),
        pytest.param(typer.Abort(), 130, ["audit: stopped before it was finished"], id="a question was not answered"),
        pytest.param(
            KeyError("Ms Inkwell"),
            70,
            [
                "audit: a fault in policyaudit stopped it, not what you typed (KeyError at an unknown place)",
                "  next: report this line to whoever looks after policyaudit; POLICYAUDIT_DEBUG=1 shows more",
            ],
            id="a fault of ours",
        ),
        pytest.param(
            FileNotFoundError(2, "No such file", "list.csv"),
            70,
            [
                "audit: a fault in policyaudit stopped it, not what you typed (FileNotFoundError at an unknown place)",
                "  next: report this line to whoever looks after policyaudit; POLICYAUDIT_DEBUG=1 shows more",
            ],
            id="a file that nobody looked after",
        ),
    ],
)
def test_a_problem_is_told_in_a_sentence_with_its_exit_code(
    error: BaseException, code: int, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ended = tell(error)

    assert ended == code
    assert capsys.readouterr().err.splitlines() == told


def test_a_fault_of_ours_says_where_in_the_program_and_nothing_of_the_register(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(raised(KeyError("Ms Inkwell")))

    told = capsys.readouterr().err
    assert "(KeyError at test_problems.py:" in told
    assert "Inkwell" not in told


def test_whoever_mends_a_fault_can_ask_for_all_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYAUDIT_DEBUG", "1")

    ended = tell(raised(KeyError("Ms Inkwell")))

    assert ended is ExitCode.OUR_FAULT
    assert "Traceback" in capsys.readouterr().err


def test_a_register_that_was_brought_up_to_date_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    tell_of_migration("register.db was brought up to date; its backup copy is register-0003.db")

    assert capsys.readouterr().err.startswith("audit: register.db was brought up to date; ")


def test_at_a_terminal_it_is_broken_at_words(new_register: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "staff.csv"
    sheet.write_text("Name,Started\n" + "Poppy Inkwell,when the new building behind the old hall is open to all\n" * 2)

    code, screen = at_a_terminal("staff", "import", sheet, "--yes", "--db", new_register)

    lines = screen.splitlines()
    assert code == 4
    assert max(map(len, lines)) <= 80
    assert lines[0] == "audit: 2 of the 2 rows of staff.csv cannot be recorded, so nothing was"
    assert [line for line in lines if line.startswith("    - row ")] == [lines[1], lines[3]]
    assert lines[2].startswith("      ")
