"""What a proposal offers to choose from: the names of the register, and those that it would bring."""

from policyaudit.store.opening import Store
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_report import report_of
from tests.factories import SCHOOL, a_policy


def test_what_the_register_holds_and_what_is_new_may_be_chosen(store: Store) -> None:
    a_policy(store, "Pupil Conduct")
    new = ProposedDocument("a.docx", Outcome.NEW_POLICY, school="Oakhanger", title="Attendance", source="aa")
    asked = ProposedDocument("b.docx", Outcome.QUESTION, title="Which", question="which?", source="bb")

    report = report_of(ImportProposal((new, asked), ("Oakhanger",)), [], store)

    assert (report.schools, report.policies) == ((SCHOOL, "Oakhanger"), ("Attendance", "Pupil Conduct"))
