"""`audit confirm`: goes through the values that wait: accept, correct, drop."""

from typing import TYPE_CHECKING, Annotated

import typer

from policyaudit.cli import confirm_options as of_value
from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson, By, Db, Format, School, today

if TYPE_CHECKING:
    from policyaudit.store.opening import Store
    from policyaudit.usecases.confirm_rulings import Asked

app = plain_app()
EXAMPLES = """\
audit confirm
audit confirm Behaviour --accept next-review --drop officer
audit confirm Behaviour --next-review "June 2027"
audit confirm --accept-above 70"""


@app.command(cls=AuditCommand, epilog=EXAMPLES)
def confirm(
    policy: Annotated[
        str | None,
        typer.Argument(metavar="[POLICY]", help="Only this policy, by title, part of it, or number."),
    ] = None,
    *,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD", help="This was read rightly: next-review, officer, ...; may be given several times."
        ),
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD", help="This is not to count at all; may be given several times."),
    ] = None,
    accept_above: Annotated[
        int | None,
        typer.Option(metavar="PERCENT", min=0, max=100, help="Accept every value that is at least so sure."),
    ] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Accept every value that waits.")] = False,
    title: of_value.Title = None,
    number: of_value.Number = None,
    version: of_value.Version = None,
    in_force_from: of_value.InForceFrom = None,
    officer: of_value.Officer = None,
    committee: of_value.Committee = None,
    approved_by: of_value.ApprovedBy = None,
    approved_on: of_value.ApprovedOn = None,
    last_reviewed: of_value.LastReviewed = None,
    next_review: of_value.NextReview = None,
    cycle: of_value.Cycle = None,
    names: of_value.Names = None,
    format_: Format = "table",
    json: AsJson = False,
    school: School = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Go through the values that wait to be confirmed.

    A value that was read from a document and is doubtful counts for nothing until somebody says that it is right. At a
    terminal each is asked, with the line that it was read from. Elsewhere they are listed, and settled by options.
    Who said what stays with the value: audit policy show lists it.
    """
    from policyaudit.cli.register import register
    from policyaudit.usecases.confirm_rulings import Asked

    said = {"title": title, "number": number, "version": version, "in-force-from": in_force_from, "officer": officer}
    said |= {"committee": committee, "approved-by": approved_by, "approved-on": approved_on, "cycle": cycle}
    said |= {"last-reviewed": last_reviewed, "next-review": next_review, "school": names}
    corrected = {field: text for field, text in said.items() if text is not None}
    asked = Asked(tuple(accept or ()), tuple(drop or ()), corrected, 0 if accept_all else accept_above)
    with register(db) as store:
        if asked:
            _settle(store, policy, asked, school=school, by=by)
        else:
            _go_through(store, policy, chosen="json" if json else format_, school=school, by=by)


def _settle(store: "Store", policy: str | None, asked: "Asked", *, school: str | None, by: str | None) -> None:
    """Settle what the options say, and tell it."""
    from policyaudit.cli.confirm_page import settled_page
    from policyaudit.cli.register import recording
    from policyaudit.cli.terminal import put, this_terminal
    from policyaudit.usecases.confirm import waiting_values
    from policyaudit.usecases.confirm_rulings import settle_as_asked

    settled = settle_as_asked(store, policy, asked, school=school, today=today(), **recording(by))
    waits = waiting_values(store, None, school=school)
    put(settled_page(settled, len(waits.values), this_terminal()))


def _go_through(store: "Store", policy: str | None, *, chosen: str, school: str | None, by: str | None) -> None:
    """Ask of each value, where somebody is there to be asked; else list them."""
    from policyaudit.cli.asking import somebody_is_there, talk
    from policyaudit.cli.confirm_page import waiting_page
    from policyaudit.cli.show import show
    from policyaudit.usecases.confirm import waiting_values

    found = waiting_values(store, policy, school=school)
    if not found.values or chosen != "table" or not somebody_is_there():
        show(found, form="confirm", chosen=chosen, page=waiting_page)
        return
    from policyaudit.cli.confirm_dialogue import go_through
    from policyaudit.cli.register import recording

    go_through(store, found, talk(), today=today(), recording=lambda: recording(by))
