"""The options of commands that read documents: what other programs may be started for, which they never are unasked."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from policyaudit.errors import PieceMissing

if TYPE_CHECKING:
    from policyaudit.reading.outside import Asked

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


class NoConverter(PieceMissing):
    """Old documents were to be read, and LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "--convert needs LibreOffice, which is not installed",
            next_step="install it (Debian and Ubuntu: sudo apt-get install -y libreoffice-writer)",
        )


class NoRecogniser(PieceMissing):
    """Scans were to be read, and the programs that recognise text are not installed."""

    def __init__(self) -> None:
        super().__init__(
            "--ocr needs ocrmypdf and Tesseract, which are not both installed",
            next_step="install them (Debian and Ubuntu: sudo apt-get install -y ocrmypdf tesseract-ocr-eng)",
        )


def asked_for(*, convert: bool, ocr: bool) -> "Asked":
    """What somebody asked for, if the programs for it are there."""
    from policyaudit.reading.office_convert import can_convert
    from policyaudit.reading.outside import Asked
    from policyaudit.reading.scans import can_recognise

    if convert and not can_convert():
        raise NoConverter
    if ocr and not can_recognise():
        raise NoRecogniser
    return Asked(convert=convert, ocr=ocr)
