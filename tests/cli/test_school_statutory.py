import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policyaudit.cli.statutory_page import demand_told, statutory_page
from policyaudit.cli.terminal import Terminal
from policyaudit.domain.requirement import Asked, Held
from policyaudit.usecases.statutory import Demand, RequirementLine, StatutoryList
from tests.cli.running import audit, modules_loaded_by

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")
WINDOW = Terminal(80, colours=False)
WIDE = Terminal(200, colours=False)
LINE = RequirementLine(
    key="uniform-policy",
    title="School uniform policy",
    paper="policy",
    is_policy=True,
    asked=Asked.MUST,
    only_where=None,
    review_months=None,
    approvers=("headteacher",),
    published=None,
    staff_acknowledge="no",
    legal_basis="Education Act 1996",
    source_url=None,
    source_date=None,
    evidence="primary",
    confidence="high",
    held=Held.MISSING,
    policies=(),
    perhaps=(),
)
LIST = StatutoryList(
    as_of=date(2026, 11, 20),
    school="Hedgerow",
    nation="england",
    kind="academy",
    policies_in_register=3,
    only_missing=False,
    requirements=(LINE,),
    demand=Demand(1, 0, 0, 0),
    counts={Held.HELD: 0, Held.DRAFT: 0, Held.PERHAPS: 0, Held.MISSING: 1},
    notes=(),
)


def page(*lines: RequirementLine, window: Terminal = WINDOW, full: bool = False, **changed: object) -> str:
    found = replace(LIST, requirements=lines, **changed)  # type: ignore[arg-type] # fields of it
    return statutory_page(found, window, full=full)


def test_each_paper_stands_with_its_rules_and_its_answer(built_sample: Path) -> None:
    shown = audit("school", "statutory", "--db", built_sample, *ON)

    assert (
        "held      Behaviour in schools policy (incl.        must, every year, on the\n"
        "          anti-bullying measures)                   website, read by staff\n"
        "          answered by Behaviour (PU01)              approved by headteacher\n"
    ) in shown.stdout
    assert "confidence" not in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_in_full_each_paper_stands_with_its_source_too(built_sample: Path) -> None:
    shown = audit("school", "statutory", "--full", "--db", built_sample, *ON)

    assert shown.exit_code == 0
    assert shown.stdout.startswith("Policies, procedures and plans:\n")
    assert (
        "held      Behaviour in schools policy (incl.        must, every year, on the\n"
        "          anti-bullying measures)                   website, read by staff\n"
        "          Education and Inspections Act 2006 s89;   approved by headteacher\n"
        "          ISS Regs 2014 for academies (undated\n"
        "          page, high confidence)\n"
        "          answered by Behaviour (PU01)\n"
    ) in shown.stdout
    assert "\nOther papers:\n" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_list_ends_with_what_it_comes_to_and_what_to_do_next(built_sample: Path) -> None:
    shown = audit("school", "statutory", "--missing", "--db", built_sample, *ON)

    assert shown.stdout.endswith(
        "\n\n"
        "Quillbrook Primary School holds 22 of the 31 policies asked of it on 2 November\n"
        "2026: 9 missing.\n"
        "\n"
        "Next: audit policy list              what is held under quite other titles\n"
        "      audit policy add TITLE         adds one that is missing\n"
        "      audit school statutory --full  the law behind each, and how sure it is\n"
    )
    assert "held  " not in shown.stdout
    assert "Other papers" not in shown.stdout


def test_policy_that_is_given_the_title_that_is_asked_answers_it(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    changed = audit("policy", "edit", "Curriculum and teaching", "--title", "Admission arrangements", *words)
    shown = audit("school", "statutory", "--json", "--db", sample, *ON)

    assert changed.exit_code == 0
    assert json.loads(shown.stdout)["counts"] == {"held": 23, "draft": 0, "perhaps": 0, "missing": 8}


def test_new_register_is_told_to_read_policies_first(new_register: Path) -> None:
    shown = audit("school", "statutory", "--db", new_register, *ON)

    assert "Hedgerow Primary School holds none of the 34 policies asked of it on 2 November\n" in shown.stdout
    assert "\nNext: audit import FOLDER            reads the school's policies\n" in shown.stdout
    assert "policy add" not in shown.stdout


def test_a_school_that_the_catalogue_knows_nothing_of_is_sent_to_who_knows(tmp_path: Path) -> None:
    place = tmp_path / "register.db"

    started = audit("init", "--school", "Glen", "--nation", "scotland", "--kind", "maintained", "--db", place)
    shown = audit("school", "statutory", "--db", place)

    told = (
        "The catalogue does not know for certain what the law and guidance ask of a\n"
        "maintained school in Scotland. Whoever maintains or inspects the school can say\n"
        "what it has to hold.\n"
    )
    assert told in started.stdout
    assert shown.stdout.startswith(told + "Policies of education-authority schools are set by the authority.\n")


@pytest.mark.parametrize(
    ("demand", "told"),
    [
        pytest.param(
            Demand(1, 1, 1, 1),
            "The law and guidance ask an academy in England for 1 policy, 1 other paper and 1 more where a condition "
            "is met, as far as the catalogue knows. 1 more is to be checked: the source that we have is too weak to "
            "rely on.",
            id="one of each",
        ),
        pytest.param(
            Demand(0, 2, 0, 0),
            "The law and guidance ask an academy in England for 2 papers, as far as the catalogue knows.",
            id="no policies",
        ),
        pytest.param(
            Demand(0, 0, 16, 0),
            "The law and guidance ask an academy in England for 16 papers where a condition is met, as far as the "
            "catalogue knows.",
            id="only on conditions",
        ),
        pytest.param(
            Demand(0, 0, 0, 3),
            "The catalogue does not know for certain what the law and guidance ask of an academy in England. Whoever "
            "maintains or inspects the school can say what it has to hold. 3 are to be checked: the source that we "
            "have is too weak to rely on.",
            id="only doubts",
        ),
    ],
)
def test_how_much_is_asked_is_told_in_whole_sentences(demand: Demand, told: str) -> None:
    assert " ".join(demand_told(demand, nation="england", kind="academy")) == told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(replace(LINE, review_months=12), "must, every year\n", id="each year"),
        pytest.param(replace(LINE, review_months=36), "must, every 3 years\n", id="three years"),
        pytest.param(replace(LINE, review_months=6), "must, every 6 months\n", id="half a year"),
        pytest.param(replace(LINE, evidence="none"), "(not checked against a source, high confidence)", id="no source"),
        pytest.param(
            replace(LINE, evidence="secondary"),
            "(undated second-hand page, high confidence)",
            id="an account by others",
        ),
        pytest.param(replace(LINE, legal_basis=None), "no law named (undated page", id="no law"),
        pytest.param(replace(LINE, approvers=("committee", "headteacher")), "committee or headteacher", id="either"),
        pytest.param(
            replace(LINE, asked=Asked.UNSURE, only_where="boarders"), "only where: boarders\n", id="a condition"
        ),
        pytest.param(replace(LINE, policies=("A", "B", "C")), "answered by A, B and C\n", id="several answers"),
    ],
)
def test_rules_and_sources_are_told_in_words(line: RequirementLine, words: str) -> None:
    assert words in page(line, window=WIDE, full=True)


def test_near_titles_are_told_apart_from_what_is_missing(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)

    audit("policy", "add", "Disciplinary policy", "--number", "9", *words)
    shown = audit("school", "statutory", "--missing", "--db", new_register, *ON)

    assert "\n         perhaps: Disciplinary policy (9)  " in shown.stdout
    assert "\nperhaps  Staff discipline" in shown.stdout
    assert "32 missing and 2 perhaps held under another title." in " ".join(shown.stdout.split())
    assert "\nNext: audit policy edit POLICY --title TITLE\n" in shown.stdout


def test_in_full_the_summary_says_how_much_is_asked_and_sends_nobody_on() -> None:
    shown = page(LINE, full=True)

    assert "The law and guidance ask an academy in England for 1 policy, as far as the\n" in shown
    assert "--full" not in shown


def test_source_of_low_confidence_is_not_called_a_duty() -> None:
    shown = page(replace(LINE, asked=Asked.UNSURE, confidence="low", held=Held.NO_ENTRY))

    table = shown.split("\n\n")[0]
    assert "to be checked" in table
    assert "must" not in table


def test_draft_is_told_apart_with_its_next_step() -> None:
    shown = page(replace(LINE, held=Held.DRAFT), counts={Held.HELD: 0, Held.DRAFT: 1, Held.PERHAPS: 0, Held.MISSING: 0})

    assert "Hedgerow holds none of the 1 policy asked of it on 20 November 2026: 1 draft.\n" in shown
    assert 'Next: audit policy edit POLICY --status "in force"\n        once a draft is adopted\n' in shown


def test_school_that_holds_everything_has_nothing_left_to_do() -> None:
    shown = page(
        replace(LINE, held=Held.HELD), full=True, counts={Held.HELD: 1, Held.DRAFT: 0, Held.PERHAPS: 0, Held.MISSING: 0}
    )

    assert shown.endswith("Hedgerow holds 1 of the 1 policy asked of it on 20 November 2026.")


def test_what_goes_to_a_file_has_each_paper_on_one_line(built_sample: Path) -> None:
    shown = audit("school", "statutory", "--db", built_sample, *ON, COLUMNS=None)

    (behaviour,) = [line for line in shown.stdout.splitlines() if "Behaviour in schools policy" in line]
    assert behaviour.endswith("  answered by Behaviour (PU01)")
    assert "confidence" not in behaviour


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("school", "statutory", "--json", "--db", built_sample, *ON).stdout)

    rows = {row["key"]: row for row in listed["requirements"]}
    assert listed["format"] == {"name": "policyaudit.statutory", "version": 1}
    assert (listed["school"], listed["nation"], listed["kind"]) == ("Quillbrook Primary School", "england", "academy")
    assert listed["asked"] == {"policies": 31, "other_papers": 23, "on_condition": 8, "to_be_checked": 11}
    assert listed["counts"] == {"held": 22, "draft": 0, "perhaps": 0, "missing": 9}
    assert rows["attendance-policy"] == {
        "key": "attendance-policy",
        "title": "School attendance policy",
        "paper": "policy",
        "asked": "must",
        "only_where": None,
        "held": "held",
        "policies": ["Attendance (PU02)"],
        "perhaps": [],
        "review_months": 12,
        "approvers": ["full governing body", "committee", "governor", "headteacher"],
        "publish_on_website": True,
        "staff_acknowledge": "common practice",
        "legal_basis": "Working together to improve school attendance (statutory from 19 Aug 2024)",
        "source_url": rows["attendance-policy"]["source_url"],
        "source_date": "7 March 2024",
        "evidence": "primary",
        "confidence": "high",
    }


def test_csv_has_a_line_for_each_paper(built_sample: Path) -> None:
    shown = audit("school", "statutory", "--format", "csv", "--db", built_sample, *ON)

    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(shown.stdout))}
    assert (rows["rse-policy"]["held"], rows["rse-policy"]["policies"]) == (
        "held",
        "Relationships, sex and health education (CU03)",
    )


def test_catalogue_is_read_only_where_it_is_asked_for(built_sample: Path) -> None:
    shown = modules_loaded_by("school", "show", "--db", built_sample, *ON)
    listed = modules_loaded_by("school", "statutory", "--db", built_sample, *ON)

    assert "policyaudit.usecases.catalogue" not in shown
    assert "policyaudit.usecases.catalogue" in listed
    assert "sqlmodel" not in shown | listed
