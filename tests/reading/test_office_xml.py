import pytest

from policyaudit.reading.office_xml import parse
from policyaudit.reading.refusals import Damaged, Hostile, UnpacksTooLarge


def test_names_are_short_whatever_the_prefix() -> None:
    tree = parse(
        b"<x:p xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main' x:val='1' plain='2'>"
        b"<y:q xmlns:y='urn:other'>text</y:q></x:p>",
        kind="Word document",
    )

    assert (tree.tag, tree.attrib) == ("w.p", {"w.val": "1", "plain": "2"})
    assert [(child.tag, child.text) for child in tree] == [("?.q", "text")]


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param("<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]>", id="entities that grow"),
        pytest.param("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", id="entity that names a file"),
        pytest.param("<!DOCTYPE a SYSTEM 'http://example.org/x.dtd'>", id="declarations elsewhere"),
    ],
)
def test_declarations_are_refused(declaration: str) -> None:
    with pytest.raises(Hostile, match="it declares entities of its own"):
        parse(f"{declaration}<a>&b;</a>".encode(), kind="Word document")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(Hostile, match="more than 200 deep"):
        parse(b"<a>" * 201 + b"</a>" * 201, kind="Word document")


def test_more_elements_than_any_text_has_are_refused() -> None:
    with pytest.raises(UnpacksTooLarge):
        parse(b"<a>" + b"<b/>" * 1_500_000 + b"</a>", kind="Word document")


@pytest.mark.parametrize(
    "content",
    [b"", b"<a><b></a>", b"\xff\xfe\x00", b"<?xml version='1.0' encoding='x'?><a/>"],
    ids=["nothing", "not closed", "no text", "encoding of its own"],
)
def test_what_is_no_xml_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged, match="is a damaged Word document: its text cannot be made out"):
        parse(content, kind="Word document")


def test_what_is_asked_for_is_handed_over_and_not_kept() -> None:
    seen: list[tuple[str | None, str]] = []

    tree = parse(
        b"<a><b n='1'>one</b><c><b n='2'>two</b></c></a>",
        kind="Word document",
        each={"b": lambda node: seen.append((node.text, node.get("n", "")))},
    )

    assert seen == [("one", "1"), ("two", "2")]
    assert [(node.tag, node.text, node.attrib) for node in tree.iter("b")] == [("b", None, {}), ("b", None, {})]
