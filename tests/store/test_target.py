"""Where the register is: the option, the environment, the person's own folder; and how it may be printed."""

from pathlib import Path

import pytest

from policyaudit.store.target import is_on_server, register_target, shown


def test_the_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYAUDIT_DB", "/school/environment.db")

    assert register_target("/school/option.db") == "/school/option.db"


def test_without_an_option_the_environment_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYAUDIT_DB", "/school/environment.db")

    assert register_target(None) == "/school/environment.db"


def test_else_it_is_in_the_persons_own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("POLICYAUDIT_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert register_target(None).endswith("register.db")
    assert "policyaudit" in register_target(None)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("postgresql://server/register", True, id="a server"),
        pytest.param("postgres://server/register", True, id="a server in short"),
        pytest.param("/home/office/register.db", False, id="a path"),
        pytest.param("postgresql.db", False, id="a file of that name"),
    ],
)
def test_a_server_is_known_by_its_address(target: str, *, expected: bool) -> None:
    assert is_on_server(target) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("postgresql://office:s3:cr@t@db.example/r", "postgresql://office@db.example/r", id="a password"),
        pytest.param("postgresql://db.example/r?password=s3cret", "postgresql://db.example/r", id="an option"),
        pytest.param("postgresql://", "postgresql://", id="only a scheme"),
        pytest.param("/home/office/register?.db", "/home/office/register?.db", id="a path"),
    ],
)
def test_no_password_is_printed(target: str, expected: str) -> None:
    assert shown(target) == expected
