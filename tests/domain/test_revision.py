"""Minor is proposed only where nothing but spelling, punctuation and layout changed."""

import pytest

from policyaudit.domain.revision import propose

OLD = "Staff must report a concern to the Headteacher within 2 days.\nWe organise training online."


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(OLD, id="nothing"),
        pytest.param(OLD.replace("organise", "organize"), id="a spelling"),
        pytest.param(OLD.replace("online", "on line"), id="words that were joined"),
        pytest.param(OLD.replace("\n", "\n\n").replace(".", " ."), id="layout and full stops"),
        pytest.param(OLD.replace("Staff", "STAFF"), id="capitals"),
    ],
)
def test_spelling_and_layout_are_minor(new: str) -> None:
    proposal = propose(OLD, new)

    assert (proposal.kind, proposal.why) == ("minor", "only spelling, punctuation or layout changed")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        pytest.param("must", "should", "an obligation changed: should", id="a softer obligation"),
        pytest.param("within 2 days", "within 3 days", "a number or a date changed: 3", id="a number"),
        pytest.param("2 days", "two days", "a number or a date changed: two", id="a number in words"),
        pytest.param("Headteacher", "Bursar", "a role or a law changed: bursar", id="a role"),
        pytest.param("training", "sports", "the wording changed: sports", id="another word"),
        pytest.param(" training online", "", "the wording changed: training online", id="words that went"),
        pytest.param("report", "not report", "an obligation changed: not", id="a word that came"),
    ],
)
def test_change_of_substance_is_material(old: str, new: str, why: str) -> None:
    proposal = propose(OLD, OLD.replace(old, new))

    assert (proposal.kind, proposal.why) == ("material", why)
