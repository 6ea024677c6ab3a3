"""XML from an office document as a tree, refused where it declares anything or nests without end.

Names are short, and the same whatever address a producer gives the namespace: `w.p`, `text.h`, `table.table-cell`
(a dot, since ElementTree takes a colon for a prefix of its own).
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from policyaudit.reading.refusals import Damaged, Hostile, UnpacksTooLarge

_DEEPEST = 200
_MOST_ELEMENTS = 1_500_000
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    **{f"{_OASIS}{name}:1.0": name for name in ("office", "text", "table", "style", "meta", "manifest")},
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}datastyle:1.0": "number",
    f"{_OASIS}svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}

Handlers = Mapping[str, Callable[[Element], None]]
"""What is to be done with each element of these names as soon as it is whole."""


class _Short(dict[str, str]):
    """The short form of each name met, worked out once."""

    def __missing__(self, name: str) -> str:
        address, _, local = name.rpartition(" ")
        self[name] = f"{_PREFIXES.get(address, '?')}.{local}" if address else local
        return self[name]


class _Growing:
    """The tree as the parser makes it, with its depth and size watched."""

    def __init__(self, each: Handlers) -> None:
        self._tree, self._short, self._each = TreeBuilder(), _Short(), each
        self._depth = self._count = 0
        self.data = self._tree.data
        self.close = self._tree.close

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        if self._depth > _DEEPEST:
            raise Hostile(what=f"its parts lie more than {_DEEPEST} deep inside each other")
        if self._count > _MOST_ELEMENTS:
            raise UnpacksTooLarge(limit=_MOST_ELEMENTS // 50_000)
        self._tree.start(self._short[name], {self._short[key]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        element = self._tree.end(self._short[name])
        if handle := self._each.get(element.tag):
            handle(element)
            element.clear()


def parse(content: bytes, *, kind: str, each: Handlers | None = None) -> Element:
    """The tree of one part of a document of this kind.

    Elements named in `each` are handed over as they end and then emptied, so that a long part never stands in memory.
    """
    growing, parser = _Growing(each or {}), expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.StartElementHandler, parser.EndElementHandler = growing.start, growing.end
    parser.CharacterDataHandler = growing.data
    parser.buffer_text = True
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no names
    except (expat.ExpatError, LookupError):  # the latter for an encoding that nobody knows
        raise Damaged(kind=kind, what="its text cannot be made out") from None
    return growing.close()


def _refuse_declarations(*_declared: object) -> None:
    """No office program writes a document type; it is how XML is made to grow or to read other files."""
    raise Hostile(what="it declares entities of its own, as no office program does")
