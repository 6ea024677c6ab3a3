"""Packs of whole registers, from history or documents to paper: the sample school's, and that of five real policies."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reports.drawing import draw
from policyaudit.reports.governors_pack import governors_pack_html
from policyaudit.store.opening import open_register
from policyaudit.usecases.fill_pack import governors_pack
from policyaudit.usecases.governors_pack import GovernorsPack, Standings
from policyaudit.usecases.import_documents import accept_import
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import read_folder
from tests.factories import RECORDING, a_register
from tests.house.demo_files import demo_day
from tests.reports.accessible import problems_of
from tests.reports.reading_pdfs import opened, pages_of

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
AS_OF = date(2026, 11, 20)


@pytest.fixture(scope="module")
def pack_of_the_sample_school(sample_in_a_file: str) -> GovernorsPack:
    with open_register(sample_in_a_file) as store:
        return governors_pack(store, as_of=demo_day(), named=True)


@pytest.fixture(scope="module")
def pack_of_the_seeds(tmp_path_factory: pytest.TempPathFactory) -> GovernorsPack:
    if not SEEDS.is_dir():
        pytest.skip("the real policies are not beside this checkout")
    documents = list(read_folder([SEEDS], calendar=TermCalendar()))
    with a_register(tmp_path_factory.mktemp("seeds")) as store:
        accept_import(store, documents, options=ImportOptions(None, add_schools=True), **RECORDING)
        return governors_pack(store, as_of=AS_OF)


@pytest.fixture(params=["the sample school", "the seeds"])
def pack(request: pytest.FixtureRequest) -> GovernorsPack:
    made: GovernorsPack = request.getfixturevalue(f"pack_of_{request.param.replace(' ', '_')}")
    return made


@pytest.mark.slow
def test_the_paper_is_printed_in_silence_and_nothing_stops_a_screen_reader(
    pack: GovernorsPack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)

    document = draw(governors_pack_html(pack))

    assert caplog.messages == []
    assert problems_of(opened(document)) == []


@pytest.mark.slow
def test_every_page_names_whose_it_is_the_day_and_its_number(pack: GovernorsPack) -> None:
    day = f"{pack.as_of.day} {pack.as_of:%B %Y}"

    pages = pages_of(draw(governors_pack_html(pack)))

    for number, page in enumerate(pages, start=1):
        assert f"{pack.name} As of {day}" in page
        assert f"Page {number} of {len(pages)}" in page


@pytest.mark.slow
def test_nobody_is_named_who_was_not_asked_for(pack_of_the_sample_school: GovernorsPack) -> None:
    people = {one.name for group in pack_of_the_sample_school.groups for one in group.names}

    with_names = " ".join(pages_of(draw(governors_pack_html(pack_of_the_sample_school))))
    without = " ".join(pages_of(draw(governors_pack_html(replace(pack_of_the_sample_school, named=False)))))

    officers = {line.responsible_officer for line in pack_of_the_sample_school.unscheduled}
    assert people
    assert all(name in with_names for name in people)
    assert [name for name in people - officers if name in without] == []


def test_the_five_real_policies_stand_as_they_were_labelled(pack_of_the_seeds: GovernorsPack) -> None:
    assert pack_of_the_seeds.standings == Standings(overdue=2, unscheduled=3)
    assert [line.days_overdue for line in pack_of_the_seeds.overdue] == [3430, 1147]
    assert sum(line.standings.policies for line in pack_of_the_seeds.schools) == 5
    assert pack_of_the_seeds.unknown.values_waiting
