"""The one Jinja environment: every value is escaped, cleaned again when it is shown, and never silently missing."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from policyaudit import assets
from policyaudit.domain.clean_text import clean
from policyaudit.reports import wording


def shown(value: object) -> object:
    """The value as a page may show it: text without control or direction-changing characters, never `None`."""
    if value is None:
        message = "a template shows a value that is not known without saying what that means"
        raise TypeError(message)
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return clean(value)


@cache
def environment() -> Environment:
    """The environment that every page is made in. Its filters: date, counted, counted_in_words, figures, percent."""
    made = Environment(
        loader=FileSystemLoader(assets.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "date": wording.british,
        "counted": wording.counted,
        "counted_in_words": wording.counted_in_words,
        "figures": wording.figures,
        "percent": wording.percent,
    }
    return made


def html_of(template: str, **context: Any) -> str:  # noqa: ANN401 - a template takes whatever its context names
    """The page that the template makes of its context."""
    return environment().get_template(template).render(context)
