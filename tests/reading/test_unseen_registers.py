"""Lists of policies in many arrangements and wordings, written before the reader was tuned, hold a floor."""

from pathlib import Path

import pytest

from tests.reading.register_scoring import Score, score

UNSEEN = Path(__file__).parent / "unseen_registers"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "registers"


def test_unseen_lists_are_read_row_by_row() -> None:
    total = sum((score(path) for path in sorted(UNSEEN.glob("*.txt"))), Score(0, 0, 0))

    assert total.exact >= 0.98 * total.labelled
    assert total.exact >= 0.98 * total.read


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the lists of real schools are not on this machine")
def test_real_lists_are_read_row_by_row() -> None:
    total = sum((score(path) for path in sorted(CORPUS.glob("*.txt"))), Score(0, 0, 0))

    assert total.exact >= 0.98 * total.labelled
    assert total.exact >= 0.98 * total.read
