"""The five real policies are filed each under its school, and their other forms are known again."""

from pathlib import Path

import pytest

from policyaudit.domain.schedule import Standing
from policyaudit.store.opening import Store
from policyaudit.usecases.due import due
from policyaudit.usecases.import_documents import accept_import
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_schools import ImportOptions
from tests.factories import RECORDING, TODAY, read
from tests.usecases.importing import outcomes

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the five real policies are not on this machine")
STEMS = (
    "alderley-edge-social-media-staff",
    "cwmfelin-social-media",
    "heights-social-media",
    "qeii-social-media",
    "redbridge-social-media",
)


def bring_in(store: Store, *paths: Path) -> ImportProposal:
    return accept_import(store, read(*paths), options=ImportOptions(add_schools=True), **RECORDING)


def forms(*suffixes: str) -> list[Path]:
    return [SHARED / "seed-documents" / f"{stem}.{suffix}" for stem in STEMS for suffix in suffixes]


def schedule(store: Store) -> list[tuple[str, Standing, int | None]]:
    return [(policy.school, policy.standing, policy.days_overdue) for policy in due(store, as_of=TODAY).policies]


def test_five_policies_stand_as_their_texts_say(store: Store) -> None:
    proposal = bring_in(store, SHARED / "seeds")

    found = due(store, as_of=TODAY)
    assert outcomes(proposal) == ["new policy"] * 5
    assert len({policy.school for policy in found.policies}) == 5
    assert [(policy.standing, str(policy.next_review), policy.days_overdue) for policy in found.policies[:2]] == [
        (Standing.OVERDUE, "June 2017", 3430),
        (Standing.OVERDUE, "30 September 2023", 1147),
    ]
    assert [policy.standing for policy in found.policies[2:]] == [Standing.UNSCHEDULED] * 3


def test_importing_them_again_records_nothing(store: Store) -> None:
    bring_in(store, SHARED / "seeds")
    before = store.rows("SELECT COUNT(*) FROM journal")

    assert outcomes(bring_in(store, SHARED / "seeds")) == ["held already"] * 5
    assert store.rows("SELECT COUNT(*) FROM journal") == before


def test_their_other_forms_add_no_policy(store: Store) -> None:
    bring_in(store, SHARED / "seeds")
    before = schedule(store)

    assert outcomes(bring_in(store, *forms("docx", "odt", "pdf"))) == ["another form"] * 15
    assert schedule(store) == before
    assert store.rows("SELECT COUNT(*) FROM version") == [(5,)]


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf"])
def test_each_form_alone_says_the_same(store: Store, suffix: str) -> None:
    assert outcomes(bring_in(store, *forms(suffix))) == ["new policy"] * 5

    assert [(standing, days) for _, standing, days in schedule(store)] == [
        (Standing.OVERDUE, 3430),
        (Standing.OVERDUE, 1147),
        (Standing.UNSCHEDULED, None),
        (Standing.UNSCHEDULED, None),
        (Standing.UNSCHEDULED, None),
    ]
