"""What somebody types is kept clean, on one line, and within its length."""

import pytest

from policyaudit.usecases.typed import NotKept, kept_name, kept_reason, kept_text


def test_name_is_kept_clean() -> None:
    assert kept_name("a group", "  Early\tyears\u202e \x07") == "Early years"


@pytest.mark.parametrize("typed", ["", "  ", "?!", "\x07"], ids=["nothing", "spaces", "punctuation", "a control sign"])
def test_name_that_says_nothing_is_refused(typed: str) -> None:
    with pytest.raises(NotKept, match="a group needs a name"):
        kept_name("a group", typed)


def test_name_without_end_is_refused() -> None:
    assert kept_name("a group", "x" * 200) == "x" * 200
    with pytest.raises(NotKept, match="the name of a group has 201 characters, more than the 200 that are kept"):
        kept_name("a group", "x" * 201)


def test_text_may_be_missing_and_has_a_limit_of_its_own() -> None:
    assert kept_text("the note", None) is None
    assert kept_text("the note", " \x07 ") is None
    assert kept_text("the note", " on\npaper ") == "on paper"
    with pytest.raises(NotKept, match="the note has 4001 characters"):
        kept_text("the note", "x" * 4001)


def test_nothing_is_taken_back_without_a_reason() -> None:
    assert kept_reason("wrong line") == "wrong line"
    with pytest.raises(NotKept, match="only taken back with a reason"):
        kept_reason("-")
