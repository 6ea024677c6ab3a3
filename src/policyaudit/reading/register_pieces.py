"""One line of a list whose columns are run together, parted into its cells."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from policyaudit.reading.cycles import read_cycle
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import flag_of, is_topical, label_of, topics_of
from policyaudit.reading.wordings import any_of, words

Span = tuple[int, int]
_MOST_WORDS = 9  # of a cycle
_CYCLE_BEGINS = re.compile(
    r"(?<![^\W_])(?:annual|yearly|every|each|bi-?e?nn?i?|tri|term|half|quarter|month|six|one|two|three|four|five|[1-9]\b|1[0-8]\b|24|36|as|when|on"
    r"|live|continu|under|reviewed|at least|no later|once|blynyddol|bob|yn flyn)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)")
_YEAR = re.compile(r"\d{4}(?:\s*[-–/]\s*\d{2,4})?")


def pieces_of(line: Line, headings: Sequence[str]) -> list[str]:
    """The cells of a line: its dates, its cycles, who approves, and the words between them."""
    pieces: list[str] = []
    for cell in line.cells:
        text = without_marks(cell)
        held = {t.says for heading in headings for t in topics_of(heading)}
        spans = _spans(text, headings, is_first=not pieces) if text else []
        pieces += _between(text, spans, held)
    return pieces


_WHO = frozenset({Meaning.APPROVAL, Meaning.OWNER, Meaning.COMMITTEE})
_DATED = frozenset({Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED, Meaning.NEXT_REVIEW})


def _spans(text: str, headings: Sequence[str], *, is_first: bool) -> list[Span]:
    """Where dates, cycles and words for nothing stand; what belongs to one cell is one span."""
    dates = [(found.start, found.end) for found in dates_in(text)]
    columns = sum(any(t.says in _DATED for t in topics_of(heading)) for heading in headings)
    if len(dates) > max(columns, 1) and dates[0][0] and _YEAR.fullmatch(text[slice(*dates[0])]):
        dates = dates[1:]  # "Safeguarding Policy 2019 September 2019": the first year is part of the title
    spans = sorted([*dates, *_cycles(text, dates, is_first=is_first), *_blanks(text, dates)])
    whole: list[Span] = []
    for start, end in spans:
        bracket = _BRACKET.match(text, end)
        end = bracket.end() if bracket else end  # noqa: PLW2901 - the remark behind a date belongs to it
        if whole and _is_one_cell(text[whole[-1][1] : start]):
            whole[-1] = (whole[-1][0], end)
        elif not whole or start >= whole[-1][1]:
            whole.append((_with_label(text, start, whole[-1][1] if whole else 0), end))
    return whole


def _is_one_cell(between: str) -> bool:
    """Whether what stands between a cycle and a date joins them: "Annual : September 2020"."""
    return re.fullmatch(r"\s*[:;–—-]\s*", between) is not None


def _with_label(text: str, start: int, after: int) -> int:
    """Where the label of a date begins, if it has one: "Next review : early 2020"."""
    for word in re.finditer(r"(?<!\S)\S", text[after:start]):
        label = label_of(text, after + word.start())
        if (
            label
            and label[0].says in _DATED
            and re.fullmatch(r"[\s:–-]*(?:early|mid|late|by|in|on)?\s*", text[label[1] : start])
        ):
            return after + word.start()
    return start


def _cycles(text: str, dates: Sequence[Span], *, is_first: bool) -> Iterator[Span]:
    position = 0
    for begins in _CYCLE_BEGINS.finditer(text):
        start = begins.start()
        if start < position or any(one <= start < end for one, end in dates):
            continue
        stop = min((one for one, _ in dates if one > start), default=len(text))
        ends = [start + word.end() for word in re.finditer(r"[^\s:;–—]+", text[start:stop])][:_MOST_WORDS]
        end = next((end for end in reversed(ends) if read_cycle(text[start:end].strip(" .,-"))), None)
        if end and (start > 0 or not is_first or not text[end:stop].strip()):
            yield start, end
            position = end


def _blanks(text: str, dates: Sequence[Span]) -> Iterator[Span]:
    for found in _blank().finditer(text):
        if found.start() > 0 and not any(one < found.end() and found.start() < end for one, end in dates):
            yield found.span()


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\S)(?:n/a|tbc|tba|tbd|not found|to be confirmed|not applicable|none|pending|-|–|—)(?!\S)", re.IGNORECASE
    )


def _between(text: str, spans: Sequence[Span], held: Collection[Meaning | None]) -> Iterator[str]:
    """The spans and the words between them, parted where a column that the list has begins."""
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        before = text[position:start].strip(" ;,|")
        if before:
            for piece in _split_at_body(before) if _WHO & set(held) else [before]:
                yield from _split_at_flag(piece) if Meaning.STATUTORY in held else [piece]
        if start < end:
            yield text[start:end].strip()
        position = end


def _split_at_flag(text: str) -> list[str]:
    """A title and, behind it, whether the law asks for it: "Substance Misuse Statutory"."""
    title, _, flag = text.rpartition(" ")
    return [title, flag] if title and flag_of(flag) is not None else [text]


def _split_at_body(text: str) -> list[str]:
    """A title and, behind it, who approves: "Staff capability Governing body to decide"."""
    found = _body().search(text, 1)
    if found and _begins_body().match(text) and not (found.end() == len(text) and _is_title(text[: found.start()])):
        return [text]
    return [text] if found is None else [text[: found.start()].strip(" ;,-–"), text[found.start() :].strip()]


def _is_title(text: str) -> bool:
    """Whether words that begin like a body are a policy's title all the same: "Governor Visits" before "Governors"."""
    return is_topical(_begins_body().sub("", text))


@cache
def _begins_body() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:the|full|local|whole|school) )*(?:{words('body')}|{words('post')})(?![\w'’])", re.IGNORECASE
    )


@cache
def _body() -> re.Pattern[str]:
    post = any_of(["head teacher", "headteacher", "head", "principal", "slt", "governor"])
    committee = r"(?:[A-Z][\w'’]+(?:,? (?:&|and) | ?[&/] ?))?[A-Z][\w'’]+ Committee"  # of one word, or of two joined
    who = rf"(?i:{words('body')}|{post}|employer|proprietor|may be delegated)(?!\w)(?!['’])"
    return re.compile(rf"(?<=[\w).] )(?:{committee}|(?=[A-Z]|may be){who})(?=$|\W)")
