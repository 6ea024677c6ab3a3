import logging
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache

import pytest
from jinja2 import meta

from policyaudit import assets
from policyaudit.domain.schedule import Standing
from policyaudit.reports.drawing import draw
from policyaudit.reports.environment import environment
from policyaudit.reports.governors_pack import TEMPLATE, GovernorsPackPage, governors_pack_html, verdict
from policyaudit.usecases.governors_pack import GovernorsPack, Progress, Standings, Unknown
from tests.reports import packs
from tests.reports.accessible import problems_of
from tests.reports.packs import AS_OF, a_pack, a_review, a_revision, a_sign_off, in_month
from tests.reports.reading_pdfs import bookmarks_of, opened, pages_of, tags_of, text_of


@cache
def printed(pack: GovernorsPack) -> bytes:
    return draw(governors_pack_html(pack))


def words_of(pack: GovernorsPack) -> str:
    return text_of(printed(pack))


@pytest.mark.parametrize(
    ("standings", "sentence"),
    [
        pytest.param(Standings(), "The register holds no policy in force.", id="nothing in the register"),
        pytest.param(
            Standings(in_date=4),
            "No review is overdue, and every policy has a review date.",
            id="all is well",
        ),
        pytest.param(Standings(overdue=1), "One review is overdue; every policy has a review date.", id="one overdue"),
        pytest.param(
            Standings(overdue=2, in_date=1), "Two reviews are overdue; every policy has a review date.", id="overdue"
        ),
        pytest.param(
            Standings(unscheduled=1), "No review is overdue, but one policy has no review date.", id="one unscheduled"
        ),
        pytest.param(
            Standings(unscheduled=12),
            "No review is overdue, but 12 policies have no review date.",
            id="unscheduled",
        ),
        pytest.param(
            Standings(overdue=2, unscheduled=3),
            "Two reviews are overdue and three policies have no review date.",
            id="both",
        ),
        pytest.param(
            Standings(overdue=1204, unscheduled=1),
            "1,204 reviews are overdue and one policy has no review date.",
            id="very many",
        ),
    ],
)
def test_the_verdict_is_one_sentence(standings: Standings, sentence: str) -> None:
    assert verdict(standings) == sentence


def test_the_template_receives_what_is_documented_and_nothing_else() -> None:
    names = {each.name for each in fields(GovernorsPackPage)}
    folder = assets.folder("templates") / "reports/governors_pack"
    templates = [TEMPLATE, *(f"reports/governors_pack/{path.name}" for path in sorted(folder.iterdir()))]

    used: set[str] = set()
    for template in templates:
        source = (assets.folder("templates") / template).read_text(encoding="utf-8")
        used |= meta.find_undeclared_variables(environment().parse(source))

    assert used == names
    assert all(each.metadata["help"] for each in fields(GovernorsPackPage))


def test_the_first_page_answers_whether_the_school_is_compliant() -> None:
    first = pages_of(printed(packs.a_school_pack()))[0]

    assert "Larkmead Primary School" in first
    assert "As of 2 November 2026" in first
    assert "Four reviews are overdue and two policies have no review date." in first
    assert "39 policies are in force." in first
    assert "The longest overdue is Lettings and Community Use of Premises, by 855 days." in first
    assert "12 values read from documents wait for confirmation and are not counted." in first
    assert "541 of 612 acknowledgements, 38 late, page 5" in first


def test_every_page_names_school_day_and_its_number() -> None:
    pages = pages_of(printed(packs.a_school_pack()))

    for number, page in enumerate(pages, start=1):
        assert "Larkmead Primary School As of 2 November 2026" in page
        assert f"Page {number} of {len(pages)}" in page


def test_contents_lead_to_the_pages_where_things_are() -> None:
    pages = pages_of(printed(packs.a_school_pack()))
    titles = ("Overdue and unscheduled reviews", "Read and signed", "What changed in the last twelve months")

    for title in titles:
        number = 2 + next(index for index, page in enumerate(pages[1:]) if page.startswith(title))
        assert f"{title} {number}" in pages[1]


def test_an_overdue_review_is_listed_with_all_that_governors_ask() -> None:
    words = words_of(packs.a_school_pack())

    assert (
        "Charging and Remissions FIN-04 School business manager Finance and premises 9 July 2024 9 July 2026 116"
        in words
    )


def test_a_month_stays_a_month() -> None:
    pack = a_pack(standings=Standings(overdue=1), overdue=(a_review(next_review=in_month(2026, 9)),))

    words = words_of(pack)

    assert "September 2026 33" in words
    assert "1 September 2026" not in words
    assert "30 September 2026" not in words


def test_a_group_says_how_much_is_outstanding_and_from_how_many() -> None:
    words = words_of(packs.a_school_pack())

    assert "Support staff 29 outstanding, from 7 of 14 people 153 of 182 19" in words
    assert "Contractors nothing outstanding, from 2 people 4 of 4 0" in words


def test_names_appear_only_if_they_were_asked_for() -> None:
    named = packs.a_pack_with_names()

    assert "Ms Siân Tŷ-Gŵyn 3 1 12 days" in words_of(named)
    assert "Siân" not in words_of(replace(named, named=False))


def test_a_register_with_nothing_in_it_says_so_in_sentences() -> None:
    words = words_of(a_pack())

    assert "The register holds no policy in force." in words
    for none in (
        "None: no review is overdue.",
        "None: every policy has a review date.",
        "None: no review falls due within 60 days.",
        "None: no policy asks for acknowledgements.",
        "None: no group has to acknowledge a policy.",
        "None: no revision came into force in the twelve months to 2 November 2026.",
        "The register holds no staff, so it cannot say who has not signed.",
    ):
        assert none in words


def test_a_section_of_one_line_does_not_take_a_page() -> None:
    school = packs.a_school_pack()
    overdue = school.overdue[:1] * 6  # so many that the next section begins a page

    page = pages_of(printed(replace(school, overdue=overdue, upcoming=())))[3]

    assert "Reviews due by " in page
    assert "Read and signed" in page


def test_a_trust_names_the_school_of_each_policy() -> None:
    words = words_of(packs.a_trust_pack())

    assert "5 schools" in words
    assert "Social Media Policy PSW23 Heather Heights Primary School Headteacher" in words
    assert "Redbrook Community School 1 1 0 0 0 none asked" in words


def test_live_documents_are_said_to_be_among_the_policies_of_a_school() -> None:
    pack = packs.a_trust_pack()

    with_a_live_one = replace(pack, standings=replace(pack.standings, live=1))

    sentence = "live documents are among the policies and in no other column"
    assert sentence in words_of(with_a_live_one)
    assert sentence not in words_of(pack)


CONFIDENTIAL = Standings(overdue=1, unscheduled=1, due=2)


def test_confidential_policies_are_counted_and_not_listed() -> None:
    pack = a_pack(standings=CONFIDENTIAL, confidential=CONFIDENTIAL, confidential_sign_off=Progress(9, 6, 2))

    words = words_of(pack)

    assert "One review is overdue and one policy has no review date." in words
    assert "None: no review that may be listed here is overdue." in words
    assert "One further review of a confidential policy is overdue and not listed here." in words
    assert "One confidential policy has no review date and is not listed here." in words
    assert "Two further reviews of confidential policies fall due, not listed here." in words
    assert "Confidential policies, not listed here: 6 of 9 acknowledgements given, 2 late." in words
    assert "Four confidential policies are counted in every figure and listed nowhere." in words


@pytest.mark.parametrize(
    ("unknown", "sentence"),
    [
        (
            Unknown(values_waiting=1),
            "One value was read from documents and not yet confirmed by anybody. Until then it counts for nothing",
        ),
        (
            Unknown(values_waiting=12),
            "12 values were read from documents and not yet confirmed by anybody. Until then they count",
        ),
        (Unknown(without_officer=2), "Two policies name no responsible officer, so nobody owes the review."),
        (Unknown(without_committee=1), "One policy names no approving committee."),
        (Unknown(without_audience=3), "Three policies ask nobody for an acknowledgement."),
        (
            Unknown(without_version=1),
            "One policy that asks for acknowledgements has no version in force, so nobody is asked",
        ),
    ],
    ids=["one value that waits", "values that wait", "no officer", "no committee", "no audience", "no version"],
)
def test_what_the_register_does_not_know_is_said(unknown: Unknown, sentence: str) -> None:
    assert sentence in words_of(a_pack(unknown=unknown, standings=Standings(in_date=3)))


def test_drafts_and_withdrawn_policies_are_said_not_to_count() -> None:
    assert "Not counted: 1 draft and 2 withdrawn policies." in words_of(a_pack(drafts=1, withdrawn=2))


def test_without_an_overdue_review_the_first_page_names_the_next() -> None:
    soon = a_review("Behaviour", standing=Standing.DUE_SOON, days_overdue=None, days_left=28)
    pack = a_pack(standings=Standings(due_soon=1), upcoming=(replace(soon, next_review=in_month(2026, 11)),))

    assert "The next to be reviewed is Behaviour, due November 2026." in words_of(pack)


NASTY = (
    pytest.param("<b>bold</b><script>alert(1)</script>", id="markup"),
    pytest.param("{{ 7 * 7 }}{% for x in y %}", id="template code"),
    pytest.param("\"quotes\" & 'apostrophes'", id="quotes"),
    pytest.param("=HYPERLINK(“a”)", id="a formula"),
    pytest.param("[v1] [bold]", id="brackets"),
)


@pytest.mark.parametrize("text", NASTY)
def test_text_that_looks_like_code_is_printed_as_it_is(text: str) -> None:
    pack = a_pack(
        name=text,
        trust=text,
        overdue=(a_review(text, responsible_officer=text, committee=text, number=text),),
        sign_offs=(a_sign_off(text, version=text),),
        revisions=(a_revision(text, reason=text, decided_by=text),),
        groups=(packs.a_group(text),),
        standings=Standings(overdue=1),
    )
    document = printed(pack)

    assert text_of(document).replace(" ", "").count(text.replace(" ", "")) >= 12
    assert text in str(opened(document).docinfo.Title)


def test_characters_that_turn_the_reading_direction_are_left_out() -> None:
    assert "abcdef" in words_of(a_pack(name="abc\u202edef"))


def test_long_words_and_titles_stay_on_the_page() -> None:
    title = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3
    pack = a_pack(name=title, overdue=(a_review(title, responsible_officer="x" * 120),), standings=Standings(overdue=1))

    words = words_of(pack).replace(" ", "")

    assert words.count(title.replace(" ", "")) >= 3
    assert "x" * 120 in words


def many_reviews(count: int) -> GovernorsPack:
    lines = tuple(
        a_review(f"Policy {number:03}", next_review=packs.on(AS_OF - timedelta(days=number)), days_overdue=number)
        for number in range(count, 0, -1)
    )
    return a_pack(standings=Standings(overdue=count), overdue=lines)


def test_a_long_table_repeats_its_heads_and_loses_no_row() -> None:
    pages = pages_of(printed(many_reviews(120)))
    tables = [page for page in pages if "Policy 0" in page or "Policy 1" in page][1:]

    assert len(tables) > 4
    assert all("Responsible officer Committee Last review Was due Days late" in page for page in tables)
    assert sum(page.count("Headteacher Full governing board") for page in tables) == 120


def test_a_table_of_more_than_two_hundred_rows_becomes_several() -> None:
    html = governors_pack_html(many_reviews(201))

    assert html.count("<caption>The longest overdue first</caption>") == 2


@pytest.mark.parametrize("make", [packs.a_school_pack, packs.a_pack_with_names, packs.a_trust_pack, a_pack])
def test_a_pack_is_rendered_without_a_word_in_the_log(make: object, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    assert callable(make)

    printed(make())

    assert caplog.messages == []


def test_a_pack_is_built_of_headings_tables_and_pictures_that_a_screen_reader_finds() -> None:
    pdf = opened(printed(packs.a_pack_with_names()))

    tags = tags_of(pdf)
    kinds = {tag.kind for tag in tags}

    assert {"H1", "H2", "H3", "Table", "Caption", "THead", "TBody", "TR", "TH", "TD", "L", "LI", "Link"} <= kinds
    assert all(tag.alt for tag in tags if tag.kind == "Figure")
    assert {"24 of 38 signed, 9 late", "4 of 39 policies overdue"} <= {tag.alt for tag in tags if tag.kind == "Figure"}
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo.Title) == "Governors’ policy pack: Larkmead Primary School, as of 2 November 2026"


@pytest.mark.parametrize("make", [packs.a_pack_with_names, packs.a_trust_pack, a_pack])
def test_nothing_in_a_pack_stops_a_screen_reader(make: object) -> None:
    assert callable(make)

    assert problems_of(opened(printed(make()))) == []


def test_bookmarks_follow_the_headings() -> None:
    pdf = opened(printed(packs.a_school_pack()))

    assert bookmarks_of(pdf) == [
        (1, "Larkmead Primary School"),
        (2, "Contents"),
        (3, "What the words mean"),
        (2, "Overdue and unscheduled reviews"),
        (3, "Overdue"),
        (3, "No review date"),
        (2, "Reviews due by 1 January 2027"),
        (2, "Read and signed"),
        (3, "By policy"),
        (3, "By group"),
        (2, "What changed in the last twelve months"),
        (2, "What this pack cannot say"),
    ]
