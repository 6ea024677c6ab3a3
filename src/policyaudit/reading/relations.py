"""What the parts of an Office document are to each other, as the file beside each part says.

Source: ECMA-376 part 2, section 9.3.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from policyaudit.domain.clean_text import clean
from policyaudit.reading.package import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """That one part of the package belongs to another, and as what."""

    key: str
    role: str
    target: str


def relations(package: Package, part: str) -> list[Relation]:
    """What belongs to a part, or to the whole package if the name is empty."""
    folder, name = posixpath.split(part)
    tree = package.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    return [
        Relation(
            key=node.get("Id", ""),
            role=posixpath.basename(node.get("Type", "")),
            target=posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/"),
        )
        for node in (() if tree is None else tree)
    ]


def target(related: Iterable[Relation], role: str) -> str | None:
    """The name of the first part with this role."""
    return next((relation.target for relation in related if relation.role == role), None)


def title_of(package: Package) -> str | None:
    """The title among the document's properties."""
    properties = package.tree(target(relations(package, ""), "core-properties") or "docProps/core.xml")
    title = properties.findtext("dc.title") if properties is not None else None
    return clean(title or "", limit=300) or None
