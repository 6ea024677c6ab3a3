"""A new school has what every school has, and is described in words that we know."""

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.store.reads.signing import declaration
from policyaudit.usecases.show_groups import list_groups
from policyaudit.usecases.start import NewSchool, SchoolKnown, add_school
from policyaudit.usecases.typed import NotKept
from tests.factories import RECORDING, TODAY, a_school


def test_new_school_has_groups_a_governing_board_and_a_declaration(empty_store: Store) -> None:
    a_school(empty_store, " Larkmead\u202e School ", trust="Quill Trust", nation="wales")

    assert names.schools(empty_store) == [(1, "Larkmead School", "wales", "maintained", "Quill Trust")]
    assert [group.slug for group in list_groups(empty_store, as_of=TODAY).groups] == [
        "all-staff",
        "contractors",
        "governors",
        "support",
        "teaching",
        "volunteers",
    ]
    assert [board.shown for board in names.committees(empty_store, 1)] == ["Full governing board"]
    assert declaration(empty_store, 1)[1] == "I have received this version of the policy and have read it."


@pytest.mark.parametrize(
    ("school", "sentence"),
    [
        pytest.param(NewSchool(name=" "), "a school needs a name", id="no name"),
        pytest.param(NewSchool(name="A", nation="france"), "'france' is no nation we know", id="no nation"),
        pytest.param(NewSchool(name="A", kind="circus"), "'circus' is no kind of school we know", id="no kind"),
    ],
)
def test_school_in_words_that_we_do_not_know_is_refused(empty_store: Store, school: NewSchool, sentence: str) -> None:
    with pytest.raises(AuditError) as problem:
        add_school(empty_store, school, **RECORDING)

    assert str(problem.value) == sentence
    assert names.schools(empty_store) == []


def test_second_school_of_one_name_is_refused(store: Store) -> None:
    with pytest.raises(SchoolKnown, match="is in this register already"):
        a_school(store, "LARKMEAD Primary School")


def test_name_that_is_too_long_is_refused(empty_store: Store) -> None:
    with pytest.raises(NotKept):
        a_school(empty_store, "x" * 201)
