"""What somebody typed, made fit to be kept: clean, on one line, not empty and not without end."""

from typing import Final

from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded
from policyaudit.errors import UsageProblem

NAME: Final = 200
TITLE: Final = 300
LABEL: Final = 50
NOTE: Final = 4_000


class NotKept(UsageProblem):
    """A name that says nothing, or a text that is too long to be kept."""


class NotADate(UsageProblem):
    """Words that were to be a date, as exact as it is known, and are not."""

    def __init__(self, text: str, why: str) -> None:
        step = "write it like 30 September 2026, September 2026, Autumn term 2026 or 2026/27"
        super().__init__(f"{text!r} cannot be used as a date: {why}", next_step=step)


class NotACycle(UsageProblem):
    """Words that were to say how often a policy is reviewed and do not."""

    def __init__(self, text: str, why: str | None) -> None:
        step = "write it like annually, every two years, termly or as required (no later than 3 years)"
        super().__init__(f"{text!r} cannot be used as a review cycle{f': {why}' if why else ''}", next_step=step)


def kept_name(what: str, typed: str, *, limit: int = NAME) -> str:
    """The name as it is kept; `what` is whose: "a group". Raises `NotKept` where no letter or digit is left of it."""
    if not folded(typed):
        problem = f"{what} needs a name"
        raise NotKept(problem, next_step="give it in quotation marks, with at least one letter or digit")
    return _short_enough(f"the name of {what}", typed, limit)


def kept_text(what: str, typed: str | None, *, limit: int = NOTE) -> str | None:
    """A remark, a reason or a role as it is kept; None where nothing was said."""
    return _short_enough(what, typed, limit) or None if typed else None


def kept_reason(typed: str, *, option: str = "--reason") -> str:
    """Why something is taken back, as it is kept. Raises `NotKept`, which names the option, where nothing was said."""
    reason = kept_text("the reason", typed)
    if reason is None or not folded(reason):
        problem = "what is recorded is only taken back with a reason"
        raise NotKept(problem, next_step=f'{option} "entered for the wrong person", for example')
    return reason


def _short_enough(what: str, typed: str, limit: int) -> str:
    text = clean(typed)
    if len(text) > limit:
        problem = f"{what} has {len(text)} characters, more than the {limit} that are kept"
        raise NotKept(problem, next_step="say it in fewer words")
    return text
