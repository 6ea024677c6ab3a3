"""The five real policies: each read exactly as it was labelled by hand, from text, DOCX, ODT and PDF alike."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policyaudit.reading.header import Header, read_header
from policyaudit.reading.inspection import as_json
from policyaudit.reading.opening import read_document

_Read = Callable[[Header], object]
_SHARED = Path(__file__).parents[3] / "shared"
_SEEDS = _SHARED / "seeds"
_DOCUMENTS = _SHARED / "seed-documents"

pytestmark = pytest.mark.skipif(
    not _SEEDS.is_dir(), reason="the five real policies lie beside the repository, not in it"
)

_TEXTS = sorted(_SEEDS.glob("*.txt"))
_FORMS = [
    f"{family}{suffix}"
    for family in (
        "heights-social-media",
        "redbridge-social-media",
        "alderley-edge-social-media-staff",
        "qeii-social-media",
        "cwmfelin-social-media",
        "layout-approval-block",
        "layout-control-table-conflict",
        "layout-two-column",
        "layout-bilingual-welsh",
        "layout-textbox-controls-nested",
    )
    for suffix in (".docx", ".odt", ".pdf")
]


def _labels(name: str) -> dict[str, Any]:
    """What a reader is to find in a seed, fields that people disagree on left out."""
    case = json.loads((_SHARED / "seeds-labels.json").read_text(encoding="utf-8"))[name]
    return {field: value for field, value in case["labels"].items() if field not in case["ambiguous"]}


def _facts(name: str) -> dict[str, Any]:
    family = name.partition(".")[0]
    facts = json.loads((_DOCUMENTS / "expected.json").read_text(encoding="utf-8"))["facts"][family]
    return dict(facts)


@pytest.mark.parametrize("path", _TEXTS, ids=[path.stem for path in _TEXTS])
def test_a_seed_says_of_itself_exactly_what_its_labels_say(path: Path) -> None:
    document = read_document(path)

    found = as_json(read_header(document), file_name=path.name, document=document)

    expected = _labels(path.name)
    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize("path", _TEXTS, ids=[path.stem for path in _TEXTS])
def test_no_seed_gets_a_date_that_its_labels_do_not_have(path: Path) -> None:
    document = read_document(path)

    header = read_header(document)

    dates = ("approved_on", "last_reviewed", "next_review", "effective_from", "document_date")
    labels = json.loads((_SHARED / "seeds-labels.json").read_text(encoding="utf-8"))[path.name]["labels"]
    assert {field for field in dates if getattr(header, field)} == {field for field in dates if labels[field]}


@pytest.mark.parametrize("name", [name for name in _FORMS if (_DOCUMENTS / name).exists()])
def test_every_plain_form_of_a_document_gives_the_same_facts(name: str) -> None:
    facts = _facts(name)

    header = read_header(read_document(_DOCUMENTS / name))

    for fact, expected in facts.items():
        if read := _FACTS.get(fact):
            assert read(header) == (read_expected(fact, expected)), fact


def test_a_footer_that_contradicts_the_table_is_shown_and_asked() -> None:
    path = _DOCUMENTS / "layout-control-table-conflict.docx"

    header = read_header(read_document(path))

    assert header.next_review is not None
    assert not header.next_review.is_certain
    assert [other.value.as_written for other in header.next_review.others] == ["Sept 22"]


def read_expected(fact: str, expected: object) -> object:
    """An expected fact in the form in which we compare it."""
    if fact in {"title", "adopted", "approved_on", "ratified", "footer_date"}:
        first = expected[0] if isinstance(expected, list) else expected
        return str(first).casefold()
    if isinstance(expected, list) and fact in {"last_review", "next_review"}:
        return tuple(date.fromisoformat(str(day)) for day in expected)
    return expected


def _text(field: str) -> _Read:
    def read(header: Header) -> object:
        reading = getattr(header, field)
        return reading and reading.value

    return read


def _span(field: str) -> _Read:
    def read(header: Header) -> object:
        reading = getattr(header, field)
        return reading and reading.value.span

    return read


def _first_day(field: str) -> _Read:
    return lambda header: str(getattr(header, field).value.earliest)


def _as_written(field: str) -> _Read:
    return lambda header: str(getattr(header, field).value.as_written)


_FACTS: dict[str, _Read] = {
    "title": lambda header: header.title and header.title.value.casefold(),
    "school": _text("organisation"),
    "version": _text("version"),
    "number": _text("policy_number"),
    "footer_code": _text("policy_number"),
    "footer_date": _first_day("document_date"),
    "responsible_officer": _text("responsible_officer"),
    "committee": _text("responsible_committee"),
    "approved_by": _text("approved_by"),
    "approved_on": _first_day("approved_on"),
    "adopted": _first_day("approved_on"),
    "ratified": _first_day("approved_on"),
    "last_review": _span("last_reviewed"),
    "next_review": _span("next_review"),
    "next_review_text": _as_written("next_review"),
    "last_review_text": _as_written("last_reviewed"),
}
