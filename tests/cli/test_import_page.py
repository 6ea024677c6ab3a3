"""The page of an import says first what needs a person, then each document; a long one stays short and narrow."""

from policyaudit.cli.import_page import Import, import_page
from policyaudit.cli.terminal import Terminal
from policyaudit.usecases.import_likeness import Resemblance
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_values import ProposedValue

TERMINAL = Terminal(80, colours=False)
SCHOOL = "Larkmead Primary School"


def a_value(field: str = "next_review", value: str = "June 2027", *, sure: int = 95) -> ProposedValue:
    return ProposedValue(field, value, sure, 4, 1, "body", f"It says: {value}", "label", counts=sure >= 80)


def a_file(
    number: int, *values: ProposedValue, outcome: Outcome = Outcome.NEW_POLICY, **more: object
) -> ProposedDocument:
    told: dict[str, object] = {"school": SCHOOL, "title": f"Policy {number}", "version": "2"} | more
    return ProposedDocument(f"policy-{number}.docx", outcome, values=values, **told)  # type: ignore[arg-type] # as named


def page(*documents: ProposedDocument, recorded: bool = False, full: bool = False) -> str:
    return import_page(Import(ImportProposal(documents, ()), recorded, full), TERMINAL)


def test_three_documents_are_shown_with_every_value_and_four_in_a_line_each() -> None:
    three = page(*(a_file(number, a_value()) for number in range(3)))
    four = page(*(a_file(number, a_value()) for number in range(4)))
    asked = page(*(a_file(number, a_value()) for number in range(4)), full=True)

    assert three.count("Read as") == 3
    assert "Read as" not in four
    assert four.startswith("4 new policies:\nFile           Policy    Version  Next review  Certain\n")
    assert asked.count("Read as") == 4


def test_folder_of_two_hundred_takes_little_more_than_a_line_a_document_and_fits_80_columns() -> None:
    files = [
        a_file(
            number, a_value(), a_value("title", "A title of so many words that no line of a table holds it", sure=70)
        )
        if number % 10 == 0
        else a_file(number, a_value("next_review", "30 September 2027"), title="Policy on a matter of many words " * 3)
        for number in range(200)
    ]

    lines = page(*files).splitlines()

    assert len(lines) < 235
    assert max(map(len, lines)) <= 80


def test_what_needs_a_person_comes_first() -> None:
    shown = page(
        *(a_file(number, a_value()) for number in range(4)),
        a_file(4, a_value(sure=62)),
        a_file(
            5, a_value(), resembles=(Resemblance("Anti-Bullying", 92), Resemblance("Behaviour", 88)), title="Bullying"
        ),
        a_file(6, outcome=Outcome.QUESTION, question="which is it?", next_step="Say which"),
        a_file(7, outcome=Outcome.UNREAD, question="policy-7.docx is empty", next_step="ask for it again"),
        a_file(8, a_value(), question="it names another school, Oakhanger"),
        a_file(9, a_value(), question="it names another school, Oakhanger", warnings=("line 3 is no date",)),
    )

    places = [
        shown.index(words)
        for words in (
            "Questions, not recorded:\n  policy-6.docx: which is it?\n\nSay which.",
            "Not read:\n  policy-7.docx is empty; ask for it again",
            "Beware:\n  policy-9.docx: line 3 is no date",
            "To be looked at:\n  policy-8.docx, policy-9.docx: it names another school, Oakhanger",
            "  Bullying (policy-5.docx) resembles Anti-Bullying (92 %) or Behaviour (88 %)",
            "Doubtful, and to be confirmed before it counts: 1 value in 1 file",
            "8 new policies:",
            "10 files: 8 new policies, 1 question, 1 not read.",
        )
    ]
    assert places == sorted(places)
    assert "--report FILE.xlsx" in shown


def test_documents_stand_in_groups_by_what_becomes_of_them() -> None:
    shown = page(
        *(a_file(number, a_value()) for number in range(4)),
        a_file(4, a_value(), outcome=Outcome.NEW_VERSION),
        a_file(5, a_value(), outcome=Outcome.OTHER_FORM),
        a_file(6, outcome=Outcome.HELD),
        a_file(7, outcome=Outcome.LEFT_OUT),
        a_file(8, outcome=Outcome.LEFT_OUT_BEFORE),
        a_file(9, outcome=Outcome.SKIPPED),
    )

    for heading in (
        "1 new version of a policy:",
        "1 other form of a text that is there:",
        "1 file is left out, and not asked again:",
        "1 file has no line in the sheet, and is skipped:",
    ):
        assert f"\n{heading}\n" in shown
    assert "1 held already, 1 left out, 1 left out before, 1 skipped." in " ".join(shown.split())
    assert "policy-8.docx" not in shown
    assert "audit import FILE" in shown


def test_files_that_are_no_documents_are_named_as_far_as_they_are_few() -> None:
    some = page(*(a_file(number, outcome=Outcome.PASSED_OVER) for number in range(5)))
    many = page(*(a_file(number, outcome=Outcome.PASSED_OVER) for number in range(9)))

    assert "policy-4.docx\n" in some
    assert "policy-4.docx, and 4 other files" in " ".join(many.split())


def test_of_several_schools_each_stands_with_its_own() -> None:
    files = [a_file(number, a_value(), school=f"School {number % 2}") for number in range(4)]

    several, few = page(*files), page(*files[:2])

    assert "School    File" in several
    assert few.count("  School ") == 2


def test_page_of_several_schools_fits_80_columns_too() -> None:
    files = [
        a_file(
            number,
            a_value("next_review", "30 September 2027"),
            a_value("title", sure=62),
            title="Words " * 9,
            school="School " * 9,
        )
        for number in range(3)
    ]

    lines = page(a_file(9, a_value()), *files).splitlines()

    assert max(map(len, lines)) == 80


def test_what_somebody_said_stands_before_what_was_read() -> None:
    value = ProposedValue(
        "next_review",
        "June 2027",
        62,
        4,
        1,
        "body",
        "",
        "label",
        counts=True,
        settled="corrected",
        corrected_to="May 2027",
    )

    shown = page(a_file(1, value, resembles=(Resemblance("Anti-Bullying", 92),)))

    assert "Next review  May 2027" in shown
    assert "read as June 2027" in shown
    assert "resembles Anti-Bullying (92 %): it may be a version of that" in shown


def test_what_is_asked_of_several_files_is_asked_once() -> None:
    shown = page(*(a_file(number, outcome=Outcome.QUESTION, question="whose is it?") for number in range(3)))

    assert "Questions, not recorded:\n  policy-0.docx, policy-1.docx, policy-2.docx: whose is it?\n" in shown


def test_document_in_full_says_which_other_school_it_names() -> None:
    assert "  it names another school, Oakhanger\n" in page(
        a_file(1, a_value(), question="it names another school, Oakhanger")
    )


def test_once_recorded_what_waits_leads_to_confirm() -> None:
    shown = page(*(a_file(number, a_value(sure=70)) for number in range(4)), recorded=True)

    assert "Doubtful" not in shown
    assert "Next: audit confirm  goes through the values that wait\n" in shown


def test_where_only_questions_are_nothing_is_recorded_before_they_are_answered() -> None:
    shown = page(a_file(1, outcome=Outcome.QUESTION, question="which is it?"))

    assert "Nothing is recorded before that is answered." in shown
    assert shown.endswith("Next: audit import PATH... --report FILE.xlsx  writes it to a sheet to be mended")


def test_where_questions_are_left_of_what_was_imported_before_that_stands_first() -> None:
    shown = page(a_file(1, outcome=Outcome.HELD), a_file(2, outcome=Outcome.QUESTION, question="which is it?"))

    assert shown.startswith("There is nothing new to record, and 1 question to answer.\n\nQuestions, not recorded:\n")
    assert "audit due" not in shown
