"""The sample school in a register has the standings, signatures and history that its files promise, on both engines."""

import json
from collections import Counter
from pathlib import Path

import pytest

from policyaudit.domain.schedule import Standing, days_overdue
from policyaudit.store.opening import Store, create_register, open_register
from policyaudit.store.reads import policies
from policyaudit.store.reads.schedule import Chosen, ScheduledPolicy, all_policies
from policyaudit.store.reads.unsigned import unsigned
from policyaudit.usecases.demo import build_demo
from policyaudit.usecases.due import due
from tests.house import demo_files
from tests.house.demo_rules import next_review, owed, standing_of

DAY = demo_files.demo_day()
LISTED = {Standing.OVERDUE, Standing.UNSCHEDULED, Standing.DUE, Standing.DUE_SOON}


def journal(store: Store) -> list[bytes]:
    return [bytes(entry) for (entry,) in store.rows("SELECT entry FROM journal ORDER BY position")]


def by_number(store: Store) -> dict[str, ScheduledPolicy]:
    return {str(policy.number): policy for policy in all_policies(store, Chosen(), as_of=DAY)}


def test_the_day_to_look_at_it_is_given_back(tmp_path: Path) -> None:
    create_register(str(tmp_path / "register.db"))

    with open_register(str(tmp_path / "register.db")) as store:
        assert build_demo(store) == DAY


def test_each_policy_stands_as_its_file_says(sample: Store) -> None:
    promised = {number: standing_of(row) for number, row in demo_files.policies().items()}

    listed = due(sample, as_of=DAY)

    found = {policy.number: policy.standing for policy in listed.policies}
    assert found == {number: standing for number, standing in promised.items() if standing in LISTED}
    assert +Counter(listed.counts) == Counter(promised.values())


def test_each_overdue_review_is_as_late_as_its_file_says(sample: Store) -> None:
    promised = {
        number: days_overdue(review.latest, DAY)
        for number, row in demo_files.policies().items()
        if standing_of(row) == Standing.OVERDUE and (review := next_review(row))
    }

    listed = due(sample, as_of=DAY)

    assert {one.number: one.days_overdue for one in listed.policies if one.days_overdue is not None} == promised


@pytest.mark.parametrize(
    ("column", "read"),
    [
        ("title", lambda policy: policy.title),
        ("status", lambda policy: policy.status),
        ("committee", lambda policy: policy.committee or ""),
        ("confidential", lambda policy: "yes" if policy.confidential else "no"),
        ("last_reviewed", lambda policy: policy.last_reviewed.as_written if policy.last_reviewed else ""),
        ("responsible_officer", lambda policy: policy.responsible_officer or ""),
    ],
)
def test_each_policy_is_described_as_in_its_file(sample: Store, column: str, read: object) -> None:
    assert callable(read)

    found = {number: read(policy) for number, policy in by_number(sample).items()}

    assert found == {number: row[column] for number, row in demo_files.policies().items()}


def test_who_owes_which_signature_by_when_follows_from_the_files_by_the_rules_of_signing(sample: Store) -> None:
    promised = {signature: one.deadline for signature, one in owed().items()}

    found = {(one.number, one.person): one.deadline for one in unsigned(sample, as_of=DAY)}

    assert found == promised


def test_who_declined_or_asked_and_did_not_sign_is_told_apart(sample: Store) -> None:
    answers = {(one.person, one.number): one.answer for one in unsigned(sample, as_of=DAY) if one.answer}

    assert answers == {("Cyril Beaker", "ST01"): "declined", ("Cora Ladle", "PU06"): "queried"}


def test_each_signature_keeps_its_own_day_and_the_moment_and_hand_that_recorded_it(sample: Store) -> None:
    given = sample.rows(
        """SELECT policy.number, version.label, person.name, given.signed_on, given.state, given.means,
                  given.recorded_at, actor.name
           FROM acknowledgement AS given
           JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
           JOIN policy ON policy.school_id = given.school_id AND policy.policy_id = version.policy_id
           JOIN person ON person.school_id = given.school_id AND person.person_id = given.person_id
           JOIN actor ON actor.school_id = given.school_id AND actor.actor_id = given.recorded_by
           WHERE given.voids IS NULL ORDER BY given.acknowledgement_id"""
    )

    assert given == [
        (
            *(row[key] for key in ("policy_number", "version", "person", "signed_on", "state", "means")),
            row["recorded_at"].replace("Z", ".000000Z"),
            row["recorded_by"],
        )
        for row in demo_files.rows("acknowledgements")
    ]


def test_history_stands_in_the_order_in_which_it_was_recorded_and_without_a_gap(sample: Store) -> None:
    rows = sample.rows("SELECT position, recorded_at FROM journal ORDER BY position")

    moments = [recorded_at for _, recorded_at in rows]
    assert [position for position, _ in rows] == list(range(1, len(rows) + 1))
    assert moments == sorted(moments)
    assert moments[0].startswith("2025-08-27")
    assert moments[-1] <= f"{DAY}T23:59:59"


def test_a_withdrawn_policy_was_in_force_until_its_day(sample: Store) -> None:
    states = [
        json.loads(bytes(entry))["values"]
        for (entry,) in sample.rows("SELECT entry FROM journal WHERE subject = 'policy' ORDER BY position")
    ]

    story = [(one["status"], one["withdrawn_on"]) for one in states if one["number"] == "CU07"]

    assert story[0] == ("in force", None)
    assert story[-1] == ("withdrawn", "2026-03-10")


def test_documents_are_kept_with_their_text(sample: Store) -> None:
    numbers = {policy.policy_id: number for number, policy in by_number(sample).items()}

    kept = {
        (numbers[version.policy_id], version.label): (
            version.file_name,
            policies.text_of(sample, 1, version.version_id),
        )
        for version in policies.versions(sample, 1, None)
        if version.file_name
    }

    promised = {(row["policy_number"], row["label"]): row["document"] for row in demo_files.rows("versions")}
    assert {version: name for version, (name, _) in kept.items()} == {
        version: name for version, name in promised.items() if name
    }
    assert all(text and len(text.split()) > 200 for _, text in kept.values())


def test_it_is_the_same_twice_to_the_last_byte_of_its_ledger(sample: Store, tmp_path: Path) -> None:
    create_register(str(tmp_path / "again.db"))

    with open_register(str(tmp_path / "again.db")) as again:
        build_demo(again)
        entries = journal(again)

    assert len(entries) > 1_000
    assert entries == journal(sample)


NAMING = {
    "names": "SELECT name FROM person UNION SELECT name FROM actor",
    "addresses": "SELECT email FROM person",
    "remarks and reasons, but for who decided as a post or committee": """
        SELECT content FROM note WHERE content NOT IN (SELECT title FROM post UNION SELECT name FROM committee)""",
}


@pytest.mark.parametrize("sql", NAMING.values(), ids=NAMING)
def test_what_names_somebody_stands_nowhere_in_the_ledger(sample: Store, sql: str) -> None:
    secret = {text for (text,) in sample.rows(sql)}
    ledger = b"\n".join(journal(sample))

    found = [text for text in secret if text.encode() in ledger]

    assert len(secret) > 30
    assert found == []


def test_nor_does_what_somebody_does_unless_it_is_a_post_that_owes_reviews(sample: Store) -> None:
    roles = {role for (role,) in sample.rows("SELECT role FROM person")}
    posts = {title for (title,) in sample.rows("SELECT title FROM post")}
    ledger = b"\n".join(journal(sample))

    found = {role for role in roles if f'"{role}"'.encode() in ledger}

    assert found <= posts


def test_nor_does_the_surname_of_anybody(sample: Store) -> None:
    names = {name for (name,) in sample.rows("SELECT name FROM person UNION SELECT name FROM actor")}
    words = {word for entry in journal(sample) for word in entry.decode().replace('"', " ").split()}

    assert {name.split()[-1] for name in names} & words == set()


def test_every_commitment_is_under_a_salt_of_its_own(sample: Store) -> None:
    salts = [
        bytes(salt) for table in ("person", "actor", "note") for (salt,) in sample.rows(f"SELECT salt FROM {table}")
    ]

    assert len(set(salts)) == len(salts)
    assert {len(salt) for salt in salts} == {32}
