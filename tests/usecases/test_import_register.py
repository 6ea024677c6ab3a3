from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.confirm import waiting_values
from policyaudit.usecases.confirm_rulings import Asked, settle_as_asked
from policyaudit.usecases.due import due
from policyaudit.usecases.import_decisions import Answer, Decisions, Said, ValueKey
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from policyaudit.usecases.read_folder import ReadDocument, ReadRegister
from policyaudit.usecases.show_policy import show_policy
from tests.factories import (
    RECORDING,
    SCHOOL,
    TODAY,
    a_document,
    a_policy,
    a_register,
    a_school,
    a_value_that_waits,
    a_version,
)
from tests.usecases.importing import a_text
from tests.usecases.listing import HEADING, OTHERS, a_list, found, known, outcomes, row, take_in, waiting

OTHER_SCHOOL = "Oakhanger Primary School"
BEHAVIOUR = ("Behaviour Policy", "BE1", "Headteacher", "Pupils Committee", "June 2025", "Annually", "June 2026")
HELD = {
    "number": "BE1",
    "officer": "Headteacher",
    "committee": "Pupils Committee",
    "cycle": "Annually",
    "last": "June 2025",
    "next": "June 2026",
}


def behaviour(**said: str) -> tuple[str, ...]:
    """The row of the behaviour policy; what is not said is empty."""
    cells = {"Policy": "Behaviour Policy"} | {name.replace("_", " "): value for name, value in said.items()}
    return tuple(cells.get(heading, "") for heading in HEADING)


def test_each_row_of_a_list_becomes_a_policy(register_target: str, tmp_path: Path) -> None:
    with open_register(register_target) as store:
        a_school(store)

        proposal = take_in(store, a_list(tmp_path, BEHAVIOUR, *OTHERS))

        assert outcomes(proposal) == ["new policy"] * 4
        assert known(store) == HELD
        assert [(policy.title, str(policy.standing)) for policy in due(store, as_of=TODAY).policies] == [
            ("Attendance Policy", "overdue"),
            ("Behaviour Policy", "overdue"),
            ("Charging Policy", "overdue"),
            ("Complaints Policy", "overdue"),
        ]


def test_the_same_list_again_records_nothing(register_target: str, tmp_path: Path) -> None:
    with open_register(register_target) as store:
        a_school(store)
        path = a_list(tmp_path, behaviour(Next_review="June 2026", Review_cycle="bi-annual"), *OTHERS)
        take_in(store, path)
        before = show_policy(store, "Behaviour", as_of=TODAY)

        again = take_in(store, path)

        assert outcomes(again) == ["held already"] * 4
        assert (again.values_waiting, again.registers[0].has_news) == (0, False)
        assert show_policy(store, "Behaviour", as_of=TODAY) == before


def test_each_value_says_in_which_cell_it_stood(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, BEHAVIOUR, *OTHERS))

    values = {value.field: value for value in show_policy(store, "Behaviour", as_of=TODAY).values}

    stands = values["next_review"]
    assert (stands.file_name, stands.line, stands.part) == ("Register policies.txt", 2, "sheet, column Next review")
    assert (stands.value, stands.evidence, stands.state) == ("June 2026", "June 2026", "recorded")
    assert list(values) == [
        "title",
        "policy_number",
        "responsible_officer",
        "responsible_committee",
        "last_reviewed",
        "next_review",
        "review_frequency",
    ]


@pytest.mark.parametrize(
    ("held", "said", "outcome", "counts", "waits"),
    [
        pytest.param(
            {"next_review": "June 2026"},
            {"Next_review": "June 2027"},
            "contradiction",
            {"next": "June 2026"},
            {"next_review": "June 2027"},
            id="another next review",
        ),
        pytest.param(
            {"next_review": "June 2026"}, {"Next_review": "30/06/2026"}, "held already", {}, {}, id="the same month"
        ),
        pytest.param(
            {"next_review": "June 2026"},
            {"Review_cycle": "2 years"},
            "completed",
            {"next": "June 2026", "cycle": "2 years"},
            {},
            id="a cycle that was not known",
        ),
        pytest.param({"cycle": "annually"}, {"Review_cycle": "12 months"}, "held already", {}, {}, id="the same cycle"),
        pytest.param(
            {"cycle": "annually"},
            {"Review_cycle": "3 years"},
            "contradiction",
            {"cycle": "annually"},
            {"review_frequency": "3 years"},
            id="another cycle",
        ),
        pytest.param(
            {"cycle": "as required"}, {"Review_cycle": "as required"}, "held already", {}, {}, id="no fixed time"
        ),
        pytest.param({"officer": "none"}, {"Owner": "Bursar"}, "completed", {"officer": "Bursar"}, {}, id="an officer"),
        pytest.param(
            {},
            {"Review_cycle": "bi-annual"},
            "completed",
            {"cycle": None},
            {"review_frequency": "bi-annual"},
            id="a cycle with two meanings",
        ),
        pytest.param(
            {},
            {"Next_review": "June 1926"},
            "completed",
            {"next": None},
            {"next_review": "June 1926"},
            id="a year before all policies",
        ),
        pytest.param(
            {"last_reviewed": "June 2025"},
            {"Next_review": "June 2024"},
            "completed",
            {"next": None},
            {"next_review": "June 2024"},
            id="a next review before the last",
        ),
        pytest.param(
            {},
            {"Last_review": "June 2025", "Next_review": "June 2024"},
            "completed",
            {"last": "June 2025", "next": None},
            {"next_review": "June 2024"},
            id="a next review before the last in one row",
        ),
        pytest.param(
            {"committee": "FGB"},
            {"Committee": "Governing Body"},
            "held already",
            {},
            {},
            id="another name of the board",
        ),
        pytest.param({"number": "BE1"}, {"No": "BE1"}, "held already", {}, {}, id="the same number"),
        pytest.param(
            {"number": "BE1"},
            {"No": "BE2"},
            "contradiction",
            {"number": "BE1"},
            {"policy_number": "BE2"},
            id="another number",
        ),
    ],
)
def test_a_row_completes_what_is_known_and_never_overrules_it(  # noqa: PLR0917 - a table of five columns
    store: Store,
    tmp_path: Path,
    held: dict[str, str],
    said: dict[str, str],
    outcome: str,
    counts: dict[str, str | None],
    waits: dict[str, str],
) -> None:
    a_policy(store, **held)  # type: ignore[arg-type] # texts, all of them

    proposal = take_in(store, a_list(tmp_path, behaviour(**said), *OTHERS))

    assert outcomes(proposal)[0] == outcome
    assert waiting(store) == waits
    assert {name: known(store)[name] for name in counts} == counts


def test_a_post_under_committee_is_no_committee(store: Store, tmp_path: Path) -> None:
    heading = (*HEADING, "Approved by")
    rows = [(*other, "FGB") for other in OTHERS]

    take_in(store, a_list(tmp_path, (*behaviour(Committee="Headteacher"), "FGB"), *rows, heading=heading))

    assert waiting(store) == {"responsible_committee": "Headteacher"}
    assert known(store)["committee"] == "Full governing board"


def test_a_contradiction_is_shown_with_what_is_held(store: Store, tmp_path: Path) -> None:
    a_policy(store, next_review="June 2026")

    proposal = take_in(store, a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS))

    (contradiction,) = row(proposal).contradictions
    assert (contradiction.value, contradiction.others, contradiction.counts) == ("June 2027", ("June 2026",), False)


def test_a_contradiction_counts_once_somebody_accepts_it(store: Store, tmp_path: Path) -> None:
    a_policy(store, next_review="June 2026")
    path = a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS)
    take_in(store, path)

    settle_as_asked(store, "Behaviour", Asked(accept=("next-review",)), school=None, today=TODAY, **RECORDING)

    assert known(store)["next"] == "June 2027"
    assert outcomes(take_in(store, path)) == ["held already"] * 4


def test_what_was_dropped_once_is_not_laid_before_anybody_again(store: Store, tmp_path: Path) -> None:
    a_policy(store, next_review="June 2026")
    take_in(store, a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS))
    settle_as_asked(store, "Behaviour", Asked(drop=("next-review",)), school=None, today=TODAY, **RECORDING)

    saved_again = take_in(store, a_list(tmp_path, behaviour(Next_review="June 2027"), *reversed(OTHERS)))

    assert outcomes(saved_again)[0] == "held already"


def test_what_somebody_has_changed_since_is_not_changed_back(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)
    take_in(store, path)
    details = PolicyDetails(next_review="none", committee="none")
    edit_policy(store, "Behaviour", details, school=None, today=TODAY, **RECORDING)

    again = take_in(store, path)

    assert outcomes(again)[0] == "held already"
    assert (known(store)["next"], known(store)["committee"]) == (None, None)


@pytest.mark.parametrize(
    ("titles", "said", "question"),
    [
        pytest.param(
            [("Behaviour Policy", "BE1"), ("The Behaviour Policy", "BE2")],
            {"Owner": "Bursar"},
            "2 policies are called Behaviour Policy: which of them is it?",
            id="two policies of that title",
        ),
        pytest.param(
            [("Staff Absence", "BE1")],
            {"No": "BE1"},
            "its number BE1 is that of Staff Absence Policy: is it the same policy under another name?",
            id="the number of another policy",
        ),
        pytest.param(
            [("Staff Absence", "BE1"), ("Behaviour", None)],
            {"No": "BE1"},
            "its number BE1 is that of Staff Absence Policy, its title that of another policy: which of them is it?",
            id="number and title of two policies",
        ),
    ],
)
def test_a_row_that_may_be_of_two_policies_is_a_question(
    store: Store, tmp_path: Path, titles: Sequence[tuple[str, str | None]], said: dict[str, str], question: str
) -> None:
    for title, number in titles:
        _a_policy_read(store, tmp_path, title, number)

    proposal = take_in(store, a_list(tmp_path, behaviour(**said), *OTHERS))

    assert (outcomes(proposal)[0], row(proposal).question) == ("question", question)
    assert row(proposal).next_step is not None


def _a_policy_read(store: Store, folder: Path, title: str, number: str | None) -> None:
    """A policy as a document brings it, which may have the title of another."""
    more = {"Policy_number": number} if number else {}
    text = a_text(title=title if "olicy" in title else f"{title} Policy", body=f"This is about {title}.\n" * 9, **more)
    policy = a_document(folder, f"{title}.txt", text)
    take_in(store, policy)


def test_a_policy_is_known_by_its_number_under_a_title_that_was_changed(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Good Behaviour", number="BE1")

    proposal = take_in(store, a_list(tmp_path, BEHAVIOUR, *OTHERS))

    assert (row(proposal).outcome, row(proposal).title) == ("completed", "Good Behaviour")
    assert row(proposal).listed_as == "Behaviour Policy"


def test_numbers_that_only_count_the_rows_are_no_numbers_of_policies(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Behaviour Support", number="1")
    rows = [(title, str(place), *rest) for place, (title, _, *rest) in enumerate((BEHAVIOUR, *OTHERS), start=1)]

    take_in(store, a_list(tmp_path, *rows))

    numbers = [policy.number for policy in list_policies(store, as_of=TODAY).policies]
    assert numbers == [None, None, "1", None, None]


def test_a_number_that_two_rows_have_tells_no_policy_from_another(store: Store, tmp_path: Path) -> None:
    rows = [(title, "PU", *rest) for title, _, *rest in OTHERS]

    proposal = take_in(store, a_list(tmp_path, BEHAVIOUR, *rows))

    assert outcomes(proposal) == ["new policy"] * 4
    assert waiting(store, "Charging") == {"policy_number": "PU"}


def test_what_a_new_policy_resembles_is_told_and_never_linked(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Pupil Behaviour Management")

    proposal = take_in(store, a_list(tmp_path, ("Behaviour Management", *BEHAVIOUR[1:]), *OTHERS))

    assert (row(proposal).outcome, [one.title for one in row(proposal).resembles]) == (
        "new policy",
        ["Pupil Behaviour Management"],
    )


def test_a_title_that_waited_is_settled_by_the_list(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "behaviour policy.txt", a_text(title=None, Policy_number="BE1")))

    proposal = take_in(store, a_list(tmp_path, ("Good Behaviour Policy", *BEHAVIOUR[1:]), *OTHERS))

    assert outcomes(proposal)[0] in {"completed", "contradiction"}
    assert "title" not in waiting(store, "BE1")
    assert show_policy(store, "BE1", as_of=TODAY).policy.title == "Good Behaviour Policy"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["folder and list", "list and folder"])
def test_folder_and_list_fill_the_register_in_one_command(store: Store, tmp_path: Path, order: tuple[int, int]) -> None:
    document = a_document(tmp_path / "policies", "behaviour.txt", a_text(next_review="June 2026", reviewed="June 2025"))
    paths = [document, a_list(tmp_path, behaviour(Owner="Bursar", Next_review="June 2027"), *OTHERS)]

    proposal = take_in(store, *(paths[place] for place in order))

    assert outcomes(proposal) == ["contradiction", "new policy", "new policy", "new policy"]
    assert (known(store)["next"], known(store)["officer"]) == ("June 2026", "Bursar")
    assert waiting(store) == {"next_review": "June 2027"}


TEXTS = {
    "one text": [a_text(version="1.0", reviewed="June 2016", next_review="June 2017")],
    "an older text that comes later": [
        a_text(version="2.0", reviewed="June 2020", next_review="June 2021"),
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Responsible_officer="Headteacher"),
    ],
    "a newer text without a date": [
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Approved_by="Full governing board"),
        a_text(version="2.0", reviewed="June 2020", next_review=None, Approved_on="1 July 2020", Approved_by="Head"),
    ],
    "another form of a text": [
        a_text(version="1.0", reviewed="June 2016", next_review=None),
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Review_cycle="annually"),
    ],
    "an approval": [a_text(version="1.0", Approved_on="1 July 2016", Approved_by="Governing body", reviewed=None)],
    "a number": [a_text(version="1.0", Policy_number="BE1", Committee="Pupils Committee")],
}


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "said",
    [
        behaviour(Next_review="June 2017", Last_review="June 2016", No="BE1"),
        behaviour(Next_review="June 2021", Last_review="June 2020", Owner="Headteacher", Committee="FGB"),
    ],
    ids=["as the older says", "as the newer says"],
)
def test_what_is_proposed_beside_documents_is_what_is_recorded(
    store: Store, tmp_path: Path, texts: Sequence[str], said: tuple[str, ...]
) -> None:
    paths = [a_document(tmp_path, f"{place}.txt", text) for place, text in enumerate(texts)]
    listed = a_list(tmp_path, said, *OTHERS)

    together = take_in(store, *paths, listed)  # which compares proposal and record

    assert outcomes(take_in(store, *paths, listed)) == ["held already"] * 4
    assert len(outcomes(together)) == 4


def test_what_a_document_says_perhaps_and_the_list_for_certain_counts(store: Store, tmp_path: Path) -> None:
    a_policy(store)
    a_value_that_waits(store, "policy_number", "BE1")
    a_value_that_waits(store, "responsible_officer", "Bursar")

    proposal = take_in(store, a_list(tmp_path, behaviour(No="BE1", Owner="Headteacher"), *OTHERS))

    assert (outcomes(proposal)[0], known(store)["number"], known(store)["officer"]) == (
        "completed",
        "BE1",
        "Headteacher",
    )
    assert waiting(store) == {"responsible_officer": "Bursar"}


def test_an_older_text_beside_the_list_only_fills_what_is_missing(store: Store, tmp_path: Path) -> None:
    newer = a_text(version="2.0", reviewed="June 2020", next_review="June 2021")
    take_in(store, a_document(tmp_path, "new.txt", newer))
    older = a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Review_cycle="annually")
    listed = a_list(tmp_path, behaviour(Next_review="June 2021", Review_cycle="annually", Owner="Bursar"), *OTHERS)

    proposal = take_in(store, a_document(tmp_path, "old.txt", older), listed)

    assert {value.field for value in row(proposal).values} == {"responsible_officer"}


def test_another_form_of_a_text_beside_the_list_fills_the_same(store: Store, tmp_path: Path) -> None:
    text = a_text(next_review="June 2017", Approved_on="1 July 2016")
    take_in(store, a_document(tmp_path, "one.txt", text))
    other = a_document(tmp_path, "saved again.txt", text.replace("\n\n", "\n\n\n"))

    proposal = take_in(store, other, a_list(tmp_path, behaviour(Next_review="June 2018"), *OTHERS))

    assert (proposal.documents[0].outcome, outcomes(proposal)[0]) == ("another form", "contradiction")


def test_a_row_goes_to_its_school(store: Store, tmp_path: Path) -> None:
    a_school(store, OTHER_SCHOOL)
    heading = (*HEADING, "School")
    rows = [(*BEHAVIOUR, SCHOOL), (*BEHAVIOUR, OTHER_SCHOOL), *((*other, "") for other in OTHERS)]

    proposal = take_in(store, a_list(tmp_path, *rows, heading=heading))

    assert outcomes(proposal) == ["new policy"] * 5
    assert [one.school for one in proposal.registers[0].rows] == [SCHOOL, OTHER_SCHOOL, SCHOOL, SCHOOL, SCHOOL]


@pytest.mark.parametrize(
    ("options", "outcome", "school"),
    [
        pytest.param({}, "question", None, id="it is asked"),
        pytest.param({"add_schools": True}, "new policy", OTHER_SCHOOL, id="it is added"),
        pytest.param({"school": SCHOOL}, "new policy", SCHOOL, id="everything goes to one"),
    ],
)
def test_a_school_that_is_not_held(
    store: Store, tmp_path: Path, options: dict[str, object], outcome: str, school: str | None
) -> None:
    rows = [(*one, OTHER_SCHOOL) for one in (BEHAVIOUR, *OTHERS)]

    proposal = take_in(store, a_list(tmp_path, *rows, heading=(*HEADING, "School")), **options)  # type: ignore[arg-type]

    assert (row(proposal).outcome, row(proposal).school) == (outcome, school)
    assert proposal.schools_added == ((OTHER_SCHOOL,) if "add_schools" in options else ())


APPROVING = ("Policy", "Approved by", "Date approved", "Version", "Statutory")
APPROVED = [(other[0], "FGB", "1 June 2025", "2", "Yes") for other in OTHERS]


@pytest.mark.parametrize(
    ("approver", "committee", "by"),
    [
        pytest.param("FGB", "Full governing board", "Full governing board", id="the board by its letters"),
        pytest.param("Pupils Committee", "Pupils Committee", "Pupils Committee", id="a committee"),
        pytest.param("Headteacher", None, "Headteacher", id="a post"),
        pytest.param("Governing body or Headteacher", None, "Governing body or Headteacher", id="one or the other"),
        pytest.param("Committee", None, "Committee", id="a committee without a name"),
    ],
)
def test_whoever_approves_is_kept_with_the_approval(
    store: Store, tmp_path: Path, approver: str, committee: str | None, by: str
) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", approver, "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING))

    page = show_policy(store, "Behaviour", as_of=TODAY)
    (approval,) = page.approvals
    assert (page.policy.committee, approval.committee or approval.approver) == (committee, by)
    assert (str(approval.approved), approval.version) == ("1 July 2025", None)


def test_the_list_completes_an_approval_of_which_less_is_known(store: Store, tmp_path: Path) -> None:
    heading = ("Policy", "Approved by", "Next review")
    rows = [(other[0], "FGB", "June 2027") for other in OTHERS]
    take_in(store, a_list(tmp_path, ("Behaviour", "Headteacher", "June 2027"), *rows, heading=heading))

    take_in(
        store, a_list(tmp_path, ("Behaviour", "Headteacher", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING)
    )

    (approval,) = show_policy(store, "Behaviour", as_of=TODAY).approvals
    assert (approval.approver, str(approval.approved)) == ("Headteacher", "1 July 2025")


def test_whoever_approved_at_another_time_waits_as_the_time_does(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING))

    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "", "Yes"), *APPROVED, heading=APPROVING))

    assert waiting(store) == {"approved_by": "FGB", "approved_on": "1 July 2022"}


def test_a_version_that_the_list_names_is_held_without_its_text(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "2.1", "Yes"), *APPROVED, heading=APPROVING))

    (version,) = show_policy(store, "Behaviour", as_of=TODAY).versions
    assert (version.label, str(version.in_force_from), version.files) == ("2.1", "1 July 2025", ())


@pytest.mark.parametrize(
    ("label", "outcome", "waits"),
    [
        pytest.param("1.0", "completed", {}, id="the same label"),
        pytest.param("v1.0", "completed", {}, id="the same label in more letters"),
        pytest.param("2.0", "contradiction", {"version": "2.0"}, id="another label"),
    ],
)
def test_the_label_of_a_text_that_is_held_is_not_changed(
    store: Store, tmp_path: Path, label: str, outcome: str, waits: dict[str, str]
) -> None:
    a_policy(store)
    a_version(store, label="1.0")

    proposal = take_in(store, a_list(tmp_path, ("Behaviour", "", "", label, "Yes"), *APPROVED, heading=APPROVING))

    assert (outcomes(proposal)[0], waiting(store)) == (outcome, waits)
    assert [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions] == ["1.0"]


def test_a_text_without_a_label_does_not_take_that_of_the_list_by_itself(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "one.txt", a_text(version=None)))

    take_in(store, a_list(tmp_path, ("Behaviour", "", "", "2.0", "Yes"), *APPROVED, heading=APPROVING))

    assert waiting(store) == {"version": "2.0"}
    settle_as_asked(store, "Behaviour", Asked(accept=("version",)), school=None, today=TODAY, **RECORDING)
    assert [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions] == ["2.0"]


def test_whether_the_law_asks_for_it_is_kept_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, ("Behaviour", "FGB", "", "", "Yes"), *APPROVED, heading=APPROVING)
    take_in(store, path)

    said_otherwise = a_list(tmp_path, ("Behaviour", "FGB", "", "", "No"), *APPROVED, heading=APPROVING)
    take_in(store, said_otherwise)

    read = [value for value in show_policy(store, "Behaviour", as_of=TODAY).values if value.field == "statutory"]
    assert [(value.value, value.state) for value in read] == [("yes", "recorded"), ("no", "recorded")]


def test_a_list_is_kept_once_with_its_bytes(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)
    take_in(store, path)
    take_in(store, path)

    kept = store.rows("SELECT file_name, content FROM document")

    assert [(name, bytes(content)) for name, content in kept] == [(path.name, path.read_bytes())]


def test_a_title_in_doubt_is_a_question(store: Store, tmp_path: Path) -> None:
    rows = [(title, "SLT", dated) for title, *_, dated in (BEHAVIOUR, *OTHERS)]
    path = a_document(tmp_path, "list.txt", "".join("\t".join(cells) + "\n" for cells in rows))

    proposal = take_in(store, path)

    assert outcomes(proposal) == ["question"] * 4
    assert row(proposal).question == "it is not certain that this is the title of a policy"
    assert row(proposal).next_step == '--map "HEADING=title" says that this column holds the titles'


def test_what_waits_is_listed_with_its_cell(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Review_cycle="bi-annual"), *OTHERS))

    (value,) = waiting_values(store, None, school=None).values

    assert (value.first.value, value.first.line, value.first.part) == ("bi-annual", 2, "sheet, column Review cycle")
    assert value.files == ("Register policies.txt",)


CELLS = st.sampled_from(["", "June 2025", "June 2026", "30/06/2026", "bi-annual", "TBC", "Annually", "Bursar"])
ROWS = st.tuples(
    st.sampled_from(["Behaviour Policy", "Behaviour", "Attendance Policy", "Pay"]),
    st.sampled_from(["", "BE1", "AT1", "7"]),
    *[CELLS] * 5,
)


@given(rows=st.lists(ROWS, min_size=1, max_size=6))
@settings(derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_importing_twice_is_importing_once(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as place, a_register(Path(place)) as store:
        path = a_list(Path(place), *rows, *OTHERS)
        take_in(store, path)
        entries = store.rows("SELECT COUNT(*) FROM journal")

        again = take_in(store, path)

        assert set(outcomes(again)) <= {"held already", "question"}
        assert store.rows("SELECT COUNT(*) FROM journal") == entries


def test_a_folder_that_comes_after_the_list_completes_what_the_list_says(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Owner="Bursar", Next_review="June 2026"), *OTHERS))
    text = a_text(reviewed="June 2025", next_review=None, Approved_on="1 July 2025", Approved_by="FGB")

    take_in(store, a_document(tmp_path, "behaviour.txt", text))

    page = show_policy(store, "Behaviour", as_of=TODAY)
    assert (known(store)["next"], known(store)["last"], known(store)["officer"]) == ("June 2026", "June 2025", "Bursar")
    assert [version.label for version in page.versions] == ["1.0"]
    assert [str(approval.approved) for approval in page.approvals] == ["1 July 2025"]


def test_a_text_that_comes_after_the_list_and_contradicts_it_waits(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Last_review="June 2025", Next_review="June 2026"), *OTHERS))
    path = a_document(tmp_path, "behaviour.txt", a_text(reviewed="June 2022", next_review="June 2024"))

    proposal = take_in(store, path)

    waits = {value.field: (value.value, value.others) for value in proposal.documents[0].waiting}
    assert waits == {"last_reviewed": ("June 2022", ("June 2025",)), "next_review": ("June 2024", ("June 2026",))}
    assert (known(store)["last"], known(store)["next"]) == ("June 2025", "June 2026")
    settle_as_asked(store, "Behaviour", Asked(accept=("next-review",)), school=None, today=TODAY, **RECORDING)
    assert known(store)["next"] == "June 2024"


def test_somebody_may_rule_that_the_text_is_right(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS))
    path = a_document(tmp_path, "behaviour.txt", a_text(reviewed=None, next_review="June 2024"))
    (document,) = found(path)
    assert isinstance(document, ReadDocument)
    said = Decisions(values={ValueKey(document.sha256, "next_review", "June 2024"): Said("accept")})

    take_in(store, path, decisions=said)

    assert (known(store)["next"], waiting(store)) == ("June 2024", {})


def test_a_text_fills_the_version_that_the_list_names(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "2.1", "Yes"), *APPROVED, heading=APPROVING))
    text = a_text(version="2.1", reviewed="June 2025", next_review="June 2026", Approved_on="1 July 2025")

    proposal = take_in(store, a_document(tmp_path, "behaviour.txt", text))

    (version,) = show_policy(store, "Behaviour", as_of=TODAY).versions
    assert (proposal.documents[0].outcome, version.label) == ("another form", "2.1")
    assert (known(store)["last"], known(store)["next"]) == ("June 2025", "June 2026")
    page = show_policy(store, "Behaviour", as_of=TODAY)
    assert ([str(one.reviewed) for one in page.reviews], len(page.approvals)) == (["June 2025"], 1)


def test_a_newer_text_than_that_of_the_list_is_a_version_of_its_own(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "2.1", "Yes"), *APPROVED, heading=APPROVING))
    text = a_text(version="3.0", reviewed=None, next_review=None, Approved_on="1 July 2025")

    take_in(store, a_document(tmp_path, "behaviour.txt", text))

    labels = [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions]
    assert labels == ["3.0", "2.1"]


def a_decision(path: Path, place: int, field: str, value: str, said: Said) -> Decisions:
    """What somebody says of one value of one row."""
    return Decisions(values={ValueKey(_source(path, place), field, value): said})


def _source(path: Path, place: int) -> str:
    (listed,) = found(path)
    assert isinstance(listed, ReadRegister)
    return f"{listed.sha256}:{listed.register.rows[place].title.evidence.line}"


@pytest.mark.parametrize(
    ("said", "counts", "waits", "shown"),
    [
        pytest.param(Said("accept"), "June 2027", {}, ("confirmed", None), id="accepted"),
        pytest.param(Said("correct", "May 2027"), "May 2027", {}, ("corrected", "May 2027"), id="corrected"),
        pytest.param(Said("skip"), "June 2026", {"next_review": "June 2027"}, ("waiting", None), id="skipped"),
    ],
)
def test_what_somebody_says_of_a_contradiction_before_it_is_recorded_counts(  # noqa: PLR0917 - a table of four columns
    store: Store,
    tmp_path: Path,
    said: Said,
    counts: str,
    waits: dict[str, str],
    shown: tuple[str, str | None],
) -> None:
    a_policy(store, next_review="June 2026")
    path = a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS)

    take_in(store, path, decisions=a_decision(path, 0, "next_review", "June 2027", said))

    (value,) = (one for one in show_policy(store, "Behaviour", as_of=TODAY).values if one.field == "next_review")
    assert (known(store)["next"], waiting(store)) == (counts, waits)
    assert (value.state, value.corrected_to) == shown
    assert outcomes(take_in(store, path)) == ["held already"] * 4


@pytest.mark.parametrize(
    ("value", "said", "counts"),
    [
        pytest.param("June 2026", Said("accept"), "June 2026", id="what was certain is accepted"),
        pytest.param("June 2026", Said("correct", "June 2026"), "June 2026", id="corrected to the same"),
        pytest.param("June 2026", Said("correct", "July 2026"), "July 2026", id="corrected to another"),
        pytest.param("bi-annual", Said("correct", "every two years"), "every two years", id="what was not understood"),
    ],
)
def test_what_somebody_says_of_a_new_policy_counts(
    store: Store, tmp_path: Path, value: str, said: Said, counts: str
) -> None:
    is_cycle = value == "bi-annual"
    path = a_list(tmp_path, behaviour(**{"Review_cycle" if is_cycle else "Next_review": value}), *OTHERS)
    field = "review_frequency" if is_cycle else "next_review"

    take_in(store, path, decisions=a_decision(path, 0, field, value, said))

    assert known(store)["cycle" if is_cycle else "next"] == counts


def test_all_that_is_so_sure_may_be_accepted_and_overrules_nothing(store: Store, tmp_path: Path) -> None:
    a_policy(store, next_review="June 2026")
    listed = a_list(tmp_path, ("Behaviour", "", "1 July 2025, 2 May 2024", "", "Yes"), *APPROVED, heading=APPROVING)
    take_in(store, listed, decisions=Decisions(accept_from=40))

    proposal = take_in(
        store, a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS), decisions=Decisions(accept_from=40)
    )

    assert (outcomes(proposal)[0], waiting(store)) == ("contradiction", {"next_review": "June 2027"})
    assert [str(one.approved) for one in show_policy(store, "Behaviour", as_of=TODAY).approvals] == ["1 July 2025"]


def test_an_approval_that_somebody_accepts_stands_beside_the_one_that_is_held(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "", "Yes"), *APPROVED, heading=APPROVING))
    path = a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING)

    take_in(store, path, decisions=a_decision(path, 0, "approved_on", "1 July 2025", Said("accept")))

    approvals = show_policy(store, "Behaviour", as_of=TODAY).approvals
    assert [str(one.approved) for one in approvals] == ["1 July 2025", "1 July 2022"]


def test_a_title_that_somebody_corrects_is_known_again(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    said = a_decision(path, 0, "title", "Behaviour Policy", Said("correct", "Good Conduct"))

    take_in(store, path, decisions=said)

    assert known(store, "Good Conduct")["next"] == "June 2026"
    assert outcomes(take_in(store, path)) == ["held already"] * 4


def test_a_row_is_left_out_if_somebody_says_so(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={_source(path, 0): Answer(left_out=True)}))

    assert outcomes(proposal) == ["left out", "new policy", "new policy", "new policy"]


@pytest.mark.parametrize(
    ("said", "outcome", "question"),
    [
        pytest.param("Staff Absence", "completed", None, id="the policy by its title"),
        pytest.param("SA1", "completed", None, id="the policy by its number"),
        pytest.param("new policy", "new policy", None, id="a new one"),
        pytest.param(
            "Pay", "question", "there is no policy called Pay: which of them is it?", id="a policy that is not there"
        ),
    ],
)
def test_somebody_may_say_of_which_policy_a_row_speaks(
    store: Store, tmp_path: Path, said: str, outcome: str, question: str | None
) -> None:
    a_policy(store, "Staff Absence", number="SA1")
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={_source(path, 0): Answer(policy=said)}))

    assert (row(proposal).outcome, row(proposal).question) == (outcome, question)


def test_where_somebody_filed_a_row_it_stays(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Staff Absence")
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    take_in(store, path, decisions=Decisions(answers={_source(path, 0): Answer(policy="Staff Absence")}))

    again = take_in(store, path)

    assert (outcomes(again), row(again).title) == (["held already"] * 4, "Staff Absence")


def test_somebody_may_say_to_which_school_a_row_belongs(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={_source(path, 0): Answer(school=OTHER_SCHOOL)}))

    assert (row(proposal).school, proposal.schools_added) == (OTHER_SCHOOL, (OTHER_SCHOOL,))


def test_a_list_tells_its_own_policies_apart(store: Store, tmp_path: Path) -> None:
    rows = [BEHAVIOUR, ("Pupil Behaviour Policy", "BE2", *BEHAVIOUR[2:])]

    proposal = take_in(store, a_list(tmp_path, *rows, *OTHERS))

    assert [one.resembles for one in proposal.registers[0].rows] == [()] * 5
