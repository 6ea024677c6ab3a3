"""What somebody said is no policy is not asked again, and may be brought back; what was skipped is asked again."""

from pathlib import Path

import pytest

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import NEW_POLICY, NOTHING_DECIDED, Answer, Decisions
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import read_folder
from tests.factories import RECORDING, a_document, a_school
from tests.usecases import listing
from tests.usecases.importing import OTHER_BODY, a_text, outcomes
from tests.usecases.listing import BEHAVIOUR, OTHERS, a_list, source_of, take_in

OTHER = "Oakhanger Primary School"
LETTER = "Dear families,\n\nWe look forward to seeing you at the fair.\n"
OUT, BACK = Answer(left_out=True), Answer(left_out=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A policy, and a letter that lies among the policies."""
    policies = tmp_path / "policies"
    policies.mkdir()
    a_document(policies, "behaviour.txt", a_text())
    a_document(policies, "letter.txt", LETTER)
    return policies


def ended(
    store: Store, *paths: Path, answer: Answer | None = None, school: str | None = None, of: str = "letter.txt"
) -> list[str]:
    """How each document of these files and folders ends, once this is said of one; the proposal said the same."""
    files, options = list(read_folder(paths, calendar=TermCalendar())), ImportOptions(school)
    sources = [file.sha256 for file in files if file.file_name == of and hasattr(file, "sha256")]
    decisions = Decisions(answers=dict.fromkeys(sources, answer)) if answer else NOTHING_DECIDED
    proposed = propose_import(store, files, options=options, decisions=decisions)
    assert accept_import(store, files, options=options, decisions=decisions, **RECORDING) == proposed
    return outcomes(proposed)


def remembered(store: Store) -> list[tuple[str, int, str, str]]:
    """The school of each file that was left out, its line, its name, and how it stands with it."""
    sql = "SELECT name, line, file_name, state FROM left_out JOIN school USING (school_id) ORDER BY school_id, line"
    return [(str(school), int(line), str(file), str(state)) for school, line, file, state in store.rows(sql)]


def test_file_that_is_no_policy_is_asked_once(store: Store, folder: Path) -> None:
    assert ended(store, folder) == ["new policy", "question"]
    assert ended(store, folder, answer=OUT) == ["held already", "left out"]
    assert ended(store, folder) == ["held already", "left out before"]
    assert ended(store, folder, answer=OUT) == ["held already", "left out before"]
    assert remembered(store) == [("Larkmead Primary School", 0, "letter.txt", "left out")]


def test_what_was_skipped_is_asked_again(store: Store, folder: Path) -> None:
    ended(store, folder)

    assert ended(store, folder) == ["held already", "question"]
    assert remembered(store) == []


def test_file_whose_bytes_have_changed_is_asked_again(store: Store, folder: Path) -> None:
    ended(store, folder, answer=OUT)
    (folder / "letter.txt").write_text(LETTER + "Bring an umbrella.\n")

    assert ended(store, folder) == ["held already", "question"]


def test_copies_of_one_file_are_left_out_together(store: Store, folder: Path) -> None:
    a_document(folder, "copy.txt", LETTER)

    assert ended(store, folder, answer=OUT) == ["new policy", "left out", "left out"]
    assert store.rows("SELECT COUNT(*) FROM journal WHERE subject = 'left_out'") == [(1,)]


def test_file_that_is_named_alone_is_asked_again(store: Store, folder: Path) -> None:
    ended(store, folder, answer=OUT)

    assert ended(store, folder / "letter.txt") == ["question"]
    assert ended(store, folder / "letter.txt", folder / "behaviour.txt") == ["left out before", "held already"]
    assert ended(store, folder / "letter.txt", answer=OUT) == ["left out before"]
    assert ended(store, folder) == ["held already", "left out before"]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(policy=NEW_POLICY, left_out=False), id="and recorded"),
        pytest.param(Answer(policy=NEW_POLICY), id="and told where it belongs"),
    ],
)
def test_what_is_a_policy_after_all_is_brought_back(store: Store, folder: Path, answer: Answer) -> None:
    ended(store, folder, answer=OUT)

    assert ended(store, folder, answer=answer) == ["held already", "new policy"]
    assert remembered(store) == [("Larkmead Primary School", 0, "letter.txt", "brought back")]
    assert ended(store, folder) == ["held already", "held already"]


def test_what_is_asked_again_and_not_recorded_stays_left_out(store: Store, folder: Path) -> None:
    ended(store, folder, answer=OUT)

    assert ended(store, folder, answer=BACK) == ["held already", "question"]
    assert ended(store, folder) == ["held already", "left out before"]


def test_what_is_recorded_cannot_be_left_out(store: Store, folder: Path) -> None:
    ended(store, folder)

    assert ended(store, folder, answer=OUT, of="behaviour.txt") == ["held already", "question"]
    assert remembered(store) == []


def test_each_school_leaves_out_for_itself(store: Store, folder: Path) -> None:
    a_school(store, OTHER)
    a_document(folder, "other.txt", a_text(school=OTHER, title="Attendance Policy", body=OTHER_BODY))

    assert ended(store, folder, answer=OUT, of="other.txt") == ["new policy", "question", "left out"]
    assert remembered(store) == [(OTHER, 0, "other.txt", "left out")]
    assert ended(store, folder, school="Larkmead")[-1] == "new policy"
    assert ended(store, folder, school=OTHER)[-1] == "left out before"


def test_file_is_left_out_of_the_school_under_which_all_is_filed(store: Store, folder: Path) -> None:
    a_school(store, OTHER)

    ended(store, folder, answer=OUT, of="behaviour.txt", school=OTHER)

    assert remembered(store) == [(OTHER, 0, "behaviour.txt", "left out")]
    assert ended(store, folder) == ["left out before", "question"]


# Rows of a list


def test_row_that_is_left_out_is_not_asked_again_until_somebody_says_so(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)
    source = source_of(path, 0)

    left = take_in(store, path, decisions=Decisions(answers={source: OUT}))
    again = take_in(store, path)
    back = take_in(store, path, decisions=Decisions(answers={source: BACK}))

    assert listing.outcomes(left) == ["left out", "new policy", "new policy", "new policy"]
    assert listing.outcomes(again) == ["left out before", "held already", "held already", "held already"]
    assert listing.outcomes(back)[0] == "new policy"
    assert (left.registers[0].has_news, again.registers[0].has_news) == (True, False)
    assert [state for _, _, _, state in remembered(store)] == ["brought back"]
    assert listing.outcomes(take_in(store, path)) == ["held already"] * 4


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(BEHAVIOUR, id="a new policy"),
        pytest.param(("Behaviour Policy", "AT1", *BEHAVIOUR[2:]), id="a question"),
    ],
)
def test_row_of_which_nothing_was_said_is_skipped(store: Store, tmp_path: Path, row: tuple[str, ...]) -> None:
    take_in(store, a_list(tmp_path, *OTHERS))
    path = a_list(tmp_path, row, *OTHERS[1:], name="Newer register of policies.txt")

    proposal = take_in(store, path, decisions=Decisions(only=frozenset()))

    assert listing.outcomes(take_in(store, path))[0] in {"new policy", "question"}
    assert listing.outcomes(proposal) == ["skipped", "held already", "held already"]
