"""Values found under labels, each given to the field that the label's topic names for its kind."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.finds import Found, found
from policyaudit.reading.labels import Label, label_at, labels_in
from policyaudit.reading.lines import Part
from policyaudit.reading.organisations import has_noun, names_in
from policyaudit.reading.pairs import Pair, pairs_in
from policyaudit.reading.rows import Row, Zone
from policyaudit.reading.titles import speaks_of
from policyaudit.reading.values import Under, committee_in, values_under
from policyaudit.reading.wordings import Topic, topic_named

_ROWS_AROUND = 3
_TELLING_WORDS = 3


def found_under_labels(rows: Sequence[Row], calendar: TermCalendar, *, title: str) -> Iterator[Found]:
    """Every value that stands under a label, in the order of the document, but for what is said of other policies."""
    known: dict[tuple[str, str, bool, str], tuple[Under, ...]] = {}

    def under(label: Label, text: str) -> tuple[Under, ...]:
        key = (label.topic.name, label.text, label.is_set_off, text)
        if key not in known:  # a text is tried under every label that waits for a value
            known[key] = values_under(label, text, calendar)
        return known[key]

    def reads(label: Label, text: str) -> frozenset[str]:
        return frozenset(each.kind for each in under(label, text))

    places = {row.line.number: place for place, row in enumerate(rows)}
    for pair in pairs_in(rows, reads):
        if _is_of_another_policy(pair, title):
            continue
        topic = _topic(pair)
        kinds = set()
        for each in under(pair.label, pair.text):
            kinds.add(each.kind)
            field = topic.fields.get(each.kind)
            if field and _is_believable(pair, each.kind):
                yield _found(field, each, pair)
        if topic.name == "approval" and kinds == {"date"} and _is_believable(pair, "date"):
            place = places[pair.row.line.number]
            yield from _approving_body(pair, rows[max(place - 1, 0) : place + _ROWS_AROUND])


def _found(field: str, under: Under, pair: Pair) -> Found:
    return found(
        field,
        under.value,
        pair.row,
        layout=pair.layout,
        manner=pair.label.manner,
        plainness=under.plainness,
        meanings=under.meanings,
    )


def _is_of_another_policy(pair: Pair, title: str) -> bool:
    """Whether another policy is named right before the label: "See the Behaviour Policy (reviewed May 2021)"."""
    before, label, _ = pair.row.text.partition(pair.label.text)
    for name in names_in(before):
        before = before.replace(name, "")
    words = re.findall(r"\w+", before)
    return bool(label and title and words) and has_noun(words[-1]) and not speaks_of(before, title)


def _is_believable(pair: Pair, kind: str) -> bool:
    """Whether a label so far into the text still speaks of the policy: there only a date or a cycle does, beside it
    or in a block of such labels.
    """
    if pair.row.zone in {Zone.FRONT, Zone.FURNITURE, Zone.BACK}:
        return True
    if pair.row.zone is Zone.END:
        return kind in {"date", "cycle"}
    is_telling = len(pair.label.text.split()) >= _TELLING_WORDS
    beside = pair.layout in {"label on the same line", "cell to the right"} or is_telling or pair.is_in_block
    return pair.row.zone is Zone.MIDDLE and beside and kind in {"date", "cycle"}


def _topic(pair: Pair) -> Topic:
    """The label's topic; "Date" alone continues the label before it."""
    if pair.label.topic.name != "date":
        return pair.label.topic
    before = pair.context.topic if pair.context else None
    if (before and before.name == "version") or pair.row.line.part is Part.FRONT_MATTER:
        return topic_named("document_date")
    return (
        before
        if before and before.name in {"approval", "last_review", "next_review", "reviewer"}
        else Topic("date", {})
    )


def _approving_body(pair: Pair, around: Sequence[Row]) -> Iterator[Found]:
    """The body that a dated approval names in its label, or on the lines over which the label runs."""
    if body := pair.label.body or (pair.context.body if pair.context and pair.label.topic.name == "date" else None):
        yield found("approved_by", body, pair.row, layout="named in the label")
        return
    for row in around:
        for cell in row.cells:
            named = label_at(cell)
            if named and named.topic.name == "approval" and named.end == len(cell) and named.body:
                yield found("approved_by", named.body, row, layout="named in the label")
                return
            plain = re.sub(r"^by\s+", "", cell, flags=re.IGNORECASE)
            is_short = len(plain.split()) <= _ROWS_AROUND and not any(labels_in(plain))
            if is_short and plain == committee_in(plain):
                yield found("approved_by", plain, row, layout="beside the label, over several lines")
                return
