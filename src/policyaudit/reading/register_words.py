"""The headings, blanks and marks of lists of policies, as db/reading/registers.toml words them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from policyaudit.reading.patterns import pattern
from policyaudit.reading.register import Meaning
from policyaudit.reading.wordings import any_of, settings, words

_LONGEST = 70  # characters of a heading
_LONGEST_LINE = 160
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_MARKS = " \t:;?*.#_-–—|"
_TWO = re.compile(r"\s*(?:/|\||&|\band\b|\ba'r\b)\s*", re.IGNORECASE)
_POLICY = re.compile(r"(?:the )?(?:policy|document|school)(?:['’]?s)?\s+", re.IGNORECASE)
_END = r"(?![^\W_])"


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """What a heading speaks of, and what its column holds where most cells are of another kind."""

    name: str
    says: Meaning | None
    otherwise: Mapping[str, Meaning]
    may_be_either: bool = False  # the last review or the next
    is_weak: bool = False  # heads other lists as well


@cache
def words_of(*place: str) -> tuple[str, ...]:
    """One of the lists of words."""
    return tuple(_table(*place))


@cache
def confidence(name: str) -> float:
    """How sure a value is that was found so."""
    return float(settings("registers")["confidences"][name])


def _table(*place: str) -> Any:  # noqa: ANN401 what TOML holds
    table: Any = settings("registers")
    for key in place:
        table = table[key]
    return table


@cache
def topic_called(name: str) -> Topic:
    """The topic of that name."""
    return _topic(name, _table("headings", name))


@cache
def _by_first_word() -> Mapping[str, tuple[tuple[Topic, str], ...]]:
    """Every wording of a heading as a pattern, under each word it may begin with."""
    filed: dict[str, list[tuple[Topic, str]]] = {}
    for name, table in _table("headings").items():
        for text in table["wordings"]:
            for first in {_first_word(word) for word in _first(text)}:
                filed.setdefault(first, []).append((topic_called(name), any_of([text]) + _END))
    return {first: tuple(wordings) for first, wordings in filed.items()}


def _first_word(text: str, start: int = 0) -> str:
    found = _WORD_OR_MARK.match(text, start)
    return found[0].casefold() if found else ""


_WORD_OR_MARK = re.compile(r"[^\W_]+|\S")


def _topic(name: str, table: Mapping[str, Any]) -> Topic:
    kinds = {kind: Meaning(table[kind]) for kind in ("date", "cycle", "body", "post", "flag") if kind in table}
    says = Meaning(table["says"]) if "says" in table else None
    return Topic(name, says, kinds, may_be_either=table.get("either", False), is_weak=table.get("weak", False))


@lru_cache(maxsize=4096)
def topics_of(heading: str) -> tuple[Topic, ...]:
    """What a heading speaks of: nothing we know, one thing, or two ("Last review / Next review")."""
    text = heading.strip(_MARKS)
    if not text or len(text) > _LONGEST:
        return ()
    whole = _whole(text) or _whole(_REMARK.sub("", text)) or _whole(_POLICY.sub("", text, count=1))
    if whole:
        return (whole,)
    halves = [_whole(half) for half in _TWO.split(text)]
    known = dict.fromkeys(half for half in halves if half)
    return tuple(known)[:2] if len(halves) > 1 and all(halves) else ()


def _whole(text: str) -> Topic | None:
    text = text.strip(_MARKS)
    wordings = _by_first_word().get(_first_word(text), ()) if text else ()
    return next((topic for topic, wording in wordings if pattern(wording).fullmatch(text)), None)


def may_head_titles(text: str) -> bool:
    """Whether a line begins as a heading of titles or of their numbers does; a quick look."""
    return any(topic.says in {Meaning.TITLE, Meaning.NUMBER} for topic, _ in labels_at(text, 0))


@lru_cache(maxsize=2048)
def headings_along(text: str) -> tuple[str, ...]:
    """The headings that one line holds from end to end, run together: "Policy Last review Next review"."""
    if len(text) > _LONGEST_LINE or not may_head_titles(text):
        return ()
    return next(_along(text, 0, needs_title=True), ())


def _along(text: str, start: int, *, needs_title: bool) -> Iterator[tuple[str, ...]]:
    """Every way to part the rest of a line into headings, the longest headings first; titles stand before the rest."""
    if start >= len(text):
        yield ()
    for topic, end in labels_at(text, start):
        is_title = topic.says is Meaning.TITLE
        if needs_title and not is_title and topic.says is not Meaning.NUMBER:
            continue
        after = end + len(text[end:]) - len(text[end:].lstrip(_MARKS + "/"))
        for rest in _along(text, after, needs_title=needs_title and not is_title):
            yield text[start:end], *rest


def label_of(text: str, start: int = 0) -> tuple[Topic, int] | None:
    """The longest wording of a heading that begins at a place of a text, and where it ends."""
    return next(iter(labels_at(text, start)), None)


@lru_cache(maxsize=8192)
def labels_at(text: str, start: int) -> tuple[tuple[Topic, int], ...]:
    """The wordings of headings that begin at a place of a text, each with where it ends, the longest first."""
    wordings = _by_first_word().get(_first_word(text, start), ())
    found = [(topic, match.end()) for topic, wording in wordings if (match := pattern(wording).match(text, start))]
    return tuple(sorted(found, key=lambda each: -each[1]))


@cache
def any_word(*place: str) -> re.Pattern[str]:
    """A pattern for a text that is one of these wordings from end to end, a remark in brackets aside."""
    return re.compile(rf"\W*{any_of(list(words_of(*place)))}(?:\s*\([^()]*\))?[\s.*]*", re.IGNORECASE)


def is_total(cell: str) -> bool:
    """Whether a cell counts the policies of a list and names none: "TOTAL", "Total policies: 43", "43 in total"."""
    return any_word("titles", "totals").fullmatch(_FIGURES.sub(" ", cell).strip(_MARKS)) is not None


_FIGURES = re.compile(r"[\s:=()–-]*\d+[\s.)]*$|^\s*\d+\s+(?=\D)")


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing: it is empty, or a dash, or "TBC"."""
    text = cell.strip()
    return not re.search(r"[^\W_]|[✓✔✗]", text) or any_word("cells", "blank").fullmatch(text) is not None


def flag_of(cell: str) -> bool | None:
    """Whether a cell says that the law asks for the policy; None where it says neither."""
    if any_word("cells", "statutory").fullmatch(cell.strip()):
        return True
    return False if any_word("cells", "not statutory").fullmatch(cell.strip()) else None


@lru_cache(maxsize=8192)
def is_topical(title: str) -> bool:
    """Whether a title holds a word that schools' policies are called by."""
    return not _topical().isdisjoint(_WORD.findall(title.casefold().replace("'", "").replace("’", "")))


_WORD = re.compile(r"[^\W\d_]+")


@cache
def _topical() -> frozenset[str]:
    return frozenset(words_of("titles", "topics"))


def names_one(title: str) -> bool:
    """Whether a line ends as the title of one document does: "Drugs Policy", "Equality Scheme (2022)"."""
    return _ONE.search(title) is not None


_ONE = re.compile(
    r"\b(?:policy|plan|procedure|statement|scheme|code|strategy|charter|agreement|protocol|polisi)\b"
    r"(?:\W*\([^()]*\)|[\s\d/–-]*\d)?\W*$",
    re.IGNORECASE,
)


def is_group(text: str) -> bool:
    """Whether a line is such as stands above a group of policies: "Curriculum", "Statutory policies"."""
    words = " ".join(_WORD.findall(text.casefold()))
    return words in _groups() or words.endswith(("policies", "documents"))


@cache
def _groups() -> frozenset[str]:
    return frozenset(words_of("titles", "groups"))


@cache
def label_starts() -> re.Pattern[str]:
    """The words with which a heading may begin, as the beginning of a label in a line."""
    begun = {first for table in _table("headings").values() for text in table["wordings"] for first in _first(text)}
    return re.compile(rf"(?<![^\W_]){any_of(sorted(begun))}(?![^\W_])", re.IGNORECASE)


def _first(wording: str) -> Iterator[str]:
    """The words that a wording may begin with: those that may be missing, and the first that may not."""
    tokens = re.findall(r"\[[^\]]+\]|\S+", wording)
    required = next(place for place, token in enumerate(tokens) if not token.startswith("["))
    for word in "/".join(token.strip("[]") for token in tokens[: required + 1]).split("/"):
        if word.startswith("{"):
            yield from (first for text in settings("labels")["words"][word.strip("{}")] for first in _first(text))
        else:
            yield word


@lru_cache(maxsize=4096)  # of the lines of one document, which every arrangement asks for
def is_furniture(text: str) -> bool:
    """Whether a line is part of a page's own furniture: a menu, a button."""
    parts = [part.strip(_AROUND_FURNITURE) for part in _BETWEEN_BUTTONS.split(text.casefold())]
    buttons = sum(part in _furniture() for part in parts)
    return buttons * 2 > len(parts) or _begins_furniture().search(text) is not None


def is_legend(text: str) -> bool:
    """Whether a line says what the marks of a list mean: "S = statutory"."""
    return _LEGEND.match(text) is not None


_LEGEND = re.compile(r"^\W*(?:key\W+)?(?:[A-Z&/]{1,5}|\*)\s?=\s?[A-Za-z]", re.IGNORECASE)


def names_a_school(text: str) -> bool:
    """Whether a line ends as the name of a school does, which stands above its policies."""
    return _school().search(text) is not None


_SIZE = r"\b[0-9][0-9.,]* ?[kmg]b"
_BETWEEN_BUTTONS = re.compile(r"[|>»›•·\t]")
_AROUND_FURNITURE = " \t.,:;>»«<|-–—*+[]()›"


@cache
def _school() -> re.Pattern[str]:
    kinds = any_of(list(words_of("titles", "schools")))
    return re.compile(
        rf"(?<!\bin)(?<!\bat)(?<!\bto)(?<!\bof)(?<!\bafter)(?<!\bfor)(?<=\w)\W+{kinds}\W*$", re.IGNORECASE
    )


@cache
def _begins_furniture() -> re.Pattern[str]:
    begins = any_of(list(words_of("titles", "furniture begins")))
    return re.compile(
        rf"^\W*{begins}(?!\w)|©|@|https?:|www\.|\.(?:pdf|docx?|odt|rtf|xlsx?)\W*$|^\W*page \d"
        rf"|\btel(?:ephone)?\b\W*\+?[\d(]|{_SIZE}\W*(?:\||$)",
        re.IGNORECASE,
    )


@cache
def _furniture() -> frozenset[str]:
    return frozenset(words_of("titles", "furniture"))


def body_in(heading: str) -> str | None:
    """The governing body that a heading names: "Approved by Governors on"."""
    found = _body().findall(heading)
    return found[-1] if found else None


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('body')}(?!\w)", re.IGNORECASE)
