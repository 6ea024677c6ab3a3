"""The register of the sample school on both engines, built once; those who ask for it only read."""

from collections.abc import Iterator

import pytest

from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.demo import build_demo
from tests.registers import a_register


@pytest.fixture(scope="session")
def sample_in_a_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample school in a file."""
    with a_register("sqlite", request, tmp_path_factory.mktemp("sample")) as target:
        yield _filled(target)


@pytest.fixture(scope="session")
def sample_on_a_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample school in a database of a server."""
    with a_register("postgresql", request, tmp_path_factory.mktemp("sample")) as target:
        yield _filled(target)


@pytest.fixture
def sample(engine: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The sample school's register, open for reading, on each engine in turn."""
    where = {"sqlite": "sample_in_a_file", "postgresql": "sample_on_a_server"}[engine]
    with open_register(request.getfixturevalue(where)) as store:
        yield store


def _filled(target: str) -> str:
    with open_register(target) as store:
        build_demo(store)
    return target
