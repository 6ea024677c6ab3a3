"""Which papers are asked of a school, how firmly, and what the school has of them."""

import pytest

from policyaudit.domain.requirement import (
    APPROVERS,
    OTHER_PAPERS,
    POLICY_PAPERS,
    Applying,
    Asked,
    Confidence,
    Duty,
    Evidence,
    Held,
    Requirement,
    answer_key,
    applying,
)


def a_requirement(
    key: str = "behaviour-policy",
    *,
    nation: str = "england",
    school_types: tuple[str, ...] = ("maintained",),
    only_where: str | None = None,
    duty: Duty = Duty.MUST,
    paper: str = "policy",
    confidence: Confidence = Confidence.HIGH,
    instead_of: str | None = None,
) -> Requirement:
    return Requirement(
        key=key,
        title="Behaviour in schools policy",
        also_called=("Behaviour", "Behaviour & discipline"),
        instead_of=instead_of,
        nation=nation,
        school_types=school_types,
        only_where=only_where,
        duty=duty,
        paper=paper,
        review_months=12,
        approvers=("headteacher",),
        published=True,
        staff_acknowledge="yes",
        legal_basis=None,
        source_url=None,
        source_date=None,
        evidence=Evidence.PRIMARY,
        confidence=confidence,
    )


def conditions(*asked: Requirement, nation: str = "england", kind: str) -> dict[str, str | None]:
    return {one.requirement.key: one.only_where for one in applying(asked, nation=nation, kind=kind)}


@pytest.mark.parametrize(
    ("duty", "confidence", "asked"),
    [
        pytest.param(Duty.MUST, Confidence.MEDIUM, Asked.MUST, id="law of medium confidence"),
        pytest.param(Duty.MUST, Confidence.LOW, Asked.UNSURE, id="law of low confidence"),
        pytest.param(Duty.CONDITIONAL, Confidence.HIGH, Asked.MUST, id="law on a condition"),
        pytest.param(Duty.CONDITIONAL, Confidence.LOW, Asked.UNSURE, id="a condition of low confidence"),
        pytest.param(Duty.SHOULD, Confidence.HIGH, Asked.SHOULD, id="guidance"),
        pytest.param(Duty.SHOULD, Confidence.LOW, Asked.UNSURE, id="guidance of low confidence"),
        pytest.param(Duty.REGARD, Confidence.MEDIUM, Asked.REGARD, id="guidance to be weighed"),
        pytest.param(Duty.COMMON, Confidence.LOW, Asked.COMMON, id="what most schools have"),
        pytest.param(Duty.FUTURE, Confidence.MEDIUM, Asked.FUTURE, id="law that is to come"),
        pytest.param(Duty.WITHDRAWN, Confidence.MEDIUM, Asked.WITHDRAWN, id="law that is gone"),
    ],
)
def test_what_rests_on_a_weak_source_is_never_called_a_duty(duty: Duty, confidence: Confidence, asked: Asked) -> None:
    requirement = a_requirement(duty=duty, confidence=confidence, only_where="biometrics are used")

    assert requirement.asked is asked


def test_condition_that_is_not_named_is_refused() -> None:
    with pytest.raises(ValueError, match="behaviour-policy is asked on a condition and names none"):
        a_requirement(duty=Duty.CONDITIONAL)


def test_titles_are_compared_without_the_words_that_tell_nothing_apart() -> None:
    keys = a_requirement().answer_keys

    assert keys == {"behaviour in schools", "behaviour", "behaviour and discipline"}


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("Behaviour Policy 2026", "behaviour", id="a year"),
        pytest.param("Behaviour 2026-27", "behaviour", id="an academic year"),
        pytest.param("Behaviour (2026/2027)", "behaviour", id="an academic year in full"),
        pytest.param("Behaviour, September 2026", "behaviour", id="a month"),
        pytest.param("Behaviour in Year 7", "behaviour in year 7", id="a year of pupils"),
        pytest.param("2026", "2026", id="nothing else"),
        pytest.param("Vision 2030 plan", "vision 2030 plan", id="a year within"),
    ],
)
def test_year_at_the_end_of_a_title_tells_nothing_apart(title: str, key: str) -> None:
    assert answer_key(title) == key


@pytest.mark.parametrize(
    ("nation", "kind", "school_type", "only_where"),
    [
        pytest.param("england", "maintained", "maintained", None, id="a maintained school"),
        pytest.param("england", "maintained", "early-years", "children in the early years", id="a school with infants"),
        pytest.param("england", "nursery", "early-years", None, id="a nursery school"),
        pytest.param("england", "nursery", "maintained nursery", "a maintained nursery school", id="of the authority"),
        pytest.param("england", "independent", "independent boarding", "boarders", id="a boarding school"),
        pytest.param("england", "special", "special", None, id="a special school"),
        pytest.param("england", "special", "academy", "an academy", id="a special school that may be an academy"),
        pytest.param("england", "pru", "PRU", None, id="a pupil referral unit"),
        pytest.param("england", "further-education", "FE", None, id="a college"),
        pytest.param("wales", "maintained", "maintained", None, id="a Welsh school"),
        pytest.param("wales", "special", "maintained", "a maintained school", id="a Welsh special school"),
        pytest.param("northern-ireland", "maintained", "grant-aided", None, id="a school of Northern Ireland"),
        pytest.param("northern-ireland", "nursery", "grant-aided", "a grant-aided school", id="a nursery there"),
        pytest.param("scotland", "maintained", "education authority", None, id="a Scottish school"),
    ],
)
def test_school_is_asked_what_its_nation_asks_of_its_kind(
    nation: str, kind: str, school_type: str, only_where: str | None
) -> None:
    requirement = a_requirement(nation=nation, school_types=(school_type,))

    assert conditions(requirement, nation=nation, kind=kind) == {"behaviour-policy": only_where}


@pytest.mark.parametrize(
    ("nation", "kind"),
    [("wales", "maintained"), ("england", "pru"), ("england", "academy"), ("scotland", "academy")],
)
def test_what_is_asked_of_others_is_not_asked_of_the_school(nation: str, kind: str) -> None:
    requirement = a_requirement(nation="england", school_types=("maintained",))

    assert conditions(requirement, nation=nation, kind=kind) == {}


def test_conditions_of_the_kind_and_of_the_row_stand_together() -> None:
    requirement = a_requirement(school_types=("maintained", "academy"), only_where="primary school")

    assert conditions(requirement, kind="special") == {
        "behaviour-policy": "a maintained school or an academy; primary school"
    }
    assert conditions(requirement, kind="academy") == {"behaviour-policy": "primary school"}


@pytest.mark.parametrize(
    ("only_where", "keys"),
    [
        pytest.param(None, {"iss-behaviour"}, id="for every such school"),
        pytest.param("primary school", {"behaviour-policy", "iss-behaviour"}, id="only for some"),
    ],
)
def test_paper_that_two_rows_ask_for_is_asked_once(only_where: str | None, keys: set[str]) -> None:
    general = a_requirement(school_types=("independent", "academy"))
    own = a_requirement(
        "iss-behaviour", school_types=("independent",), instead_of="behaviour-policy", only_where=only_where
    )

    assert conditions(general, own, kind="independent").keys() == keys
    assert conditions(general, own, kind="academy").keys() == {"behaviour-policy"}


@pytest.mark.parametrize(
    ("statuses", "held"),
    [
        pytest.param(("draft", "in force"), Held.HELD, id="in force"),
        pytest.param(("live",), Held.HELD, id="live"),
        pytest.param(("draft",), Held.DRAFT, id="a draft"),
        pytest.param((), Held.MISSING, id="nothing"),
    ],
)
def test_policy_is_held_once_one_of_that_name_is_in_force(statuses: tuple[str, ...], held: Held) -> None:
    assert Applying(a_requirement(), None).held(statuses) is held


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(Applying(a_requirement(), "boarders"), id="asked on a condition"),
        pytest.param(Applying(a_requirement(confidence=Confidence.LOW), None), id="a weak source"),
        pytest.param(Applying(a_requirement(paper="information"), None), id="information that is published elsewhere"),
        pytest.param(Applying(a_requirement(duty=Duty.COMMON), None), id="what most schools have"),
    ],
)
def test_nothing_is_called_missing_that_may_not_be_owed_or_is_kept_elsewhere(one: Applying) -> None:
    assert one.held(()) is Held.NO_ENTRY


def test_words_for_papers_and_approvers_stand_once() -> None:
    assert not POLICY_PAPERS & OTHER_PAPERS
    assert len(set(APPROVERS)) == len(APPROVERS)
