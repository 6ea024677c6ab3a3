import json
from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit

OFFICE = ("--by", "Dora Foolscap")
SPELLING = ("--minor", "--reason", "spelling only")


def test_a_minor_version_says_how_many_signatures_it_keeps(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", *SPELLING, "--yes")

    published = audit(*words, "--db", sample, *OFFICE)

    assert "Version 9 of Social media is a minor revision" in published.stdout
    assert "It keeps 23\nsignatures and asks nobody again; 6 people still to sign.\nPublished.\n" in published.stdout


def test_a_material_version_says_how_many_people_must_sign_again(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", "--material", "--yes")

    published = audit(*words, "--db", sample, *OFFICE)

    assert "is a material revision (as decided). It asks " in published.stdout


def test_a_version_is_not_of_both_kinds(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", "--material", *SPELLING, "--yes")

    refused = audit(*words, "--db", sample, *OFFICE)

    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "audit: a revision is minor or material, not both",
        "  next: say one of --minor and --material",
    ]


def test_a_first_version_says_whom_it_asks(new_register: Path) -> None:
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)
    audit("policy", "add", "Allergy", "--ask", "all-staff", "--db", new_register, *OFFICE)
    audit("staff", "add", "Ada Inkwell", "--db", new_register, *OFFICE)
    words = ("1", "--in-force", "1 September 2025", "--yes", "--db", new_register, *OFFICE)

    asked = [audit("version", "add", policy, *words).stdout for policy in ("Maths", "Allergy")]

    assert "It asks nobody to sign." in asked[0].replace("\n", " ")
    assert "It asks 1 person (all-staff) to sign." in asked[1].replace("\n", " ")


def test_without_a_yes_it_says_that_nothing_is_recorded(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", *SPELLING)

    told = audit(*words, "--db", sample, *OFFICE)

    assert told.stdout.endswith("Nothing is recorded yet.\n\nNext: audit version add ... --yes  publishes it\n")
    assert "9 " not in audit("version", "list", "ST04", "--db", sample).stdout


@pytest.mark.parametrize(("answer", "published"), [("y", True), ("n", False)], ids=["yes", "no"])
def test_whoever_sits_at_the_terminal_is_asked_first(answer: str, published: bool, sample: Path) -> None:  # noqa: FBT001 - pytest passes it by name
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", *SPELLING)

    _, screen = at_a_terminal(*words, "--db", sample, *OFFICE, typed=f"{answer}\n")

    assert "Publish it? [y/N]: " in screen
    assert ("Published." in screen, "Nothing is recorded yet." in screen) == (published, not published)


def test_its_document_may_say_what_changed(new_register: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("Maths Policy\nPupils organize their books.\n")
    second.write_text("Maths Policy\nPupils organise their books.\n")
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)
    words = ("version", "add", "Maths", "--in-force", "September 2026", "--yes", "--db", new_register, *OFFICE)
    audit(*words, "1", "--file", first)

    published = audit(*words, "1.1", "--file", second)

    assert published.stdout.startswith("Version 1.1 of Maths is a minor revision")


def test_the_versions_of_a_policy_stand_newest_first(built_sample: Path) -> None:
    shown = audit("version", "list", "ST04", "--db", built_sample, "--as-of", "2 November 2026")

    assert [line[:3] for line in shown.stdout.splitlines()[2:] if line[:1].isdigit()] == ["1.1", "1.0", "2 v"]
    assert shown.stdout.endswith("2 versions of Social media.\n")


def test_one_is_shown_with_what_changed(new_register: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("Maths Policy\nPupils organize their books.\n")
    second.write_text("Maths Policy\nPupils organise their books.\n")
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)
    words = ("version", "add", "Maths", "--in-force", "September 2026", "--yes", "--db", new_register, *OFFICE)
    audit(*words, "1", "--file", first)
    audit(*words, "1.1", "--file", second)

    shown = audit("version", "show", "Maths", "--db", new_register, "--as-of", "2 November 2026")

    assert shown.stdout.startswith("Maths, version 1.1\n  In force from  September 2026 (the one in force)\n")
    assert "  - Pupils organize their books.\n  + Pupils organise their books.\n" in shown.stdout


def test_a_version_may_be_called_by_its_place_and_edited(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Hedgerow Primary School\nMaths Policy\nDate of next review: June 2027\n")
    audit("import", tmp_path / "maths.txt", "--yes", "--db", new_register, *OFFICE)

    shown = audit("version", "show", "Maths", "no. 1", "--db", new_register, "--as-of", "2 November 2026")
    edited = audit(
        "version", "edit", "Maths", "no. 1", "--label", "1.0", "--in-force", "2024", "--db", new_register, *OFFICE
    )

    assert shown.stdout.startswith("Maths Policy, version no. 1\n  In force from  not known (the one in force)\n")
    assert edited.stdout == "Changed a version of Maths Policy.\n"


def test_json_keeps_its_promise(built_sample: Path) -> None:
    words = ("--json", "--db", built_sample, "--as-of", "2 November 2026")
    listed = json.loads(audit("version", "list", "ST04", *words).stdout)
    one = json.loads(audit("version", "show", "ST04", "1.1", *words).stdout)

    assert listed["versions"][0]["label"] == "1.1"
    assert one["in_force_from"] == "23 June 2025"
