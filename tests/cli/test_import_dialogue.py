"""Going through a proposal: each question is asked once, and what was said goes into one set of decisions."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from policyaudit.cli.asking import Talk
from policyaudit.cli.import_dialogue import can_be_gone_through, decide
from policyaudit.usecases.import_decisions import NOTHING_DECIDED, Answer, Decisions, Said, ValueKey
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
    assert "Please type one of r (go through it), n (record nothing)." in told


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


@pytest.mark.parametrize(
    ("typed", "decided"),
    [
        pytest.param(("", "s"), {}, id="skipped after all"),
        pytest.param(("", "May 2027"), {"next_review": Said("correct", "May 2027")}, id="typed after all"),
    ],
)
def test_correction_without_words_is_asked_again(typed: tuple[str, ...], decided: dict[str, Said]) -> None:
    decisions, told = talked("r", "c", *typed, "y", documents=(a_file(a_value()),))

    assert "Nothing was typed: type what is right, or s to skip it." in told
    assert decisions is not None
    assert {key.field: said for key, said in decisions.values.items()} == decided


def test_refused_correction_says_why() -> None:
    _, told = talked("r", "c", "31 June 2027", "s", "n", documents=(a_file(a_value()),))

    assert "'31 June 2027' cannot be used as a date: there is no 31 June" in told


@pytest.mark.parametrize(
    ("value", "why", "right"),
    [
        pytest.param(a_value("review_frequency", "bi-annually"), "as a review cycle", "every two years", id="a cycle"),
        pytest.param(a_value("next_review", "Easter 2022"), "Easter alone names no term", "April 2022", id="a date"),
        pytest.param(a_value("statutory", "6"), "does not say whether the policy is", "yes", id="a flag"),
    ],
)
@pytest.mark.parametrize("said", ["a", "accept", "all"])
def test_what_cannot_be_is_not_accepted_as_it_stands(value: ProposedValue, why: str, right: str, said: str) -> None:
    decisions, told = talked("r", said, "c", right, "s", "y", documents=(a_file(value, a_value("title", "Behaviour")),))

    assert f"It cannot be accepted as it stands: '{value.value}'" in told
    assert why in " ".join(told.split())
    assert "\ncorrect (c), skip (s), stop (q): " in told
    assert decisions is not None
    assert list(decisions.values.values()) == [Said("correct", right)]


def test_what_is_only_kept_is_accepted_in_whatever_words() -> None:
    value = a_value("related_policies", "Easter 2022")

    decisions, _ = talked("r", "a", "y", documents=(a_file(value),))

    assert decisions is not None
    assert decisions.values == {ValueKey("x", "related_policies", "Easter 2022"): Said("accept")}


def test_all_values_that_are_so_sure_are_accepted_at_once() -> None:
    less, held = a_value("policy_number", "101", sure=61), replace(a_value("version", "2"), held="1")

    decisions, told = talked(
        "r", "all", "q", "y", documents=(a_file(a_value(), a_value("title", "Behaviour"), less, held),)
    )

    assert "accept this and all that are at least 62 % sure: 2 values (all)" in " ".join(told.split())
    assert decisions == Decisions({ValueKey("x", "next_review", "June 2027"): Said("accept")}, accept_from=62)


def test_what_was_skipped_stays_so_and_a_higher_all_takes_nothing_back() -> None:
    number, title, review = a_value("policy_number", "101", 80), a_value("title", "Behaviour", 70), a_value(sure=65)
    surer = [a_value("version", "2", 92), a_value("responsible_officer", "Headteacher", 92)]

    decisions, _ = talked("r", "s", "s", "all", "all", "s", "y", documents=(a_file(number, title, review, *surer),))

    assert decisions is not None
    assert decisions.accept_from == 65
    assert {key.field: said.word for key, said in decisions.values.items()} == {
        "policy_number": "skip",
        "title": "skip",
        "next_review": "accept",
        "version": "accept",
    }


def test_way_back_leads_to_the_answer_before() -> None:
    documents = (a_question(Asks.ORDER, source="z"), a_file(a_value("title", "Behaviour"), a_value()))

    decisions, told = talked("r", "1", "b", "2", "a", "b", "s", "b", "b", "s", "q", "y", documents=documents)

    assert told.count("1: it is newer") == 3
    assert decisions == NOTHING_DECIDED


def test_each_value_is_asked_once_though_the_proposal_is_made_anew() -> None:
    title, review = a_value("title", "Behaviour"), a_value()

    decisions, told = talked("r", "a", "a", "y", documents=(a_file(title, review),))

    assert decisions is not None
    assert [key.field for key in decisions.values] == ["title", "next_review"]
    assert "This would be recorded: 2 new policies; 2 values still to confirm." in told


@pytest.mark.parametrize(
    ("document", "typed", "answer"),
    [
        pytest.param(a_question(Asks.SCHOOL, "New School", "Old School"), "1", Answer(school="New School"), id="added"),
        pytest.param(a_question(Asks.SCHOOL, "New School", "Old School"), "2", Answer(school="Old School"), id="known"),
        pytest.param(a_question(Asks.POLICY, "Attendance"), "1", Answer(policy="Attendance"), id="belongs to a policy"),
        pytest.param(a_question(Asks.POLICY, "Attendance"), "2", Answer(policy="new policy"), id="new after all"),
        pytest.param(a_question(Asks.ORDER), "1", Answer(order="newer"), id="newer"),
        pytest.param(a_question(Asks.ORDER), "3", Answer(order="same"), id="the same"),
        pytest.param(a_question(Asks.SCHOOL, "New School"), "2", Answer(left_out=True), id="of no school, left out"),
        pytest.param(a_question(Asks.POLICY), "2", Answer(left_out=True), id="no policy, left out"),
        pytest.param(a_question(Asks.ORDER), "4", Answer(left_out=True), id="an old text, left out"),
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
    assert "\nx.docx and y.docx\n  which?\n  1: add New School to the register as a school\n" in told


def test_what_would_not_be_recorded_is_counted_apart() -> None:
    _, told = talked("r", "s", "n", documents=(a_question(Asks.ORDER),))

    assert "This would be recorded: 1 new policy; no values still to confirm.\nNot recorded: 1 question." in told


def test_trust_is_not_offered_as_a_school_without_a_word() -> None:
    _, told = talked("r", documents=(a_question(Asks.SCHOOL, "Northfell Academies Trust", "Old School"),))

    assert "add Northfell Academies Trust to the register as a school, which by its name is no" in " ".join(
        told.split()
    )


def test_policy_that_is_only_in_this_import_is_called_so() -> None:
    other = ProposedDocument("bullying.docx", Outcome.NEW_POLICY, title="Anti-Bullying", source="y")

    _, told = talked("r", documents=(other, a_file(resembles=(Resemblance("Anti-Bullying", 92),))))

    assert "Behaviour resembles a policy that is there, or another in this import" in told
    assert "1: it belongs to Anti-Bullying (another in this import: bullying.docx)" in told


@pytest.mark.parametrize(
    ("held", "told"),
    [
        pytest.param(
            "June 2027",
            "The list says May 2026; the policy says June 2027 (behaviour.txt, line 4), which counts now",
            id="by a document of this import",
        ),
        pytest.param(
            "June 2028",
            "The list says May 2026; the register says June 2028, which counts now",
            id="by what is recorded",
        ),
    ],
)
def test_contradiction_is_shown_with_both_sides(held: str, told: str) -> None:
    stated = replace(a_value(), counts=True)
    text = replace(a_file(stated), file_name="behaviour.txt", source="y")
    said = replace(a_value("next_review", "May 2026"), others=(held,), held=held)
    row = ProposedRow(
        file_name="list.xlsx",
        source="x:7",
        sheet=None,
        row=7,
        outcome=RowOutcome.CONTRADICTION,
        title="Behaviour",
        listed_as="Behaviour",
        values=(said,),
    )
    shown: list[str] = []
    answers = ["r", "a", "y"]

    decide(
        Talk(lambda _: answers.pop(0), shown.append, 120),
        lambda _: ImportProposal((text,), (), (ProposedRegister("list.xlsx", (), (row,)),)),
        has_news=True,
    )

    assert f"  Next review: May 2026 (62 % sure)\n  {told}\n  line 4: " in shown[0]


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


def a_row(source: str, *, listed_as: str = "Bullying", **more: Any) -> ProposedRow:  # noqa: ANN401 - its fields
    name, _, number = source.partition(":")
    told = {"outcome": RowOutcome.NEW_POLICY, "title": listed_as, "school": "Larkmead"} | more
    return ProposedRow(file_name=f"{name}.csv", source=source, sheet=None, row=int(number), listed_as=listed_as, **told)


LIKE = (Resemblance("Anti-Bullying", 92),)
WHICH: dict[str, Any] = {
    "outcome": RowOutcome.QUESTION,
    "question": "is it the same policy under another name?",
    "asks": Asks.POLICY,
    "candidates": ("Conduct",),
}


@pytest.mark.parametrize(
    ("rows", "typed", "answers"),
    [
        pytest.param(
            (a_row("a:1", resembles=LIKE), a_row("b:4", outcome=RowOutcome.HELD)),
            "1",
            {"a:1": Answer(policy="Anti-Bullying"), "b:4": Answer(policy="Anti-Bullying")},
            id="one that resembles another",
        ),
        pytest.param(
            (a_row("a:1", resembles=LIKE), a_row("b:4", outcome=RowOutcome.HELD)),
            "2",
            {"a:1": Answer(policy="new policy")},
            id="a new one, which the other list speaks of as well",
        ),
        pytest.param(
            (a_row("a:1", **WHICH), a_row("b:4", **WHICH)),
            "2",
            {"a:1": Answer(policy="new policy"), "b:4": Answer(policy="Bullying")},
            id="a question that is a new policy",
        ),
        pytest.param(
            (a_row("a:1", **WHICH), a_row("b:4", **WHICH)),
            "3",
            {"a:1": Answer(left_out=True), "b:4": Answer(left_out=True)},
            id="a question that is no policy",
        ),
        pytest.param((a_row("a:1", **WHICH), a_row("b:4", **WHICH)), "s", {}, id="skipped, and not asked once more"),
    ],
)
def test_what_two_lists_ask_of_one_policy_is_asked_once(
    rows: tuple[ProposedRow, ...], typed: str, answers: dict[str, Answer]
) -> None:
    decisions, told = talked_of_rows("r", typed, "y", rows=rows)

    assert decisions == Decisions(answers=answers)
    assert "\na.csv, row 1 and b.csv, row 4\n" in told
    assert told.count("Type a number") == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(a_row("b:4", listed_as="Conduct"), id="another title"),
        pytest.param(a_row("b:4", school="Oakhanger"), id="another school"),
        pytest.param(a_row("a:4"), id="the same list"),
    ],
)
def test_answer_reaches_nothing_else(other: ProposedRow) -> None:
    decisions, told = talked_of_rows("r", "1", "y", rows=(a_row("a:1", resembles=LIKE), other))

    assert decisions == Decisions(answers={"a:1": Answer(policy="Anti-Bullying")})
    assert "\na.csv, row 1\n" in told


def test_what_was_answered_before_goes_as_it_was_said() -> None:
    rows = (a_row("a:1", resembles=LIKE), a_row("b:4"))

    decisions, _ = talked_of_rows("r", "1", "y", rows=rows, start=Decisions(answers={"b:4": Answer(policy="Conduct")}))

    assert decisions == Decisions(answers={"b:4": Answer(policy="Conduct"), "a:1": Answer(policy="Anti-Bullying")})


def talked_of_rows(
    *answers: str, rows: tuple[ProposedRow, ...], start: Decisions = NOTHING_DECIDED
) -> tuple[Decisions | None, str]:
    """What was decided of rows, each in its own list, and what was told."""
    told: list[str] = []
    left = list(answers)

    def ask(question: str) -> str:
        told.append(question)
        return left.pop(0)

    lists = tuple(ProposedRegister(row.file_name, (), (row,)) for row in rows)
    decided = decide(Talk(ask, told.append, 80), lambda _: ImportProposal((), (), lists), start, has_news=True)
    return decided, "\n".join(told)


def test_proposal_without_doubt_needs_nobody() -> None:
    assert not can_be_gone_through(ImportProposal((CERTAIN,), ()))
    assert can_be_gone_through(ImportProposal((a_file(a_value()),), ()))


# At a terminal


def test_whoever_sits_at_the_terminal_answers_and_it_is_recorded(new_register: Path, tmp_path: Path) -> None:
    text = "Brookside Primary School\nPolicy title: Maths Policy\nVersion: 2\nDate of next review: June 2027\n"
    (tmp_path / "maths.txt").write_text(text)

    code, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="r\n1\ny\n")

    assert (code, "1: add Brookside Primary School to the register as a school" in screen) == (0, True)
    assert "Schools added: Brookside Primary School." in screen
    assert "1 policy" in audit("due", "--school", "Brookside", "--db", new_register).stdout


def test_store_is_left_as_it_was_where_nothing_is_to_be_recorded(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Brookside Primary School\nPolicy title: Maths Policy\nVersion: 2\n")

    code, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="n\n")

    assert (code, screen.endswith("  next: see above what each of them needs\n")) == (4, True)


def test_whoever_breaks_the_questions_off_is_told_that_nothing_is_recorded(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Brookside Primary School\nPolicy title: Maths Policy\nVersion: 2\n")

    code, screen = at_a_terminal(
        "import", tmp_path / "maths.txt", "--db", new_register, typed="r\n", stopped_at="Type a number"
    )

    assert (code, "nothing is recorded, and what was said is not kept" in " ".join(screen.split())) == (130, True)


def test_value_that_a_label_above_it_tells_is_shown_with_that_line(new_register: Path, tmp_path: Path) -> None:
    text = "Policy title: Maths Policy\n\nVersion: 2\n\nDate approved:\n\nMay 2024\n\nAims\n"
    (tmp_path / "maths.txt").write_text(text)

    _, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="r\n" + "s\n" * 9)

    assert "  line 7: “May 2024”\n  below “Date approved:”\n  Read by: " in screen


def test_value_that_no_line_above_tells_is_shown_alone(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Our aims\nPolicy title: Maths Policy\nReview: June 2027\n")

    _, screen = at_a_terminal("import", tmp_path / "maths.txt", "--db", new_register, typed="r\n" + "s\n" * 9)

    assert "  line 3: “Review: June 2027”\n  Read by: " in screen


DOUBTFUL = "Oakhanger Primary School values every child\nPolicy title: Maths Policy\nVersion: 2\n\nAims\n"
STAYS = "It is filed under Hedgerow Primary School and stays there: audit import maths.txt --school NAME files it"


@pytest.mark.parametrize(
    ("options", "stays"),
    [
        pytest.param(("--school", "Hedgerow"), True, id="all is filed under one"),
        pytest.param((), False, id="accepted, the name is acted upon"),
    ],
)
def test_school_that_a_document_names_is_told_to_move_nothing_where_it_does_not(
    new_register: Path, tmp_path: Path, options: tuple[str, ...], *, stays: bool
) -> None:
    (tmp_path / "maths.txt").write_text(DOUBTFUL)

    _, screen = at_a_terminal("import", tmp_path / "maths.txt", *options, "--db", new_register, typed="r\n" + "s\n" * 9)

    assert "School: Oakhanger" in screen
    assert (STAYS in " ".join(screen.split())) is stays
