from pathlib import Path

from tests.cli.running import audit

OFFICE = ("--by", "Dora Foolscap")


def test_a_review_is_recorded_and_the_next_one_follows(sample: Path) -> None:
    recorded = audit("review", "add", "ST04", "--on", "12 October 2026", "--db", sample, *OFFICE)

    assert recorded.stdout == (
        "Recorded: Social media was reviewed (12 October 2026). Its next review is 12 October 2027.\n"
    )


def test_the_school_may_state_the_next_one(sample: Path) -> None:
    words = ("--next-review", "Autumn term 2028", "--outcome", "minor", "--approved-by", "FGB", "--note", "Short.")

    recorded = audit("review", "add", "ST04", "--on", "12 October 2026", *words, "--db", sample, *OFFICE)

    assert recorded.stdout.endswith("Its next review is Autumn term 2028.\n")


def test_without_a_cycle_there_is_no_next_one(new_register: Path) -> None:
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)

    recorded = audit("review", "add", "Maths", "--on", "June 2026", "--db", new_register, *OFFICE)

    assert recorded.stdout == "Recorded: Maths was reviewed (June 2026). It has no next review.\n"
