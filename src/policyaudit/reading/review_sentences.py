"""What sentences say of a policy's review and approval: "This policy will be reviewed every two years"."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import find_ambiguous_cycle, find_cycle
from policyaudit.reading.dates import find_dates
from policyaudit.reading.finds import Found, Value, found
from policyaudit.reading.sentences import Sentence
from policyaudit.reading.values import bare_cycle, committee_in, person_in, tidy
from policyaudit.reading.wordings import may_hold, pattern, settings

_WHICH = re.compile(r"\b(?:which|that) (?:is|are|will be) $")
_ABOUT_IT = "this policy"  # of a sentence that spoke of it, however it was called
_REACH = 90  # so far after the word "review" its cycle may stand
_REACH_BACK = 40
_FEWEST_INITIALS = 3
_DATED = ("next_review", "last_reviewed", "approved_on")
_GENERAL = frozenset({"policy", "policies", "guidelines", "document"})


def found_in_sentences(sentences: Sequence[Sentence], calendar: TermCalendar, *, title: str) -> Iterator[Found]:
    """Dates, cycles, bodies and committees that sentences about this very policy state."""
    before = ""
    for sentence in sentences:
        if may_hold(sentence.text, "statutory") and (match := pattern("statutory").search(sentence.text)):
            yield _found("statutory", match["no"] is None, sentence)
        yield from _owner(sentence)
        start = _start(sentence.text, title, before=before)
        if start is not None:
            yield from _dates(sentence, start, calendar)
            yield from _cycles(sentence, start)
            yield from _bodies(sentence, start)
        before = sentence.text if start is None else _ABOUT_IT


def _owner(sentence: Sentence) -> Iterator[Found]:
    """Who answers for the policy, where a sentence says so: a post or a person, or a body."""
    match = pattern("owner").match(sentence.text) if may_hold(sentence.text, "owner") else None
    if match is None:
        return
    sure = settings("weights")["choice"]["owner in a sentence"]
    *_, who = match["who"].split(", ")  # "The RE lead, Miss A. Onyx, is responsible for this policy"
    committee, person = committee_in(who), person_in(who)
    if committee:
        yield found("responsible_committee", committee, sentence.row, layout="sentence", plainness=sure)
    elif person:
        yield found("responsible_officer", person, sentence.row, layout="sentence", plainness=sure)


def _start(text: str, title: str, *, before: str) -> int | None:
    """Where the words about this policy begin in a sentence on review or approval; None in any other sentence.

    "It is reviewed" is about this policy where the sentence before was.
    """
    if not _is_on_review(text):
        return None
    if pattern("no_subject").match(text) or (pattern("it_is").match(text) and pattern("plainly_this").search(before)):
        return 0
    for match in pattern("this_policy").finditer(text):
        if _is_this(match, title):
            return match.end() if _is_on_review(text[match.end() :]) else 0
    return None


def _is_on_review(text: str) -> bool:
    return _holds(text, "reviewing") or _holds(text, "approving")


def _holds(text: str, name: str) -> bool:
    return may_hold(text, name) and pattern(name).search(text) is not None


def _is_this(match: re.Match[str], title: str) -> bool:
    """Whether "the attendance policy" is this one: it is pointed at, or all its words are of the title."""
    named = re.findall(r"\w+", title.casefold())
    own = {*named, *_initials(named), *settings("names")["titles"]["generic"], "this", "and"}
    is_pointed_at = match[0].casefold().startswith(("this", "these"))
    is_named = all(word in own for word in re.findall(r"\w+", match["between"].casefold()))
    return is_named and (is_pointed_at or match["noun"].casefold() in _GENERAL)


def _initials(words: Sequence[str]) -> set[str]:
    """What a title is called for short: "SMSC" for "Spiritual, Moral, Social and Cultural Development Policy"."""
    small = set(settings("names")["small"])
    letters = "".join(word[0] for word in words if word not in small)
    return {letters[:length] for length in range(_FEWEST_INITIALS, len(letters) + 1)}


def _dates(sentence: Sentence, start: int, calendar: TermCalendar) -> Iterator[Found]:
    is_history = pattern("is_a_history").match(sentence.text) is not None
    for each in find_dates(sentence.text, calendar=calendar):
        before = sentence.text[start : each.start]
        if is_history and pattern("entry_of_a_history").search(sentence.text, 0, each.start):
            yield _found("last_reviewed", each.date, sentence)
            continue
        approved = pattern("before", "approved_on").search(before) if is_history else None
        if pattern("has_its_own_date").search(before, approved.start() if approved else 0):
            continue
        said = [field for field in _DATED if each.start >= start and pattern("before", field).search(before)]
        if not said and pattern("revised").match(before):
            said = ["last_reviewed"]
        for field in said[:1] if "next_review" in said else said:  # "reviewed and agreed on" says two things
            yield _found(field, each.date, sentence)


def _cycles(sentence: Sentence, start: int) -> Iterator[Found]:
    """The cycle after the word "review", else before it: "annually reviewed"."""
    text = sentence.text[start:]
    for review in pattern("reviewing").finditer(text):
        if _WHICH.search(text, 0, review.start()):  # a plan, "which is reviewed annually by the nurse"
            continue
        after = find_cycle(text[review.start() : review.end() + _REACH])
        if after and not pattern("something_else").search(text[review.end() : review.start() + after.start]):
            yield _found("review_frequency", bare_cycle(after.cycle), sentence)
            return
        if before := find_cycle(text[max(0, review.start() - _REACH_BACK) : review.start()]):
            yield _found("review_frequency", bare_cycle(before.cycle), sentence)
            return
        if asked := find_ambiguous_cycle(text[max(0, review.start() - _REACH_BACK) : review.end() + _REACH]):
            doubt = settings("weights")["choice"]["two meanings"]
            yield found(
                "review_frequency",
                asked.cycle,
                sentence.row,
                layout="sentence",
                plainness=doubt,
                meanings=asked.meanings,
            )
            return


def _bodies(sentence: Sentence, start: int) -> Iterator[Found]:
    text = sentence.text[start:]
    committee = pattern("reviewed_by_committee").search(text) or pattern("committee_reviews").search(sentence.text)
    if committee:
        yield _found("responsible_committee", committee["name"], sentence)
    approved = pattern("approved_by").search(text) or pattern("approves").search(text)
    if approved and any(find_dates(text[approved.end() :])):
        yield _found("approved_by", tidy(approved["name"]), sentence)


def _found(field: str, value: Value, sentence: Sentence) -> Found:
    return found(field, value, sentence.row, layout="sentence")
