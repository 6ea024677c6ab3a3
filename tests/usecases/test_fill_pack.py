from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from policyaudit.domain.changes import Status
from policyaudit.domain.naming import NoSuchName
from policyaudit.domain.schedule import Standing
from policyaudit.store.opening import Store, open_register
from policyaudit.store.reads.schedule import Chosen, all_policies
from policyaudit.store.reads.unsigned import progress, unsigned
from policyaudit.usecases.fill_pack import governors_pack
from policyaudit.usecases.finding import NoSchool
from policyaudit.usecases.governors_pack import GovernorsPack, Progress, Standings, Unknown
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from tests import factories
from tests.factories import RECORDING, TODAY
from tests.house import demo_files
from tests.house.demo_rules import owed, standing_of

DAY = demo_files.demo_day()


def confidential_titles() -> set[str]:
    return {row["title"] for row in demo_files.policies().values() if row["confidential"] == "yes"}


def titles_in(pack: GovernorsPack) -> set[str]:
    reviews = {line.title for line in (*pack.overdue, *pack.unscheduled, *pack.upcoming)}
    return reviews | {line.title for line in pack.sign_offs} | {line.title for line in pack.revisions}


# The sample school


def test_both_engines_give_the_same_pack(sample_in_a_file: str, sample_on_a_server: str) -> None:
    with open_register(sample_in_a_file) as one, open_register(sample_on_a_server) as other:
        packs = [governors_pack(store, as_of=DAY, named=True) for store in (one, other)]

    assert packs[0] == packs[1]


def test_its_standings_are_those_of_the_policies_in_force(sample: Store) -> None:
    promised = Counter(standing_of(row) for row in demo_files.rows("policies"))

    pack = governors_pack(sample, as_of=DAY)

    assert pack.standings == Standings(
        overdue=promised[Standing.OVERDUE],
        due=promised[Standing.DUE],
        due_soon=promised[Standing.DUE_SOON],
        in_date=promised[Standing.IN_DATE],
        unscheduled=promised[Standing.UNSCHEDULED],
        live=promised[Standing.LIVE],
    )
    assert (pack.drafts, pack.withdrawn) == (1, 2)
    assert pack.standings.policies + pack.drafts + pack.withdrawn == len(demo_files.rows("policies"))


def test_what_is_listed_and_what_is_confidential_add_up_to_what_is_counted(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY)

    assert len(pack.overdue) + pack.confidential.overdue == pack.standings.overdue
    assert len(pack.unscheduled) + pack.confidential.unscheduled == pack.standings.unscheduled
    assert len(pack.upcoming) + pack.confidential.upcoming == pack.standings.upcoming
    assert pack.confidential.policies == 2
    assert titles_in(pack) & confidential_titles() == set()


def test_the_longest_overdue_and_the_first_due_come_first(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY)

    late = [line.days_overdue for line in pack.overdue]
    left = [line.days_left for line in pack.upcoming]
    assert late == [1604, 125, 104, 40, 19]
    assert left == sorted(day for day in left if day is not None)
    assert [line.title for line in pack.unscheduled] == ["Lone working", "Religious education and collective worship"]


def test_signatures_by_policy_add_up_to_all_and_to_the_rules(sample: Store) -> None:
    by_rules = Counter(number for number, _ in owed())
    late_by_rules = Counter(number for (number, _), one in owed().items() if one.days_late(DAY))

    pack = governors_pack(sample, as_of=DAY)

    assert {line.number: line.progress.outstanding for line in pack.sign_offs if line.progress.outstanding} == by_rules
    assert {line.number: line.progress.late for line in pack.sign_offs if line.progress.late} == late_by_rules
    listed = [line.progress for line in pack.sign_offs] + [pack.confidential_sign_off]
    assert sum(one.required for one in listed) == pack.sign_off.required
    assert sum(one.acknowledged for one in listed) == pack.sign_off.acknowledged
    assert sum(one.late for one in listed) == pack.sign_off.late


def test_the_most_late_comes_first_and_among_equals_the_least_complete(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY)

    order = [(-line.progress.late, line.progress.acknowledged / line.progress.required) for line in pack.sign_offs]
    assert order == sorted(order)
    assert [-line.progress.late for line in pack.groups] == sorted(-line.progress.late for line in pack.groups)


def test_each_group_owes_what_its_people_owe(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY, named=True)

    for line in pack.groups:
        assert sum(person.outstanding for person in line.names) == line.progress.outstanding, line.group
        assert sum(person.late for person in line.names) == line.progress.late, line.group
        assert len(line.names) == line.people_outstanding <= line.people, line.group


def test_names_come_only_where_they_are_asked_for(sample: Store) -> None:
    with_names = governors_pack(sample, as_of=DAY, named=True)
    without = governors_pack(sample, as_of=DAY)

    assert any(line.names for line in with_names.groups)
    assert [line.names for line in without.groups] == [()] * len(without.groups)
    assert without == replace(
        with_names, named=False, groups=tuple(replace(line, names=()) for line in with_names.groups)
    )


def test_the_revisions_are_those_of_the_last_twelve_months_newest_first(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY)

    begun = [line.in_force_from.latest for line in pack.revisions]
    assert begun == sorted(begun, reverse=True)
    assert date(2025, 11, 2) <= min(begun) <= max(begun) <= DAY
    behaviour = pack.revisions[0]
    assert (behaviour.title, behaviour.version, behaviour.kind) == ("Behaviour", "4.0", "material")


def test_a_revision_asked_whoever_owed_a_signature_or_had_given_it_on_its_first_day(sample: Store) -> None:
    pack = governors_pack(sample, as_of=DAY)

    asked = {line: line.asked_again for line in pack.revisions if line.kind != "minor"}
    assert {line.kind for line in asked} == {"first", "material"}
    for line, people in asked.items():
        on = {one.number: one.required for one in progress(sample, as_of=line.in_force_from.latest)}
        assert people == on.get(line.number, 0), line.title


def test_what_the_register_does_not_know_is_counted(sample: Store) -> None:
    in_force = [row for row in demo_files.rows("policies") if row["status"] in {"in force", "live"}]

    unknown = governors_pack(sample, as_of=DAY).unknown

    assert unknown.without_officer == sum(not row["responsible_officer"] for row in in_force) == 1
    assert unknown.without_committee == sum(not row["committee"] for row in in_force) == 0
    assert unknown.without_audience == sum(not row["audience"] for row in in_force)
    assert unknown.values_waiting == 0
    assert unknown.people > 30


@pytest.mark.parametrize("days", [-400, -60, 30, 365, 4000], ids=lambda days: f"{days} days from the demo day")
def test_the_figures_add_up_on_any_day(sample: Store, days: int) -> None:
    pack = governors_pack(sample, as_of=DAY + timedelta(days=days), named=True)

    assert len(pack.overdue) + pack.confidential.overdue == pack.standings.overdue
    assert pack.standings.policies == len(
        [
            one
            for one in all_policies(sample, Chosen(), as_of=DAY + timedelta(days=days))
            if one.status in {"in force", "live"}
        ]
    )
    assert pack.sign_off.outstanding == len(unsigned(sample, as_of=pack.as_of))
    assert all(line.progress.required for line in pack.sign_offs)


# Small registers


def test_a_register_without_a_school_has_no_pack(empty_store: Store) -> None:
    with pytest.raises(NoSchool, match="the register holds no school yet"):
        governors_pack(empty_store, as_of=TODAY)


def test_a_school_without_policies_has_an_empty_pack(store: Store) -> None:
    pack = governors_pack(store, as_of=TODAY)

    assert pack == GovernorsPack(
        name="Larkmead Primary School",
        as_of=TODAY,
        within=60,
        standings=Standings(),
        confidential=Standings(),
        sign_off=Progress(),
        confidential_sign_off=Progress(),
        unknown=Unknown(),
    )


def test_a_school_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NoSuchName, match="there is no school called 'Bramble'"):
        governors_pack(store, as_of=TODAY, school="Bramble")


def test_a_policy_that_asks_a_group_with_nobody_in_it_asks_for_nothing(store: Store) -> None:
    factories.a_policy(store, ask=("volunteers",))
    factories.a_version(store)

    pack = governors_pack(store, as_of=TODAY, named=True)

    assert (pack.sign_offs, pack.groups, pack.sign_off) == ((), (), Progress())
    assert pack.unknown.without_audience == 0


def test_a_policy_that_asks_and_has_no_version_to_sign_is_said_to_have_none(store: Store) -> None:
    factories.a_policy(store, ask=("all-staff",))
    factories.a_person(store)

    pack = governors_pack(store, as_of=TODAY)

    assert (pack.sign_off, pack.sign_offs) == (Progress(), ())
    assert (pack.unknown.without_version, pack.unknown.without_audience) == (1, 0)


def test_a_confidential_policy_is_counted_everywhere_and_named_nowhere(store: Store) -> None:
    factories.a_policy(store, "Staff capability", next_review="June 2026", confidential=True, ask=("all-staff",))
    factories.a_version(store, "Staff capability", in_force="1 January 2026")
    factories.a_person(store)

    pack = governors_pack(store, as_of=TODAY, named=True)

    assert (pack.standings.overdue, pack.confidential.overdue) == (1, 1)
    assert pack.sign_off == pack.confidential_sign_off == Progress(required=1, acknowledged=0, late=1)
    assert titles_in(pack) == set()
    (group,) = pack.groups
    assert (group.people_outstanding, group.progress.late, group.names) == (1, 1, ())


def test_a_person_who_owes_several_says_how_late_the_oldest_is(store: Store) -> None:
    begun = {"Behaviour": "1 September 2026", "Attendance": "10 November 2026", "Homework": "1 October 2026"}
    for title, begins in begun.items():
        factories.a_policy(store, title, ask=("all-staff",))
        factories.a_version(store, title, in_force=begins)
    factories.a_person(store)

    (group,) = governors_pack(store, as_of=TODAY, named=True).groups

    (person,) = group.names
    assert (person.name, person.outstanding, person.late) == ("Ada Inkwell", 3, 2)
    assert person.longest_late_days == (TODAY - date(2026, 9, 15)).days
    assert (person.policies, person.further) == (("Behaviour", "Homework", "Attendance"), 0)


def test_what_one_person_owes_is_named_as_far_as_a_row_goes(store: Store) -> None:
    for number in range(1, 15):
        factories.a_policy(store, f"Policy {number}", ask=("all-staff",))
        factories.a_version(store, f"Policy {number}")
    factories.a_person(store)

    ((person,),) = (group.names for group in governors_pack(store, as_of=TODAY, named=True).groups)

    assert (person.policies[0], person.policies[-1], person.further) == ("Policy 1", "Policy 12", 2)


def test_two_people_of_one_name_are_told_apart(store: Store) -> None:
    factories.a_policy(store, ask=("all-staff",))
    factories.a_version(store)
    for address in ("j.smith@larkmead.example", "jane@larkmead.example"):
        factories.a_person(store, "Jane Smith", email=address)
    factories.a_person(store, "Ada Inkwell", email="ada@larkmead.example")

    (group,) = governors_pack(store, as_of=TODAY, named=True).groups

    assert [person.apart for person in group.names] == [None, "j.smith@larkmead.example", "jane@larkmead.example"]


def test_the_version_in_force_is_named_and_one_that_is_to_come_is_not(store: Store) -> None:
    factories.a_policy(store, ask=("all-staff",))
    factories.a_version(store, label="1.0", in_force="1 September 2025")
    factories.a_version(store, label="1.1", in_force="1 September 2026", kind="minor")
    factories.a_version(store, label="2.0", in_force="1 January 2027")
    factories.a_person(store)

    (line,) = governors_pack(store, as_of=TODAY).sign_offs

    assert line.version == "1.1"


def test_a_minor_revision_says_how_many_signatures_it_kept_and_a_material_one_whom_it_asked(store: Store) -> None:
    factories.a_policy(store, ask=("all-staff",))
    factories.a_version(store, label="1.0", in_force="1 September 2025")
    for name in ("Ada Inkwell", "Basil Blotter"):
        factories.a_person(store, name)
    factories.a_signature(store, "Ada Inkwell", on="1 October 2025")
    factories.a_version(store, label="1.1", in_force="1 February 2026", kind="minor")
    factories.a_version(store, label="2.0", in_force="1 October 2026", kind="material")

    pack = governors_pack(store, as_of=TODAY)

    assert [(line.version, line.kind, line.sign_offs_kept, line.asked_again) for line in pack.revisions] == [
        ("2.0", "material", 0, 2),
        ("1.1", "minor", 1, 0),
    ]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_in_force_is_listed_nowhere(store: Store, status: Status) -> None:
    factories.a_policy(store, next_review="June 2026", ask=("all-staff",))
    factories.a_version(store, in_force="1 September 2026")
    factories.a_person(store)
    edit_policy(store, "Behaviour", PolicyDetails(status=status), school=None, today=TODAY, **RECORDING)

    pack = governors_pack(store, as_of=TODAY)

    assert titles_in(pack) == set()
    assert pack.standings == Standings()
    assert pack.drafts + pack.withdrawn == 1


def a_trust(store: Store, *, trusts: tuple[str | None, ...]) -> None:
    """Schools called by letters; each has a policy that is overdue, but for the last."""
    for letter, trust in zip("CBA", trusts, strict=False):
        factories.a_school(store, f"{letter} School", trust=trust)
        if letter != "A":
            factories.a_policy(store, "Behaviour", next_review="June 2026", school=f"{letter} School")


@pytest.mark.parametrize(
    ("trusts", "name"),
    [
        pytest.param(("Hedgerow", "Hedgerow", "Hedgerow"), "Hedgerow", id="one trust"),
        pytest.param((None, None, None), "All schools", id="no trust"),
        pytest.param(("Hedgerow", None, "Hedgerow"), "All schools", id="one school outside the trust"),
        pytest.param(("Hedgerow", "Thicket", "Hedgerow"), "All schools", id="two trusts"),
    ],
)
def test_a_pack_of_several_schools_is_called_after_their_trust(
    empty_store: Store, trusts: tuple[str | None, ...], name: str
) -> None:
    a_trust(empty_store, trusts=trusts)

    assert governors_pack(empty_store, as_of=TODAY).name == name


def test_a_pack_of_several_schools_counts_each_even_one_without_policies(empty_store: Store) -> None:
    a_trust(empty_store, trusts=("Hedgerow", "Hedgerow", "Hedgerow"))

    pack = governors_pack(empty_store, as_of=TODAY)

    assert [(line.school, line.standings.overdue) for line in pack.schools] == [
        ("A School", 0),
        ("B School", 1),
        ("C School", 1),
    ]
    assert [line.school for line in pack.overdue] == ["B School", "C School"]
    assert pack.standings.overdue == 2


def test_a_pack_of_one_school_of_several_says_nothing_of_the_others(empty_store: Store) -> None:
    a_trust(empty_store, trusts=("Hedgerow", "Hedgerow", "Hedgerow"))

    pack = governors_pack(empty_store, as_of=TODAY, school="B School")

    assert (pack.name, pack.trust, pack.schools) == ("B School", "Hedgerow", ())
    assert [line.school for line in pack.overdue] == ["B School"]
