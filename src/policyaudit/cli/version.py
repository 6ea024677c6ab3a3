"""`audit version`: publishes the versions of a policy."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, OfSchool, School, today
from policyaudit.cli.policy_options import Policy
from policyaudit.cli.reading_options import Convert, Ocr, asked_for
from policyaudit.cli.terminal import put, this_terminal
from policyaudit.domain.partial_date import PartialDate
from policyaudit.errors import UsageProblem

if TYPE_CHECKING:
    from policyaudit.reading.outside import Asked
    from policyaudit.usecases.versions import VersionFile

app = noun_app("version")


class MinorOrMaterial(UsageProblem):
    """A revision was to be of both kinds."""

    def __init__(self) -> None:
        super().__init__("a revision is minor or material, not both", next_step="say one of --minor and --material")


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
    minor: Annotated[bool, typer.Option("--minor", help="A minor revision, which keeps what was signed.")] = False,
    material: Annotated[
        bool,
        typer.Option(
            "--material",
            help="A material revision: everybody signs again.  [default of the two: proposed from the two texts]",
        ),
    ] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why; a minor revision needs it.")] = None,
    decided_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decided minor or material.")] = None,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="The document with its text.")] = None,
    convert: Convert = False,
    ocr: Ocr = False,
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
    from policyaudit.cli.show import say
    from policyaudit.cli.version_page import effect_told, not_published
    from policyaudit.usecases.versions import NewVersion, effect_of, publish

    version = NewVersion(policy=policy, label=label, in_force_from=in_force, reason=reason, school=school)
    document = _text_of(file, asked_for(convert=convert, ocr=ocr)) if file else None
    version = replace(version, kind=_kind(minor=minor, material=material), decided_by=decided_by, document=document)
    with register(db) as store:
        say(effect_told(effect_of(store, version, today=today())))
        if agreed("Publish it?", yes=yes):
            publish(store, version, today=today(), **recording(by))
            put("Published.")
        else:
            put(not_published(this_terminal().width))


@app.command("list", cls=AuditCommand, epilog="audit version list ST04")
def list_(
    policy: Policy,
    *,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    school: School = None,
    db: Db = None,
) -> None:
    """List the versions of a policy, the newest first."""
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.cli.version_page import versions_page
    from policyaudit.usecases.show_versions import list_versions

    with register(db) as store:
        found = list_versions(store, policy, as_of=as_of or today(), school=school)
    show(found, form="versions", chosen="json" if json else format_, page=versions_page)


@app.command("show", cls=AuditCommand, epilog="audit version show ST04\naudit version show ST04 1.1")
def show_(
    policy: Policy,
    label: Annotated[
        str | None, typer.Argument(metavar="LABEL", help="Which: its label, or no. 2.  [default: the newest]")
    ] = None,
    *,
    as_of: AsOf = None,
    json: AsJson = False,
    school: OfSchool = None,
    db: Db = None,
) -> None:
    """Show one version: where it came from, and which lines changed."""
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.cli.version_page import version_page
    from policyaudit.usecases.show_versions import show_version

    with register(db) as store:
        found = show_version(store, policy, label, as_of=as_of or today(), school=school)
    show(found, form="version", chosen="json" if json else "table", page=version_page)


@app.command(cls=AuditCommand, epilog='audit version edit ST04 "no. 1" --label 1.0 --in-force "September 2019"')
def edit(
    policy: Policy,
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Which: its label, or no. 2 where it has none.")],
    *,
    label: Annotated[str | None, typer.Option(metavar="LABEL", help="A new label.")] = None,
    in_force: Annotated[
        PartialDate | None, typer.Option(metavar="DATE", parser=read_partial_date, help="From when it is in force.")
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Give a version another label, or another date from which it is in force."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.edit_version import edit_version

    with register(db) as store:
        changed = edit_version(
            store, policy, version, label=label, in_force_from=in_force, school=school, **recording(by)
        )
    say(f"Changed a version of {changed.name}.")


def _kind(*, minor: bool, material: bool) -> Literal["minor", "material"] | None:
    """What somebody decided; None where they left it to the texts."""
    if minor and material:
        raise MinorOrMaterial
    return "minor" if minor else "material" if material else None


def _text_of(file: Path, asked: "Asked") -> "VersionFile":
    """The document that holds the version's text; one that cannot be read stops everything."""
    from policyaudit.cli.documents import one_document
    from policyaudit.usecases.versions import VersionFile

    read = one_document(file, asked=asked)
    return VersionFile(read.file_name, read.text.media_type, read.content, read.text.text, read.sha256)
