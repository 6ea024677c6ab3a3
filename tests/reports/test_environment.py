import pytest
from jinja2 import UndefinedError

from policyaudit.reports.environment import environment


def page(template: str, **values: object) -> str:
    return environment().from_string(template).render(values)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;", id="markup"),
        pytest.param("{{ 7 * 7 }}", "{{ 7 * 7 }}", id="braces"),
        pytest.param("\" onload='x'", "&#34; onload=&#39;x&#39;", id="quotes"),
        pytest.param("A &amp; B", "A &amp;amp; B", id="an entity"),
        pytest.param("one\u202etwo\u2066three", "onetwothree", id="direction changes"),
        pytest.param("bell\x07\x1b[31mred", "bell[31mred", id="control characters"),
        pytest.param("Tŷ-Gŵyn", "Tŷ-Gŵyn", id="Welsh letters"),
    ],
)
def test_text_never_acts_on_a_page(text: str, shown: str) -> None:
    assert page("{{ text }}", text=text) == shown


def test_a_macro_keeps_its_own_markup() -> None:
    template = "{% macro strong(text) %}<strong>{{ text }}</strong>{% endmacro %}{{ strong(text) }}"

    assert page(template, text="<x>") == "<strong>&lt;x&gt;</strong>"


def test_a_name_that_the_page_does_not_know_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="verdict"):
        page("{{ verdict }}")


def test_a_value_that_is_not_known_is_never_printed_as_none() -> None:
    with pytest.raises(TypeError, match="without saying what that means"):
        page("{{ committee }}", committee=None)


def test_numbers_are_shown_as_they_are() -> None:
    assert page("{{ count }}", count=3) == "3"
