"""What all tests may ask for: the gallery of samples, and the two options that change it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reports.gallery import Gallery

pytest_plugins = ("tests.registers", "tests.sample_school")

CHECKOUT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("samples", "the gallery of samples in reports/")
    group.addoption("--update-samples", action="store_true", help="make each report that is tested its own sample")
    group.addoption("--clean-samples", action="store_true", help="remove samples that no test has asked for")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--clean-samples") and not _is_whole_run(config):
        message = "--clean-samples needs one run of all tests, else it would remove samples of tests that were not run"
        raise pytest.UsageError(message)


def _is_whole_run(config: pytest.Config) -> bool:
    chosen = [config.getoption(name, default=None) for name in ("keyword", "markexpr", "numprocesses", "deselect")]
    return not any(chosen) and config.args == config.getini("testpaths")


@pytest.fixture(scope="session")
def gallery(pytestconfig: pytest.Config) -> Iterator[Gallery]:
    """The samples in reports/; `gallery.check(name, pdf)` compares a report with its own."""
    update = bool(pytestconfig.getoption("--update-samples"))
    samples = Gallery(CHECKOUT / "reports", CHECKOUT / "build" / "samples", update=update)
    yield samples
    if pytestconfig.getoption("--clean-samples"):
        samples.clean()
