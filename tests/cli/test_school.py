import json
from pathlib import Path

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")


def test_each_school_stands_with_what_it_holds(built_sample: Path) -> None:
    shown = audit("school", "list", "--db", built_sample, *ON)

    assert "Quillbrook Primary School  england  academy" in shown.stdout
    assert shown.stdout.endswith("1 school on 2 November 2026.\n")


def test_one_is_shown_with_its_terms_and_the_words_that_are_signed(built_sample: Path) -> None:
    shown = audit("school", "show", "--db", built_sample, *ON)

    assert "  They sign  “I have received this version of the policy and have read it.”\n" in shown.stdout
    assert "Autumn 1 2026  1 September 2026  23 October 2026\n" in shown.stdout


def test_one_is_added_changed_and_given_its_terms(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)

    added = audit("school", "add", "Brookside Primary School", "--kind", "academy", *words)
    changed = audit("school", "edit", "brookside", "--name", "Brookside Academy", *words)
    term = audit("school", "term", "Autumn term 2026", "3/9/2026", "18/12/2026", "--school", "brookside", *words)
    shown = audit("school", "show", "brookside", "--db", new_register, *ON)
    first = audit("school", "show", "--db", new_register, *ON)

    assert (added.stdout, changed.stdout) == ("Added Brookside Primary School.\n", "Changed Brookside Academy.\n")
    assert term.stdout == "Autumn term 2026 of Brookside Academy is from 3 September 2026 to 18 December\n2026.\n"
    assert "Autumn term 2026  3 September 2026  18 December 2026" in shown.stdout
    assert first.stdout.endswith(
        "No term dates are set: the usual ones are taken.\n"
        "  Autumn term 2026  1 September 2026 to 31 December 2026\n"
        "  Spring term 2027  1 January 2027 to 31 March 2027\n"
        "  Summer term 2027  1 April 2027 to 31 August 2027\n"
        "\n"
        "Next: audit school term TERM FIRST LAST  sets the days of a term\n"
    )


def test_another_school_is_added_with_its_terms(new_register: Path) -> None:
    days = "Summer 1 2027: 12 April 2027 to 28 May 2027"

    audit("school", "add", "Brookside Primary School", "--term", days, "--db", new_register, *OFFICE)
    shown = audit("school", "show", "brookside", "--db", new_register, *ON)

    assert "Summer 1 2027  12 April 2027  28 May 2027\n" in shown.stdout


def test_reviews_that_are_known_to_a_term_move_with_it(sample: Path) -> None:
    term = audit("school", "term", "Autumn 2 2026", "9/11/2026", "18/12/2026", "--db", sample, *OFFICE)

    assert term.exit_code == 0
    assert "Autumn 2 2026 of Quillbrook Primary School is from 9 November 2026" in term.stdout


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("school", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("school", "show", "--json", "--db", built_sample, *ON).stdout)

    assert listed["schools"][0]["trust"] == "Hedgerow Learning Trust"
    assert one["terms"][0] == {
        "academic_year": 2025,
        "season": "Autumn",
        "half": 1,
        "first_day": "2025-09-01",
        "last_day": "2025-10-24",
    }
