"""Data never acts: one table of nasty texts, typed as every name there is, and looked for in everything we give out."""

import csv
import io
import json
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyaudit.reports.governors_pack import governors_pack_html
from policyaudit.reports.listing import cell
from policyaudit.reports.pdf import render_pdf
from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.committees import add_committee
from policyaudit.usecases.fill_pack import governors_pack
from policyaudit.usecases.officers import add_post
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from tests import factories
from tests.cli.running import audit
from tests.factories import RECORDING, TODAY
from tests.reports.reading_pdfs import opened, text_of

NASTY = {
    "markup": ("<b>Bold</b> & <i>Co</i>", "<b>Bold</b> & <i>Co</i>"),
    "a script": ("<script>alert('x')</script>", "<script>alert('x')</script>"),
    "brackets": ("[v1] [bold]Rules[/bold]", "[v1] [bold]Rules[/bold]"),
    "a template": ("{{ 7*7 }} {% raw %}", "{{ 7*7 }} {% raw %}"),
    "quotes": ('"Pupils\'" ‘n’ `ls`', '"Pupils\'" ‘n’ `ls`'),
    "a formula": ("=1+1 Rules", "=1+1 Rules"),
    "a formula after a blank": (" \t@SUM(A1) Rules", "@SUM(A1) Rules"),
    "a number to call": ("-44 x +1", "-44 x +1"),
    "SQL": ("Rules'); DROP TABLE policy; --", "Rules'); DROP TABLE policy; --"),
    "a path": ("../../etc/passwd", "../../etc/passwd"),
    "a parameter": ("%s %(name)s :name ?", "%s %(name)s :name ?"),
    "colour for a terminal": ("\x1b[31mRed\x1b[0m Rules", "[31mRed[0m Rules"),
    "a bell and a backspace": ("Ru\a\bles", "Rules"),
    "two lines": ("Rules\r\nof\u2028play", "Rules of play"),
    "a change of direction": ("Ru\u202eles\u2066 of play", "Rules of play"),
    "a NUL": ("Ru\0les", "Rules"),
    "half of a character": ("Ru\ud800les", "Rules"),
    "no width": ("Ru\u200dles\ufeff", "Rules"),
    "letters and accents apart": ("Ty\u0302 Gw\u0302yn", "Tŷ Gŵyn"),
}


def fill(store: Store, text: str) -> None:
    """Everything that has a name is called so."""
    factories.a_school(store, text, trust=text)
    add_committee(store, text, school=None, **RECORDING)
    add_post(store, text, school=None, **RECORDING)
    factories.a_policy(store, text, number=text, committee=text, next_review="June 2026", ask=("all-staff",))
    edit_policy(store, text, PolicyDetails(officer=text), school=None, today=TODAY, **RECORDING)
    factories.a_version(store, text, text, in_force="1 September 2026")
    factories.a_person(store, text, role=text)
    factories.a_review(store, text, on="1 October 2025", note=text)
    factories.a_signature(store, text, policy=text, on="2 October 2026", state="queried", note=text)


@dataclass(frozen=True)
class Nasty:
    """A register that is full of one nasty text, and what was kept of it."""

    kept: str
    register: Path


@pytest.fixture(scope="module", params=list(NASTY.values()), ids=list(NASTY))
def nasty(request: pytest.FixtureRequest, empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Nasty:
    """A register for each text; those who ask for it only read."""
    typed, kept = request.param
    place = shutil.copy(empty_file, tmp_path_factory.mktemp("nasty") / "register.db")
    with open_register(str(place)) as store:
        fill(store, typed)
    return Nasty(kept, Path(place))


COLUMNS = [
    "name FROM school",
    "trust FROM school",
    "title FROM policy",
    "number FROM policy",
    "name FROM person",
    "role FROM person",
    "title FROM post",
    "name FROM committee WHERE name <> 'Full governing board'",
    "label FROM version",
    "content FROM note WHERE content <> 'Dora Foolscap'",
]


@pytest.mark.parametrize(("typed", "kept"), NASTY.values(), ids=NASTY)
def test_it_is_cleaned_at_the_door_and_else_kept_as_it_was_typed(typed: str, kept: str, register_target: str) -> None:
    with open_register(register_target) as store:
        fill(store, typed)

    with open_register(register_target) as store:
        found = {what: {text for (text,) in store.rows(f"SELECT {what}")} for what in COLUMNS}

    assert found == {what: {kept} for what in COLUMNS}


def test_the_ledger_holds_what_was_kept_and_of_people_nothing(nasty: Nasty) -> None:
    with open_register(str(nasty.register)) as store:
        rows = store.rows("SELECT subject, entry FROM journal ORDER BY position")

    entries = [(subject, json.loads(bytes(entry))["values"]) for subject, entry in rows]
    assert {values["title"] for subject, values in entries if subject == "policy"} == {nasty.kept}
    apart = [values for subject, values in entries if subject in {"person", "note", "actor"}]
    assert apart
    assert nasty.kept not in {value for values in apart for value in values.values()}


@pytest.mark.slow
def test_paper_says_it_as_it_is(nasty: Nasty) -> None:
    with open_register(str(nasty.register)) as store:
        pack = governors_pack(store, as_of=TODAY, named=True)

    document = render_pdf(governors_pack_html(pack))

    words = text_of(document).replace(" ", "")
    assert words.count(nasty.kept.replace(" ", "")) >= 8
    assert nasty.kept in str(opened(document).docinfo.Title)


LISTINGS = {
    "due": ("due",),
    "unsigned": ("unsigned",),
    "unsigned by person": ("unsigned", "--by-person"),
    "policy list": ("policy", "list"),
    "staff list": ("staff", "list"),
    "committee list": ("committee", "list"),
    "officer list": ("officer", "list"),
    "school list": ("school", "list"),
    "review list": ("review", "list"),
}
OF_ONE = {
    "policy show": ("policy", "show"),
    "staff show": ("staff", "show"),
    "committee show": ("committee", "show"),
    "officer show": ("officer", "show"),
    "school show": ("school", "show"),
    "version list": ("version", "list"),
}


def said(nasty: Nasty, *words: object, of: tuple[str, ...] = ()) -> str:
    day = () if words[0] in {"review", "export"} else ("--as-of", "20 November 2026")  # these give all that there is
    ended = audit(*words, "--db", nasty.register, *day, *of, COLUMNS="400")
    assert ended.exit_code == 0, ended.stderr
    return ended.stdout


def test_a_terminal_shows_it_and_obeys_nothing(nasty: Nasty) -> None:
    shown = {what: said(nasty, *words) for what, words in LISTINGS.items()}
    shown |= {what: said(nasty, *words, of=("--", nasty.kept)) for what, words in OF_ONE.items()}

    for what, text in shown.items():
        assert nasty.kept in text, what
        assert {letter for letter in text if unicodedata.category(letter)[0] == "C"} == {"\n"}, what


def test_json_gives_it_as_text(nasty: Nasty) -> None:
    for what, words in LISTINGS.items():
        listed = json.loads(said(nasty, *words, "--json"))

        (rows,) = (value for value in listed.values() if isinstance(value, list) and value)
        assert nasty.kept in {value for row in rows for value in row.values() if isinstance(value, str)}, what


def test_a_sheet_gives_it_as_text_that_no_spreadsheet_runs(nasty: Nasty) -> None:
    for what, words in LISTINGS.items():
        rows = list(csv.reader(io.StringIO(said(nasty, *words, "--format", "csv"))))

        cells = {value for row in rows for value in row}
        assert cell(nasty.kept) in cells, what
        assert [value for value in cells if value.lstrip().startswith(tuple("=+-@"))] == [], what


@pytest.mark.slow
def test_a_document_and_its_name_are_cleaned_as_they_are_read(tmp_path: Path) -> None:
    factories.a_register(tmp_path).close()
    register, folder = tmp_path / "register.db", tmp_path / "in"
    name = "Behav\u202eiour\x1b[31m.txt"
    factories.a_document(
        folder, name, "Ru\u200dles of\u00a0play\u2066 Policy\n\nNext review: June\u00a02026\n[v1] <b>x</b>\n"
    )

    imported = audit("import", folder, "--yes", "--db", register, "--by", "Dora Foolscap")

    assert imported.exit_code == 0, imported.stderr
    assert {letter for letter in imported.stdout if unicodedata.category(letter)[0] == "C"} == {"\n"}
    with open_register(str(register)) as store:
        assert store.rows("SELECT title, next_stated_as_written FROM policy") == [("Rules of play Policy", "June 2026")]
        assert store.rows("SELECT file_name FROM document") == [("Behaviour[31m.txt",)]
        ((text,),) = store.rows("SELECT text FROM document")
    assert text.split("\n")[-1] == "[v1] x"  # what is left of markup in a text file is taken out


def test_a_sheet_of_staff_is_cleaned_as_it_is_read(tmp_path: Path) -> None:
    factories.a_register(tmp_path).close()
    register, sheet = tmp_path / "register.db", tmp_path / "staff.csv"
    sheet.write_text(
        "name,role\nSia\u0302n\u202e \x1b[31mEasel,=1+1\u200d\n<b>Ada</b> Inkwell,[v1] Cook\n", encoding="utf-8"
    )

    imported = audit("staff", "import", sheet, "--yes", "--db", register, "--by", "Dora Foolscap")

    assert imported.exit_code == 0, imported.stderr
    assert {letter for letter in imported.stdout if unicodedata.category(letter)[0] == "C"} == {"\n"}
    with open_register(str(register)) as store:
        people = store.rows("SELECT name, role FROM person ORDER BY person_id")
    assert people == [("Siân [31mEasel", "=1+1"), ("<b>Ada</b> Inkwell", "[v1] Cook")]


def test_an_export_gives_it_as_text(nasty: Nasty, tmp_path: Path) -> None:
    for form, place in (("json", tmp_path / "all.json"), ("csv", tmp_path / "sheets")):
        said(nasty, "export", "--format", form, "--out", place)

    tables = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["tables"]
    assert {row["policy"] for row in tables["policies"]} == {nasty.kept}
    for sheet in (tmp_path / "sheets").iterdir():
        rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
        cells = {value for row in rows for value in row}
        assert [value for value in cells if value.lstrip().startswith(tuple("=+-@"))] == [], sheet.name
