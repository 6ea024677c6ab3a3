"""What people type finds what they mean, and an error says what else they could have meant."""

import pytest

from policyaudit.domain.naming import (
    Named,
    NoSuchName,
    SeveralSuchNames,
    choose,
    folded,
    natural_key,
    surname_first,
    title_key,
)

POLICIES = (
    Named("behaviour", "Behaviour Policy", ("PS1",)),
    Named("anti-bullying", "Anti-Bullying"),
    Named("bullying", "Bullying of Staff"),
    Named("sen", "Special Educational Needs & Disability", ("SG02",)),
    Named("welsh", "Polisi Ymddygiad"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anti-Bullying", "anti bullying", id="hyphens part words"),
        pytest.param("  The  Head’s\tPolicy ", "the heads policy", id="apostrophes and spaces do not count"),
        pytest.param("SEN & Disability", "sen and disability", id="an ampersand is the word"),
        pytest.param("Tŷ Gwyn École", "ty gwyn ecole", id="accents do not count"),
        pytest.param("under_score", "under score", id="an underscore parts words"),
        pytest.param("?!", "", id="nothing is left of punctuation"),
    ],
)
def test_folded_text_is_what_is_compared(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("The Behaviour Policy", "behaviour", id="policy and the tell nothing"),
        pytest.param("Polisi Ymddygiad", "ymddygiad", id="nor do they in Welsh"),
        pytest.param("Policy", "policy", id="a title of nothing else stays"),
    ],
)
def test_title_key_leaves_out_what_every_title_has(title: str, expected: str) -> None:
    assert title_key(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Mrs Ada Inkwell", "inkwell ada mrs", id="title last"),
        pytest.param("Inkwell", "inkwell", id="surname alone"),
        pytest.param("Dr", "dr", id="a title alone is a name"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_people_are_listed_by_surname(name: str, expected: str) -> None:
    assert surname_first(name) == expected


def test_9_is_listed_before_10() -> None:
    titles = ["Appendix 10", "Appendix 9"]

    assert sorted(titles, key=natural_key) == ["Appendix 9", "Appendix 10"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("behaviour policy", "behaviour", id="the whole title"),
        pytest.param("The Behaviour", "behaviour", id="the title but for the words all have"),
        pytest.param("ps1", "behaviour", id="the number"),
        pytest.param("staff", "bullying", id="a word of it"),
        pytest.param("spec educ", "sen", id="beginnings of words"),
        pytest.param("Anti-Bullying", "anti-bullying", id="the whole title before a part of another"),
        pytest.param("ymddygiad", "welsh", id="Welsh"),
    ],
)
def test_what_is_typed_finds_one_policy(typed: str, expected: str) -> None:
    assert choose("policy", typed, POLICIES).key == expected


def test_several_that_fit_are_listed() -> None:
    with pytest.raises(SeveralSuchNames) as problem:
        choose("policy", "bullying", POLICIES)

    assert str(problem.value) == "'bullying' could be more than one policy: Anti-Bullying; Bullying of Staff"
    assert problem.value.next_step == "type more of the name"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        pytest.param("behavior", "did you mean 'Behaviour Policy'?", id="one letter is missing"),
        pytest.param("bulliing", "did you mean 'Anti-Bullying' or 'Bullying of Staff'?", id="near to two"),
        pytest.param("attendance", None, id="near to nothing"),
        pytest.param("?", None, id="no letter"),
    ],
)
def test_unknown_name_is_answered_with_the_nearest(typed: str, hint: str | None) -> None:
    with pytest.raises(NoSuchName) as problem:
        choose("policy", typed, POLICIES)

    assert str(problem.value) == f"there is no policy called {typed!r}"
    assert problem.value.next_step == hint
