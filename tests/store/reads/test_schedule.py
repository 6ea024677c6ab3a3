from dataclasses import replace
from datetime import date

import pytest

from policyaudit.domain.changes import Change, CommitteeAdded, PolicyAdded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import due_when
from policyaudit.store.opening import open_register
from policyaudit.store.reads.schedule import Chosen, all_policies, counts_beyond, due_by
from tests.store.writing import a_person, a_policy, a_post, a_school, record

TODAY = date(2026, 12, 2)
UNTIL = date(2027, 1, 31)


def _due(policy: PolicyAdded, year: int | None, **details: object) -> PolicyAdded:
    next_review = PartialDate.of_month(year, 6) if year else None
    return due_when(replace(policy, next_stated=next_review, **details))  # type: ignore[arg-type] # the test's own words


def _register_of_every_kind() -> list[Change]:
    """Six policies: two of the headteacher's, one of Ada Inkwell's, one of the staffing committee's."""
    return [
        a_school(),
        a_post(),
        a_person(),
        CommitteeAdded(school_id=1, committee_id=1, name="Staffing", name_key="staffing", sort_key="staffing"),
        _due(a_policy(1, "Attendance"), 2026, officer_post_id=1),
        _due(a_policy(2, "Behaviour"), 2028, officer_post_id=1),
        _due(a_policy(3, "Complaints"), 2029, officer_person_id=1),
        _due(a_policy(4, "Dismissal"), None, committee_id=1),
        _due(a_policy(5, "Equality"), 2026, status="draft"),
        _due(a_policy(6, "First aid"), 2026, status="withdrawn"),
    ]


@pytest.mark.parametrize(
    ("chosen", "due", "beyond"),
    [
        pytest.param(
            Chosen(), ["Attendance", "Dismissal"], {"in date": 2, "draft": 1, "withdrawn": 1}, id="everything"
        ),
        pytest.param(
            Chosen(1), ["Attendance", "Dismissal"], {"in date": 2, "draft": 1, "withdrawn": 1}, id="of one school"
        ),
        pytest.param(Chosen(2), [], {"in date": 0}, id="of another school"),
        pytest.param(Chosen(officer="headteacher"), ["Attendance"], {"in date": 1}, id="of a post"),
        pytest.param(Chosen(officer="ada inkwell"), [], {"in date": 1}, id="of a person"),
        pytest.param(Chosen(committee="staffing"), ["Dismissal"], {"in date": 0}, id="of a committee"),
    ],
)
def test_each_policy_is_either_listed_or_counted(
    register_target: str, chosen: Chosen, due: list[str], beyond: dict[str, int]
) -> None:
    record(register_target, *_register_of_every_kind())

    with open_register(register_target) as store:
        listed = sorted(policy.title for policy in due_by(store, chosen, as_of=TODAY, until=UNTIL))
        counted = counts_beyond(store, chosen, as_of=TODAY, until=UNTIL)
        everything = all_policies(store, chosen, as_of=TODAY)

    assert listed == due
    assert counted == beyond
    assert len(everything) == len(due) + sum(beyond.values())


def test_a_policy_says_who_owes_its_review_and_when(register_target: str) -> None:
    record(register_target, *_register_of_every_kind())

    with open_register(register_target) as store:
        (policy,) = due_by(store, Chosen(officer="headteacher"), as_of=TODAY, until=UNTIL)

    assert policy.responsible_officer == "Headteacher"
    assert policy.committee is None
    assert policy.last_reviewed is None
    assert policy.next_review == PartialDate.of_month(2026, 6)


def test_policy_that_came_withdrawn_was_in_force_until_its_day(register_target: str) -> None:
    ended = replace(a_policy(1, "Attendance"), status="withdrawn", withdrawn_on=UNTIL)
    record(register_target, a_school(), ended)

    with open_register(register_target) as store:
        (policy,) = due_by(store, Chosen(), as_of=TODAY, until=UNTIL)

    assert policy.status == "in force"
