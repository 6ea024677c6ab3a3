"""Data never acts: one table of nasty texts, typed as every name there is, and looked for in everything we give out."""

import csv
import io
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterator
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
from policyaudit.usecases.policies import PolicyDetails, edit_policy, withdraw_policy
from policyaudit.usecases.typed import NotKept
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


def said(nasty: Nasty, *words: str, of: tuple[str, ...] = ()) -> str:
    day = () if words[0] == "review" else ("--as-of", "20 November 2026")  # reviews that were held have one history
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


def a_note(store: Store, text: str) -> None:
    factories.a_review(store, note=text)


def a_reason(store: Store, text: str) -> None:
    withdraw_policy(store, "Behaviour", on=TODAY, reason=text, school=None, **RECORDING)


def a_number(store: Store, text: str) -> None:
    edit_policy(store, "Behaviour", PolicyDetails(number=text), school=None, today=TODAY, **RECORDING)


def a_label(store: Store, text: str) -> None:
    factories.a_version(store, label=text)


def a_role(store: Store, text: str) -> None:
    factories.a_person(store, role=text)


def a_committee(store: Store, text: str) -> None:
    add_committee(store, text, school=None, **RECORDING)


def a_post(store: Store, text: str) -> None:
    add_post(store, text, school=None, **RECORDING)


LONGEST: dict[str, tuple[int, Callable[[Store, str], object]]] = {
    "a school's name": (200, factories.a_school),
    "a person's name": (200, factories.a_person),
    "a person's role": (200, a_role),
    "a committee's name": (200, a_committee),
    "a post's title": (200, a_post),
    "a policy's title": (300, factories.a_policy),
    "a policy's number": (50, a_number),
    "a version's label": (50, a_label),
    "a remark on a review": (4_000, a_note),
    "a reason for withdrawing": (4_000, a_reason),
}
EACH_LIMIT = pytest.mark.parametrize(("limit", "record"), LONGEST.values(), ids=LONGEST)


@pytest.fixture
def entries(empty_file: Path, tmp_path: Path) -> Iterator[Callable[[Callable[[Store], object]], int]]:
    """How many entries of the ledger something makes, in a register with a policy."""
    with open_register(str(shutil.copy(empty_file, tmp_path / "register.db"))) as store:
        factories.a_school(store)
        factories.a_policy(store)

        def made_by(record: Callable[[Store], object]) -> int:
            before = store.rows("SELECT COUNT(*) FROM journal")[0][0]
            record(store)
            return int(store.rows("SELECT COUNT(*) FROM journal")[0][0] - before)

        yield made_by


@EACH_LIMIT
def test_what_is_as_long_as_it_may_be_is_kept(
    limit: int, record: Callable[[Store, str], object], entries: Callable[[Callable[[Store], object]], int]
) -> None:
    assert entries(lambda store: record(store, "x" * limit)) > 0


@EACH_LIMIT
def test_what_has_no_end_is_refused_and_nothing_is_recorded(
    limit: int, record: Callable[[Store, str], object], entries: Callable[[Callable[[Store], object]], int]
) -> None:
    def refused(store: Store) -> None:
        with pytest.raises(NotKept, match=f"has {limit + 1} characters, more than the {limit} that are kept"):
            record(store, "x" * (limit + 1))

    assert entries(refused) == 0


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
