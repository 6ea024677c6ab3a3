from pathlib import Path

import pytest

from policyaudit.errors import UsageProblem
from policyaudit.reading.register import Meaning, ReadColumn
from policyaudit.usecases.import_map import read_map, refuse_unknown_columns, saved_map

COLUMNS = (
    ReadColumn("Policy", Meaning.TITLE, "heading 'Policy'"),
    ReadColumn('Due "by"', Meaning.NEXT_REVIEW, "its cells are dates"),
    ReadColumn("Remarks \\ notes", None, "the heading is not known"),
    ReadColumn("", None, "it has no heading"),
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(["Currently dated=last reviewed"], {"Currently dated": Meaning.LAST_REVIEWED}, id="a meaning"),
        pytest.param(["Detail="], {"Detail": None}, id="passed over"),
        pytest.param(["Detail=nothing"], {"Detail": None}, id="passed over by a word"),
        pytest.param(["Detail = None"], {"Detail": None}, id="passed over by another word"),
        pytest.param(["Detail=ignore"], {"Detail": None}, id="passed over by a third word"),
        pytest.param(["a = b=title"], {"a = b": Meaning.TITLE}, id="an equals sign in the heading"),
        pytest.param(["When= Next Review "], {"When": Meaning.NEXT_REVIEW}, id="capitals and spaces"),
        pytest.param(["Who=responsible officer"], {"Who": Meaning.OWNER}, id="the word of the rest of the tool"),
        pytest.param(
            ["A=title", "B=number", "A=owner"], {"A": Meaning.OWNER, "B": Meaning.NUMBER}, id="the later of two"
        ),
    ],
)
def test_what_is_typed_says_what_columns_hold(typed: list[str], said: dict[str, Meaning | None]) -> None:
    assert read_map(typed) == said


def test_a_saved_map_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(saved_map(COLUMNS), encoding="utf-8")

    said = read_map([str(path), "Policy=number"])

    assert said == {"Policy": Meaning.NUMBER, 'Due "by"': Meaning.NEXT_REVIEW, "Remarks \\ notes": None}


def test_heading_of_several_columns_is_saved_once_and_only_where_it_means_one_thing(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    twice = (
        ReadColumn("Next  review", Meaning.NEXT_REVIEW, "heading"),
        ReadColumn("Next review", Meaning.NEXT_REVIEW, "heading"),
        ReadColumn("Date", Meaning.NEXT_REVIEW, "heading"),
        ReadColumn("Date", Meaning.LAST_REVIEWED, "another list"),
    )

    path.write_text(saved_map(twice), encoding="utf-8")

    assert read_map([str(path)]) == {"Next review": Meaning.NEXT_REVIEW}


@pytest.mark.parametrize(
    ("typed", "sentence", "next_step"),
    [
        pytest.param(
            "When=nxt review",
            "'nxt review' is nothing that the column 'When' can hold",
            "did you mean 'next review'? it can be title, number,",
            id="a meaning that is nearly one",
        ),
        pytest.param(
            "When=zzz", "'zzz' is nothing that the column 'When' can hold", "it can be title, number,", id="no meaning"
        ),
        pytest.param("=title", "'=title' does not say what columns hold: it names no column", "--map", id="no heading"),
        pytest.param("title", "there is no such file, and no =", "--map", id="no equals sign"),
    ],
)
def test_what_says_nothing_is_refused_with_what_can_be_said(typed: str, sentence: str, next_step: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        read_map([typed])

    assert sentence in str(refused.value)
    assert (refused.value.next_step or "").startswith(next_step)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"[columns\n", "expected ']'", id="no TOML"),
        pytest.param(b"[other]\n", "under [columns] each heading has its meaning", id="another table"),
        pytest.param(b"columns = 3\n", "under [columns] each heading has its meaning", id="no table"),
        pytest.param(b"[columns]\na = 3\n", "under [columns] each heading has its meaning", id="a number"),
        pytest.param(b"\xff\xfe", "it cannot be read", id="no text"),
    ],
)
def test_a_file_that_is_no_map_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(content)

    with pytest.raises(UsageProblem) as refused:
        read_map([str(path)])

    assert why in str(refused.value)


def test_a_column_that_no_list_has_is_refused_with_those_there_are() -> None:
    refuse_unknown_columns({"policy": Meaning.TITLE}, COLUMNS)

    with pytest.raises(UsageProblem) as refused:
        refuse_unknown_columns({"Dated": Meaning.TITLE}, COLUMNS)

    assert str(refused.value) == "no list has a column 'Dated'"
    assert refused.value.next_step == 'its columns are: Policy; Due "by"; Remarks \\ notes'


def test_where_no_file_is_a_list_there_is_nothing_to_save() -> None:
    with pytest.raises(UsageProblem, match="none of these files was read as a list of policies"):
        saved_map(())


def test_where_no_file_is_a_list_the_map_has_no_use() -> None:
    with pytest.raises(UsageProblem) as refused:
        refuse_unknown_columns({"Dated": Meaning.TITLE}, ())

    assert refused.value.next_step == "name one as it stands at the head of the list"
