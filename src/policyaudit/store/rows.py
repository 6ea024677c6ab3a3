"""Which table each change fills, and the row that it makes of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any, Final, get_args

import sqlalchemy

from policyaudit.domain import changes
from policyaudit.domain.changes import Change
from policyaudit.domain.clean_text import is_clean
from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.tables import Table, evidence, people, policies

Row = dict[str, Any]

ADDS: Final[Mapping[type[Change], type[Table]]] = {
    changes.SchoolAdded: people.School,
    changes.PersonAdded: people.Person,
    changes.ActorAdded: people.Actor,
    changes.PostAdded: people.Post,
    changes.HolderAdded: people.Holder,
    changes.CommitteeAdded: people.Committee,
    changes.CommitteeAliasAdded: people.CommitteeAlias,
    changes.GroupAdded: people.AudienceGroup,
    changes.MembershipAdded: people.Membership,
    changes.AbsenceAdded: people.Absence,
    changes.PolicyAdded: policies.Policy,
    changes.AudienceAsked: policies.Audience,
    changes.DocumentKept: policies.Document,
    changes.VersionAdded: policies.Version,
    changes.VersionDocumented: policies.VersionDocument,
    changes.ValueRead: policies.Provenance,
    changes.NoteWritten: evidence.Note,
    changes.Revised: evidence.Revision,
    changes.Reviewed: evidence.Review,
    changes.Approved: evidence.Approval,
    changes.Declared: evidence.Declaration,
    changes.Acknowledged: evidence.Acknowledgement,
    changes.PackWasIssued: evidence.PackIssued,
}
EDITS: Final[Mapping[type[Change], type[Table]]] = {
    changes.SchoolEdited: people.School,
    changes.PersonEdited: people.Person,
    changes.PostEdited: people.Post,
    changes.HolderEnded: people.Holder,
    changes.CommitteeEdited: people.Committee,
    changes.GroupEdited: people.AudienceGroup,
    changes.MembershipEnded: people.Membership,
    changes.AbsenceEnded: people.Absence,
    changes.PolicyEdited: policies.Policy,
    changes.AudienceReleased: policies.Audience,
    changes.VersionEdited: policies.Version,
    changes.ValueSettled: policies.Provenance,
}
# Edited where the row is there, else added.
SETS: Final[Mapping[type[Change], type[Table]]] = {changes.TermSet: people.Term, changes.LeftOutSet: policies.LeftOut}

# The column that says when it happened, as somebody says; a change that is not here claims no date.
CLAIMED: Final[Mapping[type[Change], str]] = {
    changes.HolderAdded: "from_on",
    changes.HolderEnded: "until_on",
    changes.MembershipAdded: "from_on",
    changes.MembershipEnded: "until_on",
    changes.AbsenceAdded: "from_on",
    changes.AbsenceEnded: "until_on",
    changes.AudienceAsked: "asked_from",
    changes.AudienceReleased: "until_on",
    changes.VersionAdded: "in_force_from_as_written",
    changes.VersionEdited: "in_force_from_as_written",
    changes.Reviewed: "reviewed_as_written",
    changes.Approved: "approved_as_written",
    changes.Acknowledged: "signed_on",
}
# Columns of a new row that stay empty until somebody settles what it says.
FILLED_LATER: Final[Mapping[type[Change], Row]] = {
    changes.ValueRead: {"corrected_to": None, "settled_by": None, "settled_at": None}
}
# These are lines and cells of documents; any other text is one line.
WHOLE_TEXTS: Final = frozenset({"text", "text_difference", "evidence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the changes of one class become rows of one table."""

    table: sqlalchemy.Table
    kind: str  # as the ledger calls it: policy-added
    claimed: str | None
    row: Callable[[Change], Row]
    stamp: str | None  # recorded, issued or settled, where the row says by whom and when
    is_salted: bool
    is_tokened: bool


def form_of(change: type[Change]) -> Form:
    """The form of a class of changes."""
    return _FORMS[change]


def kind_of(change: type) -> str:
    """A class's name as the ledger writes it: PolicyAdded is policy-added."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", change.__name__).lower()


def table_of(model: type[Table]) -> sqlalchemy.Table:
    """The table that a model stands for."""
    return Table.metadata.tables[str(model.__tablename__)]


def _form(change: type[Change], model: type[Table]) -> Form:
    table = table_of(model)
    stamps = ("settled",) if change in EDITS else ("recorded", "issued")
    return Form(
        table=table,
        kind=kind_of(change),
        claimed=CLAIMED.get(change),
        row=_row_maker(change),
        stamp=next((word for word in stamps if f"{word}_by" in table.columns), None),
        is_salted="salt" in table.columns,
        is_tokened="token" in table.columns,
    )


def _row_maker(change: type[Change]) -> Callable[[Change], Row]:
    """One function per class, which knows beforehand what each field needs: imports write very many rows."""
    blank = FILLED_LATER.get(change, {})
    names = tuple(field.name for field in fields(change))
    types = {field.name: get_args(field.type) or (field.type,) for field in fields(change)}
    days = [name for name in names if date in types[name]]
    flags = [name for name in names if bool in types[name]]
    spans = [name for name in names if PartialDate in types[name]]
    texts = [name for name in names if str in types[name]]
    values = attrgetter(*names)

    def row(given: Change) -> Row:
        made = blank | dict(zip(names, values(given), strict=True))
        for name in texts:
            _refuse_unclean(change, name, made[name])
        for name in days:
            made[name] = made[name] and made[name].isoformat()
        for name in flags:
            made[name] = int(made[name])
        for name in spans:
            _refuse_unclean(change, name, made[name] and made[name].as_written)
            made |= _four_columns(name, made.pop(name))
        return made

    return row


def _refuse_unclean(change: type[Change], name: str, text: str | None) -> None:
    """The last guard: whoever makes a change has cleaned what somebody typed. Keys are made of letters alone."""
    if text is None or name.endswith("_key") or is_clean(text, lines=name in WHOLE_TEXTS):
        return
    message = f"{name} of {change.__name__} was not cleaned"
    raise ValueError(message)


def _four_columns(name: str, span: PartialDate | None) -> Row:
    return {
        f"{name}_as_written": span and span.as_written,
        f"{name}_earliest": span and span.earliest.isoformat(),
        f"{name}_latest": span and span.latest.isoformat(),
        f"{name}_precision": span and span.precision.value,
    }


_FORMS: Final = {change: _form(change, model) for change, model in (ADDS | EDITS | SETS).items()}  # type: ignore[operator]
