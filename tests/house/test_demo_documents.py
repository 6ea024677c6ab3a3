"""The sample school's documents: made from their texts, without a trace of a maker, and in step with the register."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.demo_documents.__main__ import DECLARATION, PACKAGES, make
from tests.demo_documents.source import MADE, Source, sources
from tests.house.demo_files import rows

MONTHS = "January February March April May June July August September October November December".split()
each_document = pytest.mark.parametrize("source", sources(), ids=lambda source: source.file)
each_package = pytest.mark.parametrize(
    "source", [one for one in sources() if Path(one.file).suffix in PACKAGES], ids=lambda source: source.file
)
each_pdf = pytest.mark.parametrize(
    "source", [one for one in sources() if one.file.endswith(".pdf")], ids=lambda source: source.file
)


def expected(source: Source) -> dict[str, Any]:
    path = MADE / f"{Path(source.file).stem}.expected.json"
    values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return values


def policy(source: Source) -> dict[str, str]:
    return next(row for row in rows("policies") if row["number"] == expected(source)["policy_number"])


def notation(written: str) -> str:
    """A date of the register in the notation of the expected values: "June 2026" is 2026-06."""
    month, _, year = written.partition(" ")
    return f"{year}-{MONTHS.index(month) + 1:02}" if month in MONTHS else written


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_there_are_three_word_two_open_document_and_three_pdf_files_each_with_its_values() -> None:
    names = [path.name for path in MADE.iterdir()]

    assert sorted(Path(name).suffix for name in names if "expected" not in name) == sorted(
        [".docx"] * 3 + [".odt"] * 2 + [".pdf"] * 3
    )
    assert sorted(names) == sorted(
        name for one in sources() for name in (one.file, f"{Path(one.file).stem}.expected.json")
    )


@each_package
def test_a_package_holds_exactly_what_its_text_makes(source: Source, tmp_path: Path) -> None:
    made_now = parts_of(make(source, tmp_path))

    assert parts_of(MADE / source.file) == made_now
    assert all(part.startswith(DECLARATION.encode()) for name, part in made_now.items() if name != "mimetype")


@each_package
def test_a_package_carries_no_time_of_making_and_no_author(source: Source) -> None:
    with zipfile.ZipFile(MADE / source.file) as package:
        times = {entry.date_time for entry in package.infolist()}
        properties = b"".join(
            package.read(name) for name in package.namelist() if re.search("core|meta", name)
        ).decode()

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", properties)) == {f"{source.dated}T"}
    assert source.title in properties
    assert "creator" not in properties


@each_pdf
def test_a_pdf_says_what_its_text_says_and_nothing_of_a_maker(source: Source) -> None:
    pdf = pypdfium2.PdfDocument(MADE / source.file)

    text = squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
    properties = pdf.get_metadata_dict()

    cells = [cell for block in source.blocks for row in block.rows for cell in row]
    for passage in [*cells, *(block.text for block in source.blocks), *source.margins.values()]:
        assert squeezed(passage)[:30] in text, passage
    assert properties["Title"] == source.title
    assert properties["CreationDate"].startswith(f"D:{source.dated.replace('-', '')}")
    assert properties["Author"] == ""
    assert pdf.get_version() >= 17
    pdf.close()


@each_pdf
def test_a_pdf_made_again_has_the_same_pages(source: Source, tmp_path: Path) -> None:
    committed = pypdfium2.PdfDocument(MADE / source.file)
    made_now = pypdfium2.PdfDocument(make(source, tmp_path))

    assert [page.get_textpage().get_text_range() for page in committed] == [
        page.get_textpage().get_text_range() for page in made_now
    ]
    committed.close()
    made_now.close()


@each_document
def test_a_document_states_what_the_register_holds(source: Source) -> None:
    stated, held = expected(source), policy(source)

    assert stated["title"].casefold().removesuffix(" policy") == held["title"].casefold()
    assert stated["responsible_officer"] == held["responsible_officer"]
    assert {"FGB": "Full Governing Board"}.get(stated["responsible_committee"], stated["responsible_committee"]) == (
        held["committee"]
    )
    assert stated["last_reviewed"] == notation(held["last_reviewed"])
    assert stated["next_review"] == notation(held["next_review_stated"])
    assert stated["approved_on"] in (None, notation(held["approved_on"]))
    assert stated["review_frequency"].casefold() == held["cycle"]


@each_document
def test_a_document_is_the_newest_version_and_lists_only_versions_of_its_policy(source: Source) -> None:
    held = [row for row in rows("versions") if row["policy_number"] == expected(source)["policy_number"]]

    assert held[-1]["document"] == source.file
    assert held[-1]["label"] == expected(source)["version"]
    assert [row["document"] for row in held[:-1]] == [""] * (len(held) - 1)
    for logged in expected(source)["version_history"] or []:
        assert [
            row
            for row in held
            if (row["label"], row["in_force_from"][: len(logged["date"])])
            == (
                logged["version"],
                logged["date"],
            )
        ]


@each_document
def test_each_expected_value_can_be_found_in_the_text(source: Source) -> None:
    words = squeezed(" ".join([*(block.text for block in source.blocks), *source.margins.values()])).casefold()
    words += squeezed("".join(cell for block in source.blocks for row in block.rows for cell in row)).casefold()
    stated = expected(source)

    for field in ("title", "organisation", "policy_number", "version", "responsible_officer", "responsible_committee"):
        assert squeezed(stated[field]).casefold() in words, field
    for each in [*(stated["signed_by"] or []), *(stated["related_policies"] or []), *(stated["applies_to"] or [])]:
        assert squeezed(each).casefold() in words, each
