"""Two files that hold the same words are known to, whatever file they came in."""

import pytest

from policyaudit.domain.same_text import NEARLY_SAME, alike, fingerprint, words_of

TEXT = " ".join(f"word{number}" for number in range(100))


def test_word_hyphenated_over_two_lines_is_one_word() -> None:
    assert words_of("The respon-\n  sible officer\nis Well-\nBeing lead") == (
        "the",
        "responsible",
        "officer",
        "is",
        "well",
        "being",
        "lead",
    )


@pytest.mark.parametrize(
    ("one", "other", "is_nearly_same"),
    [
        pytest.param(TEXT, TEXT.upper().replace(" ", "\n"), True, id="other layout and letters"),
        pytest.param(TEXT, f"{TEXT} page 1 of 2", True, id="page furniture"),
        pytest.param(TEXT, TEXT.replace("word50", "another"), True, id="one word changed"),
        pytest.param(TEXT, TEXT[: len(TEXT) // 2], False, id="half of it is no form of it"),
        pytest.param(TEXT, "quite another text altogether, as long as you like", False, id="another text"),
        pytest.param("", "", False, id="nothing is like nothing"),
        pytest.param("Two words", "two WORDS", True, id="shorter than a run"),
        pytest.param("Two words", "other words", False, id="shorter than a run, and another"),
    ],
)
def test_likeness_tells_forms_of_a_text_from_other_texts(one: str, other: str, *, is_nearly_same: bool) -> None:
    assert (alike(fingerprint(one), fingerprint(other)) >= NEARLY_SAME) is is_nearly_same
