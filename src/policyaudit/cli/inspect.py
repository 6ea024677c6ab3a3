"""`audit inspect`: what can be read out of one document."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson
from policyaudit.cli.reading_options import Convert, Ocr, asked_for
from policyaudit.cli.register_options import Map, use_map
from policyaudit.cli.terminal import put, this_terminal

if TYPE_CHECKING:
    from policyaudit.usecases.read_folder import ReadRegister

app = plain_app()


@app.command(
    cls=AuditCommand,
    epilog="audit inspect Behaviour.docx\naudit inspect Behaviour.pdf --json\naudit inspect scan.pdf --ocr\n"
    'audit inspect Register.xlsx --map "Currently dated=last reviewed"',
)
def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.")],
    *,
    map_: Map = None,
    json: AsJson = False,
    convert: Convert = False,
    ocr: Ocr = False,
) -> None:
    """Show what can be read out of one document.

    Each value stands with its line, and with how sure it is. A list of many policies is shown as a table, with what
    each of its columns was taken for. Nothing is recorded, and no register is needed.
    """
    from policyaudit.cli.documents import one_file
    from policyaudit.cli.inspect_page import inspect_page
    from policyaudit.cli.show import show_json
    from policyaudit.reading.inspection import as_json
    from policyaudit.usecases.import_map import read_map
    from policyaudit.usecases.read_folder import ReadRegister

    mapping = read_map(map_ or ())
    read = one_file(file, asked=asked_for(convert=convert, ocr=ocr), mapping=mapping)
    use_map([read], mapping, None)
    if isinstance(read, ReadRegister):
        _show_register(read, json=json)
    elif json:
        show_json(as_json(read.header, file_name=read.file_name, document=read.text))
    else:
        put(inspect_page(read, this_terminal()))


def _show_register(read: "ReadRegister", *, json: bool) -> None:
    """A list of many policies: its columns and rows."""
    from policyaudit.cli.register_page import register_page
    from policyaudit.cli.show import show_json
    from policyaudit.reading.register_json import register_json

    if json:
        show_json(register_json(read.register, file_name=read.file_name, document=read.text))
    else:
        put(register_page(read.register, file_name=read.file_name, document=read.text, terminal=this_terminal()))
