"""The policies that a policy is to be read with: a list under a label, else those that a sentence names."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from policyaudit.reading.dates import find_dates
from policyaudit.reading.finds import Found, found
from policyaudit.reading.labels import label_at, labels_in
from policyaudit.reading.organisations import names_in
from policyaudit.reading.rows import ORDINAL, Row, Zone, rows_labelled
from policyaudit.reading.sentences import Sentence
from policyaudit.reading.wordings import may_hold, pattern

_MOST_ROWS = 25
_LONGEST_LINE = 100
_LONGEST_TITLE = 12  # words
_LONGEST_ITEM = 60  # of a line that is one title without a mark before it
_LONGEST_IN_SENTENCE = 9
_NUMBER = re.compile(r"\W*(\d{1,2})\b")
_APPENDED = frozenset({Zone.APPENDIX, Zone.END})
_BETWEEN = re.compile(r"\s*[;•\uf0b7]\s*|,\s+(?=[A-Z]|and (?:with )?the [A-Z])")
_SPEAKS_OF_ITSELF = re.compile(r"(?:this|the|our) (?:policy|document)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?:other|school|related|our) (?:policies|documents)", re.IGNORECASE)
_POLICIES_FOR = re.compile(
    r"^\W*(?:the |our )?(?:following )?(?:policies|documents) (?:for|on|about)\s+", re.IGNORECASE
)
_BETWEEN_IN_SENTENCE = re.compile(r"\s*[;,•\uf0b7:]\s*|\s+and\s+(?=(?:the|our|its)\s)")
_AND = re.compile(r"\s+and\s+(?=[A-Z])")
_WHOSE = re.compile(r"^(?:.*?['’]s?\s+)(?=[A-Z])")


def found_related(rows: Sequence[Row], sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Each related policy by its title, in the order of the document."""
    listed: list[Found] = []
    for place in rows_labelled(rows, "related"):
        is_foreign = pattern("not_of_the_school").search(rows[place].text)
        is_inside = listed and rows[place].line.number <= listed[-1].reading.evidence.line
        if not is_foreign and not is_inside:
            listed += _listed(rows, place)
    yield from listed or _in_sentences(sentences)


def _listed(rows: Sequence[Row], place: int) -> Iterator[Found]:
    """The items beside and below a label, lines joined where an item runs over two."""
    is_section = rows[place].line.heading is not None
    item: list[str] = []
    first, last = rows[place], rows[place].line.number
    plain = _plain_items(rows, place)

    def is_listed(row: Row) -> bool:
        return is_section or row.is_bulleted or row is rows[place] or row.line.number in plain

    for row, text in _texts_below(rows, place):
        gap = row.line.number - last
        is_apart = first is rows[place] and gap > 1  # beside the label, and after an empty line
        if plain and last in plain and row.line.number not in plain:
            break
        last = row.line.number
        is_marked = row.is_bulleted or is_section or row.line.number in plain
        if gap > 1 and first is not rows[place] and first.is_bulleted and not is_marked and _begins_anew(text):
            break
        if item and (is_marked or is_apart or pattern("ends_a_title").search(item[-1])):
            yield from _titles(" ".join(item), first, is_listed=is_listed(first))
            item = []
        if not item:
            first = row
        elif first.is_bulleted and _begins_anew(text):
            break
        item.append(text)
    if item:
        yield from _titles(" ".join(item), first, is_listed=is_listed(first))


def _begins_anew(text: str) -> bool:
    """Whether a line without a mark, below items that have one, no longer belongs to them."""
    return text[0].isupper() and not pattern("ends_a_title").search(text)


def _plain_items(rows: Sequence[Row], place: int) -> frozenset[int]:
    """The lines of a list without marks below a label: short, with capitals, and set apart by an empty line."""
    below = [row for row in rows[place + 1 :][:_MOST_ROWS] if not pattern("introduces_a_list").search(row.text)]
    items = [row.line.number for row in takewhile(_may_be_an_item, below)]
    items = [number for nth, number in enumerate(items) if number == items[0] + nth]
    following = next(iter(below[len(items) :]), None)
    is_apart = following is None or following.zone in _APPENDED or following.line.number > [0, *items][-1] + 1
    return frozenset(items if is_apart and len(items) > 1 else ())


def _may_be_an_item(row: Row) -> bool:
    is_short = len(row.text) <= _LONGEST_ITEM and len(row.cells) == 1 and row.zone not in _APPENDED
    return is_short and row.text[:1].isupper() and row.text[-1:].isalpha() and not _ends_list(row)


def _texts_below(rows: Sequence[Row], place: int) -> Iterator[tuple[Row, str]]:
    """The texts that may be items; labels that stand together before their values are passed over."""
    for text in _beside(rows[place]):
        yield rows[place], text
    has_items, is_numbered = bool(_beside(rows[place])), False
    is_block = place > 0 and not has_items and _is_bare_label(rows[place - 1])  # of labels, their values below
    is_section = rows[place].line.heading is not None
    for row in rows[place + 1 : place + 1 + _MOST_ROWS]:
        if not has_items and _is_bare_label(row):
            continue
        has_left = rows[place].line.table is not None and row.line.table != rows[place].line.table
        if has_left or _ends_list(row) or _is_next_section(rows[place], row):
            return
        if has_items and ORDINAL.match(row.line.text) and not is_numbered:
            return
        is_numbered = is_numbered or bool(ORDINAL.match(row.line.text))
        for text in _beside(row):
            is_policy = bool(pattern("policy_noun").search(text))
            if is_block and not has_items and not is_policy:
                continue
            has_items = has_items or is_section or is_policy
            yield row, text


def _beside(row: Row) -> list[str]:
    """A row's texts without the label at its start, and without the rest of one that runs over two lines."""
    cells = [cell for cell in row.cells if cell]
    label = label_at(ORDINAL.sub("", cells[0])) if cells else None
    if label and label.topic.name == "related":
        rest = ORDINAL.sub("", cells[0])[label.end :].strip()
        cells[0] = "" if rest.endswith(":") else rest
    passed = pattern("rest_of_label"), pattern("introduces_a_list")
    return [cell for cell in cells if cell and not passed[0].fullmatch(cell) and not passed[1].search(cell)]


def _is_bare_label(row: Row) -> bool:
    label = label_at(row.text)
    return bool(label and label.end == len(row.text) and label.topic.name != "title")


def _ends_list(row: Row) -> bool:
    label = next((label for label in labels_in(row.text) if label.start == 0), None)
    is_other = bool(
        label
        and label.topic.name not in {"related", "title", "beside_a_signature"}
        and (label.is_set_off or label.topic.takes("date"))
    )
    is_long = len(row.text) > _LONGEST_LINE and not row.is_bulleted
    introduces = pattern("introduces_a_list").search(row.text)
    is_prose = not introduces and (is_long or bool(pattern("is_a_sentence").search(row.text)))
    return is_other or is_prose or bool(row.line.heading) or row.zone is Zone.FURNITURE


def _is_next_section(heading: Row, row: Row) -> bool:
    """Whether a row bears the number after the heading's: "7." after "6. Links with other policies"."""
    first, second = _NUMBER.match(heading.line.text), _NUMBER.match(row.line.text)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _titles(text: str, row: Row, *, is_listed: bool) -> Iterator[Found]:
    """The policies in one item; in a list of its own each item is one, whatever words it uses."""
    read = pattern("read_with").search(text) if _SPEAKS_OF_ITSELF.match(text) else None
    if read:
        text, is_listed = _POLICIES_FOR.sub("", read["list"]), True
    pieces = _BETWEEN.split(text)
    if ";" not in text and [bool(pattern("ends_a_title").search(each)) for each in pieces[-2:]] == [False, True]:
        pieces = [text] if not is_listed else pieces  # "Searching, Screening and Confiscation Policy"
    for piece in chain.from_iterable(map(_parted, pieces)):
        name = pattern("before_a_title").sub("", piece.strip(" .,:")).strip()
        if find_dates(name) or any(names_in(name)):  # values of other labels, and the head of the next page
            continue
        is_item = is_listed and name[:1].isupper() and not pattern("not_a_policy").search(name)
        is_policy = bool(pattern("policy_noun").search(name)) or is_item
        if is_policy and name[0].isalpha() and (1 if is_listed else 2) <= len(name.split()) <= _LONGEST_TITLE:
            yield found("related_policies", name, row, layout="list below the label")


def _in_sentences(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """The policies in the first sentence that names some to be read with this one."""
    for sentence in sentences:
        match = pattern("read_with").search(sentence.text) if may_hold(sentence.text, "read_with") else None
        titles = list(_titles_in_sentence(match["list"])) if match else []
        for title in titles:
            yield found("related_policies", title, sentence.row, layout="names joined in a sentence")
        if titles:
            return


def _titles_in_sentence(text: str) -> Iterator[str]:
    pieces = _BETWEEN_IN_SENTENCE.split(re.sub(r"\([^)]*\)", "", text))
    for piece in chain.from_iterable(map(_parted, pieces)):
        name = _WHOSE.sub("", pattern("before_a_title").sub("", piece.strip(" ."))).strip()
        words = len(name.split())
        is_title = name[:1].isupper() and _OTHERS.fullmatch(name) is None and pattern("policy_noun").search(name)
        if is_title and 1 < words <= _LONGEST_IN_SENTENCE:
            yield name


def _parted(text: str) -> Iterator[str]:
    """Parted at an "and" that has a policy on its left: not "Health and Safety Policy"."""
    for joint in _AND.finditer(text):
        if pattern("policy_noun").search(text[: joint.start()]) and " " in text[joint.end() :].strip():
            yield text[: joint.start()]
            yield from _parted(text[joint.end() :])
            return
    yield text
