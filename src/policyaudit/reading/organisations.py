"""The school, college or trust that a document names as its own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from policyaudit.reading.evidence import Reading
from policyaudit.reading.labels import label_at
from policyaudit.reading.lines import Part
from policyaudit.reading.rows import Row, Zone, without_page_number
from policyaudit.reading.wordings import pattern, settings, words

_WORD = r"(?:[A-ZÀ-Ý][\w'’.-]*|[A-ZÀ-Ý]\.)"
_LINK = r"(?:of|the|and|&|in|y|yr|with|for|on|upon|next|by|le|la|de|an|ar|under)"
_FRONT_MENTION = 4  # what a line of its own on the first pages counts, in mentions
_FIRST_ROWS = 4
_LIKELIEST = 3
_GROUPS, _OF_A_GROUP = ("trust", "federation", "partnership"), 0.6
_LONGEST_TEXT = 2000  # of a paragraph, so that no line takes minutes
_INITIALS = re.compile(
    r"(?!MRS$)[B-DF-HJ-NP-TVXZ]{3,}|\w*(?:Q(?!U)|II)\w*|I?[VX]I*"
)  # no words, Roman numbers included
_HALLOWED = "(?:saints|souls|hallows)"  # schools are named after all of them
_BARE_NAME = re.compile(rf"{_WORD}(?:\s(?:{_WORD}|{_LINK})){{1,5}}")
_SENTENCE = re.compile(r"\b(?:is|are|will|has|have|aims|believes)\b")
_SURE, _LIKELY, _DOUBTFUL = 0.93, 0.85, 0.6


def organisations_in(rows: Sequence[Row]) -> list[Reading[str]]:
    """The likeliest of the organisations that the document names, its own first."""
    rows = [row for row in rows if row.line.part is not Part.FRONT_MATTER] or rows
    own_lines = dict(_own_lines(rows))
    mentions = Counter(_key(name) for row in rows for name in names_in(row.text))
    spelt = _spellings(rows)
    first_lines = {_key(name) for row in rows[:_FIRST_ROWS] for name in names_in(row.text)}
    scores = Counter({key: min(count, 8) for key, count in mentions.items()})
    for key, row in own_lines.items():
        scores[key] += _FRONT_MENTION * (2 if row.zone is Zone.FRONT else 1)
    ranks = _ranks(scores)
    ranked = sorted(scores, key=lambda key: (-ranks[key], key))
    own = [key for key in ranked if key in own_lines or mentions[key] > 1 or key in first_lines]
    likeliest = own[:_LIKELIEST] or (ranked if len(ranked) == 1 and _may_be_its_own(ranked[0]) else [])
    return [_reading(key, spelt, own_lines, mentions=mentions[key], rows=rows) for key in likeliest]


def _may_be_its_own(key: str) -> bool:
    """Whether the only name in a document may be its school's: one school's, and no paper's on many."""
    return not key.endswith("schools") and not re.search(r"\d", key)


def name_over(title: Reading[str] | None, rows: Sequence[Row]) -> list[Reading[str]]:
    """The line over the title, where it may be the name of a school without the word: "Wexcombe House"."""
    if title is None:
        return []
    above = [row for row in rows if row.line.number < title.evidence.line and row.line.part is Part.BODY]
    names = [row for row in above[-1:] if _BARE_NAME.fullmatch(row.text) and not has_noun(row.text)]
    names = [row for row in names if label_at(row.text) is None and not _is_generic(row.text)]
    never = settings("names")["titles"]["never"]
    names = [
        row
        for row in names
        if row.text.casefold() not in never and not pattern("somebody_over_a_school").search(row.text)
    ]
    return [Reading(calm(row.text), _DOUBTFUL, row.evidence("the line over the title")) for row in names]


@lru_cache(maxsize=4096)  # of the lines of one document, which are asked for several times
def names_in(text: str) -> tuple[str, ...]:
    """Every name of a school, college or trust in a text, without "the" or "at" before it."""
    names = (_leading().sub("", match[0].strip()) for match in _pattern().finditer(text[:_LONGEST_TEXT]))
    return tuple(name for name in names if name and not _is_generic(name))


def is_name(text: str) -> bool:
    """Whether a text is the name of an organisation and nothing else."""
    return any(_key(name) == _key(text) for name in names_in(text))


def calm(text: str) -> str:
    """Capitals as a sentence would have them: "QEII" and "SEND" stay, "POLICY" becomes "Policy"."""
    if any(letter.islower() for letter in text):
        return text
    shouted = set(settings("names")["capitals"])
    small = set(settings("names")["small"])
    parts = re.split(r"(\W+)", text)
    calmed = [part if part in shouted or _stays(part) else part.capitalize() for part in parts]
    calmed = [word.lower() if place and word.lower() in small else word for place, word in enumerate(calmed)]
    return re.sub(r"(['’])S\b", r"\1s", "".join(calmed))


def _stays(word: str) -> bool:
    return bool(re.search(r"\d", word) or _INITIALS.fullmatch(word))


def has_noun(title: str) -> bool:
    """Whether a title says what kind of document it is."""
    return any(word in set(settings("names")["titles"]["nouns"]) for word in re.findall(r"\w+", title.casefold()))


def _own_lines(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Names that fill a line of their own, or two where the second is only "School", by key; first lines win."""
    front = [row for row in rows if row.zone in {Zone.FRONT, Zone.FURNITURE} and row.text]
    for row, following in reversed([*pairwise(front), *[(row, row) for row in front[-1:]]]):
        for text in (*row.cells, f"{row.text} {following.text}"):
            plain = without_page_number(text)
            if is_name(plain) and len(plain) < 80:  # noqa: PLR2004 a line, not a paragraph
                yield _key(plain), row


def _ranks(scores: Counter[str]) -> dict[str, float]:
    """Each name's score with that of longer names that end with it; a trust ranks behind its school."""
    sums = Counter[str]()
    for key, score in scores.items():
        parts = key.split()
        sums.update({" ".join(parts[place:]): score for place in range(len(parts))})
    return {key: sums[key] * (_OF_A_GROUP if key.endswith(_GROUPS) else 1.0) for key in scores}


def _spellings(rows: Sequence[Row]) -> dict[str, str]:
    spelt: dict[str, str] = {}
    for row, following in [*pairwise(rows), *[(row, row) for row in rows[-1:]]]:
        for name in [*names_in(row.text), *names_in(f"{row.text} {following.text}")]:
            known = spelt.get(_key(name))
            if known is None or known.isupper():
                spelt[_key(name)] = name
    return spelt


def _reading(
    key: str, spelt: dict[str, str], own_lines: dict[str, Row], *, mentions: int, rows: Sequence[Row]
) -> Reading[str]:
    name = _as_begun(calm(spelt.get(key, key)), [*rows[:_FIRST_ROWS], *([own_lines[key]] if key in own_lines else [])])
    if key in own_lines:
        row = own_lines[key]
        confidence = _SURE if row.zone is Zone.FRONT or mentions > 1 else _LIKELY
        return Reading(name, confidence, row.evidence("a line of its own"))
    row = next(row for row in rows if any(_key(named) == key for named in names_in(row.text)))
    is_first = row in rows[:_FIRST_ROWS]
    confidence = _LIKELY if mentions > 2 or is_first else _DOUBTFUL  # noqa: PLR2004 three mentions
    return Reading(name, confidence, row.evidence(_named(key, row, mentions=mentions, is_first=is_first)))


def _named(key: str, row: Row, *, mentions: int, is_first: bool) -> str:
    """How a document names a school that has no line of its own."""
    if mentions > 1:
        return f"named {mentions} times"
    if not is_first:
        return "named once"
    if not _key(row.text).startswith(key):
        return "named in the first lines"
    rest = _key(row.text).removeprefix(key)
    return "before the policy in the first lines" if has_noun(rest) else "first words of the first lines"


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return re.sub(r"[^\w]+", " ", re.sub(r"['’]", "", name)).casefold().strip().removeprefix("the ")


def _as_begun(name: str, rows: Sequence[Row]) -> str:
    """The name with "The" before it where a line of these begins so: "The Heights Primary School"."""
    article = re.compile(rf"T(?:he|HE) {re.escape(name)}", re.IGNORECASE)
    begins = any(article.match(row.text) and row.text[0] == "T" for row in rows if not _SENTENCE.search(row.text))
    return f"The {name}" if begins else name


def _is_generic(name: str) -> bool:
    parts = _key(name).split()
    generic = set(settings("names")["generic"])
    foreign = set(settings("names")["never"])
    is_place = name.endswith((" in School", " in Schools"))
    return is_place or all(part in generic for part in parts) or any(part in foreign for part in parts)


@cache
def _leading() -> re.Pattern[str]:
    leading = "|".join(settings("names")["leading"])
    return re.compile(
        rf"^(?:(?!our\s+lady\b)(?:{leading}|{words('body')} of)\s+(?<!\ball )|all\s+(?!{_HALLOWED}))+", re.IGNORECASE
    )


@cache
def _pattern() -> re.Pattern[str]:
    listed = "|".join(settings("names")["kinds"])
    kinds = f"(?:{listed}|{listed.upper()})"
    ages = "|".join(settings("names")["ages"])
    more = rf"(?:\s{kinds}|\s(?:and|&|of)\s(?:(?:{ages})\s){{0,2}}{kinds})"
    english = rf"{_WORD}(?:\s(?:{_WORD}|{_LINK}|\([^()]{{1,30}}\))){{0,7}}?\s{kinds}{more}{{0,2}}(?:\sCIO)?\b"
    begun = "|".join(settings("names")["begin"])
    other = rf"\b(?:{begun}|{begun.upper()})(?:\s(?:[A-ZÀ-Ý][\w'’-]+|(?i:y|yr|yn|ap|a|an|na|nan))(?!\w)){{1,6}}"
    return re.compile(f"{other}|{english}")
