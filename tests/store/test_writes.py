"""Writing: rows and journal entries come and go together, in order, on whose word and at which moment."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from policyaudit.domain.changes import (
    Acknowledged,
    LeftOutSet,
    PersonEdited,
    PolicyEdited,
    Reviewed,
    TermSet,
    ValueRead,
    ValueSettled,
)
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.store.opening import open_register
from policyaudit.store.refusals import ChangeRefused, ClockTurnedBack, NothingToChange
from tests.store.writing import (
    MORNING,
    a_note,
    a_person,
    a_policy,
    a_post,
    a_school,
    entries,
    record,
    recording,
    what_a_sign_off_needs,
)


def test_a_change_writes_its_row_and_its_entry(register_target: str) -> None:
    position = record(register_target, a_school(), a_post())

    with open_register(register_target) as store:
        assert position == 3
        assert store.rows("SELECT title FROM post") == [("Headteacher",)]
        assert entries(store) == [(1, 1, "school-added", ""), (1, 2, "actor-added", "1"), (1, 3, "post-added", "1")]


def test_nothing_to_apply_reaches_position_0(register_target: str) -> None:
    assert record(register_target) == 0


def test_a_failure_leaves_neither_row_nor_entry(register_target: str) -> None:
    record(register_target, a_school())

    with pytest.raises(NothingToChange), recording(register_target) as writer:
        writer.apply([a_post(), PolicyEdited(school_id=1, policy_id=9, title="x", title_key="x", sort_key="x")])

    with open_register(register_target) as store:
        assert store.rows("SELECT title FROM post") == []
        assert len(entries(store)) == 2


def test_each_school_counts_its_own_positions(register_target: str) -> None:
    record(register_target, a_school("Larkmead"), a_school("Oakhanger", school_id=2))
    position = record(register_target, a_person(school_id=2), a_person(school_id=1), a_note(1, school_id=2))

    with open_register(register_target) as store:
        assert position == 4
        assert [entry[:3] for entry in entries(store)] == [
            (1, 1, "school-added"),
            (1, 2, "actor-added"),
            (1, 3, "person-added"),
            (2, 1, "school-added"),
            (2, 2, "actor-added"),
            (2, 3, "person-added"),
            (2, 4, "note-written"),
        ]


def test_whoever_records_again_is_the_same_actor(register_target: str) -> None:
    record(register_target, a_school())
    with recording(register_target, by="Clerk") as writer:
        writer.apply([a_post()])
    with recording(register_target, by="School office") as writer:
        writer.apply([a_note(1)])

    with open_register(register_target) as store:
        assert store.rows("SELECT actor_id, name FROM actor ORDER BY actor_id") == [(1, "School office"), (2, "Clerk")]
        tokens = dict(store.rows("SELECT actor_id, token FROM actor"))
        assert _words_of(store.rows("SELECT entry FROM journal ORDER BY position")) == [
            tokens[1],
            tokens[1],
            tokens[2],
            tokens[2],
            tokens[1],
        ]


def _words_of(rows: list[tuple[bytes]]) -> list[str]:
    return [json.loads(entry)["by"] for (entry,) in rows]


def test_new_numbers_follow_the_highest_of_the_school(register_target: str) -> None:
    record(register_target, a_school("Larkmead"), a_school("Oakhanger", school_id=2), a_person(7))

    with recording(register_target) as writer:
        assert [writer.new_id(1, "person"), writer.new_id(1, "person")] == [8, 9]
        assert writer.new_id(2, "person") == 1
        assert writer.new_id(0, "school") == 3


def test_the_writer_reads_what_it_has_written(register_target: str) -> None:
    with recording(register_target) as writer:
        writer.apply([a_school()])

        assert writer.rows("SELECT name FROM school WHERE name LIKE :start", start="Lark%") == [
            ("Larkmead Primary School",)
        ]


@pytest.mark.parametrize("text", [None, ""], ids=["none", "empty"])
def test_no_remark_makes_no_note(register_target: str, text: str | None) -> None:
    with recording(register_target) as writer:
        assert writer.note(1, text) is None


def test_a_remark_is_numbered_and_kept(register_target: str) -> None:
    record(register_target, a_school())

    with recording(register_target) as writer:
        number = writer.note(1, "agreed by e-mail")
        kept = writer.rows("SELECT content FROM note WHERE note_id = :number", number=number)

    assert (number, kept) == (1, [("agreed by e-mail",)])


def test_an_edit_enters_the_whole_row_as_it_is_now(register_target: str) -> None:
    record(register_target, a_school(), a_person())
    left = PersonEdited(
        school_id=1, person_id=1, name="Ada Inkwell", name_key="ada", sort_key="ada", left_on=date(2026, 8, 31)
    )
    record(register_target, left)

    with open_register(register_target) as store:
        added, edited = (
            json.loads(entry)["values"] for (entry,) in store.rows("SELECT entry FROM journal WHERE subject = 'person'")
        )
        assert edited == added | {"left_on": "2026-08-31"}


def a_value_read() -> ValueRead:
    return ValueRead(
        school_id=1,
        provenance_id=1,
        policy_id=1,
        version_id=None,
        field="responsible_officer",
        value="Ada Inkwel",
        sha256="0" * 64,
        line=4,
        page=None,
        part="body",
        evidence="Responsible: Ada Inkwel",
        confidence=60,
        reason="label on the same line",
        state="waiting",
    )


def test_a_settled_value_says_by_whom_and_when_and_names_nobody_in_the_ledger(register_target: str) -> None:
    record(register_target, a_school(), a_policy(), a_value_read())
    settled = ValueSettled(school_id=1, provenance_id=1, state="corrected", corrected_to="Ada Inkwell")
    with recording(register_target, by="Dora Foolscap", at=MORNING + timedelta(hours=1)) as writer:
        writer.apply([settled])

    with open_register(register_target) as store:
        said = store.rows(
            "SELECT value, state, corrected_to, name, settled_at FROM provenance"
            " JOIN actor ON actor.school_id = provenance.school_id AND actor_id = settled_by"
        )
        read, after = (
            json.loads(entry)["values"]
            for (entry,) in store.rows("SELECT entry FROM journal WHERE subject = 'provenance' ORDER BY position")
        )
    assert said == [("Ada Inkwel", "corrected", "Ada Inkwell", "Dora Foolscap", "2026-11-02T10:00:00.000000Z")]
    assert (read["corrected_to"], read["settled_by"], read["settled_at"]) == (None, None, None)
    assert after["corrected_to"].startswith("hmac-sha256:")
    assert "Dora" not in str(after)


def test_what_is_not_there_cannot_be_edited(register_target: str) -> None:
    record(register_target, a_school())
    edit = PolicyEdited(school_id=1, policy_id=9, title="x", title_key="x", sort_key="x")

    with pytest.raises(NothingToChange, match="the policy that is to be changed is not in the register"):
        record(register_target, edit)


def test_a_term_set_again_is_replaced(register_target: str) -> None:
    def autumn(last_day: date) -> TermSet:
        return TermSet(
            school_id=1,
            term_id=1,
            academic_year=2026,
            season="Autumn",
            half=None,
            first_day=date(2026, 9, 1),
            last_day=last_day,
        )

    record(register_target, a_school(), autumn(date(2026, 12, 18)), autumn(date(2026, 12, 17)))

    with open_register(register_target) as store:
        assert store.rows("SELECT first_day, last_day FROM term") == [("2026-09-01", "2026-12-17")]
        assert [entry[2] for entry in entries(store)][2:] == ["term-set", "term-set"]


def test_a_file_left_out_and_brought_back_stands_once_and_only_its_commitment_in_the_ledger(
    register_target: str,
) -> None:
    left_out = LeftOutSet(school_id=1, sha256="ab", line=0, file_name="Letter to Mr Blotter.docx")

    record(register_target, a_school(), left_out, replace(left_out, state="brought back"))

    with open_register(register_target) as store:
        held = store.rows("SELECT sha256, line, file_name, state, recorded_by FROM left_out")
        ledger = store.rows("SELECT kind, entry FROM journal WHERE subject = 'left_out' ORDER BY position")
    assert held == [("ab", 0, "Letter to Mr Blotter.docx", "brought back", 1)]
    assert [kind for kind, _ in ledger] == ["left-out-set", "left-out-set"]
    assert not any(b"Blotter" in entry for _, entry in ledger)


def test_a_date_known_to_the_month_fills_four_columns(register_target: str) -> None:
    june = PartialDate(date(2016, 6, 1), date(2016, 6, 30), Precision.MONTH, "June 2016")
    review = Reviewed(school_id=1, review_id=1, policy_id=1, reviewed=june, outcome="unchanged")

    record(register_target, a_school(), a_policy(), review)

    with open_register(register_target) as store:
        assert store.rows(
            "SELECT reviewed_as_written, reviewed_earliest, reviewed_latest, reviewed_precision, recorded_by,"
            " recorded_at FROM review"
        ) == [("June 2016", "2016-06-01", "2016-06-30", "month", 1, "2026-11-02T09:00:00.000000Z")]


def test_a_moment_is_recorded_in_utc(register_target: str) -> None:
    summer = datetime(2026, 7, 1, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=1)))

    with recording(register_target, at=summer) as writer:
        writer.apply([a_school()])

        assert writer.rows("SELECT DISTINCT recorded_at FROM journal") == [("2026-07-01T08:00:00.000005Z",)]


def test_a_moment_without_its_zone_is_a_fault_of_ours(register_target: str) -> None:
    with pytest.raises(ValueError, match="without its zone"), recording(register_target, at=datetime(2026, 7, 1)):  # noqa: DTZ001 - the fault
        pass


def test_a_clock_turned_back_is_refused(register_target: str) -> None:
    record(register_target, a_school())

    with (
        pytest.raises(ClockTurnedBack, match=r"2026-11-02 08:54:59 UTC, but .* 2026-11-02 09:00:00 UTC"),
        recording(register_target, at=MORNING - timedelta(minutes=5, seconds=1)) as writer,
    ):
        writer.apply([a_post()])


def test_whoever_had_to_wait_records_no_earlier_than_the_entry_before(register_target: str) -> None:
    record(register_target, a_school())

    with recording(register_target, at=MORNING - timedelta(minutes=5)) as writer:
        writer.apply([a_post()])

        assert writer.rows("SELECT DISTINCT recorded_at FROM journal") == [("2026-11-02T09:00:00.000000Z",)]


def test_a_history_goes_on_by_somebody_else_at_a_later_moment(register_target: str) -> None:
    with recording(register_target) as writer:
        writer.apply([a_school()])
        writer.goes_on(by="Clerk", at=MORNING + timedelta(days=1))
        position = writer.apply([a_post()])

        assert position == 4
        assert (writer.by, writer.at) == ("Clerk", MORNING + timedelta(days=1))
        assert writer.rows("SELECT kind, recorded_at FROM journal ORDER BY position") == [
            ("school-added", "2026-11-02T09:00:00.000000Z"),
            ("actor-added", "2026-11-02T09:00:00.000000Z"),
            ("actor-added", "2026-11-03T09:00:00.000000Z"),
            ("post-added", "2026-11-03T09:00:00.000000Z"),
        ]


def test_a_history_never_goes_back(register_target: str) -> None:
    with recording(register_target) as writer, pytest.raises(ClockTurnedBack):
        writer.goes_on(by="Clerk", at=MORNING - timedelta(seconds=1))


def test_salts_are_random_unless_given(register_target: str) -> None:
    with open_register(register_target) as store:
        with store.transaction(by="School office", at=MORNING) as writer:
            writer.apply([a_school(), a_person(1), a_person(2)])

        salts = {bytes(salt) for (salt,) in store.rows("SELECT salt FROM person UNION ALL SELECT salt FROM actor")}
        assert {len(salt) for salt in salts} == {32}
        assert len(salts) == 3


def test_what_the_register_refuses_is_said_in_a_sentence(register_target: str) -> None:
    record(register_target, a_school(), a_post(1, "Headteacher"))

    with pytest.raises(ChangeRefused, match=r"the register refuses this change, so nothing was recorded: .*post"):
        record(register_target, a_post(2, "Headteacher"))


def test_many_sign_offs_go_in_one_batch_after_another(register_target: str) -> None:
    signed = [
        Acknowledged(
            school_id=1,
            acknowledgement_id=number,
            version_id=1,
            person_id=1,
            signed_on=date(2026, 9, 1),
            state="acknowledged",
            means="paper",
            declaration_id=1,
        )
        for number in range(1, 10_002)
    ]

    position = record(register_target, *what_a_sign_off_needs(), *signed)

    with open_register(register_target) as store:
        assert position == 6 + 10_001
        assert store.rows("SELECT COUNT(*), MIN(position), MAX(position) FROM journal") == [(position, 1, position)]
        assert store.rows("SELECT COUNT(*) FROM acknowledgement") == [(10_001,)]


def test_somebody_added_later_in_a_transaction_is_known_to_the_ledger(register_target: str) -> None:
    with recording(register_target) as writer:
        writer.apply(what_a_sign_off_needs())
        writer.apply([_signed(1, person_id=1)])
        writer.apply([a_person(2, "Otto Blotter"), _signed(2, person_id=2)])

    with open_register(register_target) as store:
        tokens = [token for (token,) in store.rows("SELECT token FROM person ORDER BY person_id")]
        signers = store.rows("SELECT entry FROM journal WHERE subject = 'acknowledgement' ORDER BY position")
        assert [json.loads(entry)["values"]["person_id"] for (entry,) in signers] == tokens


def _signed(number: int, person_id: int) -> Acknowledged:
    return Acknowledged(
        school_id=1,
        acknowledgement_id=number,
        version_id=1,
        person_id=person_id,
        signed_on=datetime(2026, 9, 1, tzinfo=UTC).date(),
        state="acknowledged",
        means="paper",
        declaration_id=1,
    )
