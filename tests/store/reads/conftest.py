"""The small register on both engines, filled once; reads only read."""

from collections.abc import Iterator

import pytest

from policyaudit.store.opening import Store, open_register
from tests.registers import a_register
from tests.store.reads.a_small_register import fill


def _filled(target: str) -> str:
    with open_register(target) as store:
        fill(store)
    return target


@pytest.fixture(scope="session")
def small_in_a_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with a_register("sqlite", request, tmp_path_factory.mktemp("small")) as target:
        yield _filled(target)


@pytest.fixture(scope="session")
def small_on_a_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with a_register("postgresql", request, tmp_path_factory.mktemp("small")) as target:
        yield _filled(target)


@pytest.fixture
def small(engine: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The small register, open for reading, on each engine in turn."""
    where = {"sqlite": "small_in_a_file", "postgresql": "small_on_a_server"}[engine]
    with open_register(request.getfixturevalue(where)) as store:
        yield store
