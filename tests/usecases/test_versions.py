"""A version is published knowing what it does to the sign-offs, and is put right where it was entered wrongly."""

import pytest

from policyaudit.domain.changes import VersionEdited
from policyaudit.errors import AuditError, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.usecases.edit_version import LabelTaken, OutOfOrder, SignedBefore, edit_version
from policyaudit.usecases.fill_pack import governors_pack
from policyaudit.usecases.show_versions import NoSuchVersion, list_versions, show_version
from policyaudit.usecases.unsigned import unsigned
from policyaudit.usecases.versions import NewVersion, effect_of, publish, text_difference
from tests.factories import BY, RECORDING, TODAY, a_file, a_person, a_policy, a_signature, a_version, day, when

OLD = "Staff must report it.\nWe organise training."


def a_signed_policy(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    a_policy(store, ask=("all-staff",))
    a_version(store, text=OLD)
    a_signature(store, "Inkwell")


def owing(store: Store) -> list[str]:
    return [owed.person for owed in unsigned(store, as_of=TODAY).owed]


def labels(store: Store) -> list[str | None]:
    return [line.label for line in list_versions(store, "Behaviour", as_of=TODAY).versions]


def test_first_version_is_material(store: Store) -> None:
    a_policy(store)

    effect = a_version(store)

    assert (effect.kind, effect.why, effect.kept, effect.asked_again) == ("material", "the first version", 0, 0)


def test_minor_version_keeps_the_sign_offs(store: Store) -> None:
    a_signed_policy(store)

    effect = a_version(store, label="1.1", in_force="1 October 2026", kind="minor")

    assert (effect.kind, effect.why, effect.kept, effect.asked_again) == ("minor", "as decided", 1, 0)
    assert owing(store) == ["Bea Blotter"]


def test_material_version_asks_everybody_again(store: Store) -> None:
    a_signed_policy(store)

    effect = a_version(store, label="2.0", in_force="1 October 2026", kind="material")

    assert (effect.kept, effect.asked_again) == (0, 2)
    assert owing(store) == ["Bea Blotter", "Ada Inkwell"]


def test_minor_version_on_top_of_an_unsigned_material_one_keeps_nothing_and_says_who_still_owes(store: Store) -> None:
    a_signed_policy(store)
    a_version(store, label="2.0", in_force="1 January 2027")

    effect = a_version(store, label="2.1", in_force="2 January 2027", kind="minor")

    after = unsigned(store, as_of=day("3 January 2027"))
    assert (effect.kept, effect.asked_again, effect.still_owing) == (0, 0, 2)
    assert (after.acknowledged, len(after.owed)) == (effect.kept, effect.still_owing)


def test_minor_version_does_not_keep_what_leavers_signed(store: Store) -> None:
    a_signed_policy(store)
    a_person(store, "Cora Ladle", left="31 October 2026")
    a_signature(store, "Ladle")

    effect = a_version(store, label="1.1", in_force="20 November 2026", kind="minor")

    assert (effect.kept, effect.still_owing) == (1, 1)


def test_first_version_says_whom_it_asks_and_the_pack_says_the_same_of_it(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    a_policy(store, ask=("all-staff",), asked_from="20 November 2026")
    a_policy(store, "Homework", ask=("governors",))

    effect = a_version(store, in_force="1 September 2026")

    (line,) = governors_pack(store, as_of=TODAY).revisions
    assert (effect.asked_again, effect.groups) == (2, ("all-staff",))
    assert line.asked_again == effect.asked_again == len(owing(store))


def test_what_a_version_does_is_what_the_pack_says_it_did(store: Store) -> None:
    a_signed_policy(store)
    a_person(store, "Cora Ladle", started="1 November 2026")
    a_person(store, "Dot Crayon", left="31 October 2026")
    a_signature(store, "Crayon")

    minor = a_version(store, label="1.1", in_force="1 October 2026", kind="minor")
    material = a_version(store, label="2.0", in_force="12 October 2026")

    newest, before = governors_pack(store, as_of=TODAY).revisions
    assert (before.sign_offs_kept, newest.asked_again) == (minor.kept, material.asked_again) == (1, 3)


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        pytest.param(
            OLD.replace("organise", "organize"), "minor", "only spelling, punctuation or layout changed", id="spelling"
        ),
        pytest.param(OLD.replace("must", "should"), "material", "an obligation changed: should", id="an obligation"),
    ],
)
def test_without_a_decision_the_two_texts_speak(store: Store, text: str, kind: str, why: str) -> None:
    a_signed_policy(store)

    effect = a_version(store, label="2", in_force="1 October 2026", text=text)

    assert (effect.kind, effect.why) == (kind, why)
    shown = show_version(store, "Behaviour", None, as_of=TODAY)
    assert shown.text_difference is not None
    assert shown.text_difference.splitlines()[0] == "--- before"
    assert (shown.version.files, shown.version.decided_by) == (("policy.txt",), BY)


def test_saying_what_it_would_do_records_nothing(store: Store) -> None:
    a_signed_policy(store)
    version = NewVersion(policy="Behaviour", label="2", in_force_from=when("1 October 2026"), kind="material")

    assert effect_of(store, version, today=TODAY).asked_again == 2
    assert labels(store) == ["1.0"]


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    a_signed_policy(store)
    a_version(store, label="1.1", in_force="1 October 2026", kind="minor", text=OLD)

    assert store.rows("SELECT COUNT(*) FROM document") == [(1,)]
    assert show_version(store, "Behaviour", "1.1", as_of=TODAY).version.files == ("policy.txt",)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        pytest.param({"label": " "}, "a version needs a name", id="no label"),
        pytest.param({"label": "x" * 51}, "the name of a version has 51 characters", id="a label without end"),
        pytest.param({"label": "1.0"}, "Behaviour has a version 1.0 already", id="a label that is there"),
        pytest.param(
            {"in_force": "31 August 2025"},
            "version 2.0 of Behaviour cannot be in force before version 1.0, 1 September 2025",
            id="before the last one",
        ),
        pytest.param({"policy": "Attendance"}, "there is no policy called 'Attendance'", id="no such policy"),
    ],
)
def test_version_that_cannot_be_is_refused(store: Store, details: dict[str, str], sentence: str) -> None:
    a_signed_policy(store)
    said = {"policy": "Behaviour", "label": "2.0", "in_force": "1 October 2026"} | details

    with pytest.raises(AuditError) as problem:
        a_version(store, said["policy"], said["label"], in_force=said["in_force"])

    assert str(problem.value).startswith(sentence)


def test_minor_version_needs_a_reason(store: Store) -> None:
    a_signed_policy(store)
    version = NewVersion(policy="Behaviour", label="2", in_force_from=when("1 October 2026"), kind="minor")

    with pytest.raises(UsageProblem, match="so it needs a reason"):
        publish(store, version, today=TODAY, **RECORDING)


@pytest.mark.parametrize("text", [None, OLD], ids=["no text at all", "no text of the version before"])
def test_without_two_texts_somebody_has_to_decide(store: Store, text: str | None) -> None:
    a_policy(store)
    a_version(store)
    document = a_file(text) if text else None
    version = NewVersion(policy="Behaviour", label="2", in_force_from=when("October 2026"), document=document)

    with pytest.raises(UsageProblem, match="is version 2 of Behaviour a minor or a material revision"):
        publish(store, version, today=TODAY, **RECORDING)


def test_version_of_the_same_month_may_follow(store: Store) -> None:
    a_policy(store)
    a_version(store, in_force="September 2025")

    a_version(store, label="2", in_force="12 September 2025")

    assert labels(store) == ["2", "1.0"]


def test_text_difference_shows_the_lines_that_changed() -> None:
    difference = text_difference("one\ntwo\nthree\nfour", "one\ntwo\n3\nfour")

    assert difference.splitlines() == ["--- before", "+++ after", "@@ -2,3 +2,3 @@", " two", "-three", "+3", " four"]


# Finding


@pytest.mark.parametrize(
    "typed", ["1.1", "v1.1", "Version 1.1", "V. 1.1"], ids=["the label", "v", "version", "an abbreviation"]
)
def test_version_is_called_by_its_label(store: Store, typed: str) -> None:
    a_policy(store)
    a_version(store)
    a_version(store, label="1.1")

    assert show_version(store, "Behaviour", typed, as_of=TODAY).version.label == "1.1"


def test_unknown_version_is_answered_with_those_there_are(store: Store) -> None:
    a_policy(store)
    with pytest.raises(NoSuchVersion) as none:
        show_version(store, "Behaviour", None, as_of=TODAY)
    a_version(store)

    with pytest.raises(NoSuchVersion) as other:
        show_version(store, "Behaviour", "1", as_of=TODAY)
    assert (str(none.value), none.value.next_step) == ("Behaviour has no version yet", 'audit version add "Behaviour"')
    assert (str(other.value), other.value.next_step) == ("Behaviour has no version '1'", "its versions: 1.0")


# Editing


def edit(store: Store, version: str, label: str | None = None, in_force: str | None = None) -> None:
    begins = when(in_force) if in_force else None
    edit_version(store, "Behaviour", version, label=label, in_force_from=begins, school=None, **RECORDING)


def three_versions(store: Store) -> None:
    a_policy(store, ask=("all-staff",))
    for label, in_force in (("1", "September 2024"), ("2", "September 2025"), ("3", "September 2026")):
        a_version(store, label=label, in_force=in_force)


def test_label_and_date_of_a_version_are_put_right(store: Store) -> None:
    three_versions(store)

    edit(store, "2", label="2.0")
    edit(store, "2.0", in_force="October 2025")

    line = show_version(store, "Behaviour", "2.0", as_of=TODAY).version
    assert (line.sequence, line.in_force_from) == (2, when("October 2025"))


@pytest.mark.parametrize(
    ("in_force", "other"),
    [
        pytest.param("August 2024", "version 1 is from September 2024", id="before the one before"),
        pytest.param("October 2026", "version 3 is from September 2026", id="after the one after"),
    ],
)
def test_version_keeps_its_place_in_the_order(store: Store, in_force: str, other: str) -> None:
    three_versions(store)

    with pytest.raises(OutOfOrder, match=f"version 2 of Behaviour cannot be in force from {in_force}: {other}"):
        edit(store, "2", in_force=in_force)


def test_label_of_another_version_is_refused(store: Store) -> None:
    three_versions(store)

    with pytest.raises(LabelTaken, match="Behaviour has a version 3 already"):
        edit(store, "2", label="3")


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        pytest.param(("Inkwell",), "1 person has signed version 2", id="one"),
        pytest.param(("Inkwell", "Blotter"), "2 people have signed version 2", id="two"),
    ],
)
def test_version_does_not_begin_after_somebody_signed_it(store: Store, people: tuple[str, ...], sentence: str) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    three_versions(store)
    a_signature(store, *people, on="12 September 2025")

    with pytest.raises(SignedBefore, match=f"{sentence} of Behaviour before, the first on 12 September 2025"):
        edit(store, "2", in_force="13 September 2025")
    edit(store, "2", in_force="12 September 2025")


def test_version_without_a_label_is_called_by_its_place(store: Store) -> None:
    three_versions(store)
    with store.transaction(**RECORDING) as writer:
        writer.apply([VersionEdited(school_id=1, version_id=2, policy_id=1, sequence=2, label=None)])

    edit(store, "no. 2", in_force="October 2025")
    edit(store, "No. 2", label="2b")

    assert labels(store) == ["3", "2b", "1"]
