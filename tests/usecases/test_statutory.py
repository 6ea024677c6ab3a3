"""What is asked of a school stands beside the policies that answer it, by name and never by likeness."""

from datetime import date

import pytest

from policyaudit.domain.requirement import Asked, Held
from policyaudit.store.opening import Store
from policyaudit.usecases.demo import build_demo
from policyaudit.usecases.demo_data import demo_data
from policyaudit.usecases.policies import withdraw_policy
from policyaudit.usecases.start import NewSchool, add_school
from policyaudit.usecases.statutory import Demand, RequirementLine, demand, statutory
from tests.factories import RECORDING, SCHOOL, TODAY, a_policy, a_school

DEMO_DAY = date(2026, 11, 2)


def asked(store: Store, key: str, school: str | None = None) -> RequirementLine | None:
    found = statutory(store, school, as_of=TODAY)
    return next((line for line in found.requirements if line.key == key), None)


def held(store: Store, key: str) -> tuple[Held, tuple[str, ...]]:
    line = asked(store, key)
    assert line is not None
    return line.held, line.policies


def test_demand_counts_what_is_sure_apart_from_conditions_and_doubts() -> None:
    assert demand("england", "maintained") == Demand(34, 24, 9, 10)
    assert demand("scotland", "independent") == Demand(0, 0, 0, 3)
    assert demand("scotland", "academy") == Demand(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("title", "number", "answer"),
    [
        pytest.param("School Attendance Policy", None, "School Attendance Policy", id="the title itself"),
        pytest.param("Attendance & Punctuality", "12", "Attendance & Punctuality (12)", id="another name"),
    ],
)
def test_policy_answers_what_it_is_called(store: Store, title: str, number: str | None, answer: str) -> None:
    a_policy(store, title, number=number)

    assert held(store, "attendance-policy") == (Held.HELD, (answer,))


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("Attendance of governors", "attendance-policy", id="its main word"),
        pytest.param("Attendence", "attendance-policy", id="misspelt"),
        pytest.param("Behaviour and attendance rewards", "attendance-policy", id="among other words"),
        pytest.param("Capability Policy and Procedure (teachers)", "staff-capability", id="for some of those meant"),
        pytest.param("Disciplinary policy and procedures", "staff-discipline-grievance", id="a part of it"),
        pytest.param("Privacy Notice for Parents and Carers", "privacy-notices", id="one instead of several"),
    ],
)
def test_policy_that_is_only_like_it_answers_nothing_but_perhaps_does(store: Store, title: str, key: str) -> None:
    a_policy(store, title)

    line = asked(store, key)

    assert line is not None
    assert (line.held, line.policies, line.perhaps) == (Held.PERHAPS, (), (title,))


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("Intimate Care", "designated-teacher-lac", id="a word that two papers share"),
        pytest.param("Staff wellbeing", "health-and-safety", id="one word of three"),
        pytest.param("Guidance for parents", "attendance-policy", id="no word that tells anything"),
        pytest.param("Careers guidance", "ect-induction", id="a word that begins alike"),
        pytest.param("Data protection", "child-protection-policy", id="what answers another paper"),
    ],
)
def test_title_that_means_something_else_is_not_even_perhaps(store: Store, title: str, key: str) -> None:
    a_policy(store, title)

    line = asked(store, key)

    assert line is not None
    assert (line.held, line.perhaps) == (Held.MISSING, ())


def test_near_titles_stand_in_the_order_of_titles_and_only_where_nothing_answers(store: Store) -> None:
    a_policy(store, "Capability of teachers 10", number="7")
    a_policy(store, "Capability of teachers 9")
    a_policy(store, "Attendance")
    a_policy(store, "Attendance at meetings")

    capability, attendance = asked(store, "staff-capability"), asked(store, "attendance-policy")

    assert capability is not None
    assert attendance is not None
    assert capability.perhaps == ("Capability of teachers 9", "Capability of teachers 10 (7)")
    assert (attendance.held, attendance.perhaps) == (Held.HELD, ())


def test_paper_that_need_not_be_held_is_not_owed_for_a_near_title(store: Store) -> None:
    a_policy(store, "SEN information report 2021 for parents")

    found = statutory(store, None, as_of=TODAY)

    lines = [line for line in found.requirements if line.perhaps and not line.is_policy]
    assert {line.held for line in lines} == {Held.NO_ENTRY}


def test_draft_is_no_more_than_a_draft_and_a_withdrawn_policy_is_nothing(store: Store) -> None:
    a_policy(store, "Attendance", status="draft")
    a_policy(store, "Complaints")
    withdraw_policy(store, "Complaints", reason=None, on=TODAY, school=None, **RECORDING)

    assert held(store, "attendance-policy") == (Held.DRAFT, ("Attendance",))
    assert held(store, "complaints-procedure") == (Held.MISSING, ())
    assert statutory(store, None, as_of=TODAY).counts == {
        Held.HELD: 0,
        Held.DRAFT: 1,
        Held.PERHAPS: 0,
        Held.MISSING: 33,
    }


def test_one_policy_may_answer_two_papers_and_two_policies_one(store: Store) -> None:
    a_policy(store, "Pay and appraisal")
    a_policy(store, "Staff appraisal")

    assert held(store, "teachers-pay") == (Held.HELD, ("Pay and appraisal",))
    assert held(store, "teacher-appraisal") == (Held.HELD, ("Pay and appraisal", "Staff appraisal"))


def test_what_is_no_longer_asked_is_listed_only_where_it_is_held(store: Store) -> None:
    before = asked(store, "home-school-agreement")
    a_policy(store, "Home-School Agreement")

    after = asked(store, "home-school-agreement")

    assert before is None
    assert after is not None
    assert (after.asked, after.held) == (Asked.WITHDRAWN, Held.HELD)


def test_weak_sources_and_papers_that_are_no_policies_are_never_missing(store: Store) -> None:
    lines = statutory(store, None, as_of=TODAY).requirements

    missing = [line for line in lines if line.held is Held.MISSING]

    assert len(missing) == 34
    assert {line.asked for line in missing} == {Asked.MUST, Asked.SHOULD}
    assert {line.confidence for line in missing} == {"high", "medium"}
    assert all(line.is_policy and line.only_where is None for line in missing)


def test_policies_come_first_and_what_is_to_be_done_before_what_is_held(store: Store) -> None:
    a_policy(store, "Attendance", status="draft")
    a_policy(store, "Complaints")

    lines = statutory(store, None, as_of=TODAY).requirements

    papers = [line.is_policy for line in lines]
    stands = [line.held for line in lines if line.is_policy]
    assert papers == sorted(papers, reverse=True)
    assert stands == sorted(stands, key=list(Held).index)
    assert lines[0].asked is Asked.MUST


def test_only_what_is_missing_or_a_draft_is_listed_if_one_wants_that(store: Store) -> None:
    a_policy(store, "Attendance", status="draft")
    a_policy(store, "Complaints")

    found = statutory(store, None, as_of=TODAY, only_missing=True)

    assert {line.held for line in found.requirements} == {Held.MISSING, Held.DRAFT}
    assert (len(found.requirements), found.policies_in_register, found.only_missing) == (33, 2, True)
    assert found.counts == {Held.HELD: 1, Held.DRAFT: 1, Held.PERHAPS: 0, Held.MISSING: 32}


def test_school_is_asked_by_its_nation_and_kind_and_answers_with_its_own_policies(store: Store) -> None:
    a_school(store, "Ysgol Tŷ Gwyn", nation="wales")
    a_policy(store, "Presenoldeb", school="Tŷ Gwyn")

    welsh, first = statutory(store, "Tŷ Gwyn", as_of=TODAY), statutory(store, None, as_of=TODAY)

    assert (welsh.school, welsh.nation, welsh.counts[Held.HELD]) == ("Ysgol Tŷ Gwyn", "wales", 1)
    assert (first.school, first.kind, first.counts[Held.HELD]) == (SCHOOL, "maintained", 0)


def test_note_on_the_schools_of_a_nation_is_no_paper(empty_store: Store) -> None:
    add_school(empty_store, NewSchool(name="Glen School", nation="scotland"), **RECORDING)

    found = statutory(empty_store, None, as_of=TODAY)

    assert found.notes == ("Policies of education-authority schools are set by the authority",)
    assert found.requirements == ()


def test_what_the_sample_school_calls_its_policies_is_known(empty_store: Store) -> None:
    build_demo(empty_store)
    rows = {row["title"]: row["catalogue_key"] for row in demo_data().tables["policies"] if row["catalogue_key"]}

    lines = statutory(empty_store, None, as_of=DEMO_DAY).requirements

    answered = {policy.split(" (")[0]: line.key for line in lines for policy in line.policies}
    unknown = {title for title in rows if title not in answered}
    assert unknown == {"Home-school agreement", "Remote learning during closures"}  # both were withdrawn
