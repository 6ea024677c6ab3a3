"""A wrong signature is taken back by a new entry with a reason, and is owed again."""

import pytest

from policyaudit.errors import UsageProblem
from policyaudit.store.opening import Store
from policyaudit.usecases.show_staff import show_person
from policyaudit.usecases.void import NothingToVoid, SeveralToVoid, Voided, WrongSignature, void_acknowledgement
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


def test_of_several_the_one_that_is_named_is_voided(signing: Store) -> None:
    sign(signing, "Inkwell", on="1 June 2026")
    sign(signing, "Inkwell", on="1 October 2026")
    sign(signing, "Inkwell", on="2 October 2026", state="queried")

    with pytest.raises(SeveralToVoid) as which:
        void(signing, "Inkwell")
    with pytest.raises(SeveralToVoid):
        void(signing, "Inkwell", version="2.0")

    assert str(which.value) == (
        "which acknowledgement by Ada Inkwell of Behaviour is it? There stand: version 1.0, acknowledged on 1 June "
        "2026; version 2.0, acknowledged on 1 October 2026; version 2.0, queried on 2 October 2026"
    )
    assert which.value.next_step == "say which with --on DAY or --version LABEL"
    assert void(signing, "Inkwell", version="1.0").signed_on == day("1 June 2026")
    assert void(signing, "Inkwell", on="1 October 2026").state == "acknowledged"


def test_the_same_typed_again_does_not_void_another(signing: Store) -> None:
    sign(signing, "Inkwell", on="1 June 2026")
    void(signing, "Inkwell")
    sign(signing, "Inkwell", on="1 October 2026")

    with pytest.raises(SeveralToVoid):
        void(signing, "Inkwell")

    assert void(signing, "Inkwell", on="1 October 2026").version == "version 2.0"


def test_of_two_answers_on_one_day_the_last_is_voided(signing: Store) -> None:
    sign(signing, "Inkwell", state="queried")
    sign(signing, "Inkwell")

    assert void(signing, "Inkwell", version="2.0").state == "acknowledged"


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

    with pytest.raises(UsageProblem, match="only taken back with a reason") as problem:
        void_acknowledgement(
            signing, WrongSignature(policy="Behaviour", person="Inkwell", reason=" "), today=TODAY, **RECORDING
        )
    assert problem.value.next_step == '--note "entered for the wrong person", for example'
    assert show_person(signing, "Inkwell", as_of=TODAY).answers[0].voided is False
