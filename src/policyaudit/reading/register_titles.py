"""The title of a policy as a list writes it, without bullets, numbers, marks and the names of buttons beside it."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from policyaudit.domain.clean_text import clean
from policyaudit.reading.register_words import flag_of, is_blank, is_total

_LONGEST = 160
_SHORT = 2
_MOST = 0.8  # of the titles
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?(?:\{[^{}]*\})?")
_TAG = re.compile(r"<[^<>]*>|<\?.*?\?>|\{%.*?%\}|\{\{.*?\}\}")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪●○◦–—➢✓»>\uf0b7\uf0a7o](?=\s)|[•·▪●○◦➢»\uf0b7\uf0a7])\s*")
_NUMBERED = re.compile(
    r"^\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=[^\W\d])|^\(?(?:\d{1,3}|[a-z])(?:[.)]|\s*[-–:])\s*(?=\D)|^\d{1,3}\s+(?=[^\W\d])"
    r"|^[A-Z]{1,6}[ ./-]?\d{1,4}[a-z]?[.:)]?\s+(?=[^\W\d])"
)
_MARK = re.compile(r"(?:\s*[\(\[]([^()\[\]]{1,24})[\)\]]|\s+[-–—]\s+([A-Za-z -]{1,20}))\s*\*?$")
_FILE = re.compile(
    r"\s*(?:[\(\[]\s*(?:pdf|word|docx?|new window|opens? in [^()\[\]]*|download|[\d.,]+ ?[kmg]b|,|\s)+[\)\]]"
    r"|(?<=\w)\.(?:pdf|docx?|odt|rtf|html?)|\b(?:pdf|docx?)? ?[\d.,]+ ?[kmg]b"
    r"|(?<=\w) (?:pdf|(?:ms )?word) (?:file|document|version))\s*$",
    re.IGNORECASE,
)
_STARS = re.compile(r"\s*[*†‡#_`~]+\s*$|^\s*[*†‡#_`~]+\s*")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and whether the list marks the policy as one that the law asks for."""

    text: str
    statutory: bool | None = None


def title_in(cell: str, *, is_numbered: bool = False) -> Title | None:
    """The title in a cell; None where it holds none, or counts the policies of the list."""
    if is_total(cell):
        return None
    text = without_marks(cell)
    text = _NUMBERED.sub("", text) if is_numbered else text
    text = _STARS.sub("", _FILE.sub("", text)).strip(' \t:;,|"“”') if text else ""
    text, statutory = _without_mark(text)
    text = clean(text, limit=_LONGEST)
    return Title(text, statutory) if re.search(r"[^\W\d_]{2}", text) and not is_blank(text) else None


def _without_mark(text: str) -> tuple[str, bool | None]:
    """A title without the remark behind it, if that says whether the law asks for it ("Local"), or nothing ("TBC")."""
    mark = _MARK.search(text)
    if mark is None:
        return text, None
    remark = (mark[1] or mark[2]).strip()
    statutory = flag_of(remark) if len(remark) > _SHORT else None  # "(S)" may be anything
    return (text[: mark.start()].strip() if statutory is not None or is_blank(remark) else text), statutory


@lru_cache(maxsize=4096)  # of the lines of one document, which are read in several ways
def without_marks(text: str) -> str:
    """A line without bullets, emphasis, links and tags."""
    plain = _LINK.sub(r"\1", html.unescape(_TAG.sub(" ", text))) if re.search(r"[\[<&{]", text) else text
    return _STARS.sub("", _BULLET.sub("", clean(plain))).strip()


def are_numbered(titles: Sequence[str]) -> bool:
    """Whether titles carry the numbers of a list, which are no part of them."""
    said = [title for title in map(without_marks, titles) if title]
    return len(said) > 1 and sum(bool(_NUMBERED.match(title)) for title in said) > _MOST * len(said)
