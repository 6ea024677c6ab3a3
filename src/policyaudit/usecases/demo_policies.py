"""The policies of the sample school: added, reviewed, revised, withdrawn."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from policyaudit.domain import changes
from policyaudit.domain.naming import natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import after_review, due_when, rescheduled, with_cycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import read_cycle
from policyaudit.reading.dates import read_date
from policyaudit.store.reads import names, policies
from policyaudit.store.writes import Writer
from policyaudit.usecases.demo_data import DOCUMENTS, OUTCOMES, STATUSES, Row, day
from policyaudit.usecases.owners import committee_added, officer_added
from policyaudit.usecases.read_folder import ReadDocument, read_folder
from policyaudit.usecases.versions import VersionFile, keep_document


class DemoPolicies:
    """Policies by their numbers, versions by number and label."""

    def __init__(self, writer: Writer, school_id: int, *, calendar: TermCalendar) -> None:
        self.writer = writer
        self.school_id = school_id
        self.calendar = calendar
        self.states: dict[str, changes.PolicyEdited] = {}
        self.versions: dict[tuple[str, str], int] = {}

    def added(self, row: Row) -> None:
        """The policy as it was first recorded; its reviews follow, its withdrawal too."""
        officer = row["responsible_officer"]
        post_id, person_id = officer_added(self.writer, self.school_id, officer) if officer else (None, None)
        policy = changes.PolicyAdded(
            school_id=self.school_id,
            policy_id=self._new("policy"),
            title=row["title"],
            title_key=title_key(row["title"]),
            sort_key=natural_key(row["title"]),
            number=row["number"],
            status=STATUSES[row["status"]],
            officer_post_id=post_id,
            officer_person_id=person_id,
            committee_id=committee_added(self.writer, self.school_id, row["committee"]),
            confidential=row["confidential"] == "yes",
        )
        policy = with_cycle(policy, read_cycle(row["cycle"]))
        self._apply([policy])
        self.states[row["number"]] = policies.policy_state(self.writer, self.school_id, policy.policy_id)
        self._apply(
            changes.AudienceAsked(
                school_id=self.school_id,
                audience_id=self._new("audience"),
                policy_id=policy.policy_id,
                group_id=self._group(slug),
                asked_from=date.fromisoformat(row["asked_from"]),
            )
            for slug in row["audience"].split(";")
            if slug
        )

    def reviewed(self, row: Row) -> None:
        """The policy was looked at."""
        policy = self.states[row["policy_number"]]
        reviewed = self._date(row["reviewed"])
        event = changes.Reviewed(
            school_id=self.school_id,
            review_id=self._new("review"),
            policy_id=policy.policy_id,
            reviewed=reviewed,
            outcome=OUTCOMES[row["outcome"]],
        )
        self._apply([event])
        self._edit(row["policy_number"], after_review(policy, reviewed, stated=None, calendar=self.calendar))

    def as_it_stands(self, row: Row) -> None:
        """The dates that the school wrote of the policy, once it was last looked at."""
        number, approved = row["number"], self._date_or_none(row["approved_on"])
        if approved is not None:
            approval = changes.Approved(
                school_id=self.school_id,
                approval_id=self._new("approval"),
                policy_id=self.states[number].policy_id,
                committee_id=self.states[number].committee_id,
                approved=approved,
            )
            self._apply([approval])
        policy = replace(
            self.states[number],
            last_reviewed=self._date_or_none(row["last_reviewed"]),
            next_stated=self._date_or_none(row["next_review_stated"]),
        )
        self._edit(number, due_when(rescheduled(policy, approved=approved, calendar=self.calendar)))

    def withdrawn(self, row: Row) -> None:
        """The policy was taken out of force."""
        withdrawn_on = day(row["withdrawn_on"])
        self._edit(row["number"], replace(self.states[row["number"]], status="withdrawn", withdrawn_on=withdrawn_on))

    def _edit(self, number: str, policy: changes.PolicyEdited) -> None:
        if policy != self.states[number]:
            self._apply([policy])
            self.states[number] = policy

    def revised(self, row: Row) -> None:
        """A version came into force."""
        policy = self.states[row["policy_number"]]
        sequence = 1 + sum(number == row["policy_number"] for number, _ in self.versions)
        version_id = self.versions[row["policy_number"], row["label"]] = self._new("version")
        version = changes.VersionAdded(
            school_id=self.school_id,
            version_id=version_id,
            policy_id=policy.policy_id,
            sequence=sequence,
            label=row["label"] or None,
            in_force_from=self._date_or_none(row["in_force_from"]),
        )
        self._apply([version])
        revised = changes.Revised(
            school_id=self.school_id,
            version_id=version_id,
            kind="minor" if row["kind"] == "minor" else "material",
            decided_by_note_id=self.writer.note(self.school_id, row["decided_by"]),
            reason_note_id=self.writer.note(self.school_id, row["reason"]),
        )
        self._apply([revised])
        if row["document"]:
            keep_document(self.writer, self.school_id, version_id, self._file(row["document"]))

    def _file(self, name: str) -> VersionFile:
        found = read_folder([DOCUMENTS / name], calendar=self.calendar)
        (document,) = (one for one in found if isinstance(one, ReadDocument))
        return VersionFile(
            document.file_name, document.text.media_type, document.content, document.text.text, document.sha256
        )

    def _group(self, slug: str) -> int:
        return next(one.key[1] for one in names.groups(self.writer, self.school_id) if one.shown == slug)

    def _new(self, table: str) -> int:
        return self.writer.new_id(self.school_id, table)

    def _apply(self, made: Iterable[changes.Change]) -> None:
        self.writer.apply(made)

    def _date(self, text: str) -> PartialDate:
        (date,) = filter(None, [read_date(text, calendar=self.calendar)])
        return date

    def _date_or_none(self, text: str) -> PartialDate | None:
        return self._date(text) if text else None
