"""Review cycles as schools write them, alone or inside a line, and those that are asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.cycles import find_cycle, read_cycle, why_ambiguous

FIXED = {
    1: "monthly|every month|each month|every 1 month|bob mis",
    2: "half-termly|Half termly|every half term|each half term|bob hanner tymor|every 2 months",
    3: "quarterly|every quarter|every three months|3 monthly",
    4: "termly|every term|each term|once a term|bob tymor|every 1 term",
    6: "six-monthly|6 monthly|every six months|every 6 months|half-yearly|twice a year|semi-annually",
    12: (
        "annually|Annual|annual basis|on an annual basis|yearly|every year|each year|once a year|every September"
        "|each autumn|every Autumn term|1 Year|1 year(s)|12 months|every twelve months|every school year|annual review"
        "|to be reviewed annually|Reviewed annually|annually in September|annually, each September|annually (May)"
        "|every year in the autumn term|yn flynyddol|bob blwyddyn|bob mis Medi|three terms"
        "|every 3 terms|at least annually"
    ),
    18: "18 months|every eighteen months|18-monthly",
    24: (
        "every two years|two-yearly|2 yearly|every 24 months|biennially|biennial|every other year|every second year"
        "|at least every 2 years|at least once every two years|2 Yr|2 yrs|bob dwy flynedd|bob 2 flynedd"
        "|alternate years|2 yearly cycle|a two year cycle|no more than 2 years|within two years"
        "|not more than every 2 years"
    ),
    36: (
        "3 yearly|3-Yearly|3 years|3 years'|three-yearly|triennial|triennially|every three years|every 3  years"
        "|no less frequently than every 3 years|not less often than every three years|every third year"
        "|as part of the 3 year rolling programme|3 year rolling programme|a three (3) year cycle|thirty-six months"
        "|every three years as a minimum|every 3 years (maximum)|as a minimum every 3 years|bob tair blynedd"
        "|Every 3 Years.|no later than 3 years|up to 3 years|on a 3 year cycle|reviewed on a three yearly basis"
    ),
    48: (
        "Every four years|4 years|Reviewed every 4 years|quadrennial|bob pedair blynedd|every 12 terms"
        "|every fourth year"
    ),
    60: "every five years|5-yearly|quinquennial|bob pum mlynedd|every 5 academic years",
}
FIXED_OR_SOONER = {
    12: (
        "annually or earlier as required|annually, or sooner if the law changes|annual; also when needed"
        "|yearly or if there are changes to legislation|annually or sooner|annually (or earlier if necessary)"
        "|every year or more frequently if guidance changes|annually unless legislation changes"
        "|annually and when information changes|yn flynyddol neu'n gynt os bydd angen"
    ),
    24: (
        "every 2 years (or sooner if required)|as needed, at least every 2 years|as required but no later than 2 years"
        "|when necessary, and at least every two years"
    ),
    36: (
        "as required (and no later than 3 years)|as required, and no later than every 3 years"
        "|every 3 years or when legislation changes|on change or every three years|live (every 3 years)"
        "|three years or whenever there is a significant change in statutory guidance"
    ),
}
ON_CHANGE = (
    "as required|As practice changes|when legislation changes|when the law changes|as and when required|as needed"
    "|if necessary|on change|upon any change|as the law or guidance changes|as risks change|as things change"
    "|live|live document|live register|ongoing|on-going|continuous|under constant review|ad hoc|reviewed as required"
)
NO_CYCLE = (
    "|soon|statutory|June 2017|Autumn term|2017|each new edition|years|every|yearly yearly|0 years|every 0 months"
    "|every 2-3 years|every two to three years|2 or 3 years|three (2) years|at least 3 years|bi-annual|biannually"
    "|annual leave|Annual report|annually (draft)|as required (soon)|as required and soon|3 days|every thirteen years"
)


def cycles(table: dict[int, str]) -> list[tuple[str, int]]:
    return [(text, months) for months, texts in table.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "months"), cycles(FIXED))
def test_cycle_is_read_in_months(text: str, months: int) -> None:
    found = read_cycle(text)

    assert found is not None
    assert (found.months, found.on_change) == (months, False)


@pytest.mark.parametrize(("text", "months"), cycles(FIXED_OR_SOONER))
def test_cycle_that_a_change_may_shorten_says_so(text: str, months: int) -> None:
    found = read_cycle(text)

    assert found is not None
    assert (found.months, found.on_change) == (months, True)


@pytest.mark.parametrize("text", ON_CHANGE.split("|"))
def test_cycle_without_a_time_waits_for_a_change(text: str) -> None:
    assert read_cycle(text) == ReviewCycle(text, None, on_change=True)


@pytest.mark.parametrize("text", NO_CYCLE.split("|"))
def test_what_is_no_cycle_or_may_be_two_is_not_read(text: str) -> None:
    assert read_cycle(text) is None


def test_cycle_keeps_the_words_of_the_school() -> None:
    found = read_cycle("  as required (and no\nlater than 3 years). ")

    assert found == ReviewCycle("as required (and no later than 3 years)", 36, on_change=True)


def test_text_longer_than_any_cycle_is_none() -> None:
    assert read_cycle("reviewed annually" + " or sooner" * 30) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("bi-annual", "'bi-annual' may mean twice a year or every two years", id="bi-annual"),
        pytest.param("Bi-Annually", "'Bi-Annually' may mean twice a year or every two years", id="bi-annually"),
        pytest.param("Biannual review", "'Biannual' may mean twice a year or every two years", id="in a phrase"),
        pytest.param("bi\u2011yearly", "'bi-yearly' may mean twice a year or every two years", id="hyphen of print"),
        pytest.param("bimonthly", "'bimonthly' may mean twice a month or every two months", id="bimonthly"),
        pytest.param("bi-termly", "'bi-termly' may mean twice a term or every two terms", id="bi-termly"),
        pytest.param("biennial", None, id="biennial is every two years"),
        pytest.param("soon", None, id="no cycle at all"),
    ],
)
def test_cycle_with_two_meanings_is_asked(text: str, why: str | None) -> None:
    assert why_ambiguous(text) == why


LINES = {
    "sentence": ("This document will be reviewed every 3 years but may be", ("every 3 years", 36)),
    "adverb": ("we ensure that this policy is reviewed annually in line", ("annually", 12)),
    "least": ("we review this policy at least annually in line with", ("at least annually", 12)),
    "no less": ("but no less frequently than every 3 years. The policy", ("no less frequently than every 3 years", 36)),
    "minimum": ("Policies are reviewed every three years as a minimum.", ("every three years as a minimum", 36)),
    "programme": ("in 2020 as part of the 3 year rolling programme, or", ("3 year rolling programme", 36)),
    "sooner": ("It will be reviewed annually or earlier as required by us", ("annually or earlier as required", 12)),
    "sooner after a comma": ("reviewed annually, or sooner if the law changes. It", ("annually", 12)),
    "quality with its noun": ("guidelines should be reviewed on an annual basis.", ("annual", 12)),
    "subject to": ("subject to annual review by governors", ("annual", 12)),
    "subject to an": ("is subject to an annual review", ("annual", 12)),
    "month": ("The policy is looked at every September by the head", ("every September", 12)),
    "yearly cycle": ("refreshed on a three yearly cycle to ensure", ("three yearly cycle", 36)),
    "Welsh": ("Adolygir y polisi bob dwy flynedd.", ("bob dwy flynedd", 24)),
    "after a colon": ("Review cycle: Annual", ("Annual", 12)),
    "length after a colon": ("Review period: 3 years.", ("3 years", 36)),
    "after a slash": ("Statutory/Annual", ("Annual", 12)),
    "cell": ("Behaviour Policy\tAnnual\tJune 2017", ("Annual", 12)),
    "column of a printed table": ("Behaviour | 2 years | Head", ("2 years", 24)),
    "whole line": ("3 years", ("3 years", 36)),
    "whole line with its verb": ("Reviewed every 4 years", ("every 4 years", 48)),
    "whole line on change": ("Reviewed as practice changes", ("as practice changes", None)),
    "whole line that begins like a verb": ("on change", ("on change", None)),
    "second in the line": ("annual leave, reviewed every two years", ("every two years", 24)),
    "leave": ("annual leave of 6 years", None),
    "event": ("Parents attend the Annual Review of the plan", None),
    "age": ("children of 3 years and over", None),
    "kept for": ("kept for 6 years after", None),
    "ambiguous": ("will be reviewed bi-annually", None),
    "range": ("every 2-3 years it is", None),
    "none": ("no cycle here", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES)
def test_cycle_is_found_inside_a_line(line: str, expected: tuple[str, int | None] | None) -> None:
    found = find_cycle(line)

    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found.cycle.as_written, found.cycle.months) == expected
        assert line[found.start : found.end].rstrip(".") == expected[0]


def test_wide_gaps_inside_a_cycle_do_not_matter() -> None:
    line = "Scheme  May 2016  reviewed every 4   years  by governors"

    found = find_cycle(line)

    assert found is not None
    assert found.cycle == ReviewCycle("every 4 years", 48)
    assert line[found.start : found.end] == "every 4   years"


@given(
    number=st.integers(1, 99),
    form=st.sampled_from(["every {} years", "{} yearly", "at least every {} years", "a {} year cycle"]),
)
@settings(derandomize=True, deadline=None)
def test_number_of_years_is_read_alone_and_in_a_line(number: int, form: str) -> None:
    written = form.format(number)

    alone, inside = read_cycle(written), find_cycle(f"It is reviewed {written}, by us")

    assert alone is not None
    assert inside is not None
    assert alone.months == inside.cycle.months == number * 12
