import json
from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")
ASKED = ("--ask", "all-staff", "--asked-from", "1 September 2026")


def test_each_policy_is_said_once_and_each_person_on_a_line(built_sample: Path) -> None:
    shown = audit("unsigned", "--policy", "ST01", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[:4] == [
        "Policy                 Person           By              Late  Answer",
        "──────────────────────────────────────────────────────────────────────",
        "Staff code of conduct  Cyril Beaker     15 Sep 2026  48 days  declined",
        "                       Juno Binder      19 Oct 2026  14 days",
    ]


def test_it_ends_with_what_it_comes_to_and_what_to_do_next(built_sample: Path) -> None:
    shown = audit("unsigned", "--db", built_sample, *ON)

    assert max(len(line) for line in shown.stdout.splitlines()) <= 80
    assert shown.stdout.endswith(
        "107 signatures missing from 30 people on 2 November 2026, 61 late.\n"
        "433 of 540 signatures asked for are given.\n"
        "\n"
        "Next: audit sign POLICY PERSON --on DAY  records what was signed\n"
    )


def test_by_person_each_person_is_said_once(built_sample: Path) -> None:
    shown = audit("unsigned", "--by-person", "--group", "governors", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[0].split()[:2] == ["Person", "Policy"]
    assert shown.stdout.count("Desmond Ballot") == 1


def test_what_is_late_and_what_was_answered_is_told_in_colour_too(built_sample: Path) -> None:
    _, screen = at_a_terminal("unsigned", "--person", "Beaker", "--db", built_sample, *ON)

    assert "\x1b[1;31m48 days\x1b[0m  \x1b[33mdeclined\x1b[0m" in screen


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(
        audit("unsigned", "--person", "Slate", "--policy", "ST04", "--db", built_sample, *ON, "--json").stdout
    )

    assert listed["format"] == {"name": "policyaudit.unsigned", "version": 1}
    assert (listed["required"], listed["people"], listed["late"]) == (1, 1, 1)
    assert listed["owed"][0] == {
        "person": "Poppy Slate",
        "title": "Social media",
        "number": "ST04",
        "school": "Quillbrook Primary School",
        "deadline": "2026-09-15",
        "days_late": 48,
        "answer": None,
        "email": "p.slate@quillbrook.example",
    }


def test_where_no_policy_asks_anybody_it_says_how_one_does(new_register: Path) -> None:
    shown = audit("unsigned", "--db", new_register, *ON)

    assert shown.stdout == (
        "Nobody is asked to sign on 2 November 2026.\n"
        "\n"
        "Next: audit policy edit POLICY --ask GROUP  says who is to sign it\n"
    )


def test_where_everybody_has_signed_it_says_so(built_sample: Path) -> None:
    shown = audit("unsigned", "--policy", "GV05", "--db", built_sample, *ON)

    assert shown.stdout == "Nothing is missing on 2 November 2026: 11 of 11 signatures asked for are given.\n"


@pytest.mark.parametrize("name", ["--policy", "--person", "--group", "--school"])
def test_a_name_that_nothing_has_is_said_with_what_it_is(name: str, built_sample: Path) -> None:
    ended = audit("unsigned", name, "Xyzzy", "--db", built_sample, *ON)

    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[0] == f"audit: there is no {name.removeprefix('--')} called 'Xyzzy'"


def test_two_people_of_one_name_are_told_apart(new_register: Path) -> None:
    for address in ("j.smith@larkmead.example", "jane@larkmead.example"):
        audit("staff", "add", "Jane Smith", "--email", address, "--db", new_register, *OFFICE)
    audit("policy", "add", "Allergy", *ASKED, "--db", new_register, *OFFICE)
    audit("version", "add", "Allergy", "1", "--in-force", "2 November 2026", "--yes", "--db", new_register, *OFFICE)

    shown = audit("unsigned", "--by-person", "--db", new_register, "--as-of", "20 November 2026")

    assert shown.stdout.count("Jane Smith") == 2
    assert all(address in shown.stdout for address in ("j.smith@larkmead.example", "jane@larkmead.example"))
    assert "2 signatures missing from 2 people" in shown.stdout


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(
            ("--policy", "Allergy"),
            "Nobody is asked to sign Allergy on 20 November 2026. "
            "Allergy asks for signatures, but has no version in force yet. "
            "Next: audit version add POLICY LABEL --in-force DATE  gives a version to sign",
            id="one policy",
        ),
        pytest.param((), "1 policy asks for signatures with no version in force yet.", id="all of them"),
    ],
)
def test_a_policy_without_a_version_says_that_and_how_to_add_one(
    asked: tuple[str, ...], told: str, new_register: Path
) -> None:
    audit("policy", "add", "Allergy", *ASKED, "--db", new_register, *OFFICE)

    shown = audit("unsigned", *asked, "--db", new_register, "--as-of", "20 November 2026")

    assert told in shown.stdout.replace("\n\n", "\n").replace("\n", " ")


def test_whoever_is_not_asked_is_named(new_register: Path) -> None:
    audit("staff", "add", "Jane Smith", "--db", new_register, *OFFICE)

    shown = audit("unsigned", "--person", "Smith", "--db", new_register, "--as-of", "20 November 2026")

    assert shown.stdout == (
        "Jane Smith is not asked to sign on 20 November 2026.\n\nNext: audit staff show PERSON  shows their groups\n"
    )
