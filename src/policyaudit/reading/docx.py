"""Word documents (.docx): headers, text, notes and footers, each once.

Source: ECMA-376 part 1, section 17.10 (headers and footers).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policyaudit.reading.docx_text import WordText, has_pending_changes, heading_level, is_on, is_struck_out
from policyaudit.reading.flow import Block, LineWriter
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText, Part
from policyaudit.reading.package import Package
from policyaudit.reading.refusals import NoText
from policyaudit.reading.relations import relations, target, title_of
from policyaudit.reading.warnings import PENDING_CHANGES, STRUCK_OUT, comments_unread

_REFERENCES = {Part.HEADER: "w.headerReference", Part.FOOTER: "w.footerReference"}


def read_docx(content: bytes) -> DocumentText:
    """Read the lines of a Word document."""
    package = Package(content, kind=NAMES[Kind.WORD])
    document = _Document(package)
    writer = LineWriter()
    writer.write(document.running(Part.HEADER), part=Part.HEADER)
    writer.write(document.body())
    writer.write(document.running(Part.FOOTER), part=Part.FOOTER)
    if not writer.lines:
        raise NoText(kind=f"a {NAMES[Kind.WORD]}")
    return DocumentText(
        media_type=Kind.WORD,
        lines=tuple(writer.lines),
        title_property=title_of(package),
        warnings=tuple(document.warnings()),
    )


class _Document:
    """The parts of a Word document, found by what they are to it."""

    def __init__(self, package: Package) -> None:
        self._package = package
        name = target(relations(package, ""), "officeDocument") or "word/document.xml"
        self._tree, self._relations = package.required(name), relations(package, name)
        self._text = WordText(_headings(self._part("styles")))
        self._read = [self._tree]

    def body(self) -> Iterator[Block]:
        """The text, then foot and end notes."""
        for body in self._tree.iterfind("w.body"):
            yield from self._text.blocks(body)
        for role in ("footnotes", "endnotes"):
            self._read.append(notes := self._part(role))
            for note in notes:
                yield from self._text.blocks(note)

    def running(self, part: Part) -> Iterator[Block]:
        """The headers or footers that are shown somewhere, each once."""
        shown = dict.fromkeys(self._shown(_REFERENCES[part]))
        targets = {relation.key: relation.target for relation in self._relations}
        seen: set[tuple[Block, ...]] = set()
        for key in shown:
            blocks = tuple(self._text.blocks(self._running_tree(targets.get(key, ""))))
            yield from () if blocks in seen else blocks
            seen.add(blocks)

    def warnings(self) -> Iterator[str]:
        """What a reader should know of the text."""
        if any(map(has_pending_changes, self._read)):
            yield PENDING_CHANGES
        if any(is_struck_out(run) for tree in self._read for run in tree.iter("w.r")):
            yield STRUCK_OUT
        if count := len(self._part("comments")):
            yield comments_unread(count)

    def _part(self, role: str) -> Element:
        """The part that has this role, or an empty one."""
        tree = self._package.tree(target(self._relations, role) or "")
        return Element(role) if tree is None else tree

    def _running_tree(self, name: str) -> Element:
        tree = self._package.tree(name)
        if tree is None:
            return Element(name)
        self._read.append(tree)
        return tree

    def _shown(self, reference: str) -> Iterator[str]:
        """The headers or footers of all sections, without those for first or even pages that have no own."""
        evens = is_on(self._part("settings").find("w.evenAndOddHeaders"))
        for section in self._tree.iter("w.sectPr"):
            hidden = {"" if is_on(section.find("w.titlePg")) else "first", "" if evens else "even"}
            for node in section.iterfind(reference):
                if node.get("w.type") not in hidden:
                    yield node.get("r.id", "")


def _headings(styles: Element) -> dict[str, int]:
    """The heading level of each paragraph style that has one, by itself or by the style that it is based on."""
    by_id = {style.get("w.styleId", ""): style for style in styles.iterfind("w.style")}
    levels = {key: _level(style, by_id) for key, style in by_id.items()}
    return {key: level for key, level in levels.items() if level}


def _level(style: Element | None, by_id: dict[str, Element]) -> int | None:
    """The level of a style; a chain of styles that ends in itself is left after as many steps as there are styles."""
    for _ in by_id:
        if style is None:
            return None
        outline, name, base = (style.find(path) for path in ("w.pPr/w.outlineLvl", "w.name", "w.basedOn"))
        if outline is not None:
            return heading_level(outline)
        if name is not None and name.get("w.val") == "Title":
            return 1
        style = by_id.get(base.get("w.val", "")) if base is not None else None
    return None
