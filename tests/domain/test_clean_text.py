import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.clean_text import clean, is_clean


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        pytest.param("Staff Handbook", "Staff Handbook", id="plain text"),
        pytest.param("  two\t \r\nlines  ", "two lines", id="white space of all kinds"),
        pytest.param("June\u00a02017", "June 2017", id="no-break space"),
        pytest.param("one\u2028two\u2029three", "one two three", id="line and paragraph separators"),
        pytest.param("Cafe\u0301", "Café", id="letter and accent apart"),
        pytest.param("a\x00b\x07c\x1b[31md", "abc[31md", id="control characters"),
        pytest.param("\u202egnitirw\u202c \u2066x\u2069\u200f", "gnitirw x", id="direction changes"),
        pytest.param("re\u00advise\ufeff\u200d", "revise", id="soft hyphen and zero widths"),
        pytest.param("zero\u200bwidth", "zero width", id="zero-width space parts words"),
        pytest.param("lone \udc00half", "lone half", id="half of a character"),
        pytest.param("\ud83d\udc51 crown", "👑 crown", id="two halves of one character"),
        pytest.param("\uf0b7 bullet \ufdd0\U0001ffff", "bullet", id="private use and non-characters"),
        pytest.param("Tŷ Ysgol ŵ ŷ", "Tŷ Ysgol ŵ ŷ", id="Welsh letters"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_is_cleaned_to_one_line_that_does_nothing(given_text: str, expected: str) -> None:
    cleaned = clean(given_text)

    assert cleaned == expected


@pytest.mark.parametrize(
    ("given_text", "limit", "expected"),
    [
        pytest.param("twelve chars", 12, "twelve chars", id="as long as it may be"),
        pytest.param("twelve chars", 8, "twelve…", id="cut after a word"),
        pytest.param("twelve chars", 11, "twelve cha…", id="cut inside a word"),
        pytest.param("x   y", 3, "x y", id="measured once it is clean"),
    ],
)
def test_long_text_is_cut_and_shows_it(given_text: str, limit: int, expected: str) -> None:
    cut = clean(given_text, limit=limit)

    assert cut == expected


@settings(derandomize=True, deadline=None)
@given(st.text(), st.integers(1, 20) | st.none())
def test_cleaning_twice_is_cleaning_once(text: str, limit: int | None) -> None:
    cleaned = clean(text, limit=limit)

    again = clean(cleaned, limit=limit)

    assert again == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= (limit or len(text) * 3)


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(categories=["Cs", "Cc", "Cf", "Co", "Lu", "Mn", "Zs"])))
def test_what_is_cleaned_can_be_stored(text: str) -> None:
    cleaned = clean(text)

    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"} for letter in cleaned)


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_what_was_cleaned_is_clean(text: str) -> None:
    assert is_clean(clean(text))
    assert is_clean(text) == (clean(text) == text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Behaviour\n\n  Owner\tHead", True, id="lines and cells"),
        pytest.param("Behaviour\r\nOwner", False, id="another kind of line end"),
        pytest.param("Behaviour\nOw\x1bner", False, id="a control character in one line"),
        pytest.param("", True, id="nothing"),
    ],
)
def test_a_whole_text_is_clean_cell_by_cell(text: str, *, expected: bool) -> None:
    assert is_clean(text, lines=True) is expected
