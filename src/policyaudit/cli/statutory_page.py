"""How `audit school statutory` looks on a terminal, and how much is asked in a sentence."""

from collections.abc import Iterator, Sequence
from typing import Final

from policyaudit.cli.colours import FAINT, GREEN, RED, YELLOW
from policyaudit.cli.facts import listed
from policyaudit.cli.table import Column, Giving
from policyaudit.cli.terminal import ENDLESS, Terminal
from policyaudit.cli.wording import counted, day, next_steps, paragraphs, sentences, short_date
from policyaudit.domain.requirement import Held
from policyaudit.usecases.statutory import Demand, RequirementLine, StatutoryList

_NATIONS: Final = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}
_KINDS: Final = {
    "maintained": "a maintained school",
    "academy": "an academy",
    "independent": "an independent school",
    "special": "a special school",
    "pru": "a pupil referral unit",
    "nursery": "a nursery school",
    "further-education": "a further education college",
}
_COLOURS: Final = {Held.MISSING: RED, Held.DRAFT: YELLOW, Held.NO_ENTRY: FAINT, Held.HELD: GREEN}
_PAGES: Final = {"primary": "page", "secondary": "second-hand page"}
_WHO_KNOWS: Final = "Whoever maintains or inspects the school can say what it has to hold."


def demand_told(asked: Demand, *, nation: str, kind: str) -> Iterator[str]:
    """How much the law and guidance ask of a school of that nation and kind, as far as the catalogue knows."""
    school = f"{_KINDS[kind]} in {_NATIONS[nation]}"
    told = [counted(asked.policies, "policy", "policies")] if asked.policies else []
    told += [counted(asked.other_papers, "other paper" if told else "paper")] if asked.other_papers else []
    if asked.on_condition:
        what = f"{asked.on_condition:,} more" if told else counted(asked.on_condition, "paper")
        told.append(f"{what} where a condition is met")
    if told:
        yield f"The law and guidance ask {school} for {_and(told)}, as far as the catalogue knows."
    else:
        yield f"The catalogue does not know for certain what the law and guidance ask of {school}. {_WHO_KNOWS}"
    if asked.to_be_checked:
        more = f"{asked.to_be_checked:,}{' more' if told else ''} {'is' if asked.to_be_checked == 1 else 'are'}"
        yield f"{more} to be checked: the source that we have is too weak to rely on."


def statutory_page(found: StatutoryList, terminal: Terminal) -> str:
    """What is asked, policies first, then what it comes to and what to do next."""
    columns = _columns(between="\n" if terminal.width < ENDLESS else "; ")
    policies = [line for line in found.requirements if line.is_policy]
    others = [line for line in found.requirements if not line.is_policy]
    return paragraphs(
        [
            listed("Policies, procedures and plans:", columns, policies, terminal),
            listed("Other papers:", columns, others, terminal),
            sentences(_summary(found), terminal.width),
            next_steps(_next_steps(found), terminal.width),
        ]
    )


def _columns(*, between: str) -> tuple[Column[RequirementLine], ...]:
    return (
        Column("", lambda line: line.held, colour=lambda line: _COLOURS[line.held]),
        Column("What is asked", lambda line: between.join(_what(line)), Giving.WRAP, least=36),
        Column("How", lambda line: between.join(_how(line)), Giving.WRAP, least=24),
    )


def _what(line: RequirementLine) -> Iterator[str]:
    """The title, what the row rests on, and which policies answer it."""
    yield line.title
    page = _PAGES.get(line.evidence)
    dated = f"{page} of {short_date(line.source_date)}" if line.source_date else f"undated {page}"
    seen = dated if page else "not checked against a source"
    yield f"{line.legal_basis or 'no law named'} ({seen}, {line.confidence} confidence)"
    if line.policies:
        yield f"answered by {_and(line.policies)}"


def _how(line: RequirementLine) -> Iterator[str]:
    """How firmly it is asked, how often it is looked at again, who has to see it, and who may approve it."""
    rules = (
        line.asked,
        _every(line.review_months) if line.review_months else "",
        "on the website" if line.published else "",
        "read by staff" if line.staff_acknowledge == "yes" else "",
    )
    yield ", ".join(filter(None, rules))
    if line.only_where:
        yield f"only where: {line.only_where}"
    yield f"approved by {_or(line.approvers)}"


def _every(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return f"every {counted(months, 'month')}"
    return "every year" if years == 1 else f"every {years} years"


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _summary(found: StatutoryList) -> Iterator[str]:
    yield from demand_told(found.demand, nation=found.nation, kind=found.kind)
    yield from (f"{note}." for note in found.notes)
    if found.demand.policies:
        number = found.counts
        less = [f"{number[Held.MISSING]:,} missing"] if number[Held.MISSING] else []
        less += [counted(number[Held.DRAFT], "draft")] if number[Held.DRAFT] else []
        held = f"{number[Held.HELD]:,}" if number[Held.HELD] else "none"
        asked = counted(found.demand.policies, "policy", "policies")
        told = f": {_and(less)}" if less else ""
        yield f"{found.school} holds {held} of the {asked} on {day(found.as_of)}{told}."
    if found.counts[Held.MISSING]:
        yield "Missing means that no policy of the register bears that title or another that the catalogue knows."


def _next_steps(found: StatutoryList) -> Iterator[tuple[str, str]]:
    if not found.policies_in_register:
        yield "audit import FOLDER", "reads the school's policies"
    elif found.counts[Held.MISSING]:
        yield "audit policy list", "what is held under other titles"
        yield "audit policy edit POLICY --title TITLE", "gives one the title that is asked"
        yield "audit policy add TITLE", "adds one that is missing"
    if found.counts[Held.DRAFT]:
        yield 'audit policy edit POLICY --status "in force"', "once a draft is adopted"
