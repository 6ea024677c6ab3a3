"""`audit inspect`: what can be read out of one document."""

from pathlib import Path
from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson
from policyaudit.cli.reading_options import Convert, Ocr, asked_for
from policyaudit.cli.terminal import put, this_terminal

app = plain_app()


@app.command(
    cls=AuditCommand,
    epilog="audit inspect Behaviour.docx\naudit inspect Behaviour.pdf --json\naudit inspect scan.pdf --ocr",
)
def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.")],
    *,
    json: AsJson = False,
    convert: Convert = False,
    ocr: Ocr = False,
) -> None:
    """Show what can be read out of one document.

    Each value stands with its line, and with how sure it is. Nothing is recorded, and no register is needed.
    """
    from policyaudit.cli.documents import one_document
    from policyaudit.cli.inspect_page import inspect_page
    from policyaudit.cli.show import show_json
    from policyaudit.reading.inspection import as_json

    read = one_document(file, asked=asked_for(convert=convert, ocr=ocr))
    if json:
        show_json(as_json(read.header, file_name=read.file_name, document=read.text))
    else:
        put(inspect_page(read, this_terminal()))
