"""What is known of a policy when a row of a register is compared with it: from the register that we keep, and from the
documents that the same import brings. Each value goes by the name of its field.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from policyaudit.domain.naming import Named, folded, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.people import officer_name
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.header import Header
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.store.reads import held_values, names
from policyaudit.store.reads.held_values import LastApproval, StatedPolicy
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.import_plan import FiledText, KnownPolicy, Outcome
from policyaudit.usecases.owners import committee_key, is_body
from policyaudit.usecases.start import FULL_BOARD, FULL_BOARD_ALIASES

Value = PartialDate | ReviewCycle | str

# Fields that a newer text takes over from the one before it where it does not state them itself.
_KEPT_BY_NEWER: Final = ("policy_number", "responsible_officer", "responsible_committee", "review_frequency")
_OF_ITS_TEXT: Final = ("last_reviewed", "next_review")
_APPROVAL: Final = ("approved_on", "approved_by")

_MOST_WORDS: Final = 6  # of a body's name; more describe who may decide, and name nobody
# Bodies without a name of their own, and words that tell of several: "Governing body or Headteacher".
_NAMELESS: Final = frozenset({"committee", "committees", "a committee", "governors committee", "board", "body"})
_ALTERNATIVES: Final = frozenset("or may delegated delegate free decide determine to".split())


@dataclass(slots=True)
class Held:
    """What is known of one policy: the values that count, and every value that was read before."""

    values: dict[str, Value] = field(default_factory=dict)
    read: set[tuple[str, str, str]] = field(default_factory=set)  # field, value, SHA-256 of the document
    waits: set[tuple[str, str]] = field(default_factory=set)  # field and value
    settled: set[tuple[str, str]] = field(default_factory=set)  # by somebody

    def was_read(self, of: str, value: str, sha256: str, *, counts: bool) -> bool:
        """Whether the value was read from this very document before, or somebody has settled it; one that does not
        count is not new either where it waits already.
        """
        is_asked = (of, value) in self.settled or (not counts and (of, value) in self.waits)
        return is_asked or (of, value, sha256) in self.read


class HeldPolicies:
    """What is known of the policies of one school, as far as an import has come."""

    def __init__(self, reads: Reads, school_id: int) -> None:
        self._stated = {one.policy_id: one for one in held_values.stated_policies(reads, school_id)}
        self._approved = held_values.last_approvals(reads, school_id)
        self._read: dict[int, list[held_values.ReadValue]] = {}
        self._rows: dict[tuple[str, str, int | None], int] = {}
        self._titles: dict[int, set[str]] = {}  # that somebody has put others in place of
        for one in held_values.values_read(reads, school_id):
            self._read.setdefault(one.policy_id, []).append(one)
            self._rows[one.sha256, *place_of_row(one.part, one.line)] = one.policy_id
            if one.field == "title" and one.state == "corrected":
                self._titles.setdefault(one.policy_id, set()).add(title_key(one.value))
        self._committees = names.committees(reads, school_id) or [Named((school_id, 0), FULL_BOARD, FULL_BOARD_ALIASES)]
        self._known: dict[int, Held] = {}  # by the identity of the policy: one that is only planned has no number

    def of(self, policy: KnownPolicy) -> Held:
        """What is known of a policy; the same object each time, so that what a row adds is known to the next."""
        if id(policy) not in self._known:
            self._known[id(policy)] = self._held(policy)
        return self._known[id(policy)]

    def filed_from(self, sha256: str, part: str, line: int | None) -> int | None:
        """The number of the policy under which this row of this sheet was filed before."""
        return self._rows.get((sha256, *place_of_row(part, line)))

    def was_called(self, policy: KnownPolicy, title: str) -> bool:
        """Whether somebody has put another title in place of this one."""
        titles = self._titles.get(policy.policy_id)
        return titles is not None and title_key(title) in titles

    def _held(self, policy: KnownPolicy) -> Held:
        held = Held()
        stated = self._stated.get(policy.policy_id)
        if stated is not None:
            held.values |= dict(stated_values(stated, self._approved.get(policy.policy_id)))
            for one in self._read.get(policy.policy_id, ()):
                held.read.add((one.field, one.value, one.sha256))
                if one.state != "recorded":
                    (held.waits if one.state == "waiting" else held.settled).add((one.field, one.value))
                elif one.field == "statutory":
                    held.values["statutory"] = one.value
        for text in policy.filed:
            _take_over(held, text)
        if policy.versions and (label := policy.versions[-1].label) is not None:
            held.values["version"] = label
        return held

    def agree(self, of: str, held: Value, said: Value) -> bool:
        """Whether two values of a field say the same: June 2026 and 30 June 2026 do, FGB and Full governing board."""
        if isinstance(held, PartialDate) and isinstance(said, PartialDate):
            return held.overlaps(said)
        if isinstance(held, ReviewCycle) and isinstance(said, ReviewCycle):
            return _same_cycle(held, said)
        return _SAME.get(of, _same_words)(str(held), str(said), self._committees)


def place_of_row(part: str, line: int | None) -> tuple[str, int | None]:
    """Where a row stands, from where one of its values does: its sheet and its number."""
    sheet, is_cell, _ = f", {part}".rpartition(", column ")
    return (sheet if is_cell else ""), line


def body_named(approver: str) -> str | None:
    """The name, if it is that of one committee or board; a post that approves, or words on who may, are none."""
    words = folded(approver).split()
    is_one = len(words) <= _MOST_WORDS and not _ALTERNATIVES & set(words) and folded(approver) not in _NAMELESS
    return approver if is_one and (is_body(approver) or kind_of(approver) is Kind.BODY) else None


def stated_values(stated: StatedPolicy, approval: LastApproval | None) -> Iterator[tuple[str, Value]]:
    """What counts of a policy, by the names of its fields."""
    found = {
        "policy_number": stated.number,
        "responsible_officer": stated.officer,
        "responsible_committee": stated.committee,
        "review_frequency": stated.cycle,
        "last_reviewed": stated.last_reviewed,
        "next_review": stated.next_stated,
        "approved_by": approval.approver if approval else None,
        "approved_on": approval.approved if approval else None,
    }
    return ((of, value) for of, value in found.items() if value is not None)


def _take_over(held: Held, text: FiledText) -> None:
    """What a document of the same import states for certain, as recording it changes its policy."""
    said = dict(_certain(text.header))
    if text.is_newest:
        if text.outcome is Outcome.NEW_VERSION and text.follows:
            held.values.pop("next_review", None)  # the old date was for the old text
        held.values |= {of: said[of] for of in (*_KEPT_BY_NEWER, *_OF_ITS_TEXT) if of in said}
    else:
        fills = _KEPT_BY_NEWER if text.outcome is not Outcome.OTHER_FORM else (*_KEPT_BY_NEWER, *_OF_ITS_TEXT)
        held.values = {of: said[of] for of in fills if of in said} | held.values
    if text.outcome is not Outcome.OTHER_FORM or not text.follows:
        _approve(held, said)


def _approve(held: Held, said: Mapping[str, Value]) -> None:
    """The latest approval counts."""
    before, now = held.values.get("approved_on"), said.get("approved_on")
    is_later = isinstance(now, PartialDate) and (not isinstance(before, PartialDate) or now.latest >= before.latest)
    if is_later or (before is None and "approved_by" in said):
        for of in _APPROVAL:
            held.values.pop(of, None)
        held.values |= {of: said[of] for of in _APPROVAL if of in said}


def _certain(header: Header) -> Iterator[tuple[str, Value]]:
    for of in (*_KEPT_BY_NEWER, *_OF_ITS_TEXT, *_APPROVAL):
        reading = getattr(header, of)
        if reading is not None and reading.is_certain:
            yield of, reading.value
    body = header.approved_by
    if header.responsible_committee is None and body is not None and body.is_certain and is_body(body.value):
        yield "responsible_committee", body.value


def _same_cycle(one: ReviewCycle, other: ReviewCycle) -> bool:
    if one.months is None and other.months is None:
        return folded(one.as_written) == folded(other.as_written) or one.on_change == other.on_change
    return one.months == other.months


_Committees = list[Named[tuple[int, int]]]


def _same_words(one: str, other: str, _: _Committees) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    """Head teacher and Headteacher are one."""
    return folded(text).replace(" ", "")


def _same_version(one: str, other: str, _: _Committees) -> bool:
    return _label(one) == _label(other)


def _label(text: str) -> str:
    return folded(text).removeprefix("version").removeprefix("v").strip()


def _same_officer(one: str, other: str, _: _Committees) -> bool:
    """The same post, or the same person; "Alex Example, Headteacher" and "Headteacher" do not contradict each other."""
    first, second = officer_name(one), officer_name(other)
    posts = {_letters(name.post) for name in (first, second) if name.post}
    people = {_letters(name.person) for name in (first, second) if name.person}
    says_both = (first.post and second.post) or (first.person and second.person)
    return bool(says_both) and len(posts) <= 1 and len(people) <= 1


def _same_body(one: str, other: str, committees: _Committees) -> bool:
    return _body(one, committees) == _body(other, committees)


def _body(text: str, committees: _Committees) -> str:
    """The committee's own name where it goes by another as well."""
    wanted = committee_key(text)
    known = (each for each in committees if wanted in {committee_key(word) for word in (each.shown, *each.aliases)})
    return committee_key(next((each.shown for each in known), text))


_SAME: Final[Mapping[str, Callable[[str, str, _Committees], bool]]] = {
    "version": _same_version,
    "responsible_officer": _same_officer,
    "responsible_committee": _same_body,
    "approved_by": _same_body,
}
