"""The governors' pack: the verdict on its first page, and the page that its template makes."""

from dataclasses import dataclass, field, fields
from datetime import date, timedelta

from policyaudit.reports.environment import html_of
from policyaudit.reports.wording import counted_in_words
from policyaudit.usecases.governors_pack import GovernorsPack, Standings

TEMPLATE = "reports/governors_pack.html"


@dataclass(frozen=True, slots=True)
class GovernorsPackPage:
    """What the template of the governors' pack receives."""

    pack: GovernorsPack = field(metadata={"help": "all figures and lists, in the order in which they are printed"})
    verdict: str = field(metadata={"help": "one sentence: are the school's reviews as they should be"})
    horizon: date = field(metadata={"help": "the last day on which a review still begins soon"})


def verdict(standings: Standings) -> str:
    """One sentence that says whether reviews are overdue and whether policies have no review date."""
    overdue = counted_in_words(standings.overdue, "review is overdue", "reviews are overdue")
    unscheduled = counted_in_words(standings.unscheduled, "policy has no review date", "policies have no review date")
    if not standings.policies:
        return "The register holds no policy in force."
    if standings.overdue and standings.unscheduled:
        return _sentence(f"{overdue} and {unscheduled}")
    if standings.overdue:
        return _sentence(f"{overdue}; every policy has a review date")
    if standings.unscheduled:
        return _sentence(f"no review is overdue, but {unscheduled}")
    return "No review is overdue, and every policy has a review date."


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def governors_pack_html(pack: GovernorsPack) -> str:
    """The governors' pack as a page, ready to be printed."""
    page = GovernorsPackPage(
        pack=pack,
        verdict=verdict(pack.standings),
        horizon=pack.as_of + timedelta(days=pack.within),
    )
    return html_of(TEMPLATE, **{each.name: getattr(page, each.name) for each in fields(page)})
