"""What OpenDocument texts and spreadsheets have in common: their parts, their lock and their title.

Source: OpenDocument 1.3 part 2, sections 3 (packages) and 4 (encryption).
"""

from xml.etree.ElementTree import Element

from policyaudit.domain.clean_text import clean
from policyaudit.reading.package import Package
from policyaudit.reading.refusals import Locked


def opened(content: bytes, *, kind: str) -> Package:
    """The package of an OpenDocument file; one that is locked with a password is refused."""
    package = Package(content, kind=kind)
    if any(node.tag == "manifest.encryption-data" for node in optional(package, "META-INF/manifest.xml").iter()):
        raise Locked
    return package


def optional(package: Package, name: str) -> Element:
    """A part that may be missing, then an empty one."""
    tree = package.tree(name)
    return Element(name) if tree is None else tree


def title_of(package: Package) -> str | None:
    """The title among the document's properties."""
    node = next(optional(package, "meta.xml").iter("dc.title"), None)
    return clean((node is not None and node.text) or "", limit=300) or None
