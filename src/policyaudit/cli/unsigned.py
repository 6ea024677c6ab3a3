"""`audit unsigned`: who has not signed what."""

from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson, AsOf, Db, Format, School, Strict, today

app = plain_app()
EXAMPLES = """\
audit unsigned
audit unsigned --policy "Code of conduct"
audit unsigned --person Inkwell --json
audit unsigned --group teaching --by-person"""


@app.command(cls=AuditCommand, epilog=EXAMPLES)
def unsigned(
    *,
    policy: Annotated[
        str | None, typer.Option(metavar="POLICY", help="Only this policy, by title, part of it, or number.")
    ] = None,
    person: Annotated[str | None, typer.Option(metavar="PERSON", help="Only this person, by name or surname.")] = None,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only people of this group.")] = None,
    by_person: Annotated[bool, typer.Option("--by-person", help="List by person instead of by policy.")] = False,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    strict: Strict = False,
    school: School = None,
    db: Db = None,
) -> None:
    """Show who has not signed what.

    A policy asks the groups in its audience. Whoever has not signed the version that counts is listed with the day by
    which they should have; people on leave, leavers and those who have not started owe nothing.
    """
    from policyaudit.cli.register import register
    from policyaudit.cli.show import end_strictly, show
    from policyaudit.cli.unsigned_page import page_by_person, page_by_policy
    from policyaudit.usecases.unsigned import UnsignedFilter
    from policyaudit.usecases.unsigned import unsigned as list_unsigned

    asked = UnsignedFilter(school=school, policy=policy, person=person, group=group)
    with register(db) as store:
        found = list_unsigned(store, as_of=as_of or today(), asked=asked, by_person=by_person)
    page = page_by_person if by_person else page_by_policy
    show(found, form="unsigned", chosen="json" if json else format_, page=page)
    end_strictly(found=found.late > 0, strict=strict)
