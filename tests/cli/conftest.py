import shutil
from pathlib import Path

import pytest

from policyaudit.store.opening import create_register, open_register
from policyaudit.usecases.demo import build_demo


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample school's register, built once; nobody may write to it."""
    place = tmp_path_factory.mktemp("sample") / "register.db"
    create_register(str(place))
    with open_register(str(place)) as store:
        build_demo(store)
    place.chmod(0o400)
    return place


@pytest.fixture
def sample(built_sample: Path, tmp_path: Path) -> Path:
    """A register of the sample school that a test may write to."""
    place = tmp_path / "sample.db"
    shutil.copyfile(built_sample, place)
    return place


@pytest.fixture
def new_register(tmp_path: Path) -> Path:
    """A register that was begun for one school and holds nothing else yet."""
    from tests.cli.running import audit

    place = tmp_path / "register.db"
    audit("init", "--school", "Hedgerow Primary School", "--db", place, "--by", "Dora Foolscap")
    return place
