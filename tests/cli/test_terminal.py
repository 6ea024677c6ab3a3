import io

import pytest

from policyaudit.cli.terminal import ENDLESS, Terminal, this_terminal, write_what_it_can


class Screen(io.StringIO):
    """Standard output of somebody who sits at a screen."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        pytest.param("utf-8", "Tŷ Siôn – “Åsa”… 日", id="all letters"),
        pytest.param("latin-1", 'Ty Siôn - "Åsa"~ ?', id="Western letters"),
        pytest.param("ascii", 'Ty Sion - "Asa"~ ?', id="plain letters"),
    ],
)
def test_letters_that_cannot_be_shown_become_the_nearest(encoding: str, written: str) -> None:
    bytes_written = io.BytesIO()
    stream = io.TextIOWrapper(bytes_written, encoding=encoding)

    write_what_it_can(stream)
    stream.write("Tŷ Siôn – “Åsa”… 日")
    stream.flush()

    assert bytes_written.getvalue().decode(encoding) == written


def test_what_cannot_be_read_is_not_guessed() -> None:
    write_what_it_can()

    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", errors="nearest")


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        pytest.param({}, True, id="a colour screen"),
        pytest.param({"NO_COLOR": "1"}, False, id="colours are not wanted"),
        pytest.param({"NO_COLOR": ""}, True, id="the wish is empty"),
        pytest.param({"TERM": "dumb"}, False, id="a plain screen"),
    ],
)
def test_colours_are_for_screens_that_show_them(
    environment: dict[str, str], *, colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", Screen())
    for name, value in {"NO_COLOR": "", "TERM": "xterm", "COLUMNS": "97", **environment}.items():
        monkeypatch.setenv(name, value)

    terminal = this_terminal()

    assert terminal == Terminal(97, colours)


def test_without_a_screen_there_are_no_colours_and_each_row_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.delenv("COLUMNS", raising=False)

    terminal = this_terminal()

    assert terminal == Terminal(ENDLESS, colours=False)
