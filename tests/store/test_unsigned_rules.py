"""What the engine counts as unsigned is what the rules say, on every day around what happens, on both engines."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings

from policyaudit.domain.sign_off import DAYS_TO_SIGN, Obligation, PublishedVersion, Span
from policyaudit.store.opening import open_register
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.unsigned import asked_through, progress, progress_by_group, unsigned
from tests.factories import RECORDING, a_school
from tests.registers import a_register
from tests.store.small_registers import BEGIN, SmallPerson, SmallPolicy, SmallRegister, changes, registers

# Somebody who came back on the first day of an absence was never away: the deadline stays that of the version.
BACK_AT_ONCE = SmallRegister(
    (SmallPerson(Span(), ((1, Span()),), (Span(BEGIN + DAYS_TO_SIGN, BEGIN + DAYS_TO_SIGN - timedelta(days=1)),)),),
    (SmallPolicy(((1, Span(BEGIN)),), (PublishedVersion(1, "material", BEGIN, BEGIN),), ()),),
)


class _TakenBack(Exception):
    """Ends a transaction, so that the next small register finds the register empty again."""


@contextmanager
def recorded(target: str, register: SmallRegister) -> Iterator[Reads]:
    """The small register in a transaction that is not kept."""
    with open_register(target) as store, suppress(_TakenBack), store.transaction(**RECORDING) as writer:
        writer.apply(changes(register))
        yield writer
        raise _TakenBack


@pytest.fixture(scope="module")
def file_of_one_school(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    with a_register("sqlite", request, tmp_path_factory.mktemp("small")) as target:
        yield _with_school(target)


@pytest.fixture(scope="module")
def database_of_one_school(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    with a_register("postgresql", request, tmp_path_factory.mktemp("small")) as target:
        yield _with_school(target)


def _with_school(target: str) -> str:
    with open_register(target) as store:
        a_school(store)
    return target


@settings(derandomize=True, deadline=None, max_examples=50)
@example(register=BACK_AT_ONCE)
@given(register=registers())
def test_a_file_counts_as_the_rules_say(file_of_one_school: str, register: SmallRegister) -> None:
    with recorded(file_of_one_school, register) as reads:
        for day in register.days():
            _hold_against_the_rules(reads, register, day)


@settings(derandomize=True, deadline=None, max_examples=5)
@example(register=BACK_AT_ONCE)
@given(register=registers())
def test_a_server_counts_as_the_rules_say(database_of_one_school: str, register: SmallRegister) -> None:
    with recorded(database_of_one_school, register) as reads:
        for day in register.days():
            _hold_against_the_rules(reads, register, day)


def _hold_against_the_rules(reads: Reads, register: SmallRegister, day: date) -> None:
    owed, required, answers = register.owed(day), register.required(day), register.answers(day)
    _hold_list(reads, owed, answers, day)
    _hold_progress(reads, owed, required, answers, day)
    _hold_groups(reads, register, owed, day)


def _hold_list(
    reads: Reads, owed: dict[tuple[int, int], Obligation], answers: dict[tuple[int, int], str], day: date
) -> None:
    listed = unsigned(reads, as_of=day)

    assert {(row.policy_id, row.person_id): Obligation(row.sequence, row.deadline) for row in listed} == owed
    assert {(row.policy_id, row.person_id): row.answer for row in listed if row.answer} == answers


def _hold_progress(
    reads: Reads,
    owed: dict[tuple[int, int], Obligation],
    required: set[tuple[int, int]],
    answers: dict[tuple[int, int], str],
    day: date,
) -> None:
    counted = {
        row.policy_id: (row.required, row.acknowledged, row.late, row.declined, row.queried)
        for row in progress(reads, as_of=day)
    }

    asked, open_ = Counter(policy for policy, _ in required), Counter(policy for policy, _ in owed)
    late = Counter(policy for (policy, _), owing in owed.items() if owing.days_late(day))
    said = Counter((key[0], answer) for key, answer in answers.items())
    assert counted == {
        policy: (
            asked[policy],
            asked[policy] - open_[policy],
            late[policy],
            said[policy, "declined"],
            said[policy, "queried"],
        )
        for policy in asked
    }


def _hold_groups(reads: Reads, register: SmallRegister, owed: dict[tuple[int, int], Obligation], day: date) -> None:
    counted = {
        row.group_id: (row.required, row.acknowledged, row.late, row.people, row.people_outstanding)
        for row in progress_by_group(reads, as_of=day)
    }

    expected = {}
    for group_id in (1, 2):
        reached = register.reached(day, group_id)
        outstanding = {key for key in reached if key in owed}
        if reached:
            expected[group_id] = (
                len(reached),
                len(reached) - len(outstanding),
                sum(owed[key].days_late(day) > 0 for key in outstanding),
                len({person for _, person in reached}),
                len({person for _, person in outstanding}),
            )
    assert counted == expected
    through = {(policy, group, person) for _, group, policy, person in asked_through(reads, as_of=day)}
    for group_id in (1, 2):
        assert through >= {(policy, group_id, person) for policy, person in register.reached(day, group_id)}
