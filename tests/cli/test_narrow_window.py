from pathlib import Path

import pytest

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
DOCUMENTS = Path(__file__).parents[2] / "db" / "demo" / "documents"
SCHEDULE = """\
Policy,Person responsible,Committee,Frequency,Last review,Next review
Behaviour,Deputy Headteacher,Curriculum and Pupils Committee,Annually,October 2026,October 2028
Social media,Headteacher,Full Governing Body,Every two years,May 2025,
Whistleblowing,School Business Manager,Finance,Annually,05/2025,May 2028
Kites and drones on the playing field,Site Manager,Resources Committee,Annually,,
"""


def _widest(shown: str) -> int:
    return max(len(line) for line in shown.splitlines())


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("due",), id="what is due"),
        pytest.param(("unsigned",), id="who has not signed"),
        pytest.param(("unsigned", "--by-person"), id="who has not signed, by person"),
        pytest.param(("policy", "list"), id="the policies"),
        pytest.param(("policy", "show", "Behaviour"), id="one policy"),
        pytest.param(("policy", "show", "Social media"), id="one policy with few versions"),
        pytest.param(("version", "list", "Behaviour"), id="the versions of a policy"),
        pytest.param(("committee", "show", "Resources"), id="a committee"),
        pytest.param(("staff", "show", "Maud Blotter"), id="a person"),
    ],
)
@pytest.mark.parametrize("width", [pytest.param(60, id="60 columns"), pytest.param(48, id="48 columns")])
def test_a_page_fits_a_narrow_window(words: tuple[str, ...], width: int, built_sample: Path) -> None:
    shown = audit(*words, "--db", built_sample, *ON, COLUMNS=str(width))

    assert shown.exit_code == 0
    assert _widest(shown.stdout.partition("\nNext: ")[0]) <= width


@pytest.mark.parametrize("files", [1, 8], ids=["a document and a list in full", "a folder and a list"])
def test_a_proposal_fits_a_narrow_window(files: int, built_sample: Path, new_register: Path, tmp_path: Path) -> None:
    schedule = tmp_path / "Policy schedule.csv"
    schedule.write_text(SCHEDULE)
    documents = [path for path in sorted(DOCUMENTS.iterdir()) if path.suffix != ".json"][:files]

    known = audit("import", *documents, schedule, "--db", built_sample, COLUMNS="60")
    new = audit("import", *documents, schedule, "--db", new_register, COLUMNS="60")

    assert (known.exit_code, new.exit_code) == (0, 0)
    assert _widest(known.stdout) <= 60
    assert _widest(new.stdout) <= 60


def test_a_document_that_was_read_fits_a_narrow_window() -> None:
    shown = audit("inspect", DOCUMENTS / "behaviour.docx", COLUMNS="60")

    assert _widest(shown.stdout) <= 60
    assert "Next review\n  Read as  October 2027\n" in shown.stdout


def test_reviews_are_told_one_by_one_where_the_window_is_narrow(built_sample: Path) -> None:
    shown = audit("due", "--db", built_sample, *ON, COLUMNS="60")

    assert shown.stdout.startswith(
        "Lettings and community use (HS06)\n"
        "  Standing     overdue\n"
        "  Due          12 Jun 2022\n"
        "  Late         1,604 days\n"
        "  Responsible  School Business Manager\n"
        "\n"
    )
