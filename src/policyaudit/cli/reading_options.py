"""The options of commands that read documents: what other programs may be started for, which they never are unasked."""

from typing import Annotated, Final

import typer

READING: Final = "Options for documents that other programs help to read"

Convert = Annotated[
    bool,
    typer.Option("--convert", help="Read old Word and rich text (DOC, RTF) with LibreOffice.", rich_help_panel=READING),
]
Ocr = Annotated[
    bool,
    typer.Option(
        "--ocr",
        help="Recognise the text of scans and photographs; every value of them is to be confirmed.",
        rich_help_panel=READING,
    ),
]
