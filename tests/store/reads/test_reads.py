"""Every read, asked of the same small register on both engines."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policyaudit.domain.sign_off import Span
from policyaudit.store.opening import Store, open_register
from policyaudit.store.reads import (
    committees,
    counts,
    everything,
    groups,
    histories,
    holdings,
    names,
    policies,
    posts,
    revisions,
    schedule,
    signing,
    staff,
    terms,
    unsigned,
)
from policyaudit.store.reads.schedule import Chosen
from tests.store.reads.a_small_register import OLD, SAINT, WELSH
from tests.store.reads.asked import ASKED, AUTUMN, DAY, POLICY, known_reads


def test_no_read_is_forgotten() -> None:
    assert set(ASKED) == known_reads()


@pytest.mark.parametrize("read", ASKED)
def test_a_read_answers_alike_on_both_engines_and_in_the_same_order(
    read: str, small_in_a_file: str, small_on_a_server: str
) -> None:
    with open_register(small_in_a_file) as one, open_register(small_on_a_server) as other:
        answers = [[ask(store) for ask in ASKED[read]] for store in (one, other)]

    assert answers[0] == answers[1]
    assert any(answers[0])


ORDERS: dict[str, tuple[Callable[[Store], Any], list[Any]]] = {
    "schools as they were added": (
        lambda store: [one.name for one in names.schools(store)],
        ["Ysgol Tŷ Gŵyn", "St Mary's School", "Acre School"],
    ),
    "titles without accents, 9 before 10": (
        lambda store: [one.shown for one in names.policies(store, WELSH)],
        ["Éclairs", "Pupils' phones", "Ŵyn a defaid", "Year 9 trips", "Year 10 trips", "Zoo"],
    ),
    "titles of all schools together": (
        lambda store: [(one.shown, one.key[0]) for one in names.policies(store, None)][:3],
        [("Éclairs", WELSH), ("Éclairs", SAINT), ("Pupils' phones", WELSH)],
    ),
    "withdrawn policies apart": (
        lambda store: [one.shown for one in names.withdrawn_policies(store, None)],
        ["Attic"],
    ),
    "people by surname, apostrophes and titles aside": (
        lambda store: [one.shown for one in names.people(store, None)],
        ["Zoë Adams", "Dr Cy Obern", "Ada O'Brien", "Ada O'Brien", "Siân Ŵyn"],
    ),
    "posts by title": (lambda store: [one.shown for one in names.posts(store, None)], ["Élan lead", "Headteacher"]),
    "committees by name, with their other names": (
        lambda store: [(one.shown, one.aliases) for one in names.committees(store, WELSH) if "FGB" not in one.aliases],
        [("Cwricwlwm", ()), ("Finance & premises", ("F&P", "Money")), ("Ŵyna", ())],
    ),
    "groups by what one types": (
        lambda store: [one.slug for one in groups.groups(store, WELSH)],
        ["all-staff", "contractors", "governors", "midday-team", "support", "teaching", "volunteers"],
    ),
    "listings by school": (
        lambda store: list(dict.fromkeys(one.school for one in committees.committees(store, None))),
        ["Acre School", "St Mary's School", "Ysgol Tŷ Gŵyn"],
    ),
    "the schedule by school and title": (
        lambda store: [(one.school[:2], one.title) for one in schedule.all_policies(store, Chosen(), as_of=DAY)][:4],
        [("St", "Éclairs"), ("Ys", "Attic"), ("Ys", "Éclairs"), ("Ys", "Pupils' phones")],
    ),
    "reviews, the latest first": (
        lambda store: [(one.title, str(one.reviewed)) for one in histories.reviews(store, None)],
        [("Ŵyn a defaid", "1 October 2026"), ("Year 10 trips", "June 2025")],
    ),
    "approvals, those without a date last": (
        lambda store: [(one.committee, one.approver) for one in histories.approvals(store, WELSH, POLICY)],
        [("Finance & premises", None), (None, "the governors of old")],
    ),
    "revisions, the newest first": (
        lambda store: [
            (one.title, one.label, one.kind, one.signatures, one.reached)
            for one in revisions.revisions_between(store, date(2026, 6, 1), DAY, school_id=WELSH)
        ],
        [("Ŵyn a defaid", "1.1", "minor", 1, 2), ("Pupils' phones", "A", "first", 0, 0)],
    ),
    "answers, the newest first": (
        lambda store: [(one.signed_on.day, one.state, one.voided) for one in staff.answers(store, WELSH, 4)],
        [(4, "queried", False), (3, "declined", False)],
    ),
}


@pytest.mark.parametrize(("ask", "expected"), ORDERS.values(), ids=ORDERS)
def test_answers_come_in_the_order_that_a_reader_expects(
    small: Store, ask: Callable[[Store], Any], expected: list[Any]
) -> None:
    assert ask(small) == expected


FACTS: dict[str, tuple[Callable[[Store], Any], Any]] = {
    "values that wait": (lambda store: counts.values_waiting(store, school_id=None), 1),
    "values that wait elsewhere": (lambda store: counts.values_waiting(store, school_id=SAINT), 0),
    "people who are there": (lambda store: counts.employed(store, as_of=DAY, school_id=None), 4),
    "people who were there": (lambda store: counts.employed(store, as_of=date(2026, 10, 31), school_id=WELSH), 4),
    "policies that ask today": (
        lambda store: counts.policies_asking(store, as_of=DAY, school_id=None),
        {(WELSH, 3), (WELSH, 4), (SAINT, 1)},
    ),
    "policies that ask and have nothing to sign": (
        lambda store: [
            counts.policies_unsignable(store, as_of=day, school_id=WELSH) for day in (date(2026, 8, 31), DAY)
        ],
        [1, 0],
    ),
    "who holds a post": (
        lambda store: [(one.person, one.span) for one in posts.holders(store, WELSH, post_id=1)],
        [("Zoë Adams", Span(date(2026, 9, 1)))],
    ),
    "the policies of a post": (
        lambda store: posts.policies_of(store, WELSH, post_id=1),
        [(1, "Year 10 trips")],
    ),
    "a void and its reason": (
        lambda store: [(one.note, one.voided, one.why_voided) for one in staff.answers(store, WELSH, 2)],
        [("at the meeting", True, "the wrong line")],
    ),
    "what stands of a policy's signatures": (
        lambda store: [(one.person_id, one.state) for one in signing.given(store, WELSH, POLICY)],
        [(3, "acknowledged"), (4, "declined"), (4, "queried")],
    ),
    "signatures by version": (lambda store: histories.signatures(store, WELSH, POLICY), {1: 1}),
    "who was away": (
        lambda store: signing.absences(store, WELSH),
        {1: [Span(date(2026, 11, 19))], 3: [Span(date(2026, 6, 1), date(2026, 6, 30))]},
    ),
    "the text of a version": (lambda store: policies.text_of(store, WELSH, 1), OLD),
    "no text of a version without a document": (lambda store: policies.text_of(store, WELSH, 3), None),
    "texts that are held": (
        lambda store: [(one.label, one.text is not None) for one in holdings.held_texts(store, WELSH)],
        [("1.0", True), ("1.1", True), ("A", False)],
    ),
    "dates that were read": (lambda store: holdings.dates_read(store, WELSH), {1: {"last_reviewed": "May 2026"}}),
    "a title that waits": (lambda store: [one.title_waits for one in holdings.held_policies(store, WELSH)][2], True),
    "schools that documents name": (lambda store: len(holdings.schools_named(store, WELSH)), 1),
    "whether a term was set": (lambda store: terms.number_of(store, WELSH, AUTUMN), 1),
    "whether a term was set elsewhere": (lambda store: terms.number_of(store, SAINT, AUTUMN), None),
    "policies beyond the horizon": (
        lambda store: schedule.counts_beyond(store, Chosen(), as_of=DAY, until=DAY),
        {"in date": 1, "live": 1, "draft": 1, "withdrawn": 1},
    ),
    "who owes what by when": (
        lambda store: [(one.title, one.person, one.deadline) for one in unsigned.unsigned(store, as_of=DAY)],
        [("Éclairs", "Ada O'Brien", date(2026, 9, 15)), ("Ŵyn a defaid", "Ada O'Brien", date(2026, 5, 15))],
    ),
    "how far signatures have come": (
        lambda store: [(one.required, one.acknowledged, one.late) for one in unsigned.progress(store, as_of=DAY)],
        [(1, 0, 1), (2, 1, 1)],
    ),
    "how far groups have come": (
        lambda store: [(one.group, one.people_outstanding) for one in unsigned.progress_by_group(store, as_of=DAY)],
        [("Governors", 1), ("All staff", 1), ("Teaching staff", 0)],
    ),
    "an export of a school without anything": (
        lambda store: {listing.name for listing in everything.LISTINGS if everything.rows_of(store, listing, 3)},
        {"schools", "committees", "groups"},
    ),
}


@pytest.mark.parametrize(("ask", "expected"), FACTS.values(), ids=FACTS)
def test_answers_are_those_of_what_was_recorded(small: Store, ask: Callable[[Store], Any], expected: object) -> None:
    assert ask(small) == expected
