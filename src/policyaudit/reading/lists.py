"""Lists in a policy: the policies it is to be read with, and the people it applies to."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.reading.finds import Found, found
from policyaudit.reading.labels import label_at, labels_in
from policyaudit.reading.rows import Row, Zone
from policyaudit.reading.sentences import Sentence

_NOUN = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|plans?|code of conduct|codes?|guidance|guidelines|agreement|statement|report|notice|handbook|scheme|strategy|protocol|charter|polisi)\b",
    re.IGNORECASE,
)
_ENDS_ITEM = re.compile(
    r"(?:polic(?:y|ies)|procedures?|plans?|conduct|guidance|guidelines|agreement|statement|report|notice|handbook|scheme|strategy|protocol)\)?[.;]?$",
    re.IGNORECASE,
)
_READ_WITH = re.compile(
    r"\b(?:read (?:in conjunction|alongside|together|along)(?: with)?|in conjunction with|links? to|(?:is|are) linked to|linked (?:to|with)|operates? in conjunction with|alongside)\b(?P<list>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEADING = re.compile(
    r"^(?:[^\w(]+|\d+[.)]?\s+"
    r"|(?:[Tt]he|[Oo]ur|its|[Tt]his|other|following|school|school['’]s|schools|relevant|also|a|an|with|to|and|both)\s+)+"
)
_APPLIES = re.compile(
    r"\b(?:this|our|the|these)\s+(?:(?:[\w-]+\s+){0,4})(?:policy|document|procedure|guidelines)(?: and [\w ]{3,20})?\s+(?:will |shall )?(?P<also>also )?(?:appl(?:y|ies) to|covers?)\s+(?P<list>[^.;:]+)|\bit (?:also )?(?:applies to|covers)\s+(?P<it>[^.;:]+)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:staff|employees?|pupils?|students?|children|learners|volunteers?|governors?|trustees|directors|parents?|carers?|visitors?|contractors?|agenc(?:y|ies)|users?|workers?|trainees?|consultants?|managers?|officers?|teachers?|assistants?|members|homeworkers|guests|families|adults|stakeholders|body|helpers|apprentices|personnel)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:working|employed|who|whom|whether|regardless|in|of|at|for|when|while|where|with|on|within|engaged|that|as|under|acting|from|through|both|to)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(r"^(?:appendix\s+\w+|\d+(?:\.\d+)*)[.):\s-]+", re.IGNORECASE)
_REST_OF_LABEL = re.compile(r"(?:documents?|documentation|policies)\W*", re.IGNORECASE)
_INTRODUCES = re.compile(r":\s*$|\bshould be read\b|\bfollowing (?:\w+ ){0,3}(?:policies|documents)\b", re.IGNORECASE)
_SAYS_MORE = re.compile(r"\b(?:due for|will be|is|are|was|reviewed|signed)\b(?!.*\bread\b)|\bnational policy\b", re.IGNORECASE)
_MOST_ROWS = 25
_LONGEST_ITEM = 80
_HEADING = 60
_LONGEST_NAME = 6
_FOREIGN = re.compile(r"\b(?:national|legislation|agencies|government)\b", re.IGNORECASE)


def found_related(rows: Sequence[Row], sentences: Sequence[Sentence]) -> Iterator[Found]:
    """The related policies: the first list under a label, else those that a sentence names."""
    listed = [item for place in _labelled(rows, "related") for item in _items_below(rows, place)]
    if listed:
        yield from _once(listed)
        return
    for sentence in sentences:
        match = _READ_WITH.search(sentence.text)
        if match and re.search(
            r"\b(?:policy|document|plan|guidelines|it)\b", sentence.text[: match.start()] + " it", re.IGNORECASE
        ):
            items = [item for item in _split_policies(match["list"]) if item]
            if items:
                yield from _once(
                    [
                        found("related_policies", item, sentence.row, layout="names joined in a sentence")
                        for item in items
                    ]
                )
                return


def found_audience(rows: Sequence[Row], sentences: Sequence[Sentence]) -> Iterator[Found]:
    """The people a policy applies to, as a label or its own sentences name them."""
    for place in _labelled(rows, "audience"):
        items = list(_lines_below(rows, place))
        if items:
            yield from items
            return
    yield from _once(list(_audience_in_sentences(sentences)))


def _labelled(rows: Sequence[Row], topic: str) -> Iterator[int]:
    """The rows that begin with a label of a topic, those in a contents list aside."""
    for place, row in enumerate(rows):
        label = label_at(_ORDINAL.sub("", row.text))
        is_heading = len(row.text) < _HEADING or bool(label and label.is_set_off)
        is_contents = row.is_dotted or re.search(r"\d$", row.text)
        if label and label.topic.name == topic and is_heading and not is_contents and not _FOREIGN.search(row.text):
            yield place


def _items_below(rows: Sequence[Row], place: int) -> Iterator[Found]:
    """The items of a list beside and below its label, lines joined where an item runs over two."""
    item: list[str] = []
    first = rows[place]
    for row, text in _texts_below(rows, place):
        if item and (row.is_bulleted or _ENDS_ITEM.search(item[-1])):
            yield from _policies(" ".join(item), first)
            item, first = [], row
        if not item:
            first = row
        item.append(text)
    if item:
        yield from _policies(" ".join(item), first)


def _texts_below(rows: Sequence[Row], place: int) -> Iterator[tuple[Row, str]]:
    for text in _beside(rows[place]):
        yield rows[place], text
    has_items = bool(_beside(rows[place]))
    for row in rows[place + 1 : place + 1 + _MOST_ROWS]:
        if not has_items and _is_bare_label(row):
            continue
        if _ends_list(row):
            return
        for text in _beside(row):
            has_items = has_items or bool(_NOUN.search(text))
            yield row, text


def _beside(row: Row) -> list[str]:
    """A row's texts without the label at its start, and without the rest of one that runs over two lines."""
    cells = [cell for cell in row.cells if cell]
    if cells and (label := label_at(_ORDINAL.sub("", cells[0]))) and label.topic.name == "related":
        cells[0] = _ORDINAL.sub("", cells[0])[label.end :].strip(" :")
    return [cell for cell in cells if cell and not _REST_OF_LABEL.fullmatch(cell) and not _INTRODUCES.search(cell)]


def _is_bare_label(row: Row) -> bool:
    label = label_at(row.text)
    return bool(label and label.end == len(row.text))


def _ends_list(row: Row) -> bool:
    label = next((label for label in labels_in(row.text) if label.start == 0), None)
    is_other = bool(
        label
        and label.topic.name not in {"related", "title", "beside_a_signature"}
        and (label.is_set_off or label.topic.takes("date"))
    )
    is_prose = (len(row.text) > _LONGEST_ITEM + 20 and not row.is_bulleted) or bool(_SAYS_MORE.search(row.text))
    return is_other or is_prose or bool(row.line.heading) or row.zone is Zone.FURNITURE


def _policies(text: str, row: Row) -> Iterator[Found]:
    for piece in re.split(r"\s*[;•\uf0b7]\s*|,\s+(?=[A-Z])", text):
        name = _LEADING.sub("", piece.strip(" .,:")).strip()
        if _NOUN.search(name) and 1 < len(name.split()) <= 12 and name[0].isalpha() and len(name) <= _LONGEST_ITEM:  # noqa: PLR2004
            yield found("related_policies", name, row, layout="list below the label")


def _split_policies(text: str) -> Iterator[str]:
    text = re.sub(r"\([^)]*\)", "", text)
    for piece in re.split(r"\s*[;,•\uf0b7:]\s*|\s+and\s+(?=(?:the|our|its)\s+|[A-Z])", text):
        name = re.sub(r"^(?:.*?['’]s?\s+)(?=[A-Z])", "", _LEADING.sub("", piece.strip(" ."))).strip()
        if name and name[0].isupper() and _NOUN.search(name) and 1 < len(name.split()) <= 9:  # noqa: PLR2004
            yield name


def _lines_below(rows: Sequence[Row], place: int) -> Iterator[Found]:
    row = rows[place]
    label = label_at(row.cells[0])
    rest = [row.cells[0][label.end :] if label else "", *row.cells[1:]]
    for text in rest:
        for item in _people(text):
            yield found("applies_to", item, row, layout="label on the same line")
    if any(text.strip() for text in rest):
        return
    for below in rows[place + 1 : place + 9]:
        if (
            any(label.is_set_off for label in labels_in(below.text))
            or not _PEOPLE.search(below.text)
            or len(below.text) > _LONGEST_ITEM
        ):
            return
        yield found("applies_to", below.text, below, layout="list below the label")


def _audience_in_sentences(sentences: Sequence[Sentence]) -> list[Found]:
    first: list[Found] = []
    for sentence in sentences:
        for match in _APPLIES.finditer(sentence.text):
            text = match["list"] or match["it"]
            included = re.search(r"\bincluding:?\s+(.*)", text, re.DOTALL)
            items = [
                found("applies_to", item, sentence.row, layout="names joined in a sentence")
                for item in _people(included[1] if included else text)
            ]
            if included and items:
                return items
            if not first or (match["also"] and first[-1].reading.evidence.line + 3 > sentence.row.line.number):
                first += [item if not first else _without_all(item) for item in items]
    return first


def _without_all(item: Found) -> Found:
    """In a second sentence "all" belongs to the list, not to its first name."""
    name = re.sub(r"^all\s+", "", str(item.reading.value))
    return Found(item.field, type(item.reading)(name, item.reading.confidence, item.reading.evidence))


def _people(text: str) -> Iterator[str]:
    for piece in re.split(r",|;", re.sub(r"\([^)]*\)?|\)", "", text)):
        for part in _parted(_TAIL.sub("", piece.strip())):
            name = re.sub(r"^(?:and|or|our|the|any|those)\s+", "", part).strip(" .")
            if name and _PEOPLE.search(name) and len(name.split()) <= _LONGEST_NAME and not part.startswith("those"):
                yield name


def _parted(text: str) -> Iterator[str]:
    """Parted at an "and" that has people on both sides: not "part-time and fixed-term employees"."""
    for joint in re.finditer(r"\s+and\s+", text):
        left, right = text[: joint.start()], text[joint.end() :]
        if _PEOPLE.search(left) and _PEOPLE.search(right):
            yield left
            yield from _parted(right)
            return
    yield text


def _once(items: Sequence[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for item in items:
        key = re.sub(r"\W+", " ", str(item.reading.value)).casefold()
        if key not in seen:
            seen.add(key)
            yield item
