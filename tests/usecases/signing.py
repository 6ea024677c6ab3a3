"""What tests of signing say: who signs on which day, and who still owes."""

from typing import Any

from policyaudit.store.opening import Store
from policyaudit.usecases.acknowledge import SignOff, SignOffRecorded, acknowledge
from policyaudit.usecases.unsigned import unsigned
from tests.factories import RECORDING, TODAY, day


def sign(store: Store, *people: str, on: str = "1 October 2026", **details: Any) -> SignOffRecorded:  # noqa: ANN401 - whatever a sign-off says
    said: dict[str, Any] = {"policy": "Behaviour", "people": people, "on": day(on)} | details
    wanted = SignOff(**said)
    return acknowledge(store, wanted, today=TODAY, **RECORDING)


def owing(store: Store, on: str = "20 November 2026") -> list[str]:
    return [owed.person for owed in unsigned(store, as_of=day(on)).owed]
