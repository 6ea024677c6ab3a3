"""Every read of the register with what it is asked of the small one; a test holds the list against the modules."""

import inspect
import pkgutil
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any, Final

from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import Term
from policyaudit.store import reads
from policyaudit.store.reads import (
    committees,
    counts,
    documents,
    entered,
    everything,
    groups,
    held_values,
    histories,
    holdings,
    names,
    notes,
    past,
    policies,
    posts,
    revisions,
    schedule,
    signing,
    staff,
    terms,
    unsigned,
    waiting,
)
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.schedule import Chosen
from tests.store.reads.a_small_register import SAINT, WELSH

DAY: Final = date(2026, 11, 20)
AUTUMN: Final = Term(2026, Season.AUTUMN, None, date(2026, 9, 1), date(2026, 12, 18))
TEXT: Final = "Be kind at all times."
PERSON, POLICY, VERSION, STAFF, TEACHING = 3, 3, 1, 1, 2  # Cy Obern, Ŵyn a defaid and its first version
Question = Callable[[Reads], Any]

ASKED: Final[dict[str, tuple[Question, ...]]] = {
    "committees.committees": (
        lambda store: committees.committees(store, None),
        lambda store: committees.committees(store, WELSH, 2),
    ),
    "committees.aliases": (lambda store: committees.aliases(store, None),),
    "counts.values_waiting": (
        lambda store: counts.values_waiting(store, school_id=None),
        lambda store: counts.values_waiting(store, school_id=SAINT),
    ),
    "counts.employed": (
        lambda store: counts.employed(store, as_of=DAY, school_id=None),
        lambda store: counts.employed(store, as_of=date(2026, 10, 31), school_id=WELSH),
    ),
    "counts.policies_asking": (
        lambda store: counts.policies_asking(store, as_of=DAY, school_id=None),
        lambda store: counts.policies_asking(store, as_of=date(2026, 4, 30), school_id=WELSH),
    ),
    "counts.policies_unsignable": (
        lambda store: counts.policies_unsignable(store, as_of=DAY, school_id=None),
        lambda store: counts.policies_unsignable(store, as_of=date(2026, 5, 1), school_id=WELSH),
    ),
    "documents.is_kept": (
        lambda store: documents.is_kept(store, WELSH, histories.files(store, WELSH, POLICY)[0].sha256),
        lambda store: documents.is_kept(store, SAINT, histories.files(store, WELSH, POLICY)[0].sha256),
    ),
    "entered.entries_of": (
        lambda store: [row.by for row in entered.entries_of(store, WELSH, "policy", POLICY)],
        lambda store: [row.at for row in entered.entries_of(store, WELSH, "version", VERSION)],
    ),
    "everything.rows_of": (
        lambda store: {each.name: everything.rows_of(store, each, None) for each in everything.LISTINGS},
        lambda store: {each.name: everything.rows_of(store, each, SAINT) for each in everything.LISTINGS},
    ),
    "groups.groups": (lambda store: groups.groups(store, None), lambda store: groups.groups(store, WELSH, TEACHING)),
    "groups.askings": (lambda store: groups.askings(store, None), lambda store: groups.askings(store, WELSH, STAFF)),
    "held_values.stated_policies": (
        lambda store: held_values.stated_policies(store, SAINT),
        lambda store: held_values.stated_policies(store, WELSH),
    ),
    "held_values.last_approvals": (
        lambda store: held_values.last_approvals(store, SAINT),
        lambda store: held_values.last_approvals(store, WELSH),
        lambda store: held_values.last_approvals(store, WELSH, POLICY),
    ),
    "held_values.values_read": (
        lambda store: held_values.values_read(store, SAINT),
        lambda store: held_values.values_read(store, WELSH),
    ),
    "histories.reviews": (
        lambda store: histories.reviews(store, None),
        lambda store: histories.reviews(store, WELSH, POLICY),
    ),
    "histories.approvals": (lambda store: histories.approvals(store, WELSH, POLICY),),
    "histories.values": (lambda store: histories.values(store, WELSH, POLICY),),
    "histories.signatures": (lambda store: sorted(histories.signatures(store, WELSH, POLICY).items()),),
    "histories.files": (lambda store: histories.files(store, WELSH, POLICY),),
    "holdings.held_policies": (lambda store: holdings.held_policies(store, WELSH),),
    "holdings.held_texts": (lambda store: holdings.held_texts(store, WELSH),),
    "holdings.dates_read": (lambda store: holdings.dates_read(store, WELSH),),
    "holdings.schools_named": (lambda store: holdings.schools_named(store, WELSH),),
    "holdings.left_out": (lambda store: holdings.left_out(store, WELSH),),
    "holdings.waiting_values": (lambda store: holdings.waiting_values(store, WELSH, POLICY, "title"),),
    "waiting.waiting": (
        lambda store: waiting.waiting(store, None),
        lambda store: waiting.waiting(store, WELSH, POLICY),
    ),
    "waiting.waiting_of_policies": (lambda store: sorted(waiting.waiting_of_policies(store, None).items()),),
    "waiting.approvals_of": (lambda store: waiting.approvals_of(store, WELSH, POLICY, 1),),
    "waiting.counting": (lambda store: waiting.counting(store, WELSH),),
    "names.schools": (names.schools,),
    "names.policies": (lambda store: names.policies(store, None), lambda store: names.policies(store, SAINT)),
    "names.withdrawn_policies": (lambda store: names.withdrawn_policies(store, None),),
    "names.people": (lambda store: names.people(store, None), lambda store: names.people(store, WELSH)),
    "names.posts": (lambda store: names.posts(store, None),),
    "names.groups": (lambda store: names.groups(store, WELSH),),
    "names.committees": (lambda store: names.committees(store, None), lambda store: names.committees(store, SAINT)),
    "notes.text_of": (lambda store: notes.text_of(store, WELSH, 1), lambda store: notes.text_of(store, WELSH, None)),
    "past.past_policies": (
        lambda store: past.past_policies(store, None, as_of=date(2026, 2, 1)),
        lambda store: past.past_policies(store, SAINT, as_of=DAY),
    ),
    "policies.policy_state": (lambda store: policies.policy_state(store, WELSH, POLICY),),
    "policies.versions": (
        lambda store: policies.versions(store, WELSH, None),
        lambda store: policies.versions(store, WELSH, POLICY),
    ),
    "policies.text_of": (
        lambda store: policies.text_of(store, WELSH, VERSION),
        lambda store: policies.text_of(store, SAINT, VERSION),
    ),
    "policies.term_calendar": (
        lambda store: policies.term_calendar(store, WELSH).terms,
        lambda store: policies.term_calendar(store, SAINT).terms,
    ),
    "policies.audience": (lambda store: policies.audience(store, WELSH, POLICY),),
    "policies.approved_on": (
        lambda store: policies.approved_on(store, WELSH, POLICY),
        lambda store: policies.approved_on(store, SAINT, 1),
    ),
    "posts.posts": (lambda store: posts.posts(store, None), lambda store: posts.posts(store, WELSH, 2)),
    "posts.holders": (
        lambda store: posts.holders(store, None),
        lambda store: posts.holders(store, WELSH, post_id=1, person_id=4),
    ),
    "posts.policies_of": (
        lambda store: posts.policies_of(store, WELSH, post_id=1),
        lambda store: posts.policies_of(store, WELSH, person_id=1),
        lambda store: posts.policies_of(store, WELSH, committee_id=2),
    ),
    "revisions.revisions_between": (
        lambda store: revisions.revisions_between(store, date(2025, 11, 20), DAY, school_id=None),
        lambda store: revisions.revisions_between(store, date(2026, 6, 1), DAY, school_id=WELSH),
    ),
    "revisions.next_revision": (
        lambda store: revisions.next_revision(store, school_id=WELSH, policy_id=POLICY, on=DAY, today=DAY),
    ),
    "schedule.due_by": (
        lambda store: sorted(
            schedule.due_by(store, Chosen(), as_of=DAY, until=DAY), key=lambda one: (one.school, one.sort_key)
        ),
    ),
    "schedule.all_policies": (lambda store: schedule.all_policies(store, Chosen(), as_of=DAY),),
    "schedule.counts_beyond": (
        lambda store: sorted(schedule.counts_beyond(store, Chosen(), as_of=DAY, until=DAY).items()),
    ),
    "signing.people": (lambda store: signing.people(store, WELSH),),
    "signing.members": (lambda store: signing.members(store, WELSH, STAFF),),
    "signing.absences": (lambda store: signing.absences(store, WELSH),),
    "signing.given": (lambda store: signing.given(store, WELSH, POLICY),),
    "signing.taken_back": (lambda store: signing.taken_back(store, WELSH, POLICY, 2),),
    "signing.declaration": (lambda store: signing.declaration(store, WELSH),),
    "staff.people": (lambda store: staff.people(store, None), lambda store: staff.people(store, WELSH, PERSON)),
    "staff.memberships": (
        lambda store: staff.memberships(store, None),
        lambda store: staff.memberships(store, WELSH, person_id=1, group_id=STAFF),
    ),
    "staff.absences": (lambda store: staff.absences(store, None), lambda store: staff.absences(store, WELSH, PERSON)),
    "staff.answers": (lambda store: staff.answers(store, WELSH, 4), lambda store: staff.answers(store, WELSH, 2)),
    "terms.number_of": (
        lambda store: terms.number_of(store, WELSH, AUTUMN),
        lambda store: terms.number_of(store, SAINT, AUTUMN),
    ),
    "unsigned.unsigned": (
        lambda store: unsigned.unsigned(store, as_of=DAY),
        lambda store: unsigned.unsigned(store, as_of=DAY, school_id=WELSH, policy_id=POLICY),
    ),
    "unsigned.progress": (
        lambda store: unsigned.progress(store, as_of=DAY),
        lambda store: unsigned.progress(store, as_of=DAY, school_id=WELSH, policy_id=POLICY),
    ),
    "unsigned.progress_by_person": (
        lambda store: sorted(unsigned.progress_by_person(store, as_of=DAY).items()),
        lambda store: sorted(unsigned.progress_by_person(store, as_of=DAY, school_id=WELSH, policy_id=POLICY).items()),
    ),
    "unsigned.progress_by_group": (lambda store: unsigned.progress_by_group(store, as_of=DAY),),
    "unsigned.asked_for": (lambda store: unsigned.asked_for(store, as_of=DAY, school_id=WELSH, policy_id=POLICY),),
    "unsigned.asked_through": (lambda store: unsigned.asked_through(store, as_of=DAY),),
}


def known_reads() -> set[str]:
    """Every public function of the modules that answers from a register, as module and name."""
    found = set()
    for module in pkgutil.iter_modules(reads.__path__):
        loaded = import_module(f"{reads.__name__}.{module.name}")
        for name, made in inspect.getmembers(loaded, inspect.isfunction):
            is_read = next(iter(inspect.signature(made).parameters), "") == "reads"
            if is_read and made.__module__ == loaded.__name__ and not name.startswith("_"):
                found.add(f"{module.name}.{name}")
    return found
