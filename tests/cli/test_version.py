from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit

OFFICE = ("--by", "Dora Foolscap")
SPELLING = ("--minor", "--reason", "spelling only")


def test_a_minor_version_says_how_many_signatures_it_keeps(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", *SPELLING, "--yes")

    published = audit(*words, "--db", sample, *OFFICE)

    assert "Version 9 of Social media is a minor revision" in published.stdout
    assert "asks nobody again.\nPublished.\n" in published.stdout


def test_a_material_version_says_how_many_people_must_sign_again(sample: Path) -> None:
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", "--material", "--yes")

    published = audit(*words, "--db", sample, *OFFICE)

    assert "is a material revision (as decided). It asks " in published.stdout


@pytest.mark.parametrize(("answer", "published"), [("y", True), ("n", False)], ids=["yes", "no"])
def test_whoever_sits_at_the_terminal_is_asked_first(answer: str, published: bool, sample: Path) -> None:  # noqa: FBT001 - pytest passes it by name
    words = ("version", "add", "ST04", "9", "--in-force", "1 November 2026", *SPELLING)

    _, screen = at_a_terminal(*words, "--db", sample, *OFFICE, typed=f"{answer}\n")

    assert "Publish it? [y/N]: " in screen
    assert ("Published." in screen) is published


def test_its_document_may_say_what_changed(new_register: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("Maths Policy\nPupils organize their books.\n")
    second.write_text("Maths Policy\nPupils organise their books.\n")
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)
    words = ("version", "add", "Maths", "--in-force", "September 2026", "--yes", "--db", new_register, *OFFICE)
    audit(*words, "1", "--file", first)

    published = audit(*words, "1.1", "--file", second)

    assert published.stdout.startswith("Version 1.1 of Maths is a minor revision")
