"""What counts is the day of signing: which version was in force then and who was employed; none is in the future."""

from typing import Any

import pytest

from policyaudit.domain.changes import AcknowledgementState, Change, Revised, VersionAdded
from policyaudit.errors import AuditError, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.usecases.absences import person_returns
from policyaudit.usecases.acknowledge import NotSignable
from policyaudit.usecases.staff import person_leaves
from policyaudit.usecases.unsigned import UnsignedFilter, unsigned
from tests.factories import (
    RECORDING,
    TODAY,
    a_person,
    a_policy,
    a_version,
    an_absence,
    day,
    when,
)
from tests.usecases.signing import owing, sign


def signatures(store: Store) -> int:
    return int(store.rows("SELECT COUNT(*) FROM acknowledgement")[0][0])


# The path of HR


def test_all_but_two_sign_and_the_two_are_named(signing: Store) -> None:
    done = sign(signing, group="all-staff", all_except=("Blotter", "Crayon"))

    assert done.recorded == ("Ada Inkwell", "Cora Ladle")
    assert done.excepted == ("Bea Blotter", "Dot Crayon")
    assert owing(signing) == ["Bea Blotter", "Dot Crayon"]


def test_a_minor_version_keeps_it_so_and_a_material_one_asks_everybody_again(signing: Store) -> None:
    sign(signing, group="all-staff", all_except=("Blotter", "Crayon"))

    a_version(signing, label="2.1", in_force="1 November 2026", kind="minor")
    assert owing(signing) == ["Bea Blotter", "Dot Crayon"]

    a_version(signing, label="3.0", in_force="10 November 2026", kind="material")
    assert owing(signing, "9 November 2026") == ["Bea Blotter", "Dot Crayon"]
    assert owing(signing, "10 November 2026") == ["Bea Blotter", "Dot Crayon", "Ada Inkwell", "Cora Ladle"]


def test_joiners_owe_from_their_first_day_and_leavers_to_their_last(signing: Store) -> None:
    a_person(signing, "Ed Quill", started="1 November 2026")
    person_leaves(signing, "Ladle", on=day("10 November 2026"), school=None, **RECORDING)

    days = ["31 October 2026", "1 November 2026", "10 November 2026", "11 November 2026"]
    there = [[name for name in owing(signing, each) if name in {"Ed Quill", "Cora Ladle"}] for each in days]
    assert there == [["Cora Ladle"], ["Cora Ladle", "Ed Quill"], ["Cora Ladle", "Ed Quill"], ["Ed Quill"]]


def test_nobody_owes_while_away_and_the_deadline_follows_the_return(signing: Store) -> None:
    an_absence(signing, "Crayon", "1 October 2026")
    assert "Dot Crayon" not in owing(signing)

    person_returns(signing, "Crayon", on=day("16 November 2026"), school=None, **RECORDING)

    (owed,) = unsigned(signing, as_of=TODAY, asked=UnsignedFilter(person="Crayon")).owed
    assert (owed.deadline, owed.days_late) == (day("30 November 2026"), 0)


# The day of signing


def test_paper_typed_late_is_recorded_for_the_version_of_that_day(signing: Store) -> None:
    assert sign(signing, "Inkwell", on="12 June 2026").version == "version 1.0"
    assert sign(signing, "Blotter", on="1 September 2026").version == "version 2.0"

    assert owing(signing) == ["Dot Crayon", "Ada Inkwell", "Cora Ladle"]


def test_what_a_leaver_signed_before_leaving_is_recorded_afterwards(signing: Store) -> None:
    person_leaves(signing, "Ladle", on=day("31 October 2026"), school=None, **RECORDING)

    assert sign(signing, "Ladle", on="31 October 2026").recorded == ("Cora Ladle",)


def test_signature_that_does_not_count_for_what_is_owed_says_why(signing: Store) -> None:
    a_person(signing, "Ed Quill", groups=("governors",))
    a_version(signing, label="2.1", in_force="1 November 2026", kind="minor")

    counts = sign(signing, "Inkwell", on="1 October 2026")
    older = sign(signing, "Blotter", on="12 June 2026")
    mixed = sign(signing, "Blotter", "Quill", on="1 October 2026")

    assert (counts.asks_again, counts.not_asked) == (None, ())
    assert (older.asks_again, older.not_asked) == ("version 2.0", ())
    assert (mixed.asks_again, mixed.not_asked) == (None, ("Ed Quill",))


def test_where_nothing_is_recorded_nothing_is_said_of_what_counts(signing: Store) -> None:
    sign(signing, "Blotter", on="12 June 2026")

    assert sign(signing, "Blotter", on="12 June 2026").asks_again is None


def test_day_before_somebody_started_is_refused_although_they_have_signed(signing: Store) -> None:
    a_person(signing, "Ed Quill", started="12 September 2026")
    sign(signing, "Quill")

    with pytest.raises(NotSignable, match="Ed Quill started on 12 September 2026, after 1 September 2026"):
        sign(signing, "Quill", on="1 September 2026")


def test_policy_without_a_version_is_answered_with_how_one_is_added(store: Store) -> None:
    a_policy(store, ask=("all-staff",))
    a_person(store, "Ada Inkwell")

    with pytest.raises(NotSignable) as problem:
        sign(store, "Inkwell")

    assert problem.value.next_step == 'audit version add "Behaviour" LABEL --in-force DATE'


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param({"on": "21 November 2026"}, "21 November 2026 is in the future", id="tomorrow"),
        pytest.param(
            {"on": "31 August 2025"}, "Behaviour had no version in force on 31 August 2025", id="before any version"
        ),
        pytest.param(
            {"on": "31 August 2026", "version": "2.0"},
            "version 2.0 of Behaviour was not yet in force on 31 August 2026: from 1 September 2026",
            id="before its version",
        ),
        pytest.param(
            {"on": "1 September 2026", "version": "1.0"},
            "version 1.0 of Behaviour was superseded by version 2.0 on 1 September 2026",
            id="a superseded version",
        ),
        pytest.param({"version": "4.0"}, "Behaviour has no version '4.0'", id="no such version"),
        pytest.param({"policy": "Attendance"}, "there is no policy called 'Attendance'", id="no such policy"),
        pytest.param({"means": "paper", "note": "x" * 4001}, "the note has 4001 characters", id="a note without end"),
    ],
)
def test_signature_that_cannot_be_right_is_refused(signing: Store, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(AuditError) as problem:
        sign(signing, "Inkwell", **said)

    assert str(problem.value).startswith(sentence)
    assert signatures(signing) == 0


def test_nobody_signs_who_was_not_there_and_then_nobody_is_recorded(signing: Store) -> None:
    a_person(signing, "Ed Quill", started="2 October 2026")
    person_leaves(signing, "Ladle", on=day("30 September 2026"), school=None, **RECORDING)

    with pytest.raises(NotSignable) as problem:
        sign(signing, "Inkwell", "Quill", "Ladle", on="1 October 2026")

    assert str(problem.value) == (
        "Ed Quill started on 2 October 2026, after 1 October 2026; "
        "Cora Ladle left on 30 September 2026, before 1 October 2026"
    )
    assert signatures(signing) == 0


def test_version_that_is_superseded_by_one_without_a_label_is_named_so(store: Store) -> None:
    a_person(store)
    a_policy(store)
    a_version(store, label="1.0", in_force="1 September 2025")
    with store.transaction(**RECORDING) as writer:
        writer.apply(_an_unlabelled_version())

    with pytest.raises(NotSignable, match="was superseded by a newer version on 1 October 2026"):
        sign(store, "Inkwell", version="1.0")
    assert sign(store, "Inkwell").version == "version no. 2 (no label)"


def _an_unlabelled_version() -> list[Change]:
    begins = when("1 September 2026")
    return [
        VersionAdded(school_id=1, version_id=2, policy_id=1, sequence=2, in_force_from=begins),
        Revised(school_id=1, version_id=2, kind="material"),
    ]


# Whom


def test_somebody_who_has_signed_is_left_alone(signing: Store) -> None:
    sign(signing, "Inkwell")

    done = sign(signing, "Inkwell", "Blotter", "Blotter", on="2 October 2026")

    assert (done.recorded, done.signed_before) == (("Bea Blotter",), ("Ada Inkwell",))
    assert signatures(signing) == 2


def test_of_a_group_those_who_are_there_sign(signing: Store) -> None:
    an_absence(signing, "Blotter", "1 September 2026")
    person_leaves(signing, "Ladle", on=day("30 September 2026"), school=None, **RECORDING)
    a_person(signing, "Ed Quill", groups=("governors",))

    done = sign(signing, group="all-staff")

    assert done.recorded == ("Dot Crayon", "Ada Inkwell")
    assert done.absent == ("Bea Blotter",)


def test_two_of_one_name_are_told_apart(store: Store) -> None:
    a_person(store, "Jo Ladle", email="jo@larkmead.example")
    a_person(store, "Jo Ladle", email="j.ladle@larkmead.example")
    a_policy(store, ask=("all-staff",))
    a_version(store)
    an_absence(store, "jo@larkmead.example", "1 September 2026")

    done = sign(store, group="all-staff")

    assert done.recorded == ("Jo Ladle (j.ladle@larkmead.example)",)
    assert done.absent == ("Jo Ladle (jo@larkmead.example)",)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param({}, "name the people who signed, or a group with --group", id="nobody"),
        pytest.param(
            {"people": ("Inkwell",), "group": "all-staff"},
            "name the people who signed, or a group with --group",
            id="people and a group",
        ),
        pytest.param(
            {"people": ("Inkwell",), "all_except": ("Blotter",)},
            "--all-except needs the group that it takes people from",
            id="exceptions of nothing",
        ),
    ],
)
def test_it_must_be_said_who_signed(signing: Store, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        sign(signing, **said)

    assert str(problem.value) == sentence


def test_exception_that_is_not_in_the_group_is_refused(signing: Store) -> None:
    a_person(signing, "Ed Quill", groups=("governors",))

    with pytest.raises(NotSignable, match="Ed Quill is not in the group all-staff"):
        sign(signing, group="all-staff", all_except=("Quill",))


# Other answers


@pytest.mark.parametrize("state", ["declined", "queried"])
def test_declining_and_asking_are_answers_and_no_signatures(signing: Store, state: AcknowledgementState) -> None:
    sign(signing, "Inkwell", state=state, note="section 4")

    answers = {owed.person: owed.answer for owed in unsigned(signing, as_of=TODAY).owed}
    assert answers == {"Ada Inkwell": state, "Bea Blotter": None, "Cora Ladle": None, "Dot Crayon": None}
    sign(signing, "Inkwell", on="2 October 2026")
    assert "Ada Inkwell" not in owing(signing)


def test_same_answer_of_one_day_is_recorded_once(signing: Store) -> None:
    sign(signing, "Inkwell", state="queried")

    assert sign(signing, "Inkwell", state="queried").signed_before == ("Ada Inkwell",)
    assert sign(signing, "Inkwell", state="queried", on="2 October 2026").recorded == ("Ada Inkwell",)
    assert sign(signing, "Inkwell", state="declined", on="2 October 2026").recorded == ("Ada Inkwell",)
