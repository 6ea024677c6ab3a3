"""`audit inspect`: what can be read out of one document."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson
from policyaudit.cli.reading_options import Convert, Ocr, asked_for
from policyaudit.cli.terminal import put, this_terminal

if TYPE_CHECKING:
    from policyaudit.reading.register import Register
    from policyaudit.usecases.read_folder import ReadDocument

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

    Each value stands with its line, and with how sure it is. A list of many policies is shown as a table, with what
    each of its columns was taken for. Nothing is recorded, and no register is needed.
    """
    from policyaudit.cli.documents import one_document
    from policyaudit.cli.inspect_page import inspect_page
    from policyaudit.cli.show import show_json
    from policyaudit.reading.inspection import as_json
    from policyaudit.reading.register_reading import read_register

    read = one_document(file, asked=asked_for(convert=convert, ocr=ocr))
    if register := read_register(read.text):
        _show_register(register, read, json=json)
    elif json:
        show_json(as_json(read.header, file_name=read.file_name, document=read.text))
    else:
        put(inspect_page(read, this_terminal()))


def _show_register(register: "Register", read: "ReadDocument", *, json: bool) -> None:
    """A list of many policies: its columns and rows."""
    from policyaudit.cli.register_page import register_page
    from policyaudit.cli.show import show_json
    from policyaudit.reading.register_json import register_json

    if json:
        show_json(register_json(register, file_name=read.file_name, document=read.text))
    else:
        put(register_page(register, file_name=read.file_name, document=read.text, terminal=this_terminal()))
