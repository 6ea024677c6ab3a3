import csv
import io
import json
from dataclasses import dataclass
from datetime import date

import pytest

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import Standing
from policyaudit.reports.listing import Form, Sheet, as_csv, as_json, cell


@dataclass(frozen=True, slots=True)
class Bell:
    place: str
    rung: PartialDate | None = None
    standing: Standing = Standing.IN_DATE
    tones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bells:
    as_of: date
    bells: tuple[Bell, ...]
    counts: dict[Standing, int]


FORM = Form(
    "bells",
    rows="bells",
    about={"as_of": "as_of", "counts": "counts"},
    columns={"place": "place", "rung": "rung", "rung_by": "rung.latest", "standing": "standing", "tones": "tones"},
)
JUNE = PartialDate.of_month(2026, 6)
RUNG, SILENT = Bell("Yard", JUNE, Standing.DUE_SOON, ("low", "high")), Bell("Gate\u202e")
BELLS = Bells(date(2026, 11, 20), (RUNG, SILENT), {Standing.DUE_SOON: 1, Standing.IN_DATE: 1})


def test_json_is_one_object_that_says_what_it_is() -> None:
    written = json.loads(as_json(FORM, BELLS))

    assert written == {
        "format": {"name": "policyaudit.bells", "version": 1},
        "as_of": "2026-11-20",
        "counts": {"due soon": 1, "in date": 1},
        "bells": [
            {
                "place": "Yard",
                "rung": "June 2026",
                "rung_by": "2026-06-30",
                "standing": "due soon",
                "tones": ["low", "high"],
            },
            {"place": "Gate", "rung": None, "rung_by": None, "standing": "in date", "tones": []},
        ],
    }


def test_csv_has_a_line_of_names_and_a_line_for_each_row() -> None:
    written = as_csv(FORM, BELLS)

    assert list(csv.reader(io.StringIO(written))) == [
        ["place", "rung", "rung_by", "standing", "tones"],
        ["Yard", "June 2026", "2026-06-30", "due soon", "low; high"],
        ["Gate", "", "", "in date", ""],
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("Headteacher", "Headteacher", id="a word"),
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("  @SUM(A1)", "'@SUM(A1)", id="a formula after spaces"),
        pytest.param("+44 20", "'+44 20", id="a sign"),
        pytest.param("-", "'-", id="a hyphen alone"),
        pytest.param("＝1", "'＝1", id="a wide sign"),
        pytest.param("Note\n=1+1\nend", "Note\n'=1+1\nend", id="a formula on a later line"),
        pytest.param(("=1", "b"), "'=1; b", id="a formula in a list"),
        pytest.param(None, "", id="not known"),
        pytest.param(True, "yes", id="yes"),
        pytest.param(False, "no", id="no"),
        pytest.param(-3, -3, id="a number below nought"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_text(value: object, text: str | int) -> None:
    written = cell(value)

    assert written == text


def test_a_form_without_rows_is_what_stands_at_the_top_alone() -> None:
    form = Form("tower", about={"as_of": "as_of"})

    assert json.loads(as_json(form, BELLS)) == {
        "format": {"name": "policyaudit.tower", "version": 1},
        "as_of": "2026-11-20",
    }
    assert as_csv(form, BELLS) == "\n"


def test_sheet_may_have_other_rows_than_the_object() -> None:
    sheet = Sheet("bells", {"where": "place", "tones": "tones"})
    form = Form("counts", rows="bells", columns={"rung": "rung"}, sheet=sheet)

    assert as_csv(form, BELLS) == "where,tones\nYard,low; high\nGate,\n"
    assert json.loads(as_json(form, BELLS))["bells"] == [{"rung": "June 2026"}, {"rung": None}]


def test_rows_may_lie_deeper_than_their_name_says() -> None:
    form = Form("strokes", rows="strokes", rows_at="bells", columns={"where": "place"})

    assert json.loads(as_json(form, BELLS))["strokes"] == [{"where": "Yard"}, {"where": "Gate"}]
