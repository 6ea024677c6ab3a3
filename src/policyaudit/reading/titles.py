"""A policy's title: what the first page says in large letters, a label, or a line repeated on the pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from policyaudit.reading.covers import cover_of, names_over_two_lines, step_of
from policyaudit.reading.dates import find_dates, read_date
from policyaudit.reading.evidence import Reading
from policyaudit.reading.labels import labels_in
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.organisations import calm, has_noun, is_name, names_in
from policyaudit.reading.register_words import is_topical
from policyaudit.reading.rows import Row, Zone, without_page_number
from policyaudit.reading.segments import segments_of
from policyaudit.reading.wordings import pattern, settings

_CLOSE = 2  # lines between the name over a title and the title
_STEM = 4  # letters by which "Safeguarding" and "Safeguard" are one word
_LONGEST = 110
_LONGEST_LINE = 200
_SURE, _LIKELY, _DOUBTFUL = 0.9, 0.78, 0.65  # without a word such as Policy a title is asked, unless repeated
_SECTION = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)]|part\s+\w+)\s+\S", re.IGNORECASE)
_PLACE = re.compile(r",\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?$")
_WELSH = re.compile(r"polisi\b", re.IGNORECASE)
_VERSION = re.compile(r"\s*\(?\b(?:version|ver|v|issue)\.?\s*\d+(?:\.\d+)*\)?\s*$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"^(?=[A-Z]*\d)[A-Z]{0,5}[-/ ]?\d{1,4}[a-z]?[\s:.–-]+(?=[A-Z])")
_SIGNIFICANT = re.compile(r"\b(?!(?:and|of|the|at|in|with|for|incorporating|part|y|a)\b)[^\W\d_]", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,5}[-/ ]?\d{1,4}[a-z]?")
_MOTTO = re.compile(r"['\"‘“<]")
_TRAIL = re.compile(r"\s[»›>]\s|^home\b.*\s/\s", re.IGNORECASE)  # of a web page: "Home » Our School » Policies"
_DATED_REMARK = re.compile(r"\s*\((?=[^()]*\d)[^()]{8,}\)$")  # "(FGB approved 7.12.23, review 12.25)"
_UNFINISHED = re.compile(r"(?:\b(?:and|of|for|the|in|to|on|with|or)|[&,–-])$", re.IGNORECASE)


def titles_in(rows: Sequence[Row], document: DocumentText) -> list[Reading[str]]:
    """What may be the policy's title, likeliest first."""
    cover = list(_cover_titles(rows))
    repeated = list(_repeated_titles(rows))
    known = [*cover, *repeated]
    agreed = [_with_support(title, known, document.title_property) for title in known]
    return sorted(agreed, key=lambda title: -title.confidence)


def _cover_titles(rows: Sequence[Row]) -> Iterator[Reading[str]]:
    """The first block of lines that is a title; one that names a kind of document rather than a folder of them, or
    the name that stands over it.
    """
    chosen: Reading[str] | None = None
    words = " ".join(_significant(row.text) for row in rows)

    def is_again(title: str) -> bool:
        return words.count(_significant(title)) > 1

    cover = cover_of(rows)
    named, step = frozenset(names_over_two_lines(cover)), step_of(cover)
    for block in _blocks([row for row in cover if row.line.number not in named], step):
        title = _joined(block, step)
        if not title:
            continue
        noun = has_noun(title) and not _is_of_many(title)
        if chosen and not (
            _is_of_many(chosen.value)
            or (noun and _stands_under(chosen, title, block))
            or (noun and not is_topical(chosen.value))
            or (is_again(title) and not is_again(chosen.value) and (noun or _is_larger(title, block, chosen)))
        ):
            continue
        reason = "first lines, named again" if noun and is_again(title) else "first lines"
        chosen = Reading(title, _SURE if noun else _LIKELY, block[0].evidence(reason))
        if noun:
            break
    if chosen:
        yield chosen


def _is_larger(title: str, block: Sequence[Row], above: Reading[str]) -> bool:
    """Whether a line is set in larger letters than the one that was taken for the title."""
    return block[0].text.isupper() and not above.evidence.text.isupper() and len(title.split()) > 1


def _is_of_many(title: str) -> bool:
    """Whether a title is that of a folder or a list of policies."""
    return pattern("many_policies").search(title) is not None


def _stands_under(above: Reading[str], title: str, block: Sequence[Row]) -> bool:
    """Whether a block is the title, and what was taken for one the name that stands over it, or the title again.

    A single word over a policy's title, such as the place of the school, may stand further off.
    """
    close = _CLOSE if len(above.value.split()) > 1 else 2 * _CLOSE
    return same_title(above.value, title) or block[0].line.number - above.evidence.line <= close


def _blocks(rows: Sequence[Row], step: int) -> Iterator[list[Row]]:
    """The lines of a cover that are no label, no date and no school's name, those together that are one title."""
    block: list[Row] = []
    for whole in takewhile(lambda row: not _ends_cover(row), rows):
        row = _before_a_label(whole)
        is_title = not _has_label(row) and bool(_title_words(row.text))
        if block and not (is_title and _continues(block[-1], row, step)):
            yield block
            block = []
        if is_title:
            block.append(row)
    if block:
        yield block


def _repeated_titles(rows: Sequence[Row]) -> Iterator[Reading[str]]:
    """A line at the head or foot of the pages that names a policy."""
    for row in rows:
        if row.zone is not Zone.FURNITURE and not _is_footer_like(row):
            continue
        for cell in row.cells:
            title = _title_words(cell[:_LONGEST_LINE])
            if title and has_noun(title) and len(title.split()) > 1 and not title[0].islower():
                yield Reading(calm(title), _DOUBTFUL, row.evidence("header or footer"))
                return


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same policy: letter case and the word Policy aside."""
    return _significant(one) == _significant(other) != ""


def speaks_of(text: str, title: str) -> bool:
    """Whether a line names this policy: most of its telling words are the title's, or some and a policy is named."""
    own = _telling(title)
    words = _telling(text) or re.findall(r"\b[a-z]\b", text.casefold())
    own += [word[0] for word in own] + ["".join(word[0] for word in own)]  # "H&S Policy", "SEND Policy"
    shared = sum(word in own or word[:_STEM] in {each[:_STEM] for each in own} for word in words)
    return bool(words) and (shared * 2 >= len(words) or (has_noun(text) and shared > 0))


def _telling(text: str) -> list[str]:
    """The words of a text that not every policy's title may hold."""
    generic = settings("names")["titles"]["generic"]
    return [word for word in re.findall(r"[^\W\d]{2,}", text.casefold()) if word not in generic]


def _is_footer_like(row: Row) -> bool:
    """Whether a line was the foot of a page before the text lost its pages: "PSW23 Social Media Policy: 16/06/2016"."""
    return bool(_NUMBER_BEFORE.match(row.text)) and any(find_dates(row.text)) and len(row.text) < _LONGEST


def _ends_cover(row: Row) -> bool:
    """Whether the text begins here: a sentence, a numbered heading, a list, the document's table of particulars."""
    if is_name(row.text) or pattern("somebody_over_a_school").search(row.text):
        return False
    titles = settings("names")["titles"]
    is_heading = row.text.casefold().strip(" :") in {*titles["headings"]}.difference(titles["never"])
    words = _title_words(row.text) if len(row.text) <= _LONGEST_LINE else ""
    is_numbered = bool(_SECTION.match(row.text)) or row.is_bulleted
    begins = pattern("starts_the_text").search(words or row.text)
    return bool(begins) or is_heading or (is_numbered and not _is_numbered_title(row))


def _title_words(text: str) -> str:
    """What a line has of a title once dates, version, number, school and page number are taken away; may be empty."""
    text = _DATED_REMARK.sub("", without_page_number(text).strip())
    label = next(labels_in(text), None)
    if (
        label
        and label.start == 0
        and label.topic.name != "title"
        and (label.is_set_off or any(find_dates(text[label.end :])))
    ):
        return ""
    if label and label.topic.name == "title" and label.start == 0 and text[: label.end].rstrip().endswith(":"):
        text = text[label.end :]
    numbered = pattern("numbered_title").match(text) or pattern("numbered_in_a_folder").match(text)
    text = numbered["title"] if numbered else text
    text = _NUMBER_BEFORE.sub("", _VERSION.sub("", text)).strip()
    if is_name(_PLACE.sub("", text)) or _is_no_title(text) or re.fullmatch(r"\(.*\)|\[.*\]", text):
        return ""
    if read_date(text) or (any(names_in(text)) and not _SIGNIFICANT.search(_without_names(text))):
        return ""
    words = _without_school(_without_date(text)).strip(" |:–-")
    return "" if _CODE.fullmatch(words) or pattern("plainly_this").search(words) else words


def _is_numbered_title(row: Row) -> bool:
    """Whether a number before a line is the policy's own: "1.4 Recruitment Policy", "4.2 Uncollected child"."""
    return bool(pattern("numbered_title").match(row.line.text) or pattern("numbered_in_a_folder").match(row.line.text))


def _without_names(text: str) -> str:
    """What is left of a line beside the names of schools."""
    for name in names_in(text):
        text = text.replace(name, "")
    return text


def _is_no_title(text: str) -> bool:
    titles = settings("names")["titles"]
    if _MOTTO.match(text) or _TRAIL.search(text) or pattern("somebody_over_a_school").search(text):
        return True
    is_draft = text.casefold().startswith("draft") and not has_noun(text)
    is_known = text.casefold() in titles["never"] or text.casefold() in titles["headings"]
    return is_known or is_draft or _CODE.fullmatch(text) is not None


def _without_date(text: str) -> str:
    """A title without the date after it; a year that belongs to it ("Admissions 2022-23") stays."""
    found = list(find_dates(text))
    ends = bool(found) and not _SIGNIFICANT.search(text[found[-1].end :])
    if ends and found[-1].date.precision.value in {"day", "month", "term", "half-term"}:
        text = text[: found[-1].start] + text[found[-1].end :]
    return re.sub(r"\(\s*(?:updated|reviewed|revised)?\s*\)|\.docx?\b", "", text).strip(" -–:|,").rstrip(" (")


def _without_school(text: str) -> str:
    for name in names_in(text):
        at = re.search(
            rf"(?:\s*[-–|,:]\s*|\s+(?:at|of|for)\s+|^)(?:the\s+)?{re.escape(name)}(?:['’]s)?\s*(?:[-–|:]\s*)?",
            text,
            re.IGNORECASE,
        )
        if at and len(text) - len(at[0]) > 3:  # noqa: PLR2004 something must be left
            text = (text[: at.start()] + " " + text[at.end() :]).strip()
    return text


def _has_label(row: Row) -> bool:
    """Whether a row of several cells holds a label, and so is no title."""
    return len(row.cells) > 1 and any(segment.label and segment.label.is_set_off for segment in segments_of(row))


def _before_a_label(row: Row) -> Row:
    """A row with a label beside the title, without it: "Pay Policy" in the cell left of "Owner: Bursar"."""
    first, *others = segments_of(row) or (None,)
    has_title = first is not None and first.label is None and has_noun(first.whole)
    return replace(row, cells=(first.whole,)) if first and has_title and any(each.label for each in others) else row


def _continues(above: Row, row: Row, step: int) -> bool:
    """Whether a title runs on from one line into the next."""
    own = row.text.strip()
    if row.line.heading != above.line.heading or pattern("numbered_title").match(own):
        return False
    if _is_bound(above, row, step):
        return True
    if above.text.isupper() != own.isupper() and len(above.text.split()) > 1:
        return False  # the name of a school without the word, and the title in capitals
    is_next = row.line.number - above.line.number <= step
    has_nouns = has_noun(_title_words(above.text)), has_noun(own)
    return is_next and (not has_nouns[0] or (has_nouns[1] and not is_name(own)))


def _is_bound(above: Row, row: Row, step: int) -> bool:
    """Whether one line needs the next, or that one the first: "Health and", "of the Curriculum", "POLICY"."""
    own = row.text.strip()
    completes = own.casefold() in settings("names")["titles"]["generic"] and own.isupper() == above.text.isupper()
    is_open = _UNFINISHED.search(above.text.strip()) and row.line.number - above.line.number <= step
    return completes or bool(is_open) or own[0].islower()


def _joined(block: Sequence[Row], step: int) -> str:
    """The lines as one title; where none of them names a kind of document only those bound to the first."""
    title = _in_one_line(block)
    loose = next(
        (place for place, (above, row) in enumerate(pairwise(block), 1) if not _is_bound(above, row, step)), None
    )
    return title if loose is None or has_noun(title) else _in_one_line(block[:loose])


def _in_one_line(block: Sequence[Row]) -> str:
    parts = [_title_words(row.text) + ("," if row.text.rstrip().endswith(",") else "") for row in block]
    while len(parts) > 1 and _is_generic(parts[0]) and not parts[1].startswith(("for", "on ")):
        parts = parts[1:]
    is_bilingual = len(parts) == 2 and _WELSH.match(parts[0]) and has_noun(parts[1])  # noqa: PLR2004 one of each
    title = calm((" / " if is_bilingual else " ").join(parts)).strip(" ,")
    return title if 2 < len(title) <= _LONGEST and not _is_generic(title) else ""  # noqa: PLR2004 three letters at least


def _is_generic(text: str) -> bool:
    generic = settings("names")["titles"]["generic"]
    return all(word in generic or word[0].isdigit() for word in re.findall(r"\w+", text.casefold()))


def _with_support(title: Reading[str], known: Sequence[Reading[str]], title_property: str | None) -> Reading[str]:
    """A title that something else in the document repeats, with the word Policy if the other has it."""
    others = [other.value for other in known if other is not title] + [title_property or ""]
    same = [other for other in others if same_title(title.value, other)]
    if not same:
        return title
    fuller = [other for other in same if has_noun(other) and not has_noun(title.value)]
    confidence = min(title.confidence + 0.06, 0.96)
    return replace(title, value=fuller[0] if fuller else title.value, confidence=confidence, is_confirmed=True)


@lru_cache(maxsize=4096)  # of the lines of one document, each of which is compared with its title
def _significant(title: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", title.casefold()) if word not in {"policy", "the"})
