"""What somebody may get wrong, and what may be wrong with the machine: a sentence, the next step, nothing recorded."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from typer.testing import Result

from policyaudit.domain.clean_text import clean
from tests.cli.running import at_a_terminal, audit, process
from tests.reading.making_documents import docx, p
from tests.reading.making_pdfs import Page, locked, pdf, rectangle

OFFICE = ("--by", "Dora Foolscap")
NOBODY = 65534


def refused(ended: Result, *, code: int, sentence: str, step: str) -> None:
    """It ends with that code, one sentence that begins so and the next step; nothing else is printed."""
    first, *rest = ended.stderr.splitlines()
    assert (ended.exit_code, ended.stdout) == (code, "")
    assert first.startswith(f"audit: {sentence}")
    assert not first.endswith(".")
    assert rest == [f"  next: {step}"]


@pytest.mark.parametrize("words", ["due", "unsigned", "policy list", "sign Maths Inkwell", "import .", "export"])
def test_where_no_register_is_it_says_how_one_is_started(words: str, tmp_path: Path) -> None:
    ended = audit(*words.split(), "--db", tmp_path / "missing.db")

    refused(
        ended, code=3, sentence=f"there is no register at {tmp_path / 'missing.db'}", step="audit init --school NAME"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "sentence", "step"),
    [
        pytest.param(
            "sign Whistelblowing Inkwell",
            2,
            "there is no policy called 'Whistelblowing'",
            "did you mean 'Whistleblowing'?",
            id="a misspelt policy",
        ),
        pytest.param(
            "sign ST04 Inkwlel",
            2,
            "there is no person called 'Inkwlel'",
            "did you mean 'Nora Inkwell'?",
            id="a misspelt person",
        ),
        pytest.param(
            "sign ST04 Blotter",
            2,
            "'Blotter' could be more than one person: Barnaby Blotter; Maud Blotter",
            None,
            id="a name that two people have",
        ),
        pytest.param(
            "sign code Inkwell",
            2,
            "'code' could be more than one policy: Governors' code of conduct; Staff code of conduct",
            None,
            id="a word that two policies have",
        ),
        pytest.param(
            "sign ST04 Crayon --on|31 June 2026",
            2,
            "'31 June 2026' cannot be used as a day: there is no 31 June",
            "write it like 30 September 2026",
            id="a day that no month has",
        ),
        pytest.param(
            "due --as-of bi-annually",
            2,
            "'bi-annually' cannot be used as a day: ",
            "write it like 30 September 2026",
            id="a cycle with two meanings",
        ),
        pytest.param(
            "review add ST04 --on soon",
            2,
            "'soon' cannot be used as a date: ",
            "write it like 30 September 2026, September 2026, Autumn term 2026 or 2026/27",
            id="no date at all",
        ),
        pytest.param(
            "sign ST04 Crayon --on|1 January 2099", 4, "1 January 2099 is in the future", None, id="a day to come"
        ),
        pytest.param(
            "review add ST04 --on 2099",
            4,
            "2099 is in the future",
            "record a review once it was held",
            id="a review to come",
        ),
        pytest.param(
            "sign ST04 Maud --version 1.0 --on|12 October 2026",
            4,
            "version 1.0 of Social media was superseded by version 1.1 on 12 October 2026",
            None,
            id="a version that was superseded by then",
        ),
        pytest.param(
            "sign ST04 Slate --on|12 October 2025",
            4,
            "Poppy Slate started on 1 September 2026, after 12 October 2025",
            None,
            id="somebody who had not started",
        ),
        pytest.param(
            "sign ST04", 2, "name the people who signed, or a group with --group", None, id="nobody who signed"
        ),
        pytest.param("policy add ''", 2, "a policy needs a name", None, id="no title"),
        pytest.param("staff add Poppy --email nobody", 2, "'nobody' is no e-mail address", None, id="no address"),
        pytest.param(
            "due --within soon",
            2,
            "'soon' is not a number of days",
            "write it like 60, 90 days or 8 weeks",
            id="no span",
        ),
    ],
)
def test_what_cannot_be_right_is_refused_by_name(
    words: str, code: int, sentence: str, step: str | None, sample: Path
) -> None:
    before = sample.read_bytes()
    typed = [part.strip("'") for word in words.split("|") for part in ([word] if word[0].isdigit() else word.split())]

    ended = audit(*typed, "--db", sample, POLICYAUDIT_BY="Dora Foolscap")

    refused(ended, code=code, sentence=sentence, step=step or ended.stderr.rpartition("  next: ")[2].strip())
    assert sample.read_bytes() == before


def test_who_had_left_by_then_signs_no_more(sample: Path) -> None:
    audit("staff", "leave", "Crayon", "--on", "31 August 2026", "--db", sample, *OFFICE)

    ended = audit("sign", "ST04", "Crayon", "--on", "12 October 2026", "--db", sample, *OFFICE)

    assert ended.exit_code == 4
    assert ended.stderr.startswith("audit: Flora Crayon left on 31 August 2026, before 12 October 2026\n")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("empty.docx", b"", "empty.docx is empty", id="an empty file"),
        pytest.param(
            "half.docx", docx(p("Maths Policy"))[:200], "half.docx is a damaged Office document", id="a damaged one"
        ),
        pytest.param(
            "locked.pdf",
            locked(pdf("Maths Policy"), passwords={"user": "x"}),
            "locked.pdf is locked",
            id="a locked one",
        ),
        pytest.param("scan.pdf", pdf(Page(rectangle(50, 50, 500, 700))), "scan.pdf ", id="a scan"),
        pytest.param(
            "photo.docx", b"\xff\xd8\xff\xe0" + bytes(64), "photo.docx is a picture", id="another kind of file"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    name: str, content: bytes, sentence: str, new_register: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    before = new_register.read_bytes()

    looked_at = audit("inspect", tmp_path / name)
    imported = audit("import", tmp_path / name, "--yes", "--db", new_register, *OFFICE)

    refused(looked_at, code=4, sentence=sentence, step=looked_at.stderr.rpartition("  next: ")[2].strip())
    assert imported.exit_code == 4
    assert f"Not read:\n  {sentence.split(maxsplit=1)[0]}" in imported.stdout
    assert new_register.read_bytes() == before


def test_a_file_that_is_not_there_is_said_by_its_path(new_register: Path, tmp_path: Path) -> None:
    ended = audit("import", tmp_path / "missing.docx", "--yes", "--db", new_register)

    refused(ended, code=2, sentence=f"there is no file or folder {tmp_path / 'missing.docx'}", step="check the name")


@contextmanager
def ordinary_rights() -> Iterator[Path]:
    """A folder of somebody who is not allowed everything, whoever runs the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if is_root := os.geteuid() == 0:
            os.chown(folder, NOBODY, -1)
        yield folder
        if is_root:
            os.seteuid(0)


def test_a_register_that_may_only_be_read_records_nothing(new_register: Path) -> None:
    words = ("policy", "add", "Maths", *OFFICE, "--db")
    audit(*words, new_register)  # loads what an ordinary person may not be allowed to load from here
    with ordinary_rights() as folder:
        place = folder / "register.db"
        place.write_bytes(new_register.read_bytes())
        place.chmod(0o444)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)

        ended = audit("policy", "add", "Art", *OFFICE, "--db", place)

    assert ended.exit_code == 3
    assert ended.stderr.startswith(f"audit: the register at {place} may only be read, so nothing was recorded\n")


def test_a_register_of_a_newer_policyaudit_stays_as_it_is(new_register: Path) -> None:
    with closing(sqlite3.connect(new_register)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = new_register.read_bytes()

    ended = audit("policy", "add", "Maths", "--db", new_register, *OFFICE)

    assert ended.exit_code == 3
    assert ended.stderr.startswith(f"audit: the register at {new_register} was written by a newer policyaudit")
    assert new_register.read_bytes() == before


def test_a_file_that_is_no_register_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear parents,\n" * 100)

    ended = audit("due", "--db", tmp_path / "letter.db")

    assert ended.exit_code == 3
    assert ended.stderr.startswith(f"audit: {tmp_path / 'letter.db'} is not a register of policyaudit")


@pytest.mark.slow
def test_a_register_that_another_program_keeps_locked_is_waited_for_and_then_told(new_register: Path) -> None:
    with closing(sqlite3.connect(new_register, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")

        ended = audit("policy", "add", "Maths", "--db", new_register, *OFFICE)

    refused(
        ended,
        code=3,
        sentence=f"another program keeps the register at {new_register} locked, so nothing was done",
        step="let it finish or close it, then try again",
    )


@pytest.mark.slow
def test_without_pango_the_line_that_installs_it_is_given(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").touch()  # found before the real one, and not a library

    ended = process("report", "governors", "--db", sample, *OFFICE, LD_LIBRARY_PATH=str(tmp_path))

    assert (ended.returncode, ended.stdout) == (7, "")
    assert ended.stderr.splitlines() == [
        "audit: Pango, which lays out the pages of a PDF, is not installed on this machine",
        "  next: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ]


@pytest.mark.parametrize(
    ("environment", "mark"),
    [
        pytest.param({"NO_COLOR": "1"}, "overdue      Lettings", id="colours are not wanted"),
        pytest.param({"TERM": "dumb"}, "overdue      Lettings", id="a plain screen"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, "-------\n", id="plain letters only"),
    ],
)
def test_a_terminal_without_colours_or_letters_shows_all_the_same(
    environment: dict[str, str], mark: str, built_sample: Path
) -> None:
    code, screen = at_a_terminal("due", "--as-of", "2 November 2026", "--db", built_sample, **environment)

    assert code == 0
    assert mark in screen


NASTY = [
    pytest.param("<b>Maths</b> & {{ 7*7 }}", id="markup"),
    pytest.param("Maths [red]v1[/red] [link=x]", id="brackets"),
    pytest.param("Maths\x1b[31m\x07\x00\u202eshtaM\u2066", id="letters that act"),
    pytest.param("\"Maths\" 'n' `more`; DROP TABLE policy; --", id="quotes"),
    pytest.param('=HYPERLINK("http://example.org")', id="a formula"),
    pytest.param("Ysgol Tŷ Gŵyr – Mathemateg 数学", id="letters of other languages"),
]


@pytest.mark.parametrize("title", NASTY)
def test_a_strange_name_is_kept_as_text_and_never_acts(title: str, new_register: Path) -> None:
    audit("policy", "add", "--db", new_register, *OFFICE, "--", title.replace("\0", ""))

    listed = audit("policy", "list", "--db", new_register)
    sheet = audit("policy", "list", "--format", "csv", "--db", new_register)

    assert clean(title)[:20] in " ".join(listed.stdout.split())
    assert not set("\x1b\x07\u202e\u2066") & set(listed.stdout + sheet.stdout)
    assert all(not line.startswith(("=", '"=')) for line in sheet.stdout.splitlines())
