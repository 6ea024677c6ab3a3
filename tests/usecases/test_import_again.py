"""One import settles a folder: the same files again record nothing, in whatever order they come."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import FoundFile, read_folder
from tests.factories import RECORDING, SCHOOL, a_document, a_register, read
from tests.usecases.importing import BODY, OTHER_BODY, a_text

SHARED = Path(__file__).parents[3] / "shared" / "seed-documents"
OTHER_SCHOOL = "Oakhanger Primary School"
# Each of these was once filed in one way when it came first, and in another when it came last.
TEXTS = (
    a_text(version="2.0", reviewed="June 2020", next_review="June 2021"),
    a_text(title=None, version=None),
    a_text(school=None, title="Attendance Policy", body=OTHER_BODY, version=None),
    a_text(school=OTHER_SCHOOL, title="Attendance Policy", body=OTHER_BODY),
    a_text(school=None, title="Pupil Attendance Policy", body=OTHER_BODY + "Lateness is noted.", version=None),
    a_text(version=None, reviewed=None, next_review=None, body=BODY + OTHER_BODY),
    a_text(title="Conduct Policy", version="3.0", reviewed="June 2023", Policy_number="PS1", body=OTHER_BODY),
    a_text(version="1.0", Policy_number="PS1"),
)


def brought_in_twice(
    documents: Sequence[FoundFile], folder: Path, *, add_schools: bool
) -> tuple[ImportProposal, ImportProposal]:
    """The same documents imported into a new register, and once more; what was proposed is what was recorded."""
    options = ImportOptions(add_schools=add_schools)
    with a_register(folder) as store:
        proposed = propose_import(store, documents, options=options)
        first = accept_import(store, documents, options=options, **RECORDING)
        second = accept_import(store, documents, options=options, **RECORDING)
    assert proposed == first
    return first, second


def settled(first: ImportProposal) -> list[tuple[str, str, str | None]]:
    """What the first import leaves for the second: what it recorded is held, the rest as it was."""
    recorded = {"new policy", "new version", "another form"}
    return [
        (one.file_name, "held already" if one.outcome in recorded else one.outcome, _asked(one.question, one.outcome))
        for one in first.documents
    ]


def found_again(second: ImportProposal) -> list[tuple[str, str, str | None]]:
    return [(one.file_name, one.outcome.value, _asked(one.question, one.outcome)) for one in second.documents]


def _asked(question: str | None, outcome: str) -> str | None:
    return question if outcome == "question" else None


@settings(derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(len(TEXTS))), add_schools=st.booleans())
def test_small_folder_is_settled_by_one_import_in_any_order(order: list[int], *, add_schools: bool) -> None:
    with TemporaryDirectory() as folder:
        paths = [a_document(Path(folder), f"doc-{number}.txt", TEXTS[number]) for number in order]

        first, second = brought_in_twice(read(*paths), Path(folder), add_schools=add_schools)

        assert found_again(second) == settled(first)
        assert second.schools_added == ()


@pytest.fixture(scope="module")
def seed_documents() -> list[FoundFile]:
    from policyaudit.domain.term_calendar import TermCalendar

    return list(read_folder([SHARED], calendar=TermCalendar()))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the documents of the five real policies are not on this machine")
@pytest.mark.parametrize("add_schools", [False, True], ids=["schools are asked", "schools are added"])
@pytest.mark.parametrize("seed", [None, 1, 2], ids=["by name", "one order", "another order"])
def test_real_folder_is_settled_by_one_import(
    seed_documents: list[FoundFile], tmp_path: Path, seed: int | None, *, add_schools: bool
) -> None:
    documents = list(seed_documents)
    if seed is not None:
        random.Random(seed).shuffle(documents)  # noqa: S311 - an order, no secret

    first, second = brought_in_twice(documents, tmp_path, add_schools=add_schools)

    assert found_again(second) == settled(first)


def test_texts_of_one_policy_are_filed_oldest_first(tmp_path: Path) -> None:
    years = (2023, 2019, 2021)
    texts = [a_text(version=None, reviewed=f"June {year}", next_review=f"June {year + 1}") for year in years]
    paths = [a_document(tmp_path, f"{year}.txt", text) for year, text in zip(years, texts, strict=True)]

    first, _ = brought_in_twice(read(*paths), tmp_path, add_schools=False)

    assert [one.outcome for one in first.documents] == ["new version", "new policy", "new version"]


def test_every_form_of_an_unknown_schools_text_is_asked(tmp_path: Path) -> None:
    nameless = a_document(tmp_path, "a.txt", a_text(school=None))
    named = a_document(tmp_path, "b.txt", a_text(school=OTHER_SCHOOL))

    first, _ = brought_in_twice(read(nameless, named), tmp_path, add_schools=False)

    assert [one.question for one in first.documents] == [
        f"its text is that of b.txt, which names {OTHER_SCHOOL}: this register does not hold it",
        f"it names {OTHER_SCHOOL}, which this register does not hold",
    ]


def test_form_without_a_school_goes_to_the_school_that_holds_the_text(tmp_path: Path) -> None:
    nameless = a_document(tmp_path, "a.txt", a_text(school=None).replace("\n\n", "\n\n\n"))
    named = a_document(tmp_path, "b.txt", a_text(school=OTHER_SCHOOL))
    own = a_document(tmp_path, "c.txt", a_text(title="Attendance Policy", body=OTHER_BODY))

    first, _ = brought_in_twice(read(nameless, named, own), tmp_path, add_schools=True)

    assert [one.school for one in first.documents] == [OTHER_SCHOOL, OTHER_SCHOOL, SCHOOL]
