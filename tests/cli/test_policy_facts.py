from pathlib import Path

import pytest

from policyaudit.cli.facts import Fact, facts_with_sources
from policyaudit.cli.terminal import Terminal
from tests.cli.running import audit

OFFICE = ("--by", "Dora Foolscap")
POLICY = """\
Hedgerow Primary School
Maths Policy
Version: 2.0
Approved by: Full governing board
Date approved: 3 June 2026
Date of last review: 3 June 2026
Date of next review: June 2027
Responsible officer: Headteacher
"""
LIST = """\
Policy,Person responsible,Next review
Maths,Maths Lead,June 2028
Kites,Site Manager,May 2027
Lettings,School Business Manager,May 2027
"""


def _told(*words: object, register: Path) -> str:
    shown = audit("policy", "show", *words, "--db", register, "--as-of", "20 November 2026")
    assert shown.exit_code == 0
    return " ".join(shown.stdout.split())


@pytest.fixture
def known(new_register: Path, tmp_path: Path) -> Path:
    """A register that knows a policy from its text and from a list that says otherwise."""
    (tmp_path / "maths.txt").write_text(POLICY)
    (tmp_path / "list.csv").write_text(LIST)
    for file in ("maths.txt", "list.csv"):
        assert audit("import", tmp_path / file, "--yes", "--db", new_register, *OFFICE).exit_code == 0
    return new_register


def test_one_page_says_what_counts_and_where_it_was_read(known: Path) -> None:
    shown = audit("policy", "show", "Maths", "--db", known, "--as-of", "20 November 2026").stdout

    assert shown.partition("\n\n")[0].splitlines() == [
        "Maths Policy",
        "  Standing      in date on 20 November 2026",
        "  Next review   June 2027, as stated, overdue after 30 June 2027",
        "                maths.txt, line 7: “Date of next review: June 2027”",
        "                list.csv, row 2, column Next review: “June 2028”, to confirm",
        "  Last review   3 June 2026",
        "                maths.txt, line 6: “Date of last review: 3 June 2026”",
        "  Version       2.0, in force since 3 June 2026",
        "                maths.txt, line 3: “Version: 2.0”",
        "                maths.txt, line 5: “Date approved: 3 June 2026”",
        "  Approved      3 June 2026 by Full governing board",
        "                maths.txt, line 5: “Date approved: 3 June 2026”",
        "                maths.txt, line 4: “Approved by: Full governing board”",
        "  Responsible   Headteacher",
        "                maths.txt, line 8: “Responsible officer: Headteacher”",
        "                list.csv, row 2, column Person responsible: “Maths Lead”, to",
        "                  confirm",
        "  Committee     Full governing board",
        "                maths.txt, line 4: “Approved by: Full governing board”",
        "  Asks to sign  nobody",
        "  School        Hedgerow Primary School",
    ]


def test_what_is_typed_later_says_by_whom_and_what_was_read_no_longer_counts(known: Path) -> None:
    audit("policy", "edit", "Maths", "--last-reviewed", "1 October 2026", "--db", known, "--by", "Nell Ink")

    told = _told("Maths", register=known)

    assert "Last review 1 October 2026 entered by Nell Ink, " in told
    assert "Last review 3 June 2026 maths.txt, line 6 no longer counts" in told


def test_sources_are_faint_where_the_terminal_has_colours() -> None:
    shown = facts_with_sources("Maths", [Fact("Due", "June", ("a.txt",))], Terminal(80, colours=True))

    assert shown.splitlines()[-1] == "       \x1b[2ma.txt\x1b[0m"


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        pytest.param((), "Version none is held", id="no version"),
        pytest.param(
            (("1.0", "--in-force", "1 May 2026"),),
            "1.0: in force since 1 May 2026; first version by Dora Foolscap",
            id="one that somebody entered",
        ),
        pytest.param(
            (("1.0", "--in-force", "1 May 2027"),),
            "Version none in force yet; 1.0 from 1 May 2027",
            id="one that is still to come",
        ),
    ],
)
def test_version_is_told_in_plain_words(versions: tuple[tuple[str, ...], ...], told: str, new_register: Path) -> None:
    audit("policy", "add", "Kites", "--db", new_register, *OFFICE)
    for version in versions:
        added = audit("version", "add", "Kites", *version, "--yes", "--db", new_register, *OFFICE)
        assert added.exit_code == 0

    assert told in _told("Kites", register=new_register)


def test_text_without_label_and_dates_is_told_in_plain_words(new_register: Path, tmp_path: Path) -> None:
    text = "Hedgerow Primary School\nKites Policy\nKites may fly on the field after lunch.\nApproved by: Resources\n"
    (tmp_path / "kites.txt").write_text(text)
    audit("import", tmp_path / "kites.txt", "--yes", "--db", new_register, *OFFICE)

    told = _told("Kites", register=new_register)

    assert "Version no. 1, which has no label, in force since a day that is not known its text is kites.txt" in told


def test_approval_counts_the_cycle_where_no_review_is_known(new_register: Path, tmp_path: Path) -> None:
    text = POLICY.replace("Date of last review: 3 June 2026\nDate of next review: June 2027", "Review cycle: annually")
    (tmp_path / "maths.txt").write_text(text)
    audit("import", tmp_path / "maths.txt", "--yes", "--db", new_register, *OFFICE)

    told = _told("Maths", register=new_register)

    assert "Next review 3 June 2027, “annually” after the approval of 3 June 2026" in told


def test_who_has_to_sign_stands_with_how_many_have(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)
    audit("policy", "add", "Kites", "--ask", "all-staff", "--asked-from", "1 May 2026", *words)

    assert "Asks to sign all-staff since 1 May 2026" in _told("Kites", register=new_register)


def test_withdrawn_policy_says_when_why_and_who_entered_that(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)
    audit("policy", "add", "Kites", *words)
    audit("policy", "withdraw", "Kites", "--on", "1 November 2026", "--reason", "no more kites", *words)

    told = _told("Kites", register=new_register)

    assert "Withdrawn 1 November 2026 entered by Dora Foolscap, " in told
    assert "Why no more kites" in told


def test_what_everybody_asks_is_answered_even_where_it_is_not_known(new_register: Path) -> None:
    audit("policy", "add", "Kites", "--db", new_register, *OFFICE)

    shown = audit("policy", "show", "Kites", "--db", new_register, "--as-of", "20 November 2026").stdout

    assert shown.splitlines() == [
        "Kites",
        "  Standing      unscheduled on 20 November 2026",
        "  Next review   not known",
        "  Version       none is held",
        "  Approved      not known",
        "  Responsible   not known",
        "  Asks to sign  nobody",
        "  School        Hedgerow Primary School",
    ]
