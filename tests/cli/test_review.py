import json
from pathlib import Path

from tests.cli.running import audit

OFFICE = ("--by", "Dora Foolscap")


def test_a_review_is_recorded_and_the_next_one_follows(sample: Path) -> None:
    recorded = audit("review", "add", "ST04", "--on", "12 October 2026", "--db", sample, *OFFICE)

    assert recorded.stdout == (
        "Recorded: Social media was reviewed (12 October 2026). Its next review is 12\nOctober 2027.\n"
    )


def test_the_school_may_state_the_next_one(sample: Path) -> None:
    words = ("--next-review", "Autumn term 2028", "--outcome", "minor", "--approved-by", "FGB", "--note", "Short.")

    recorded = audit("review", "add", "ST04", "--on", "12 October 2026", *words, "--db", sample, *OFFICE)

    assert recorded.stdout.endswith("Its next review is Autumn\nterm 2028.\n")


def test_without_a_cycle_there_is_no_next_one(new_register: Path) -> None:
    audit("policy", "add", "Maths", "--db", new_register, *OFFICE)

    recorded = audit("review", "add", "Maths", "--on", "June 2026", "--db", new_register, *OFFICE)

    assert recorded.stdout == "Recorded: Maths was reviewed (June 2026). It has no next review.\n"


def test_reviews_stand_latest_first(built_sample: Path) -> None:
    every = audit("review", "list", "--since", "1 September 2026", "--db", built_sample)
    one = audit("review", "list", "ST04", "--db", built_sample)

    assert every.stdout.splitlines()[2].startswith("Behaviour ")
    assert one.stdout.endswith("2 reviews of Social media.\n")


def test_one_is_shown_with_who_recorded_it(sample: Path) -> None:
    audit("review", "add", "ST04", "--on", "12 October 2026", "--note", "Short.", "--db", sample, *OFFICE)

    latest = audit("review", "show", "ST04", "--db", sample)
    earlier = audit("review", "show", "ST04", "--on", "June 2025", "--db", sample)

    assert "  Reviewed  12 October 2026\n  Outcome   unchanged\n" in latest.stdout
    assert "by Dora Foolscap\n  Note      Short.\n" in latest.stdout
    assert "  Reviewed  June 2025\n" in earlier.stdout


def test_where_none_was_held_the_list_is_empty(new_register: Path) -> None:
    shown = audit("review", "list", "--db", new_register)

    assert shown.stdout == "No reviews.\n"


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("review", "list", "ST04", "--json", "--db", built_sample).stdout)
    one = json.loads(audit("review", "show", "ST04", "--json", "--db", built_sample).stdout)

    assert (listed["policy"], listed["reviews"][0]["reviewed"]) == ("Social media", "June 2025")
    assert one["recorded_at"].endswith("Z")


def test_one_that_was_not_held_is_taken_back_and_stays_on_record(sample: Path) -> None:
    audit("review", "add", "ST04", "--on", "12 October 2026", "--db", sample, *OFFICE)

    taken = audit("review", "void", "ST04", "--reason", "it was put off", "--db", sample, *OFFICE)
    shown = audit("review", "list", "ST04", "--db", sample)

    assert taken.stdout.startswith("Taken back: the review of Social media of 12 October 2026. Its next review is\n")
    assert "voided: it was put off" in " ".join(shown.stdout.split())


def test_the_list_fits_the_terminal_whatever_is_noted(sample: Path) -> None:
    audit("init", "--school", "Hedgerow Junior and Infant School", "--db", sample, *OFFICE)
    note = "The governors asked for more about trips, and for a shorter text."
    audit("review", "add", "ST04", "--on", "12 October 2026", "--note", note, "--db", sample, *OFFICE)
    audit("review", "void", "ST04", "--reason", "typo", "--db", sample, *OFFICE)

    every = audit("review", "list", "--since", "1 September 2026", "--db", sample)

    assert max(len(line) for line in every.stdout.splitlines()) <= 80
