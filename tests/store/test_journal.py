"""What stands in the ledger: complete new values, people only as commitments, on whose word and when."""

import json
from datetime import date
from typing import Any

import pytest

from policyaudit.domain import changes
from policyaudit.domain.changes import Change
from policyaudit.domain.ledger import commitment
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.store.opening import open_register
from tests.store.writing import MORNING, a_person, a_policy, counted_salts, what_a_sign_off_needs

DAY = date(2026, 9, 1)
JUNE = PartialDate(date(2016, 6, 1), date(2016, 6, 30), Precision.MONTH, "June 2016")
SALT_OF_ACTOR, SALT_OF_PERSON, SALT_AFTER = ((1).to_bytes(32, "big"), (2).to_bytes(32, "big"), (3).to_bytes(32, "big"))
TOKEN_OF_ACTOR = commitment(SALT_OF_ACTOR, "actor", "1/1")
TOKEN_OF_PERSON = commitment(SALT_OF_PERSON, "person", "1/1")


def entry_of(target: str, change: Change) -> dict[str, Any]:
    """The last entry after a change, as anybody can read it."""
    with open_register(target) as store:
        with store.transaction(by="Ms Register", at=MORNING, salt=counted_salts()) as writer:
            position = writer.apply([*what_a_sign_off_needs(), change])
        ((entry,),) = store.rows("SELECT entry FROM journal WHERE position = :position", position=position)
    read: dict[str, Any] = json.loads(entry)
    return read


def test_an_entry_says_what_is_now_when_by_what_means_and_on_whose_word(register_target: str) -> None:
    signed = changes.Acknowledged(
        school_id=1,
        acknowledgement_id=1,
        version_id=1,
        person_id=1,
        signed_on=DAY,
        state="acknowledged",
        means="paper",
        declaration_id=1,
    )

    assert entry_of(register_target, signed) == {
        "format": "policyaudit entry 1",
        "school": 1,
        "position": 7,
        "kind": "acknowledged",
        "subject": "acknowledgement",
        "subject_id": "1",
        "claimed_on": "2026-09-01",
        "recorded_at": "2026-11-02T09:00:00.000000Z",
        "means": "paper",
        "by": TOKEN_OF_ACTOR,
        "values": {
            "acknowledgement_id": 1,
            "version_id": 1,
            "person_id": TOKEN_OF_PERSON,
            "signed_on": "2026-09-01",
            "state": "acknowledged",
            "means": "paper",
            "declaration_id": 1,
            "round_id": None,
            "note_id": None,
            "voids": None,
            "recorded_by": TOKEN_OF_ACTOR,
            "recorded_at": "2026-11-02T09:00:00.000000Z",
        },
    }


def test_text_that_may_name_somebody_is_a_commitment_that_says_so(register_target: str) -> None:
    note = changes.NoteWritten(school_id=1, note_id=1, content="Ms Inkwell was ill")

    values = entry_of(register_target, note)["values"]

    assert values == {
        "note_id": 1,
        "content": f"hmac-sha256:{commitment(SALT_AFTER, 'note.content', 'Ms Inkwell was ill')}",
    }


def test_a_person_has_a_token_and_neither_name_nor_salt(register_target: str) -> None:
    person = changes.PersonAdded(
        school_id=1, person_id=2, name="Otto Blotter", name_key="otto blotter", sort_key="blotter", role="Teacher"
    )

    values = entry_of(register_target, person)["values"]

    assert values == {
        "person_id": 2,
        "name": f"hmac-sha256:{commitment(SALT_AFTER, 'person.name', 'Otto Blotter')}",
        "email": None,
        "role": f"hmac-sha256:{commitment(SALT_AFTER, 'person.role', 'Teacher')}",
        "started_on": None,
        "left_on": None,
        "token": commitment(SALT_AFTER, "person", "1/2"),
    }


def test_a_document_is_known_by_its_hash(register_target: str) -> None:
    document = changes.DocumentKept(
        school_id=1, sha256="a" * 64, file_name="a.txt", media_type="text/plain", size=1, content=b"a", text="a"
    )

    entry = entry_of(register_target, document)

    assert entry["subject_id"] == "a" * 64
    assert entry["values"] == {"sha256": "a" * 64, "media_type": "text/plain", "size": 1}


def test_a_key_of_two_parts_is_joined_by_a_stroke(register_target: str) -> None:
    with open_register(register_target) as store, store.transaction(by="x", at=MORNING, salt=counted_salts()) as writer:
        document = changes.DocumentKept(
            school_id=1, sha256="b" * 64, file_name="b", media_type="text/plain", size=1, content=b"b", text="b"
        )
        held = changes.VersionDocumented(school_id=1, version_id=1, sha256="b" * 64)

        writer.apply([*what_a_sign_off_needs(), document, held])

        sql = "SELECT subject_id FROM journal WHERE kind = 'version-documented'"
        assert writer.rows(sql) == [(f"1/{'b' * 64}",)]


@pytest.mark.parametrize(
    ("change", "claimed"),
    [
        pytest.param(
            changes.Reviewed(school_id=1, review_id=1, policy_id=1, reviewed=JUNE, outcome="unchanged"),
            "June 2016",
            id="a review in a month",
        ),
        pytest.param(
            changes.Approved(school_id=1, approval_id=1, policy_id=1), None, id="an approval on a day nobody knows"
        ),
        pytest.param(
            changes.AbsenceAdded(school_id=1, absence_id=1, person_id=1, from_on=DAY), "2026-09-01", id="an absence"
        ),
        pytest.param(
            changes.VersionAdded(school_id=1, version_id=2, policy_id=1, sequence=2, in_force_from=JUNE),
            "June 2016",
            id="a version",
        ),
        pytest.param(a_policy(2), None, id="a policy"),
        pytest.param(a_person(2), None, id="a person"),
    ],
)
def test_an_entry_claims_the_date_that_somebody_gave(register_target: str, change: Change, claimed: str | None) -> None:
    entry = entry_of(register_target, change)

    assert entry["claimed_on"] == claimed
    assert entry["means"] is None


def test_no_name_stands_in_the_ledger(register_target: str) -> None:
    with open_register(register_target) as store:
        with store.transaction(by="Ms Register", at=MORNING) as writer:
            writer.apply(what_a_sign_off_needs())

        ledger = b"".join(bytes(entry) for (entry,) in store.rows("SELECT entry FROM journal"))
        assert b"Inkwell" not in ledger
        assert b"Register" not in ledger
