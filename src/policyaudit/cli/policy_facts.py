"""What is known of one policy, as `audit policy show` says it: each thing with where it comes from."""

from collections.abc import Iterator

from policyaudit.cli.facts import Fact
from policyaudit.cli.where_known import sources
from policyaudit.cli.wording import counted, day
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.usecases.known_from import KnownFrom
from policyaudit.usecases.show_policy import PolicyPage
from policyaudit.usecases.show_versions import VersionLine

_NOT_KNOWN = "not known"


def known_of(found: PolicyPage) -> Iterator[Fact]:
    """How it stands and why, the text that counts, who owes and approves it, and who has to sign.

    What everybody asks of a policy is answered even where it is not known.
    """
    policy, late = found.policy, found.policy.days_overdue
    stands = f"{policy.standing} by {counted(late, 'day')}" if late else str(policy.standing)
    yield Fact("Standing", f"{stands} on {day(found.as_of)}")
    yield _fact(found, "Next review", _next_review(found) or _NOT_KNOWN, "next_review")
    yield _fact(found, "Review cycle", found.cycle.as_written if found.cycle else None, "review_frequency")
    yield _fact(found, "Last review", _last_review(found), "last_reviewed")
    yield _with_text(_fact(found, "Version", _version(found), "version", "effective_from"), found)
    yield _fact(found, "Approved", _approved(found) or _NOT_KNOWN, "approved_on", "approved_by")
    yield _fact(found, "Responsible", _responsible(found) or _NOT_KNOWN, "responsible_officer")
    yield _fact(found, "Committee", policy.committee, "responsible_committee")
    yield from _signing(found)
    yield Fact("School", policy.school)
    yield _fact(found, *_ended(found), "withdrawn_on")
    yield Fact("Why", found.why_withdrawn)
    yield Fact("Confidential", "yes: packs count it and do not list it" if policy.confidential else None)


# What the facts show, so that it need not stand among what was read besides.
SHOWN = frozenset(
    {
        "next_review",
        "review_frequency",
        "last_reviewed",
        "version",
        "effective_from",
        "approved_on",
        "approved_by",
        "responsible_officer",
        "responsible_committee",
    }
)


def _fact(found: PolicyPage, what: str, text: str | None, *fields: str) -> Fact:
    """One thing with its sources; where nothing counts yet, what waits to be confirmed stands there."""
    known = [found.known.get(field, KnownFrom()) for field in fields]
    waits = any(one.otherwise for one in known)
    return Fact(what, text or (_NOT_KNOWN if waits else None), sources(known))


def _next_review(found: PolicyPage) -> str | None:
    """The date that counts, why it does, and from when it is missed."""
    dates = found.next_review
    if dates.stated:
        otherwise = f"; {_by_cycle(found)} would be {dates.derived}" if dates.disagree else ""
        return f"{dates.stated}, as stated{_missed_from(dates.stated)}{otherwise}"
    return f"{dates.derived}, {_by_cycle(found)}{_missed_from(dates.derived)}" if dates.derived else None


def _missed_from(due: PartialDate) -> str:
    """The last day on which it is not overdue, where the date is not a day."""
    return "" if due.precision is Precision.DAY else f", overdue after {day(due.latest)}"


def _by_cycle(found: PolicyPage) -> str:
    """From what the review cycle counts."""
    cycle = f"“{found.cycle.as_written}”" if found.cycle else "a cycle"
    if found.anchor == "due":
        return f"{cycle} on its anniversary"
    approval = found.approvals[0] if found.approvals else None
    last = found.policy.last_reviewed
    return f"{cycle} after the {f'review of {last}' if last else f'approval of {approval and approval.approved}'}"


def _last_review(found: PolicyPage) -> str | None:
    """When it was reviewed last, and what came of that."""
    last = found.policy.last_reviewed
    held = [review for review in found.reviews if not review.voided and review.reviewed == last]
    outcome = f", {held[0].outcome}" if held and held[0].outcome != _NOT_KNOWN else ""
    return f"{last}{outcome}" if last else None


def _version(found: PolicyPage) -> str | None:
    """The text that counts, and since when."""
    for version in found.versions:
        if version.is_in_force:
            return f"{called(version)}, {_in_force(version)}"
    begins = [f"{called(version)} from {version.in_force_from}" for version in found.versions if version.in_force_from]
    return f"none in force yet; {begins[-1]}" if begins else "none in force" if found.versions else "none is held"


def _with_text(fact: Fact, found: PolicyPage) -> Fact:
    """The version with the documents that hold its text, where its sources do not name them."""
    files = [file for version in found.versions if version.is_in_force for file in version.files]
    others = [file for file in files if not any(source.startswith(file) for source in fact.sources)]
    return fact._replace(sources=(*fact.sources, f"its text is {' or '.join(others)}")) if others else fact


def _in_force(version: VersionLine) -> str:
    return f"in force since {version.in_force_from or 'a day that is not known'}"


def called(version: VersionLine) -> str:
    """The version as the school calls it, else its place in the order."""
    return version.label or f"no. {version.sequence}, which has no label"


def version_words(version: VersionLine) -> str:
    """Since when it was in force, how many signed it, how it came about, on whose word and why."""
    told = [_in_force(version) if version.is_in_force else f"from {version.in_force_from or 'a day that is not known'}"]
    told += [f"signed by {counted(version.signatures, 'person', 'people')}"] if version.signatures else []
    kind = "first version" if version.kind == "first" else f"{version.kind} revision"
    by = f" by {version.decided_by}" if version.decided_by else ""
    why = f": {version.reason}" if version.reason else ""
    return f"{', '.join(told)}; {kind}{by}{why}"


def _approved(found: PolicyPage) -> str | None:
    """When and by whom the last approval was given."""
    if not found.approvals:
        return None
    last = found.approvals[0]
    by = last.committee or last.approver
    told = [str(last.approved)] if last.approved else ["on a day that is not known"]
    return " ".join([*told, *([f"by {by}"] if by else [])])


def _responsible(found: PolicyPage) -> str | None:
    officer = found.policy.responsible_officer
    return f"{officer} ({found.holder})" if officer and found.holder else officer


def _signing(found: PolicyPage) -> Iterator[Fact]:
    """Who has to sign since when, and how many have."""
    asked = ", ".join(f"{group.slug} since {day(group.since)}" for group in found.audience)
    yield Fact("Asks to sign", asked or "nobody")
    signing = found.signing
    if signing is not None:
        answers = ((signing.late, "late"), (signing.declined, "declined"), (signing.queried, "queried"))
        more = "".join(f", {count:,} {what}" for count, what in answers if count)
        yield Fact("Signatures", f"{signing.acknowledged:,} of {signing.required:,}{more}")


def _ended(found: PolicyPage) -> tuple[str, str | None]:
    on = day(found.withdrawn_on) if found.withdrawn_on else None
    return ("Withdrawn" if found.status == "withdrawn" else "Ends"), on
