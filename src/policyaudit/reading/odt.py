"""OpenDocument text (.odt): headers, text, notes and footers, each once.

Source: OpenDocument 1.3 part 3, section 16 (master pages).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policyaudit.reading.flow import Block, LineWriter
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText, Part
from policyaudit.reading.odt_text import OpenDocumentText, has_pending_changes
from policyaudit.reading.open_document import opened, optional, title_of
from policyaudit.reading.package import Package
from policyaudit.reading.refusals import NoText
from policyaudit.reading.warnings import PENDING_CHANGES, STRUCK_OUT, comments_unread

_RUNNING = {
    Part.HEADER: {"style.header", "style.header-first", "style.header-left"},
    Part.FOOTER: {"style.footer", "style.footer-first", "style.footer-left"},
}


def read_odt(content: bytes) -> DocumentText:
    """Read the lines of an OpenDocument text."""
    package = opened(content, kind=NAMES[Kind.OPEN_DOCUMENT])
    document = _Document(package)
    writer = LineWriter()
    writer.write(document.running(Part.HEADER), part=Part.HEADER)
    writer.write(document.body())
    writer.write(document.running(Part.FOOTER), part=Part.FOOTER)
    if not writer.lines:
        raise NoText(kind=f"an {NAMES[Kind.OPEN_DOCUMENT]}")
    return DocumentText(
        media_type=Kind.OPEN_DOCUMENT,
        lines=tuple(writer.lines),
        title_property=title_of(package),
        warnings=tuple(document.warnings()),
    )


class _Document:
    """The parts of an OpenDocument text."""

    def __init__(self, package: Package) -> None:
        self._content = package.required("content.xml")
        self._styles = optional(package, "styles.xml")
        struck = _struck(self._content, self._styles)
        self._text = OpenDocumentText(_titles(self._content, self._styles), struck)

    def body(self) -> Iterator[Block]:
        """The text, then foot and end notes."""
        for text in self._content.iter("office.text"):
            yield from self._text.blocks(text)
        yield from self._text.notes

    def running(self, part: Part) -> Iterator[Block]:
        """The headers or footers of all kinds of page, each once."""
        seen: set[tuple[Block, ...]] = set()
        for node in self._styles.iter():
            if node.tag in _RUNNING[part] and node.get("style.display") != "false":
                blocks = tuple(self._text.blocks(node))
                yield from () if blocks in seen else blocks
                seen.add(blocks)

    def warnings(self) -> Iterator[str]:
        """What a reader should know of the text."""
        trees = (self._content, self._styles)
        if any(map(has_pending_changes, trees)):
            yield PENDING_CHANGES
        if self._text.has_struck_words:
            yield STRUCK_OUT
        if count := sum(1 for tree in trees for _ in tree.iter("office.annotation")):
            yield comments_unread(count)


def _titles(*trees: Element) -> set[str]:
    """The paragraph styles that are titles: the one called so, and those made from it by hand."""
    styles = [style for tree in trees for style in tree.iter("style.style")]
    made = {style.get("style.name", "") for style in styles if style.get("style.parent-style-name") == "Title"}
    return {"Title", *made}


def _struck(*trees: Element) -> set[str]:
    """The styles of words with a line drawn through them."""
    return {
        style.get("style.name", "")
        for tree in trees
        for style in tree.iter("style.style")
        for look in style.iterfind("style.text-properties")
        if look.get("style.text-line-through-style", "none") != "none"
    }
