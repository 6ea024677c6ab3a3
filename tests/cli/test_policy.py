from pathlib import Path

import pytest

from tests.cli.running import audit

OFFICE = ("--by", "Dora Foolscap")


def test_the_word_alone_shows_what_can_be_done() -> None:
    shown = audit("policy")

    assert shown.exit_code == 0
    assert shown.stdout.startswith("Usage: audit policy COMMAND ...\n\nAdd, list, show, edit and withdraw policies.\n")


def test_a_policy_is_added_changed_and_withdrawn(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    added = audit(
        "policy", "add", "Drones", "--cycle", "annually", "--last-reviewed", "June 2026", "--ask", "all-staff", *words
    )
    changed = audit("policy", "edit", "drones", "--title", "Drones and kites", "--no-longer-ask", "all-staff", *words)
    ended = audit("policy", "withdraw", "kites", "--on", "31 October 2026", "--reason", "no drones", *words)

    assert (added.stdout, changed.stdout, ended.stdout) == (
        "Added Drones.\n",
        "Changed Drones and kites.\n",
        "Withdrew Drones and kites.\n",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            ("--cycle", "bi-annually"),
            "audit: 'bi-annually' cannot be used as a review cycle: 'bi-annually' may mean twice a year",
            id="a cycle with two meanings",
        ),
        pytest.param(("--cycle", "soon"), "audit: 'soon' cannot be used as a review cycle", id="no cycle"),
        pytest.param(
            ("--next-review", "31 June 2027"), "audit: '31 June 2027' cannot be used as a date: ", id="no date"
        ),
    ],
)
def test_what_cannot_be_read_is_asked_never_guessed(words: tuple[str, str], sentence: str, sample: Path) -> None:
    ended = audit("policy", "edit", "ST04", *words, "--db", sample, *OFFICE)

    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith(sentence)
