"""The labelled corpus of policies: how much of what their labels say is read, and that little is made up."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policyaudit.reading.header import read_header
from policyaudit.reading.inspection import as_json
from policyaudit.reading.opening import read_documents

_CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not _CORPUS.is_dir(), reason="the corpus lies beside the repository, not in it")


def _score() -> Any:  # noqa: ANN401 a module without types
    """The corpus's own rules of comparison."""
    spec = importlib.util.spec_from_file_location("score", _CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _tallies() -> dict[str, Any]:
    """True and false finds of every field over the whole corpus, and of all fields together."""
    score = _score()
    tallies = {field: score.Tally() for field in [*score.FIELD_MAP, "all"]}
    for path, _, document in read_documents(sorted((_CORPUS / "documents").glob("*.txt"))):
        assert not isinstance(document, Exception)
        found = as_json(read_header(document), file_name=path.name, document=document)
        case = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for field in score.FIELD_MAP:
            if field not in case["ambiguous"]:
                tallies[field].add(field, case["labels"][field], score.dig(found, [field]))
                tallies["all"].add(field, case["labels"][field], score.dig(found, [field]))
    return tallies


@pytest.mark.parametrize(
    ("field", "least"),
    [
        pytest.param("all", 0.95, id="all fields"),
        pytest.param("title", 0.95, id="title"),
        pytest.param("organisation", 0.95, id="school"),
        pytest.param("approved_on", 0.9, id="approved on"),
        pytest.param("last_reviewed", 0.9, id="last review"),
        pytest.param("next_review", 0.95, id="next review"),
        pytest.param("review_months", 0.9, id="cycle"),
    ],
)
def test_what_the_labels_say_is_read(field: str, least: float) -> None:
    _, _, f1 = _score().prf(_tallies()[field].c)

    assert f1 >= least


@pytest.mark.parametrize("field", ["approved_on", "last_reviewed", "next_review", "effective_from", "document_date"])
def test_no_date_is_made_up(field: str) -> None:
    counted = _tallies()[field].c

    assert counted["fp"] == 0
