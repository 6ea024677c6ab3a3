"""The options of `audit confirm` that put another value in place of one that waits."""

from typing import Annotated

import typer

CORRECTING = "Instead of what was read, for one POLICY"
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.", rich_help_panel=CORRECTING)]
Number = Annotated[str | None, typer.Option("--number", metavar="TEXT", help="Its number.", rich_help_panel=CORRECTING)]
Version = Annotated[
    str | None, typer.Option("--version", metavar="LABEL", help="The version's label.", rich_help_panel=CORRECTING)
]
InForceFrom = Annotated[
    str | None,
    typer.Option(
        "--in-force-from", metavar="DATE", help="When the version came into force.", rich_help_panel=CORRECTING
    ),
]
Officer = Annotated[
    str | None,
    typer.Option("--officer", metavar="NAME", help="The post or person responsible.", rich_help_panel=CORRECTING),
]
Committee = Annotated[
    str | None,
    typer.Option("--committee", metavar="NAME", help="The committee that looks after it.", rich_help_panel=CORRECTING),
]
ApprovedBy = Annotated[
    str | None, typer.Option("--approved-by", metavar="NAME", help="Who approved it.", rich_help_panel=CORRECTING)
]
ApprovedOn = Annotated[
    str | None, typer.Option("--approved-on", metavar="DATE", help="When it was approved.", rich_help_panel=CORRECTING)
]
LastReviewed = Annotated[
    str | None,
    typer.Option("--last-reviewed", metavar="DATE", help="When it was last reviewed.", rich_help_panel=CORRECTING),
]
NextReview = Annotated[
    str | None,
    typer.Option("--next-review", metavar="DATE", help="When it is next reviewed.", rich_help_panel=CORRECTING),
]
Cycle = Annotated[
    str | None,
    typer.Option("--cycle", metavar="TEXT", help="How often: annually, every two years.", rich_help_panel=CORRECTING),
]
Names = Annotated[
    str | None,
    typer.Option("--names", metavar="SCHOOL", help="The school that the text names.", rich_help_panel=CORRECTING),
]
