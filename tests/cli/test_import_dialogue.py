"""Going through a proposal: each question is asked once, and what was said goes into one set of decisions."""

from pathlib import Path

import pytest

from policyaudit.cli.asking import Talk
from policyaudit.cli.import_dialogue import can_be_gone_through, decide
from policyaudit.usecases.import_decisions import NOTHING_DECIDED, Answer, Decisions, Said
from policyaudit.usecases.import_likeness import Resemblance
from policyaudit.usecases.import_plan import Asks, Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import ProposedRegister, ProposedRow, RowOutcome
from policyaudit.usecases.import_values import ProposedValue
from tests.cli.running import at_a_terminal, audit

CERTAIN = ProposedDocument("certain.docx", Outcome.NEW_POLICY, title="Certain", source="c")


def a_value(field: str = "next_review", value: str = "June 2027", sure: int = 62) -> ProposedValue:
    return ProposedValue(
        field, value, sure, 4, None, "body", f"It says: {value}", "label", counts=False, others=("July 2027",)
    )


def a_file(*values: ProposedValue, resembles: tuple[Resemblance, ...] = ()) -> ProposedDocument:
    return ProposedDocument(
        "x.docx", Outcome.NEW_POLICY, title="Behaviour", values=values, source="x", resembles=resembles
    )


def a_question(asks: Asks, *candidates: str, source: str = "x", question: str = "which?") -> ProposedDocument:
    return ProposedDocument(
        f"{source}.docx",
        Outcome.QUESTION,
        title="Behaviour",
        question=question,
        source=source,
        asks=asks,
        candidates=candidates,
    )


def talked(
    *answers: str, documents: tuple[ProposedDocument, ...], has_news: bool = True
) -> tuple[Decisions | None, str]:
    """What was decided while these answers were given, and all that was told; then nobody answers any more."""
    told: list[str] = []
    left = list(answers)

    def ask(question: str) -> str | None:
        told.append(question)
        return left.pop(0) if left else None

    def propose(_: Decisions) -> ImportProposal:
        return ImportProposal((CERTAIN, *documents), ())

    decisions = decide(Talk(ask, told.append, 80), propose, has_news=has_news)
    return decisions, "\n".join(told)


@pytest.mark.parametrize(
    ("answers", "decided"),
    [
        pytest.param(("a",), NOTHING_DECIDED, id="what is certain"),
        pytest.param(("n",), None, id="nothing"),
        pytest.param((), None, id="nobody answers"),
        pytest.param(("r", "s", "n"), None, id="gone through, and then nothing"),
        pytest.param(("r", "s", "y"), NOTHING_DECIDED, id="everything skipped"),
        pytest.param(("r", "q", "y"), NOTHING_DECIDED, id="stopped at once"),
        pytest.param(("r",), None, id="nobody answers half-way"),
    ],
)
def test_nothing_is_recorded_that_nobody_asked_for(answers: tuple[str, ...], decided: Decisions | None) -> None:
    assert talked(*answers, documents=(a_file(a_value()),))[0] == decided


def test_where_nothing_is_certain_that_is_not_offered() -> None:
    _, told = talked("a", "n", documents=(a_question(Asks.POLICY),), has_news=False)

    assert "go through it (r), record nothing (n): " in told
    assert "Please type one of r, n." in told


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(("a",), Said("accept"), id="accepted"),
        pytest.param(("c", "May 2027"), Said("correct", "May 2027"), id="corrected"),
        pytest.param(("c", "31 June 2027", "30 June 2027"), Said("correct", "30 June 2027"), id="asked again"),
    ],
)
def test_what_is_said_of_a_value_is_decided(answers: tuple[str, ...], said: Said) -> None:
    decisions, told = talked("r", *answers, "y", documents=(a_file(a_value()),))

    assert decisions is not None
    assert list(decisions.values.values()) == [said]
    assert (
        "  Next review: June 2027 (62 % sure)\n  or July 2027\n  line 4: “It says: June 2027”\n  Read by: label" in told
    )


def test_correction_without_words_says_nothing() -> None:
    assert talked("r", "c", "", "y", documents=(a_file(a_value()),))[0] == NOTHING_DECIDED


def test_refused_correction_says_why() -> None:
    _, told = talked("r", "c", "31 June 2027", "", "n", documents=(a_file(a_value()),))

    assert "'31 June 2027' cannot be used as a date: there is no 31 June" in told


def test_what_means_two_things_is_not_accepted_as_it_stands() -> None:
    cycle = a_value("review_frequency", "bi-annually")

    decisions, told = talked("r", "a", "c", "every two years", "y", documents=(a_file(cycle),))

    assert "bi-annually means two things: correct it to one of them." in told
    assert decisions is not None
    assert list(decisions.values.values()) == [Said("correct", "every two years")]


def test_all_values_that_are_so_sure_are_accepted_at_once() -> None:
    decisions, _ = talked("r", "all", "y", documents=(a_file(a_value()),))

    assert decisions == Decisions(accept_from=62)


def test_each_value_is_asked_once_though_the_proposal_is_made_anew() -> None:
    title, review = a_value("title", "Behaviour"), a_value()

    decisions, told = talked("r", "a", "a", "y", documents=(a_file(title, review),))

    assert decisions is not None
    assert [key.field for key in decisions.values] == ["title", "next_review"]
    assert "This would be recorded: 2 new policy; 2 values still to confirm." in told


@pytest.mark.parametrize(
    ("document", "typed", "answer"),
    [
        pytest.param(a_question(Asks.SCHOOL, "New School", "Old School"), "1", Answer(school="New School"), id="added"),
        pytest.param(a_question(Asks.SCHOOL, "New School", "Old School"), "2", Answer(school="Old School"), id="known"),
        pytest.param(a_question(Asks.POLICY, "Attendance"), "1", Answer(policy="Attendance"), id="belongs to a policy"),
        pytest.param(a_question(Asks.POLICY, "Attendance"), "2", Answer(policy="new policy"), id="new after all"),
        pytest.param(a_question(Asks.ORDER), "1", Answer(order="newer"), id="newer"),
        pytest.param(a_question(Asks.ORDER), "3", Answer(order="same"), id="the same"),
        pytest.param(
            a_file(resembles=(Resemblance("Anti-Bullying", 92),)), "1", Answer(policy="Anti-Bullying"), id="resembling"
        ),
    ],
)
def test_answer_by_its_number_is_decided(document: ProposedDocument, typed: str, answer: Answer) -> None:
    decisions, _ = talked("r", typed, "y", documents=(document,))

    assert decisions == Decisions(answers={"x": answer})


def test_question_that_is_skipped_is_not_asked_again() -> None:
    decisions, told = talked("r", "s", "y", documents=(a_question(Asks.ORDER),))

    assert (decisions, told.count("1: it is newer")) == (NOTHING_DECIDED, 1)


def test_school_that_several_files_name_is_asked_once() -> None:
    one, other = (a_question(Asks.SCHOOL, "New School", source=source) for source in "xy")

    decisions, told = talked("r", "1", "y", documents=(one, other))

    assert decisions == Decisions(answers={"x": Answer(school="New School"), "y": Answer(school="New School")})
    assert "x.docx and 1 more\n  which?\n  1: add New School to the register\n" in told


def test_what_is_answered_in_turn_stands_together() -> None:
    school = a_question(Asks.SCHOOL, "New School")
    policy = a_question(Asks.POLICY, "Attendance", question="to which?")

    decisions, _ = talked("r", "1", "1", "y", documents=(school, policy))

    assert decisions == Decisions(answers={"x": Answer(school="New School", policy="Attendance")})


def test_row_of_a_list_is_asked_as_a_document_is() -> None:
    row = ProposedRow(
        file_name="register.xlsx",
        source="x:7",
        sheet="Policies",
        row=7,
        outcome=RowOutcome.QUESTION,
        title="Behaviour",
        listed_as="Behaviour",
        question="which of them is it?",
        asks=Asks.POLICY,
        candidates=("Behaviour", "Behaviour of parents"),
    )
    told: list[str] = []
    answers = ["r", "2", "y"]

    decisions = decide(
        Talk(lambda _: answers.pop(0), told.append, 80),
        lambda _: ImportProposal((), (), (ProposedRegister("register.xlsx", (), (row,)),)),
        has_news=True,
    )

    assert decisions == Decisions(answers={"x:7": Answer(policy="Behaviour of parents")})
    assert told[0].startswith("\nregister.xlsx, row 7\n  which of them is it?\n  1: it belongs to Behaviour\n")


def test_proposal_without_doubt_needs_nobody() -> None:
    assert not can_be_gone_through(ImportProposal((CERTAIN,), ()))
    assert can_be_gone_through(ImportProposal((a_file(a_value()),), ()))


# At a terminal


def test_whoever_sits_at_the_terminal_answers_and_it_is_recorded(new_register: Path, tmp_path: Path) -> None:
    text = "Brookside Primary School\nPolicy title: Maths Policy\nVersion: 2\nDate of next review: June 2027\n"
    (tmp_path / "maths.txt").write_text(text)

    code, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="r\n1\ny\n")

    assert (code, "1: add Brookside Primary School to the register" in screen) == (0, True)
    assert "Schools added: Brookside Primary School." in screen
    assert "1 policy" in audit("due", "--school", "Brookside", "--db", new_register).stdout


def test_store_is_left_as_it_was_where_nothing_is_to_be_recorded(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Brookside Primary School\nPolicy title: Maths Policy\nVersion: 2\n")

    code, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="n\n")

    assert (code, screen.endswith("  next: see above what each of them needs\n")) == (4, True)
