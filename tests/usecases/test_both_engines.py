"""Every listing and page of the sample school is the same from both engines."""

from collections.abc import Callable, Iterator

import pytest

from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.due import due
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.show_committees import list_committees, show_committee
from policyaudit.usecases.show_groups import list_groups, show_group
from policyaudit.usecases.show_officers import list_officers, show_officer
from policyaudit.usecases.show_policy import show_policy
from policyaudit.usecases.show_reviews import list_reviews
from policyaudit.usecases.show_schools import list_schools, show_school
from policyaudit.usecases.show_staff import StaffFilter, list_staff, show_person
from policyaudit.usecases.show_versions import list_versions, show_version
from policyaudit.usecases.unsigned import UnsignedFilter, unsigned
from tests.house.demo_files import demo_day

DAY = demo_day()
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "due": lambda store: due(store, as_of=DAY),
    "every policy": lambda store: list_policies(store, as_of=DAY),
    "each policy": lambda store: [
        show_policy(store, policy.title, as_of=DAY) for policy in list_policies(store, as_of=DAY).policies
    ],
    "versions": lambda store: [list_versions(store, "SG02", as_of=DAY), show_version(store, "SG02", "3.1", as_of=DAY)],
    "reviews": list_reviews,
    "unsigned": lambda store: unsigned(store, as_of=DAY),
    "unsigned of a group": lambda store: unsigned(store, as_of=DAY, asked=UnsignedFilter(group="teaching")),
    "staff": lambda store: [list_staff(store, as_of=DAY), list_staff(store, as_of=DAY, asked=StaffFilter(left=True))],
    "some people": lambda store: [
        show_person(store, person.name, as_of=DAY) for person in list_staff(store, as_of=DAY).people[:5]
    ],
    "groups": lambda store: [list_groups(store, as_of=DAY), show_group(store, "teaching", as_of=DAY)],
    "officers": lambda store: [list_officers(store, as_of=DAY), show_officer(store, "Headteacher", as_of=DAY)],
    "committees": lambda store: [list_committees(store, as_of=DAY), show_committee(store, "FGB", as_of=DAY)],
    "schools": lambda store: [list_schools(store, as_of=DAY), show_school(store, None, as_of=DAY)],
}


@pytest.fixture
def on_both(sample_in_a_file: str, sample_on_a_server: str) -> Iterator[tuple[Store, Store]]:
    """The sample school's two registers."""
    with open_register(sample_in_a_file) as one, open_register(sample_on_a_server) as other:
        yield one, other


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_both_engines_give_one_answer(on_both: tuple[Store, Store], question: Callable[[Store], object]) -> None:
    answers = [question(store) for store in on_both]

    assert answers[0] == answers[1]
