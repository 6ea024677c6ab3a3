"""Entries as canonical bytes, and commitments that anybody can compute again from one page of description."""

import hashlib
import hmac
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.ledger import Entry, canonical_bytes, commitment

ENTRY = Entry(
    school_id=1,
    position=7,
    kind="post-added",
    subject="post",
    subject_id="3",
    values={"title": "Pennaeth – Tŷ", "post_id": 3, "ended_on": None},
    claimed_on=None,
    recorded_at="2026-11-02T09:00:00.000000Z",
    means=None,
    by="ab" * 32,
)


def test_an_entry_is_json_with_sorted_keys_and_no_white_space() -> None:
    assert canonical_bytes(ENTRY).decode("utf-8") == (
        '{"by":"' + "ab" * 32 + '","claimed_on":null,"format":"policyaudit entry 1","kind":"post-added","means":null,'
        '"position":7,"recorded_at":"2026-11-02T09:00:00.000000Z","school":1,"subject":"post","subject_id":"3",'
        '"values":{"ended_on":null,"post_id":3,"title":"Pennaeth – Tŷ"}}'
    )


values = st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")) | st.integers())


@settings(derandomize=True, deadline=None)
@given(values)
def test_the_order_in_which_values_are_given_does_not_matter(given_values: dict[str, str | int]) -> None:
    other_way_round = dict(reversed(given_values.items()))

    assert canonical_bytes(replace(ENTRY, values=given_values)) == canonical_bytes(
        replace(ENTRY, values=other_way_round)
    )


@settings(derandomize=True, deadline=None)
@given(values)
def test_an_entry_gives_back_the_values_it_was_made_of(given_values: dict[str, str | int]) -> None:
    assert json.loads(canonical_bytes(replace(ENTRY, values=given_values)))["values"] == given_values


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((b"\1" * 32, "person", "1/1"), id="salt"),
        pytest.param((b"\0" * 32, "actor", "1/1"), id="purpose"),
        pytest.param((b"\0" * 32, "person", "1/2"), id="text"),
        pytest.param((b"\0" * 32, "perso", "n1/1"), id="where one ends and the other begins"),
    ],
)
def test_a_commitment_differs_with_its(other: tuple[bytes, str, str]) -> None:
    assert commitment(*other) != commitment(b"\0" * 32, "person", "1/1")


def test_a_commitment_is_hmac_over_purpose_nul_and_text() -> None:
    salt = bytes(range(32))

    expected = hmac.new(salt, "note.content\0Tŷ".encode(), hashlib.sha256).hexdigest()

    assert commitment(salt, "note.content", "Tŷ") == expected
