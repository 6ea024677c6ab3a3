"""One small register that every read is asked about: two schools, a third without anything, names that sort oddly."""

from datetime import date

from policyaudit.domain import changes
from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.opening import Store
from policyaudit.store.writes import Writer
from policyaudit.usecases.committees import add_committee, edit_committee
from policyaudit.usecases.groups import add_group
from policyaudit.usecases.officers import NewHolder, add_post
from policyaudit.usecases.policies import PolicyDetails, edit_policy, withdraw_policy
from policyaudit.usecases.schools import set_term
from policyaudit.usecases.void import WrongSignature, void_acknowledgement
from tests import factories
from tests.factories import RECORDING, TODAY, day, when

WELSH, SAINT, EMPTY = 1, 2, 3  # as they were added; by name it is Acre, St Mary's, Ysgol
OLD, NEW = "Be kind at all times.", "Be kind at all times and to all."


def fill(store: Store) -> None:
    """Record everything."""
    factories.a_school(store, "Ysgol Tŷ Gŵyn", trust="Hedgerow", nation="wales")
    factories.a_school(store, "St Mary's School", trust="Hedgerow")
    factories.a_school(store, "Acre School")
    _owners(store)
    _people(store)
    _policies(store)
    _texts_and_signatures(store)
    with store.transaction(**RECORDING) as writer:
        _what_documents_said(writer)


def _owners(store: Store) -> None:
    for name in ("Finance & premises", "Cwricwlwm", "Ŵyna"):
        add_committee(store, name, school=None, **RECORDING)
    edit_committee(store, "Finance", aliases=("F&P", "Money"), school=None, **RECORDING)
    add_group(store, "Midday team", school=None, **RECORDING)
    set_term(
        store,
        when("Autumn term 2026"),
        first_day=date(2026, 9, 1),
        last_day=date(2026, 12, 18),
        school=None,
        **RECORDING,
    )


def _people(store: Store) -> None:
    factories.a_person(store, "Siân Ŵyn", email="s.wyn@ysgol.example", groups=("all-staff", "midday-team"))
    factories.a_person(store, "Ada O'Brien", role="Cook")
    factories.a_person(store, "Dr Cy Obern", groups=("teaching",))
    factories.a_person(store, "Zoë Adams", started="2 March 2026", left="31 October 2026")
    factories.a_person(store, "Ada O'Brien", school="St Mary's", groups=("governors",))
    factories.an_absence(store, "Cy Obern", "1 June 2026", "30 June 2026")
    factories.an_absence(store, "Siân", "19 November 2026")
    add_post(store, "Headteacher", holder=NewHolder("Zoë Adams", day("1 September 2026")), school=None, **RECORDING)
    add_post(store, "Élan lead", school=None, **RECORDING)


def _policies(store: Store) -> None:
    asking = ("all-staff", "teaching")
    factories.a_policy(store, "Year 10 trips", officer="Headteacher", committee="Money", next_review="June 2026")
    factories.a_policy(store, "Year 9 trips", officer="Ada O'Brien", cycle="annually", last_reviewed="June 2016")
    factories.a_policy(store, "Ŵyn a defaid", number="W1", officer="Siân Ŵyn", ask=asking, asked_from="1 May 2026")
    factories.a_policy(store, "Pupils' phones", committee="Ŵyna", next_review="2030", ask=("midday-team",))
    factories.a_policy(store, "Éclairs", officer="Élan lead", status="live", confidential=True)
    factories.a_policy(store, "Zoo", status="draft")
    factories.a_policy(store, "Attic", next_review="June 2026", school="Ysgol")
    withdraw_policy(store, "Attic", on=date(2026, 3, 1), reason="no longer used", school=None, **RECORDING)
    factories.a_policy(store, "Éclairs", school="St Mary's", next_review="November 2026", ask=("governors",))
    edit_policy(store, "W1", PolicyDetails(last_reviewed=when("May 2026")), school="Ysgol", today=TODAY, **RECORDING)


def _texts_and_signatures(store: Store) -> None:
    factories.a_version(store, "W1", "1.0", in_force="1 May 2026", kind="material", text=OLD)
    factories.a_version(store, "W1", "1.1", in_force="October 2026", kind="minor", text=NEW)
    factories.a_version(store, "Pupils' phones", "A", in_force="1 September 2026")
    factories.a_version(store, "Éclairs", "1", in_force="1 September 2026", school="St Mary's")
    factories.a_signature(store, "Cy Obern", "Ada O'Brien", policy="W1", on="2 May 2026", note="at the meeting")
    factories.a_signature(store, "Zoë Adams", policy="W1", on="3 May 2026", state="declined")
    factories.a_signature(store, "Zoë Adams", policy="W1", on="4 May 2026", state="queried")
    wrong = WrongSignature(policy="W1", person="Ada O'Brien", reason="the wrong line")
    void_acknowledgement(store, wrong, today=TODAY, **RECORDING)
    factories.a_review(store, "W1", on="1 October 2026", note="no change")
    factories.a_review(store, "Year 10 trips", on="June 2025")


def _what_documents_said(writer: Writer) -> None:
    ((sha256,),) = writer.rows("SELECT sha256 FROM document WHERE text = :text", text=OLD)
    for number, (field, value, state) in enumerate(
        [
            ("title", "Ŵyn a defaid", "waiting"),
            ("last_reviewed", "May 2026", "recorded"),
            ("organisation", "Ysgol", "recorded"),
            ("title", "Ŵyn", "recorded"),
        ],
        start=1,
    ):
        read = changes.ValueRead(
            school_id=WELSH,
            provenance_id=number,
            policy_id=3,
            version_id=1,
            field=field,
            value=value,
            sha256=sha256,
            line=number,
            page=None,
            part="body",
            evidence=f"It says {value}",
            confidence=90,
            reason="a label",
            state=state,  # type: ignore[arg-type] # the words above
        )
        writer.apply([read])
    for line, state in ((0, "left out"), (7, "left out"), (8, "brought back")):
        left_out = changes.LeftOutSet(
            school_id=WELSH,
            sha256=sha256,
            line=line,
            file_name="letter.docx",
            state=state,  # type: ignore[arg-type] # the words above
        )
        writer.apply([left_out])
    for number, written in enumerate(("May 2026", None), start=1):
        approved = changes.Approved(
            school_id=WELSH,
            approval_id=number,
            policy_id=3,
            version_id=1,
            committee_id=2 if written else None,
            approver_note_id=None if written else writer.note(WELSH, "the governors of old"),
            approved=PartialDate.of_month(2026, 5, written) if written else None,
        )
        writer.apply([approved])
