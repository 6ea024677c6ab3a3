"""The people of the sample school, as they come and go."""

from collections.abc import Iterable
from datetime import date

from policyaudit.domain import changes
from policyaudit.domain.naming import folded, surname_first
from policyaudit.store.reads import names
from policyaudit.store.writes import Writer
from policyaudit.usecases.demo_data import Row, day
from policyaudit.usecases.owners import officer_added


class DemoPeople:
    """Staff, governors and volunteers, their posts and absences."""

    def __init__(self, writer: Writer, school_id: int) -> None:
        self.writer = writer
        self.school_id = school_id
        self.ids: dict[str, int] = {}

    def joined(self, row: Row) -> None:
        """Somebody starts, in their groups."""
        person_id = self.ids[row["name"]] = self._new("person")
        name = row["name"]
        self._apply(
            [
                changes.PersonAdded(
                    school_id=self.school_id,
                    person_id=person_id,
                    name=name,
                    name_key=folded(name),
                    sort_key=surname_first(name),
                    email=row["email"],
                    role=row["role"],
                    started_on=day(row["started"]),
                )
            ]
        )
        groups = {one.shown: one.key[1] for one in names.groups(self.writer, self.school_id)}
        self._apply(
            changes.MembershipAdded(
                school_id=self.school_id,
                membership_id=self._new("membership"),
                group_id=groups[slug],
                person_id=person_id,
                from_on=day(row["started"]),
            )
            for slug in row["groups"].split(";")
        )

    def left(self, row: Row) -> None:
        """Somebody has left."""
        name = row["name"]
        self._apply(
            [
                changes.PersonEdited(
                    school_id=self.school_id,
                    person_id=self.ids[name],
                    name=name,
                    name_key=folded(name),
                    sort_key=surname_first(name),
                    email=row["email"],
                    role=row["role"],
                    started_on=day(row["started"]),
                    left_on=day(row["left"]),
                )
            ]
        )

    def post(self, row: Row) -> None:
        """A post is there."""
        officer_added(self.writer, self.school_id, row["title"])

    def holder(self, row: Row) -> None:
        """Somebody holds a post, or held it until a day."""
        post_id, _ = officer_added(self.writer, self.school_id, row["title"])
        holder = changes.HolderAdded(
            school_id=self.school_id,
            holder_id=self._new("holder"),
            post_id=post_id or 0,
            person_id=self.ids[row["name"]],
            from_on=day(row["from"]),
            until_on=day(row.get("until", "")),
        )
        self._apply([holder])

    def absent(self, row: Row) -> None:
        """Somebody is away."""
        absence = changes.AbsenceAdded(
            school_id=self.school_id,
            absence_id=self._new("absence"),
            person_id=self.ids[row["name"]],
            from_on=date.fromisoformat(row["from"]),
            until_on=day(row["until"]),
        )
        self._apply([absence])

    def _new(self, table: str) -> int:
        return self.writer.new_id(self.school_id, table)

    def _apply(self, made: Iterable[changes.Change]) -> None:
        self.writer.apply(made)
