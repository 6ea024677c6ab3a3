"""A document's words for its responsible officer are told apart: a post, a person, or both."""

import pytest

from policyaudit.domain.people import OfficerName, officer_name


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        pytest.param("Headteacher", None, "Headteacher", id="a post"),
        pytest.param("Alex Example", "Alex Example", None, id="a person"),
        pytest.param("Mrs Example", "Mrs Example", None, id="a person with a title"),
        pytest.param("Alex Example, Assistant Headteacher", "Alex Example", "Assistant Headteacher", id="both"),
        pytest.param("SENCO: none", None, "SENCO: none", id="a post with a remark"),
        pytest.param("Headteacher (Alex Example)", "Alex Example", "Headteacher", id="the person in brackets"),
        pytest.param("Alex Example - Headteacher", "Alex Example", "Headteacher", id="parted by a dash"),
        pytest.param("Head, Deputy Head", None, "Head, Deputy Head", id="two posts are one text"),
        pytest.param("first aider", None, "first aider", id="small letters are no name"),
        pytest.param("  Alex   Example ", "Alex Example", None, id="spaces do not count"),
    ],
)
def test_officer_is_a_post_or_a_person_or_both(text: str, person: str | None, post: str | None) -> None:
    assert officer_name(text) == OfficerName(person, post)


def test_officer_is_shown_as_person_and_post() -> None:
    both, alone = OfficerName("Alex Example", "Headteacher"), OfficerName(None, "Headteacher")

    assert [str(both), str(alone)] == ["Alex Example, Headteacher", "Headteacher"]
