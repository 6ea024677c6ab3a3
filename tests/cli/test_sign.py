from pathlib import Path

import pytest

from tests.cli.running import audit

OFFICE = ("--by", "Dora Foolscap")


def test_people_sign_by_surname_and_it_says_for_whom_it_recorded(sample: Path) -> None:
    signed = audit("sign", "ST04", "Maud", "Crayon", "--on", "12 October 2026", "--db", sample, *OFFICE)

    assert signed.exit_code == 0
    assert signed.stdout == (
        "Recorded: 2 people acknowledged version 1.1 of Social media on 12 October 2026:\n"
        "Maud Blotter; Flora Crayon.\n"
        "\n"
        "Next: audit unsigned --policy POLICY  shows who is still missing\n"
    )


def test_a_group_signs_but_for_the_names_that_follow(sample: Path) -> None:
    words = ("sign", "ST04", "--group", "all-staff", "--all-except", "Crayon", "Slate", "--on", "12 October 2026")

    signed = audit(*words, "--by-means", "meeting", "--db", sample, *OFFICE)

    assert "Left out as asked: Flora Crayon; Poppy Slate." in signed.stdout.replace("\n", " ")
    assert "Signed before: " in signed.stdout


def test_each_name_may_have_the_option_before_it(sample: Path) -> None:
    words = ("sign", "ST04", "--group", "all-staff", "--all-except", "Crayon", "--all-except", "Slate")

    signed = audit(*words, "--on", "12 October 2026", "--db", sample, *OFFICE)

    assert "Left out as asked: Flora Crayon; Poppy Slate." in signed.stdout.replace("\n", " ")


def test_who_has_signed_before_is_left_alone(sample: Path) -> None:
    words = ("sign", "ST04", "Maud", "--on", "12 October 2026", "--db", sample, *OFFICE)
    audit(*words)

    again = audit(*words)

    assert again.stdout.splitlines()[:2] == [
        "Nothing was recorded for version 1.1 of Social media on 12 October 2026: nobody",
        "was left to record.",
    ]
    assert "Signed before: Maud Blotter." in again.stdout


def test_somebody_may_decline_or_ask(sample: Path) -> None:
    words = ("sign", "ST04", "Maud", "--on", "12 October 2026", "--answer", "queried", "--note", "Who is to know?")

    signed = audit(*words, "--db", sample, *OFFICE)

    assert signed.stdout.startswith("Recorded: 1 person asked about version 1.1 of Social media")


def test_it_says_what_counts_for_nothing_that_is_owed(new_register: Path) -> None:
    audit("policy", "add", "Allergy", "--ask", "all-staff", "--db", new_register, *OFFICE)
    for name, group in (("Ada Inkwell", "all-staff"), ("Ed Quill", "governors")):
        audit("staff", "add", name, "--group", group, "--db", new_register, *OFFICE)
    for label, begins in (("1", "1 September 2025"), ("2", "1 September 2026")):
        words = ("version", "add", "Allergy", label, "--in-force", begins, "--material", "--yes")
        audit(*words, "--db", new_register, *OFFICE)

    both = audit("sign", "Allergy", "Inkwell", "Quill", "--on", "1 October 2025", "--db", new_register, *OFFICE)
    one = audit("sign", "Allergy", "Quill", "--on", "1 October 2026", "--db", new_register, *OFFICE)

    assert "It does not count for what is owed: version 2 asks everybody again." in both.stdout
    assert "Not asked to sign Allergy, so nothing was owed: Ed Quill." in both.stdout
    assert "None of them is asked to sign Allergy, so nothing was owed." in one.stdout


def test_without_a_day_it_is_today(sample: Path) -> None:
    signed = audit("sign", "ST04", "Maud", "--db", sample, *OFFICE)

    assert signed.exit_code == 0


def test_what_was_wrong_is_taken_back_and_stays_on_record(sample: Path) -> None:
    audit("sign", "ST04", "Maud", "--on", "12 October 2026", "--db", sample, *OFFICE)

    taken = audit("sign", "ST04", "Maud", "--void", "--note", "wrong line", "--db", sample, *OFFICE)

    assert taken.stdout == (
        "Taken back: Maud Blotter acknowledged version 1.1 of Social media on 12 October\n"
        "2026. It stays in the register as voided.\n"
    )


@pytest.mark.parametrize(
    "people",
    [
        pytest.param(("Maud", "Crayon"), id="two people"),
        pytest.param((), id="nobody"),
        pytest.param(("--group", "teaching"), id="a group"),
        pytest.param(("Maud", "--group", "teaching"), id="a group beside the person"),
        pytest.param(("Maud", "--all-except", "Crayon"), id="all but somebody"),
    ],
)
def test_one_persons_signature_is_taken_back_at_a_time(people: tuple[str, ...], sample: Path) -> None:
    ended = audit("sign", "ST04", *people, "--void", "--db", sample, *OFFICE)

    assert ended.exit_code == 2
    assert ended.stderr.splitlines() == ["audit: --void takes back what one person signed", "  next: name one person"]
