"""Why a PDF could not be drawn."""

from typing import Final

from policyaudit.errors import OutputNotWritten, PieceMissing

_SMALLER: Final = "ask for less: one school with --school NAME, fewer days with --within DAYS, or no --names"


class PangoMissing(PieceMissing):
    """Pango, which lays out the pages of a PDF, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Pango, which lays out the pages of a PDF, is not installed on this machine",
            next_step="sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        )


class DrawingTookTooLong(OutputNotWritten):
    """A report with more pages than can be drawn in a reasonable time."""

    def __init__(self, *, minutes: int) -> None:
        super().__init__(f"the PDF was not written: drawing its pages took over {minutes} minutes", next_step=_SMALLER)


class TooLargeToDraw(OutputNotWritten):
    """A report with more pages than can be drawn in the memory that drawing may take."""

    def __init__(self) -> None:
        super().__init__(
            "the PDF was not written: its pages took more memory than they may, or drawing them was stopped",
            next_step=_SMALLER,
        )


class DrawingFault(Exception):
    """Something that drawing did not foresee: what Python said of it in the process that draws."""
