"""Headings in many wordings, alone and run together, and what on a page is no heading and no title."""

import pytest

from policyaudit.reading.register_titles import title_in, without_marks
from policyaudit.reading.register_words import headings_along, is_furniture, topics_of


@pytest.mark.parametrize(
    ("heading", "topics"),
    [
        ("Policy", ["title"]),
        ("Policy Title:", ["title"]),
        ("STATUTORY POLICIES", ["title"]),
        ("Polisi / Policy", ["title"]),
        ("Name of document", []),
        ("Ref.", ["number"]),
        ("Approval level", ["approval"]),
        ("Delegated to", ["approval"]),
        ("Responsibility", ["responsibility"]),
        ("Date approved by governors", ["approved"]),
        ("Last Updated", ["last"]),
        ("Currently dated", ["last"]),
        ("Date of Last Review (by committee)", ["last"]),
        ("Review", ["review"]),
        ("Policy review date", ["review"]),
        ("Expiration / Review", ["next"]),
        ("Next Update", ["next"]),
        ("Adolygiad nesaf", ["next"]),
        ("Government Review Cycle", ["frequency"]),
        ("Policy Owner", ["owner"]),
        ("Governor Committee", ["committee"]),
        ("Statutory Y/N", []),
        ("Last review / Next review", ["last", "next"]),
        ("Attendance", []),
        ("A heading that nobody would ever write, for it goes on and on and on for ever", []),
    ],
)
def test_heading_speaks_of_its_topic(heading: str, topics: list[str]) -> None:
    assert [topic.name for topic in topics_of(heading)] == topics


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        ("Policy Last Review Next Review Frequency", ("Policy", "Last Review", "Next Review", "Frequency")),
        ("Policy Date of Last Review Other Information", ("Policy", "Date of Last Review", "Other Information")),
        ("Statutory Policies Last approved Approval:", ("Statutory Policies", "Last approved", "Approval")),
        ("Policy of this school", ()),
        ("Next review of the policy", ()),
        ("Policy " * 40, ()),
    ],
)
def test_headings_run_together_are_parted(line: str, headings: tuple[str, ...]) -> None:
    assert headings_along(line) == headings


@pytest.mark.parametrize(
    "line", ["Home", "Home | About us | Contact", "Copyright Larch School", "page 2 of 3", "a@b.uk"]
)
def test_page_furniture_is_told_from_titles(line: str) -> None:
    assert is_furniture(line)
    assert not is_furniture("Mobile Phones")


@pytest.mark.parametrize(
    ("cell", "title", "statutory"),
    [
        ("Behaviour (Statutory)", "Behaviour", True),
        ("Worship (Recommended)", "Worship", False),
        ("Marking - Local", "Marking", False),
        ("Cover (TBC)", "Cover", None),
        ("Sun Safety (KS1)", "Sun Safety (KS1)", None),
        ("Sex Education *", "Sex Education", None),
        ("• **Pay Policy**", "Pay Policy", None),
        ("[Trips](trips.pdf) (pdf, 20 KB)", "Trips", None),
        ('<a href="x.pdf">Aims &amp; Values</a>', "Aims & Values", None),
        ("Fees.docx", "Fees", None),
    ],
)
def test_title_is_freed_of_marks(cell: str, title: str, statutory: bool | None) -> None:  # noqa: FBT001 - a case
    read = title_in(cell)

    assert read is not None
    assert (read.text, read.statutory) == (title, statutory)


@pytest.mark.parametrize("cell", ["", "-", "12", "TBC", "***"])
def test_cell_without_a_title_is_none(cell: str) -> None:
    assert title_in(cell) is None


def test_number_of_a_list_is_no_part_of_a_title() -> None:
    assert title_in("1.2 Looked after children", is_numbered=True) == title_in("Looked after children")
    assert without_marks("- a point") == "a point"


@pytest.mark.parametrize(
    "cell",
    [
        "TOTAL",
        "Total:",
        "Total = 43",
        "Grand total",
        "Total policies: 43",
        "Total number of policies 43",
        "Number of policies",
        "No. of policies: 12",
        "43 policies in total",
        "Sub-total (6)",
        "Cyfanswm: 12",
    ],
)
def test_what_counts_the_policies_of_a_list_is_no_title(cell: str) -> None:
    assert title_in(cell) is None


@pytest.mark.parametrize("cell", ["Total Communication Policy", "Policy on numbers", "Counting and Number"])
def test_title_that_speaks_of_totals_is_one(cell: str) -> None:
    assert title_in(cell) is not None
