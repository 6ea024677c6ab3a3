"""A wrong signature is taken back by a new entry with a reason, and is owed again."""

import pytest

from policyaudit.errors import UsageProblem
from policyaudit.store.opening import Store
from policyaudit.usecases.show_staff import show_person
from policyaudit.usecases.void import NothingToVoid, Voided, WrongSignature, void_acknowledgement
from tests.factories import RECORDING, TODAY, a_signature, day
from tests.usecases.signing import owing, sign


def void(store: Store, person: str, *, version: str | None = None, on: str | None = None) -> Voided:
    wrong = WrongSignature(
        policy="Behaviour", person=person, reason="wrong line", version=version, on=day(on) if on else None
    )
    return void_acknowledgement(store, wrong, today=TODAY, **RECORDING)


def test_voided_signature_is_owed_again_and_can_be_given_again(signing: Store) -> None:
    sign(signing, "Inkwell")

    voided = void(signing, "Inkwell")

    assert voided == Voided("Behaviour", "Ada Inkwell", "version 2.0", day("1 October 2026"), "acknowledged")
    assert "Ada Inkwell" in owing(signing)
    assert sign(signing, "Inkwell").recorded == ("Ada Inkwell",)


def test_of_several_the_newest_is_voided_or_the_one_that_is_named(signing: Store) -> None:
    sign(signing, "Inkwell", on="1 June 2026")
    sign(signing, "Inkwell", on="1 October 2026")
    sign(signing, "Inkwell", on="2 October 2026", state="queried")

    assert void(signing, "Inkwell", version="1.0").signed_on == day("1 June 2026")
    assert void(signing, "Inkwell", on="1 October 2026").state == "acknowledged"
    assert void(signing, "Inkwell").state == "queried"


@pytest.mark.parametrize(
    ("version", "on", "what"),
    [
        pytest.param(None, None, "Behaviour", id="any"),
        pytest.param("1.0", None, "version 1.0 of Behaviour", id="of a version"),
        pytest.param("1.0", "1 June 2026", "version 1.0 of Behaviour on 1 June 2026", id="of a version and a day"),
        pytest.param(None, "1 June 2026", "Behaviour on 1 June 2026", id="of a day"),
    ],
)
def test_what_nobody_signed_is_not_voided(signing: Store, version: str | None, on: str | None, what: str) -> None:
    a_signature(signing, "Blotter", on="1 October 2026")

    with pytest.raises(NothingToVoid, match=f"no acknowledgement by Ada Inkwell of {what} stands"):
        void(signing, "Inkwell", version=version, on=on)


def test_nothing_is_voided_without_a_reason(signing: Store) -> None:
    sign(signing, "Inkwell")

    with pytest.raises(UsageProblem, match="only taken back with a reason"):
        void_acknowledgement(
            signing, WrongSignature(policy="Behaviour", person="Inkwell", reason=" "), today=TODAY, **RECORDING
        )
    assert show_person(signing, "Inkwell", as_of=TODAY).answers[0].voided is False
