"""What the documentation says is so: its links lead somewhere, its paths exist, its commands are the tool's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
PAGES = sorted([*TOP.glob("*.md"), *TOP.glob("docs/**/*.md"), *TOP.glob("db/**/*.md")])
ARCHITECTURE = (TOP / "docs/architecture.md").read_text(encoding="utf-8")
LAYERS = sorted(path.parent.name for path in TOP.glob("src/policyaudit/*/__init__.py"))


def names(pages: list[Path]) -> list[str]:
    return [page.relative_to(TOP).as_posix() for page in pages]


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_links_within_the_documentation_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))

    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]

    assert missing == []


def test_reference_pages_say_what_the_tool_says() -> None:
    run = subprocess.run(
        [sys.executable, TOP / "docs/write_reference.py", "--check"], capture_output=True, text=True, check=False
    )

    assert run.stderr == ""
    assert run.returncode == 0


def test_examples_print_what_the_manual_shows() -> None:
    run = subprocess.run(
        [sys.executable, TOP / "docs/run_examples.py", "--check"], capture_output=True, text=True, check=False
    )

    assert run.stderr == ""
    assert run.returncode == 0


def test_every_word_that_go_knows_is_explained_where_contributors_look() -> None:
    script = (TOP / "go").read_text(encoding="utf-8")
    known = set(re.findall(r"^(\w+)\) ", script, re.MULTILINE)) | {"lock"}
    contributing = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert {word for word in known if f"#   ./go {word} " in script} == known
    assert {word for word in known if f"`./go {word}" in contributing} == known


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_is_on_the_page_and_in_the_drawing(layer: str) -> None:
    drawing = (TOP / "docs/architecture.svg").read_text(encoding="utf-8")

    assert f"| `{layer}` |" in ARCHITECTURE
    assert f">{layer}<" in drawing


def test_every_place_that_the_architecture_names_exists() -> None:
    places = re.findall(r"`((?:src|db|templates|tests|docs)/[\w/.]*)`", ARCHITECTURE)

    assert [place for place in places if not (TOP / place).exists()] == []
