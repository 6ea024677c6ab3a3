"""How a list of many policies looks on a terminal, and as JSON."""

import json
from pathlib import Path

from policyaudit.cli.register_page import register_page
from policyaudit.cli.terminal import Terminal
from tests.cli.running import audit
from tests.reading.reading_registers import register_of
from tests.reading.reading_texts import document_of

LIST = """Our policies

| No | Policy | Approved by | Last reviewed | Frequency | Next review | Colour |
|---|---|---|---|---|---|---|
| 1 | Absence Management | FGB | June 2022 | Bi-annual | June 2024 | red |
| 2 | Bereavement | Headteacher | Nov 2020-22 | Every 2 years | TBC | red |
| 3 | Cover (Statutory) | FGB | - | Termly | 31/02/2024 | blue |
"""


def test_list_is_shown_by_its_columns_and_then_by_its_rows(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(LIST)

    page = audit("inspect", tmp_path / "list.md").stdout

    assert "Last reviewed  last reviewed  heading 'Last reviewed', and most cells are" in page
    assert "Colour         passed over    the heading is not known" in page
    assert "1    Absence Management  FGB          Jun 2022    Jun 2024" in page
    assert "2    Bereavement         Headteacher  Nov 2020 ?               Every 2 years" in page
    assert "  line 5, Absence Management: 'Bi-annual' as frequency" in page
    assert "  line 7, Cover: '31/02/2024' as next review" in page
    assert "A register of 3 policies in 5 lines of list.md.\n" in page
    assert page.endswith("To be confirmed before it counts, marked '?': 1 value.\n")
    assert max(map(len, page.splitlines())) <= 80


def test_list_without_a_doubt_asks_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(LIST.replace("Bi-annual", "Annual").replace("Nov 2020-22", "Nov 2020"))

    page = audit("inspect", tmp_path / "list.md").stdout

    assert page.endswith("lines of list.md.\n")


def test_policy_of_which_something_is_doubtful_is_coloured() -> None:
    terminal = Terminal(80, colours=True)

    page = register_page(register_of(LIST), file_name="list.md", document=document_of(LIST), terminal=terminal)

    assert "\x1b[33mBereavement\x1b[0m" in page
    assert "\x1b[33mCover" not in page


def test_list_as_json_gives_plain_rows_and_where_each_value_stood(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(LIST)

    read = json.loads(audit("inspect", tmp_path / "list.md", "--json").stdout)

    assert (read["kind"], read["format"]["version"], len(read["rows"])) == ("register", 1, 3)
    assert read["columns"][6] == {"heading": "Colour", "meaning": None, "reason": "the heading is not known"}
    first = read["rows"][0]
    assert (first["title"], first["approval"], first["last"], first["next"]) == (
        "Absence Management",
        "FGB",
        "2022-06",
        "2024-06",
    )
    assert (first["frequency"], first["review_months"]) == (None, None)
    assert first["not_understood"][0]["about"] == "frequency"
    assert first["evidence"]["next"]["line"] == 5
    assert read["rows"][1]["review_months"] == 24
    assert read["rows"][2]["statutory"] is True
