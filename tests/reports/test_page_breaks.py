from collections.abc import Sequence

import pytest

from policyaudit.reports.drawing import draw
from policyaudit.reports.governors_pack import governors_pack_html
from policyaudit.usecases.governors_pack import Unknown
from tests.reports.packs import a_group, a_pack, a_revision, a_sign_off
from tests.reports.reading_pdfs import pages_of

GROUPS = tuple(a_group(f"Group {number:02}") for number in range(1, 41))
UNKNOWN = Unknown(values_waiting=3, without_officer=1, without_committee=2, without_audience=4, without_version=1)


def _on_which(pages: Sequence[str], words: Sequence[str]) -> set[int]:
    """The pages on which any of the words stand."""
    return {number for number, page in enumerate(pages, start=1) if any(each in page for each in words)}


@pytest.mark.parametrize("policies", range(2, 16))
def test_few_groups_stand_on_one_page_with_their_heading(policies: int) -> None:
    sign_offs = tuple(a_sign_off(f"Policy {number}") for number in range(policies))

    pages = pages_of(draw(governors_pack_html(a_pack(sign_offs=sign_offs, groups=GROUPS[:12]))))

    assert len(_on_which(pages, ["By group", *(line.group for line in GROUPS[:12])])) == 1


def test_many_groups_go_on_over_the_page_and_begin_below_their_heading() -> None:
    pages = pages_of(draw(governors_pack_html(a_pack(sign_offs=(a_sign_off(),), groups=GROUPS))))

    assert len(_on_which(pages, ["By group"])) == 1
    assert _on_which(pages, ["By group"]) == _on_which(pages, ["Group 01"])
    assert len(_on_which(pages, [line.group for line in GROUPS])) > 1


@pytest.mark.parametrize("revisions", [1, 8, 9, 10, 11, 12])
def test_what_the_pack_cannot_say_stands_on_one_page(revisions: int) -> None:
    lines = tuple(a_revision(f"Policy {number}") for number in range(revisions))

    *_, last = pages_of(draw(governors_pack_html(a_pack(revisions=lines, unknown=UNKNOWN, drafts=1))))

    assert "What this pack cannot say" in last
    assert "not that it follows the law" in last
