import subprocess
import sys
from io import BytesIO

import pytest

from policyaudit.apart.messages import receive, send
from policyaudit.reading.exchange import unpack
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.refusals import Empty
from policyaudit.reading.worker import read, serve
from tests.reading.making_documents import docx, odt, p
from tests.reading.making_ods import ods, row
from tests.reading.making_pdfs import pdf, text
from tests.reading.making_sheets import inline, rows, xlsx
from tests.reading.making_xls import xls


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Scope\n", id="text"),
        pytest.param(b"<html><p>Scope", id="web page"),
        pytest.param(xlsx(rows(f"<row>{inline('Scope')}</row>")), id="Excel"),
        pytest.param(ods(row("Scope")), id="OpenDocument spreadsheet"),
        pytest.param(xls([["Scope"]]), id="old Excel"),
        pytest.param(docx(p("Scope")), id="Word"),
        pytest.param(odt("<text:p>Scope</text:p>"), id="OpenDocument"),
        pytest.param(pdf(text(60, 200, "Scope")), id="PDF"),
    ],
)
def test_a_document_of_each_kind_is_read(content: bytes) -> None:
    outcome = read(content)

    assert isinstance(outcome, DocumentText)
    assert outcome.text == "Scope"


def test_documents_are_answered_in_turn() -> None:
    documents, answers = BytesIO(), BytesIO()
    send(documents, b"Scope")
    send(documents, b"")
    documents.seek(0)

    serve(documents, answers)

    answers.seek(0)
    text, refusal = (unpack(receive(answers, most=10_000) or b"") for _ in range(2))
    assert isinstance(text, DocumentText)
    assert isinstance(refusal, Empty)


def test_what_is_heavy_stays_out_of_the_process() -> None:
    program = "import policyaudit.reading.worker, sys\nprint(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert not {"typer", "sqlmodel", "sqlalchemy", "weasyprint", "jinja2", "pypdfium2"} & set(loaded)
