"""The years in which a term lies, as calendar and academic years count."""

from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.season import SEASONS, Season


@given(year=st.integers(1950, 2099), season=st.sampled_from(SEASONS))
@settings(derandomize=True, deadline=None)
def test_calendar_year_and_academic_year_of_a_term_lead_to_each_other(year: int, season: Season) -> None:
    assert season.academic_year_in(season.year_in(year)) == year
