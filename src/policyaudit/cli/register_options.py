"""The options by which somebody says what the columns of a list of policies hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from policyaudit.reading.register import Meaning
    from policyaudit.usecases.read_folder import FoundFile

LISTS: Final = "Options for lists of policies"

Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADING=MEANING",
        help="What a column of the list holds, or nothing (the word) to pass it over; several times, or a file.",
        rich_help_panel=LISTS,
    ),
]
SaveMap = Annotated[
    Path | None,
    typer.Option(
        "--save-map",
        metavar="FILE.toml",
        help="Write what each column was taken for to a file, for the next --map.",
        rich_help_panel=LISTS,
    ),
]


def use_map(files: "Sequence[FoundFile]", mapping: "Mapping[str, Meaning | None]", save_to: Path | None) -> None:
    """Refuse a heading that no list has, and write what the columns were taken for where that is asked for."""
    from policyaudit.reports.writing import write_file
    from policyaudit.usecases.import_map import refuse_unknown_columns, saved_map
    from policyaudit.usecases.read_folder import ReadRegister

    columns = [column for one in files if isinstance(one, ReadRegister) for column in one.register.columns]
    refuse_unknown_columns(mapping, columns)
    if save_to is not None:
        write_file(save_to, saved_map(columns).encode())
