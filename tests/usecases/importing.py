"""What tests of the import write: small policy documents as schools write them."""

from pathlib import Path

from policyaudit.store.opening import Store
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_schools import ImportOptions
from tests.factories import RECORDING, SCHOOL, a_document, read

BODY = """1. Purpose

This policy says how everybody at the school behaves towards each other, and what happens where somebody does not.

2. Who does what

Staff must report a concern to the Headteacher within 2 days. The governors look at the figures each term.
Parents are told on the same day. Pupils help to write the rules of their class.
"""
OTHER_BODY = """Aims

Children learn best when they are in school. We ring home on the first morning, and write after the third.
The office keeps the registers; the attendance officer looks at them every Friday and talks to families.
"""


def a_text(
    *,
    school: str | None = SCHOOL,
    title: str | None = "Behaviour Policy",
    version: str | None = "1.0",
    reviewed: str | None = "June 2016",
    next_review: str | None = "June 2017",
    body: str = BODY,
    **more: str,
) -> str:
    """A policy with its first lines; what is None does not stand there, `more` are further lines by their label."""
    labelled = {"Version": version, "Date of last review": reviewed, "Date of next review": next_review} | more
    lines = [f"{label.replace('_', ' ')}: {value}" for label, value in labelled.items() if value is not None]
    titled = f"Policy title: {title}" if title is not None else None  # stands there for certain
    return "\n".join([*filter(None, (school, titled)), "", *lines, "", body])


def bring_in(
    store: Store, folder: Path, *texts: str, school: str | None = None, add_schools: bool = False, prefix: str = "doc"
) -> ImportProposal:
    """Imports each text as a document of its own; the proposal said the same before."""
    paths = [a_document(folder, f"{prefix}-{number}.txt", text) for number, text in enumerate(texts)]
    documents, options = read(*paths), ImportOptions(school, add_schools)
    proposed = propose_import(store, documents, options=options)
    recorded = accept_import(store, documents, options=options, **RECORDING)
    assert recorded == proposed
    return recorded


def outcomes(proposal: ImportProposal) -> list[str]:
    """How each document ended."""
    return [document.outcome.value for document in proposal.documents]
