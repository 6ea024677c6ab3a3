import json
from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")
SHEET = """\
Name,E-mail,Role,Groups,Started
Poppy Inkwell,p.inkwell@school.example,Teacher,teaching,1 Sept 2026
Otto Quill,,Cook,support,
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet of staff with two good rows."""
    place = tmp_path / "staff.csv"
    place.write_text(SHEET)
    return place


def test_people_stand_with_their_groups_and_what_they_owe(built_sample: Path) -> None:
    shown = audit("staff", "list", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[0].split() == ["Name", "Role", "Groups", "To", "sign"]
    assert "Ivy Bookend       Year 3 teacher          all-staff, teaching      away\n" in shown.stdout
    assert max(len(line) for line in shown.stdout.splitlines()) <= 80
    assert " on 2 November 2026; 30 of them still to sign.\n" in shown.stdout


@pytest.mark.parametrize(
    ("words", "name", "remark"),
    [
        pytest.param(("--left",), "", "left ", id="leavers"),
        pytest.param(("--group", "governors"), "Desmond Ballot", "", id="one group"),
    ],
)
def test_one_asks_for_less(words: tuple[str, ...], name: str, remark: str, built_sample: Path) -> None:
    shown = audit("staff", "list", *words, "--db", built_sample, *ON)

    assert (name in shown.stdout, remark in shown.stdout) == (True, True)
    assert "Poppy Slate" not in shown.stdout


def test_somebody_who_has_not_started_is_marked(sample: Path) -> None:
    audit("staff", "add", "Percy Nib", "--started", "4 January 2027", "--db", sample, *OFFICE)

    shown = audit("staff", "list", "--db", sample, *ON)

    assert "from 4 Jan 2027" in shown.stdout


def test_an_empty_list_says_how_people_come_in(new_register: Path) -> None:
    shown = audit("staff", "list", "--db", new_register, *ON)

    assert shown.stdout == (
        "Nobody is here on 2 November 2026.\n\nNext: audit staff import FILE  reads a list of staff\n"
    )


def test_one_is_shown_with_everything_that_is_held(sample: Path) -> None:
    audit(
        "sign",
        "ST04",
        "Maud",
        "--on",
        "12 October 2026",
        "--answer",
        "queried",
        "--note",
        "Why?",
        "--db",
        sample,
        *OFFICE,
    )
    audit("sign", "ST04", "Maud", "--void", "--note", "wrong line", "--db", sample, *OFFICE)

    shown = audit("staff", "show", "Maud", "--db", sample, *ON, COLUMNS="160")

    assert shown.stdout.startswith("Maud Blotter\n  Role      Teaching assistant\n")
    assert "Still to sign:\nPolicy " in shown.stdout
    assert "queried; voided: wrong line; Why?" in " ".join(shown.stdout.split())


def test_who_owes_nothing_is_told_so(sample: Path) -> None:
    shown = audit("staff", "show", "Nora Inkwell", "--db", sample, *ON)

    assert "Nothing is to be signed on 2 November 2026.\n" in shown.stdout


def test_two_of_one_name_are_told_apart_in_the_list(new_register: Path) -> None:
    for name, address in (
        ("Jane Smith", "j@larkmead.example"),
        ("Jane Smith", "js@larkmead.example"),
        ("Al Nib", "al@larkmead.example"),
    ):
        audit("staff", "add", name, "--email", address, "--db", new_register, *OFFICE)

    shown = audit("staff", "list", "--db", new_register)

    addresses = [line for line in shown.stdout.splitlines() if "@" in line]
    assert [line.strip() for line in addresses] == ["j@larkmead.example", "js@larkmead.example"]


def test_a_leave_taken_back_names_the_post_that_is_still_vacant(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)
    audit("staff", "add", "Percy Nib", *words)
    audit("officer", "add", "Headteacher", "--holder", "Nib", *words)
    audit("staff", "leave", "Nib", "--on", "31 October 2026", *words)

    changed = audit("staff", "edit", "Nib", "--left", "none", *words)

    assert changed.stdout == (
        "Changed Percy Nib.\n"
        "Still vacant: Headteacher.\n"
        "\n"
        'Next: audit officer edit "Headteacher" --holder "Percy Nib" --from "1 November 2026"\n'
        "        puts them back into it\n"
    )


def test_somebody_comes_is_away_returns_and_leaves(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    came = audit("staff", "add", "Percy Nib", "--role", "Cook", "--group", "support", "--started", "1 Sep 2026", *words)
    changed = audit("staff", "edit", "Nib", "--role", "Chef", "--join", "governors", "--leave-group", "support", *words)
    away = audit("staff", "absence", "Nib", "--from", "1 October 2026", *words)
    back = audit("staff", "return", "Nib", "--on", "12 October 2026", *words)
    left = audit("staff", "leave", "Nib", "--on", "30 October 2026", *words)
    stays = audit("staff", "edit", "Nib", "--left", "none", *words)
    moved = audit("staff", "edit", "Nib", "--left", "31 Oct 2026", *words)

    assert [each.stdout for each in (came, changed, away, back, left, stays, moved)] == [
        "Added Percy Nib.\n",
        "Changed Percy Nib.\n",
        "Recorded: Percy Nib is away.\n",
        "Recorded: Percy Nib is back.\n",
        "Percy Nib leaves on 30 October 2026.\n",
        "Changed Percy Nib.\n",
        "Changed Percy Nib.\n",
    ]


def test_who_leaves_leaves_posts_and_policies_behind(sample: Path) -> None:
    left = audit("staff", "leave", "Mortise", "--on", "31 December 2026", "--db", sample, *OFFICE)

    assert left.stdout == (
        "Silas Mortise leaves on 31 December 2026. Vacant from then: Site Manager. Still\n"
        "responsible for: Lone working.\n"
    )


def test_a_sheet_shows_first_whom_it_adds(sheet: Path, new_register: Path) -> None:
    shown = audit("staff", "import", sheet, "--db", new_register)

    assert shown.stdout == (
        "To add:\n"
        "  Poppy Inkwell; Otto Quill\n"
        "\n"
        "2 people added, 0 changed, 0 as before. Nothing is recorded yet.\n"
        "\n"
        "Next: audit staff import FILE --yes  records it\n"
    )
    assert audit("staff", "list", "--db", new_register).stdout.startswith("Nobody is here")


def test_with_yes_it_records_them_and_again_nobody_twice(sheet: Path, new_register: Path) -> None:
    first = audit("staff", "import", sheet, "--yes", "--db", new_register, *OFFICE)
    sheet.write_text(SHEET.replace("Cook", "Chef"))
    second = audit("staff", "import", sheet, "--yes", "--db", new_register, *OFFICE)

    assert first.stdout == "Added:\n  Poppy Inkwell; Otto Quill\n\n2 people added, 0 changed, 0 as before.\n"
    assert second.stdout == "Changed:\n  Otto Quill\n\nno people added, 1 changed, 1 as before.\n"


def test_whoever_sits_at_the_terminal_is_asked(sheet: Path, new_register: Path) -> None:
    _, screen = at_a_terminal("staff", "import", sheet, "--db", new_register, *OFFICE, typed="y\n")

    assert "Record it? [y/N]: " in screen
    assert "Poppy Inkwell" in audit("staff", "list", "--db", new_register).stdout


def test_one_bad_row_keeps_all_of_them_out_and_every_one_is_named(sheet: Path, new_register: Path) -> None:
    sheet.write_text("Name,Started\n" + "".join(f"Person {row},soon\n" for row in range(5)))

    ended = audit("staff", "import", sheet, "--yes", "--db", new_register, *OFFICE)

    assert ended.exit_code == 4
    assert all(f"row {row}: " in ended.stderr for row in range(2, 7))
    assert audit("staff", "list", "--db", new_register).stdout.startswith("Nobody is here")


def test_bad_rows_may_be_left_out_and_are_written_to_be_mended(sheet: Path, new_register: Path, tmp_path: Path) -> None:
    sheet.write_text("Name,Started\nPoppy Inkwell,1 Sept 2026\n=Otto,soon\n")

    words = ("--yes", "--skip-bad", "--out", tmp_path / "mend.csv", "--db", new_register, *OFFICE)
    ended = audit("staff", "import", sheet, *words)

    assert ended.exit_code == 5
    assert "Left out:\n  row 3: " in ended.stdout
    assert ended.stderr.splitlines() == [
        f"audit: 1 row was left out: {tmp_path / 'mend.csv'}",
        f'  next: mend what its first column says, then audit staff import "{tmp_path / "mend.csv"}"',
    ]
    assert "Poppy Inkwell" in audit("staff", "list", "--as-of", "2 Sept 2026", "--db", new_register).stdout
    mended = (tmp_path / "mend.csv").read_bytes()
    assert mended.startswith(b"\xef\xbb\xbfwhy it was left out,Name,Started\n")
    assert mended.endswith(b",'=Otto,soon\n")


def test_rows_that_were_left_out_are_mended_and_imported_and_never_written_over(
    sheet: Path, new_register: Path, tmp_path: Path
) -> None:
    sheet.write_text("Name,Started\n=Otto,soon\nOlive Compass,later\n")
    words = ("--yes", "--skip-bad", "--out", tmp_path / "mend.csv", "--db", new_register, *OFFICE)
    left_out = tmp_path / "mend.csv"

    audit("staff", "import", sheet, *words)
    again = audit("staff", "import", sheet, *words)
    left_out.write_text(left_out.read_text("utf-8-sig").replace("soon", "1 Sept 2026").replace("later", "2 Sept 2026"))
    mended = audit("staff", "import", left_out, *words)

    assert f"audit: 2 rows were left out: {tmp_path / 'mend-2.csv'}" in again.stderr
    assert (mended.exit_code, mended.stdout.splitlines()[-1]) == (0, "2 people added, 0 changed, 0 as before.")
    assert "=Otto" in mended.stdout
    assert "'=Otto" not in mended.stdout


@pytest.mark.parametrize(
    ("name", "code", "sentence"),
    [
        pytest.param("missing.csv", 2, "audit: there is no file {folder}/missing.csv", id="no file"),
        pytest.param(".", 2, "audit: {folder} is a folder, not a sheet", id="a folder"),
        pytest.param("empty.csv", 4, "audit: empty.csv: there is no row under a heading", id="an empty file"),
    ],
)
def test_what_is_no_sheet_is_said_in_a_sentence(
    name: str, code: int, sentence: str, tmp_path: Path, new_register: Path
) -> None:
    (tmp_path / "empty.csv").write_text("")

    ended = audit("staff", "import", tmp_path / name, "--db", new_register)

    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (code, sentence.format(folder=tmp_path))


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("staff", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("staff", "show", "Beaker", "--json", "--db", built_sample, *ON).stdout)

    assert listed["people"][0] == {
        "name": "Noel Adhesive",
        "school": "Quillbrook Primary School",
        "email": "n.adhesive@quillbrook.example",
        "role": "Teaching assistant",
        "groups": ["all-staff", "early-years", "support"],
        "started": listed["people"][0]["started"],
        "left": None,
        "presence": "here",
        "owes": 2,
    }
    assert one["answers"][0]["recorded_at"].endswith("Z")
