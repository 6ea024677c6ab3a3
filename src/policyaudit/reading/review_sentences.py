"""What sentences say of a policy's review and approval: "This policy will be reviewed every two years"."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import find_cycle
from policyaudit.reading.dates import find_dates
from policyaudit.reading.finds import Found, Value, found
from policyaudit.reading.sentences import Sentence
from policyaudit.reading.values import bare_cycle, tidy
from policyaudit.reading.wordings import settings, words

_THIS = re.compile(
    r"\b(?:this|these|our|the|all)\s+(?P<between>(?:[\w'’&/,-]+\s+){0,6}?)(?P<noun>polic(?:y|ies)|documents?|procedures?|guidelines|guidance|"
    r"plan|statement|paper|scheme|code|notice|report|strategy)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\b(?:review(?:ed|s|ing)?|re-?visited|renewed|updated|look at it again|adolygu)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:(?:will|shall|should|must|to|is to|are to|due to) be(?: next| formally| fully)? (?:reviewed|updated|renewed)|due for (?:review|renewal)|review (?:is |will be )?due|"
    r"next (?:\w+ )?review(?: date)?(?: of [\w ]{3,30})?(?: is| will be)?(?: due| take place)?)\s*(?:again\s*)?(?:by [\w' ]{3,40} )?(?:in|on|by|before|during|for|is|no later than)?(?: the)?\s*$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:was|were|has been|have been|last)(?: last| most recently)? (?:reviewed|updated|revised|amended)(?: and \w+)?(?: by [\w' ]{3,50}?)?\s*(?:in|on|during)?\s*$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:was|were|has been|have been|been|and)(?: formally| first| last| reviewed and)? (?:approved|adopted|ratified|agreed)\b[^.;]{0,80}?\s*(?:in|on|at)?\s*$|"
    r"\b(?:approved|adopted|ratified|agreed) (?:this|the) (?:policy|document)\s*(?:in|on|at)?\s*$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"^(?:to be )?reviewed\b|^review(?: due| date|:)|^(?:due for|for) review|^(?:the )?next (?:\w+ )?review|^we look at it|^i'w adolygu",
    re.IGNORECASE,
)
_STATUTORY = re.compile(r"\bthis is a (?P<no>non-)?statutory (?:policy|document)\b", re.IGNORECASE)
_REACH = 90


def found_in_sentences(sentences: Sequence[Sentence], calendar: TermCalendar, *, title: str) -> Iterator[Found]:
    """Dates, cycles, bodies and committees that sentences about this very policy state."""
    for sentence in sentences:
        if match := _STATUTORY.search(sentence.text):
            yield _found("statutory", match["no"] is None, sentence)
        if len(sentence.text) > 8 and (_REVIEW.search(sentence.text) or _APPROVED_WORD.search(sentence.text)):  # noqa: PLR2004
            start = _subject_end(sentence.text, title)
            if start is not None:
                yield from _dates(sentence, start, calendar)
                yield from _cycles(sentence, start)
                yield from _bodies(sentence, start)


_APPROVED_WORD = re.compile(r"\b(?:approved|adopted|ratified|agreed)\b", re.IGNORECASE)


def _subject_end(text: str, title: str) -> int | None:
    """Where the words about this policy begin in a sentence, or None if it speaks of something else."""
    if _NO_SUBJECT.match(text):
        return 0
    own = {*re.findall(r"\w+", title.casefold()), *settings("names")["titles"]["generic"], "this", "whole", "and"}
    for match in _THIS.finditer(text):
        between = re.findall(r"\w+", match["between"].casefold())
        is_general = match["noun"].casefold() in {"policy", "policies", "guidelines", "document"}
        is_pointed_at = match[0].casefold().startswith(("this", "these"))
        if (is_general or is_pointed_at) and all(word in own for word in between):
            after = text[match.end() : match.end() + 200]
            if (
                _REVIEW.search(after)
                or _APPROVED_WORD.search(after)
                or _APPROVED_WORD.search(text[: match.start()])
                or _REVIEW.search(text[: match.start()])
            ):
                return 0 if not _REVIEW.search(after) and not _APPROVED_WORD.search(after) else match.end()
    return None


def _dates(sentence: Sentence, start: int, calendar: TermCalendar) -> Iterator[Found]:
    text = sentence.text
    for each in find_dates(text, calendar=calendar):
        before = text[start : each.start]
        for field, pattern in (("next_review", _NEXT), ("last_reviewed", _LAST), ("approved_on", _APPROVED)):
            if each.start >= start and pattern.search(before):
                yield _found(field, each.date, sentence)
                break


def _cycles(sentence: Sentence, start: int) -> Iterator[Found]:
    text = sentence.text[start:]
    for review in _REVIEW.finditer(text):
        cycle = find_cycle(text[review.start() : review.end() + _REACH])
        if cycle and not re.search(
            r"\b(?:training|meetings?|audit|staff will)\b",
            text[review.end() : review.end() + cycle.start],
            re.IGNORECASE,
        ):
            yield _found("review_frequency", bare_cycle(cycle.cycle), sentence)
            return
        before = find_cycle(text[max(0, review.start() - 40) : review.start()])
        if before:
            yield _found("review_frequency", bare_cycle(before.cycle), sentence)
            return


def _bodies(sentence: Sentence, start: int) -> Iterator[Found]:
    text = sentence.text
    committee = re.search(
        r"\breviewed\b[^.;]{0,40}\bby (?:the )?(?P<name>(?:[A-Z][\w'’&,]*\s+(?:and\s+)?){1,6}Committee)\b", text[start:]
    )
    if committee:
        yield _found("responsible_committee", committee["name"], sentence)
    approved = re.search(
        rf"\b(?:was|were|has been|have been|and) (?:\w+ )?(?:approved|adopted|ratified|agreed) by (?:the )?(?P<name>{words('body')}|(?:[A-Z][\w'’&]*\s+(?:and\s+)?){{1,5}}Committee)\b",
        text[start:],
        re.IGNORECASE,
    )
    if approved and any(find_dates(text[start + approved.end() :])):
        yield _found("approved_by", tidy(approved["name"]), sentence)


def _found(field: str, value: Value, sentence: Sentence) -> Found:
    return found(field, value, sentence.row, layout="sentence")
