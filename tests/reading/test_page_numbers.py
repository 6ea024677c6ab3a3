import pytest

from policyaudit.reading.page_numbers import PAGE, without_page_numbers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Page #", "", id="page"),
        pytest.param("Page # of #", "", id="of pages"),
        pytest.param("PSW23 Page # of 9", "PSW23", id="of a number"),
        pytest.param("Policy - # -", "Policy", id="between dashes"),
        pytest.param("Policy | #", "Policy", id="after a bar"),
        pytest.param("# | P a g e", "", id="Word's spaced form"),
        pytest.param("Tudalen # o #", "", id="Welsh"),
        pytest.param("#/#", "", id="slash"),
        pytest.param("Version 5", "Version 5", id="no page number"),
        pytest.param("Homepage 5 #", "Homepage 5", id="word that ends in page"),
    ],
)
def test_page_numbers_go_with_the_words_around_them(text: str, left: str) -> None:
    kept = without_page_numbers(text.replace("#", PAGE))

    assert kept.strip() == left
