"""How `audit version` looks on a terminal."""

from policyaudit.cli.asking import somebody_is_there
from policyaudit.cli.colours import GREEN, PLAIN
from policyaudit.cli.facts import facts
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, next_steps, paragraphs, short_date
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.show_versions import VersionLine, VersionList, VersionPage
from policyaudit.usecases.versions import Effect

VERSIONS = (
    Column[VersionLine]("Version", lambda version: version.label or f"no. {version.sequence}"),
    Column[VersionLine](
        "In force from",
        lambda version: short_date(version.in_force_from),
        colour=lambda version: GREEN if version.is_in_force else PLAIN,
    ),
    Column[VersionLine]("", lambda version: "in force" if version.is_in_force else "", colour=lambda _: GREEN),
    Column[VersionLine]("Revision", lambda version: version.kind),
    Column[VersionLine]("Decided by", lambda version: version.decided_by, Giving.WRAP, least=14),
    Column[VersionLine]("Reason", lambda version: version.reason, Giving.WRAP),
    Column[VersionLine]("Signed", lambda version: f"{version.signatures:,}" if version.signatures else "", right=True),
)


def versions_page(found: VersionList, terminal: Terminal) -> str:
    """The versions of a policy, the newest first."""
    told = clean(f"{begun(counted(len(found.versions), 'version'))} of {found.policy}.")
    return paragraphs([table(VERSIONS, found.versions, terminal) if found.versions else "", told])


def version_page(found: VersionPage, terminal: Terminal) -> str:
    """One version, and the lines that changed."""
    version = found.version
    in_force = f"{version.in_force_from or 'not known'}{' (the one in force)' if version.is_in_force else ''}"
    known = (
        ("In force from", in_force),
        ("Revision", version.kind),
        ("Decided by", version.decided_by),
        ("Reason", version.reason),
        ("Signatures", f"{version.signatures:,}"),
        ("Documents", "; ".join(version.files)),
    )
    title = (
        f"{found.policy}, version {version.label}"
        if version.label
        else f"{found.policy}, version no. {version.sequence}"
    )
    changed = "\n".join(f"  {line[:1]} {clean(line[1:])}" for line in (found.text_difference or "").split("\n")[2:])
    return paragraphs([facts(title, known, terminal.width), f"Changed:\n{changed}" if changed else ""])


def effect_told(effect: Effect) -> str:
    """Of what kind the revision is and why, and what it does to the signatures."""
    kind = f"Version {effect.label} of {effect.policy} is a {effect.kind} revision ({effect.why})."
    if effect.kind == "minor":
        owing = f"; {counted(effect.still_owing, 'person', 'people')} still to sign" if effect.still_owing else ""
        return f"{kind} It keeps {counted(effect.kept, 'signature')} and asks nobody again{owing}."
    asked = counted(effect.asked_again, "person", "people") if effect.asked_again else "nobody"
    groups = f" ({', '.join(effect.groups)})" if effect.groups else ""
    return f"{kind} It asks {asked}{groups} to sign{'' if effect.is_first else ' again'}."


def not_published(width: int) -> str:
    """That nothing was done, and how to do it where nobody can be asked."""
    steps = [] if somebody_is_there() else [("audit version add ... --yes", "publishes it")]
    return paragraphs(["Nothing is recorded yet.", next_steps(steps, width)])
