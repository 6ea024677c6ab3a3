"""The options that say something of a policy, for adding one and for editing one."""

from datetime import date
from typing import Annotated, Literal

import typer

from policyaudit.cli.date_options import DateOrNone, read_date_or_none, read_partial_date, read_review_cycle
from policyaudit.cli.options import read_day
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.schedule import Standing
from policyaudit.errors import UsageProblem

STANDINGS = tuple(standing.value.replace(" ", "-") for standing in Standing)


class NoStanding(UsageProblem):
    """A word that is no standing of a policy."""

    def __init__(self, text: str) -> None:
        super().__init__(f"a policy does not stand {text!r}", next_step=f"one of {', '.join(STANDINGS)}")


def read_standing(text: str) -> Standing:
    """The standing that somebody typed: overdue, due-soon."""
    try:
        return Standing(text.lower().replace("-", " "))
    except ValueError:
        raise NoStanding(text) from None


Policy = Annotated[str, typer.Argument(metavar="POLICY", help="The policy, by title, part of it, or number.")]
Number = Annotated[
    str | None, typer.Option("--number", metavar="TEXT", help="The school's own number for it; none takes it away.")
]
Officer = Annotated[
    str | None,
    typer.Option("--officer", metavar="NAME", help="The post or person responsible; none takes it away."),
]
Committee = Annotated[
    str | None, typer.Option("--committee", metavar="NAME", help="The committee that approves it; none takes it away.")
]
Cycle = Annotated[
    ReviewCycle | None,
    typer.Option("--cycle", metavar="TEXT", parser=read_review_cycle, help="How often: annually, every two years."),
]
LastReviewed = Annotated[
    PartialDate | None,
    typer.Option("--last-reviewed", metavar="DATE", parser=read_partial_date, help="When it was last reviewed."),
]
NextReview = Annotated[
    PartialDate | None,
    typer.Option(
        "--next-review",
        metavar="DATE",
        parser=read_partial_date,
        help="When it is next reviewed, as exact as the school says: June 2027, Autumn term 2027.",
    ),
]
NextReviewOrNone = Annotated[
    DateOrNone | None,
    typer.Option(
        "--next-review",
        metavar="DATE",
        parser=read_date_or_none,
        help="When it is next reviewed: June 2027, Autumn term 2027; none takes away what was stated.",
    ),
]
Status = Annotated[
    Literal["in force", "live", "draft"] | None,
    typer.Option("--status", metavar="STATUS", help='"in force", live (updated as things happen) or draft.'),
]
Anchor = Annotated[
    Literal["due", "reviewed"] | None,
    typer.Option(
        "--anchor",
        metavar="WORD",
        help="What a late review is followed from: the day it was due, or the day it was reviewed.",
    ),
]
Confidential = Annotated[
    bool | None,
    typer.Option("--confidential/--open", help="Whether packs only count it, or list it too."),
]
Ask = Annotated[
    list[str] | None, typer.Option("--ask", metavar="GROUP", help="Ask this group to sign; may be given several times.")
]
AskedFrom = Annotated[
    date | None,
    typer.Option("--asked-from", metavar="DAY", parser=read_day, help="Since when --ask asks.  [default: today]"),
]
NoLongerAsk = Annotated[
    list[str] | None, typer.Option("--no-longer-ask", metavar="GROUP", help="Stop asking this group to sign.")
]
