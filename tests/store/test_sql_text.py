"""One text of SQL for both engines."""

import pytest

from policyaudit.store.opening import open_register
from policyaudit.store.sql_text import for_psycopg


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        pytest.param("SELECT :name", "SELECT %(name)s", id="a parameter"),
        pytest.param("a = :a AND b = :a2_b", "a = %(a)s AND b = %(a2_b)s", id="two of them"),
        pytest.param("title LIKE '%x'", "title LIKE '%%x'", id="a per cent sign in quotes"),
        pytest.param("7 % 3", "7 %% 3", id="a per cent sign outside them"),
        pytest.param("SELECT ':name it''s :x'", "SELECT ':name it''s :x'", id="a colon in quotes"),
        pytest.param('SELECT ":name"', 'SELECT ":name"', id="a colon in a quoted name"),
        pytest.param("SELECT 1::text, :a::text", "SELECT 1::text, %(a)s::text", id="casts"),
        pytest.param("SELECT 1 -- :a\n, :b", "SELECT 1 -- :a\n, %(b)s", id="a comment to the end of the line"),
        pytest.param("SELECT /* :a\n% */ :b", "SELECT /* :a\n%% */ %(b)s", id="a comment in between"),
        pytest.param("'10:30' || :t", "'10:30' || %(t)s", id="a time of day"),
    ],
)
def test_parameters_are_written_as_psycopg_wants_them(sql: str, expected: str) -> None:
    assert for_psycopg(sql) == expected


def test_one_text_asks_both_engines(register_target: str) -> None:
    sql = "SELECT 'a%:b' || :text, 7 % 4, CAST(:missing AS TEXT), CAST(:number AS INTEGER) + 1"

    with open_register(register_target) as store:
        assert store.rows(sql, text="%s :x", missing=None, number=2) == [("a%:b%s :x", 3, None, 3)]
