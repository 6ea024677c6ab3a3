"""How much of what a labelled document says is read: finds that are right, made up and missed, and how sure they were.

Labels are in the notation of the corpus: dates at the precision written, list fields item by item, null where the text
does not say. Letter case and marks do not matter, and a post, body or committee may be given more or less fully.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policyaudit.errors import AuditError
from policyaudit.reading.evidence import CERTAIN
from policyaudit.reading.header import read_header
from policyaudit.reading.inspection import as_json
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_documents

DATES = frozenset({"approved_on", "last_reviewed", "next_review", "effective_from", "document_date"})
_LOOSE = frozenset({"responsible_officer", "responsible_committee", "approved_by"})


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled document and the school that it belongs to."""

    document: str
    school: str


@dataclass(frozen=True, slots=True)
class Said:
    """A value that was read, how sure that is, and why: where it stood."""

    value: Any
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Find:
    """One value: what the label says and what was read, one of which may be None."""

    case: Case
    field: str
    expected: Any
    said: Said | None

    @property
    def document(self) -> str:
        """The document's file name, without its ending."""
        return self.case.document

    @property
    def read(self) -> Any:  # noqa: ANN401 any JSON
        """The value that was read, or None."""
        return self.said and self.said.value

    @property
    def is_certain(self) -> bool:
        """Whether it would be recorded without asking."""
        return self.said is not None and self.said.confidence >= CERTAIN

    @property
    def is_right(self) -> bool:
        """Whether the two are the same."""
        return self.expected is not None and self.read is not None and _same(self.field, self.expected, self.read)


@cache
def finds_in(folder: Path) -> tuple[Find, ...]:
    """Every value that the labels of a folder's documents name, or that was read out of the documents."""
    documents = read_documents(sorted(folder.glob("*.txt")))
    return tuple(find for path, _, document in documents for find in _finds_in_document(path, document))


def f1(finds: list[Find]) -> float:
    """The harmonic mean of precision and recall over all values."""
    right = sum(find.is_right for find in finds)
    read, expected = sum(find.read is not None for find in finds), sum(find.expected is not None for find in finds)
    return 2 * right / (read + expected)


def _finds_in_document(path: Path, document: DocumentText | AuditError) -> Iterator[Find]:
    labelled = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert isinstance(document, DocumentText)
    found = as_json(read_header(document), file_name=path.name, document=document)
    case = Case(path.stem, labelled.get("group") or labelled["labels"]["organisation"] or path.stem)
    for field, label in labelled["labels"].items():
        if field not in labelled["ambiguous"]:
            yield from _paired(case, field, label, list(_said(found, field)))


def _said(found: dict[str, Any], field: str) -> Iterator[Said]:
    sources = _listed(found["evidence"].get("review_frequency" if field == "review_months" else field))
    for value, source in zip(_listed(found[field]), sources, strict=False):  # a cycle on change has no months
        yield Said(value, source["confidence"], source["reason"])


def _paired(case: Case, field: str, label: object, said: list[Said]) -> Iterator[Find]:
    """Each expected value with the value read for it, then what was read beyond; a scalar field is one pair."""
    expected = _listed(label)
    if not isinstance(label, list) and expected and said:
        yield Find(case, field, expected[0], said[0])
        return
    for each in expected:
        match = next((one for one in said if _same(field, each, one.value)), None)
        said = [one for one in said if one is not match]
        yield Find(case, field, each, match)
    yield from (Find(case, field, None, one) for one in said)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 any JSON
    return [] if value is None else value if isinstance(value, list) else [value]


def _same(field: str, expected: Any, read: Any) -> bool:  # noqa: ANN401 any JSON
    if field == "version_history":
        return (expected["date"], _plain(expected["version"])) == (read["date"], _plain(read["version"]))
    if field in DATES or not isinstance(expected, str):
        return bool(expected == read)
    short, long = sorted((_plain(expected), _plain(read)), key=len)
    return short == long or (field in _LOOSE and re.search(rf"\b{re.escape(short)}\b", long) is not None)


def _plain(text: str | None) -> str:
    kept = re.sub(r"['’-]", "", (text or "").casefold()).replace("&", " and ")
    return " ".join(re.findall(r"\w+", kept))
