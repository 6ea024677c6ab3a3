"""`audit version`: publishes the versions of a policy."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.help import AuditCommand, plain_app, show_help
from policyaudit.cli.options import By, Db, OfSchool, today
from policyaudit.cli.policy_options import Policy
from policyaudit.domain.partial_date import PartialDate

if TYPE_CHECKING:
    from policyaudit.usecases.versions import VersionFile

_KINDS: Final[dict[bool | None, Literal["minor", "material"] | None]] = {True: "minor", False: "material", None: None}
app = plain_app()
app.callback(invoke_without_command=True, help="Add, list, show and edit the versions of a policy.")(show_help)


@app.command(
    cls=AuditCommand,
    epilog='audit version add "Code of conduct" 1.1 --in-force "1 September 2026" --minor --reason "spelling only"\n'
    'audit version add HR4 2 --in-force "September 2026" --file code-of-conduct.docx --yes',
)
def add(
    policy: Policy,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="The version as the school writes it: 1.1, 3.")],
    *,
    in_force: Annotated[
        PartialDate, typer.Option(metavar="DATE", parser=read_partial_date, help="From when it is in force.")
    ],
    minor: Annotated[
        bool | None,
        typer.Option(
            "--minor/--material",
            help="Minor keeps what was signed, material asks everybody again.  [default: proposed from the two texts]",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why; a minor revision needs it.")] = None,
    decided_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decided minor or material.")] = None,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="The document with its text.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Publish it without asking.")] = False,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Publish a new version of a policy.

    It says first how many signatures it keeps and how many people must sign again, and then asks.
    """
    from policyaudit.cli.asking import agreed
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.version_page import effect_told
    from policyaudit.usecases.versions import NewVersion, effect_of, publish

    version = NewVersion(policy=policy, label=label, in_force_from=in_force, reason=reason, school=school)
    document = _text_of(file) if file else None
    version = replace(version, kind=_KINDS[minor], decided_by=decided_by, document=document)
    with register(db) as store:
        typer.echo(effect_told(effect_of(store, version, today=today())))
        if agreed("Publish it?", yes=yes):
            publish(store, version, today=today(), **recording(by))
            typer.echo("Published.")


def _text_of(file: Path) -> "VersionFile":
    """The document that holds the version's text; one that cannot be read stops everything."""
    from policyaudit.cli.documents import one_document
    from policyaudit.usecases.versions import VersionFile

    read = one_document(file)
    return VersionFile(read.file_name, read.text.media_type, read.content, read.text.text, read.sha256)
