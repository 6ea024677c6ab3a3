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
_COLOURS: Final = {
    Held.MISSING: RED,
    Held.PERHAPS: YELLOW,
    Held.DRAFT: YELLOW,
    Held.NO_ENTRY: FAINT,
    Held.HELD: GREEN,
}
_HELD: Final = Column[RequirementLine]("", lambda line: line.held, colour=lambda line: _COLOURS[line.held])
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


def statutory_page(found: StatutoryList, terminal: Terminal, *, full: bool = False) -> str:
    """What is asked, policies first, then what it comes to and what to do next; in full with what each rests on."""
    columns = _columns(full=full) if terminal.width < ENDLESS else _columns_of_one_line(full=full)
    policies = [line for line in found.requirements if line.is_policy]
    others = [line for line in found.requirements if not line.is_policy]
    return paragraphs(
        [
            listed("Policies, procedures and plans:", columns, policies, terminal),
            listed("Other papers:", columns, others, terminal),
            sentences(_summary(found, full=full), terminal.width),
            next_steps(_next_steps(found, full=full), terminal.width),
        ]
    )


def _columns(*, full: bool) -> tuple[Column[RequirementLine], ...]:
    def what(line: RequirementLine) -> str:
        said = (line.title, _source(line) if full else "", _answers(line))
        return "\n".join(filter(None, said))

    def how(line: RequirementLine) -> str:
        return "\n".join(filter(None, (_rules(line), _condition(line), _approved(line))))

    return (
        _HELD,
        Column("What is asked", what, Giving.WRAP, least=36),
        Column("How", how, Giving.WRAP, least=24),
    )


def _columns_of_one_line(*, full: bool) -> tuple[Column[RequirementLine], ...]:
    """For a file or another program, which takes each paper as one line."""
    short: tuple[Column[RequirementLine], ...] = (
        _HELD,
        Column("What is asked", lambda line: line.title),
        Column("How", _rules),
        Column("Answer", _answers),
        Column("On condition", _condition),
    )
    return (*short, Column("Approval", _approved), Column("Source", _source)) if full else short


def _source(line: RequirementLine) -> str:
    """What the row rests on, and how sure it is."""
    page = _PAGES.get(line.evidence)
    dated = f"{page} of {short_date(line.source_date)}" if line.source_date else f"undated {page}"
    seen = dated if page else "not checked against a source"
    return f"{line.legal_basis or 'no law named'} ({seen}, {line.confidence} confidence)"


def _answers(line: RequirementLine) -> str:
    """Which policies answer it, or perhaps do."""
    if line.policies:
        return f"answered by {_and(line.policies)}"
    return f"perhaps: {'; '.join(line.perhaps)}" if line.perhaps else ""


def _rules(line: RequirementLine) -> str:
    """How firmly it is asked, how often it is looked at again, and who has to see it."""
    rules = (
        line.asked,
        _every(line.review_months) if line.review_months else "",
        "on the website" if line.published else "",
        "read by staff" if line.staff_acknowledge == "yes" else "",
    )
    return ", ".join(filter(None, rules))


def _condition(line: RequirementLine) -> str:
    return f"only where: {line.only_where}" if line.only_where else ""


def _approved(line: RequirementLine) -> str:
    return f"approved by {_or(line.approvers)}"


def _every(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return f"every {counted(months, 'month')}"
    return "every year" if years == 1 else f"every {years} years"


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _summary(found: StatutoryList, *, full: bool) -> Iterator[str]:
    if full or not found.demand.policies:
        yield from demand_told(found.demand, nation=found.nation, kind=found.kind)
    yield from (f"{note}." for note in found.notes)
    if found.demand.policies:
        number = found.counts
        less = [f"{number[Held.MISSING]:,} missing"] if number[Held.MISSING] else []
        less += [f"{number[Held.PERHAPS]:,} perhaps held under another title"] if number[Held.PERHAPS] else []
        less += [counted(number[Held.DRAFT], "draft")] if number[Held.DRAFT] else []
        held = f"{number[Held.HELD]:,}" if number[Held.HELD] else "none"
        asked = counted(found.demand.policies, "policy", "policies")
        told = f": {_and(less)}" if less else ""
        yield f"{found.school} holds {held} of the {asked} asked of it on {day(found.as_of)}{told}."


def _next_steps(found: StatutoryList, *, full: bool) -> Iterator[tuple[str, str]]:
    if not found.policies_in_register:
        yield "audit import FOLDER", "reads the school's policies"
    elif found.counts[Held.PERHAPS]:
        yield "audit policy edit POLICY --title TITLE", "gives a policy the title that is asked"
    if found.policies_in_register and found.counts[Held.MISSING]:
        yield "audit policy list", "what is held under quite other titles"
        yield "audit policy add TITLE", "adds one that is missing"
    if found.counts[Held.DRAFT]:
        yield 'audit policy edit POLICY --status "in force"', "once a draft is adopted"
    if found.requirements and not full:
        yield "audit school statutory --full", "the law behind each, and how sure it is"
