"""What each row of a list of policies becomes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.confirm import waiting_values
from policyaudit.usecases.confirm_rulings import Asked, settle_as_asked
from policyaudit.usecases.due import due
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from policyaudit.usecases.show_policy import show_policy
from tests.factories import (
    RECORDING,
    TODAY,
    a_document,
    a_policy,
    a_register,
    a_school,
)
from tests.usecases.listing import (
    APPROVED,
    APPROVING,
    BEHAVIOUR,
    HELD,
    OTHERS,
    a_list,
    behaviour,
    known,
    outcomes,
    row,
    take_in,
)


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


def test_a_list_tells_its_own_policies_apart(store: Store, tmp_path: Path) -> None:
    rows = [BEHAVIOUR, ("Pupil Behaviour Policy", "BE2", *BEHAVIOUR[2:])]

    proposal = take_in(store, a_list(tmp_path, *rows, *OTHERS))

    assert [one.resembles for one in proposal.registers[0].rows] == [()] * 5
