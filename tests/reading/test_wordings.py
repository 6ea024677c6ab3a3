"""A pattern is looked for only where one of the words stands without which it is not found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policyaudit.reading.rows import rows_of
from policyaudit.reading.sentences import sentences_of
from policyaudit.reading.wordings import may_hold, pattern, settings
from tests.reading.reading_texts import document_of

_UNSEEN = Path(__file__).parent / "unseen"
_NEEDING = [name for name, table in settings("patterns").items() if "needs" in table]


def sentences() -> Iterator[str]:
    """Every sentence of the policies of invented schools, and one that none of them has."""
    yield "This is a statutory policy."
    for path in sorted(_UNSEEN.glob("*.txt")):
        yield from (each.text for each in sentences_of(rows_of(document_of(path.read_text(encoding="utf-8")))))


@pytest.mark.parametrize("name", _NEEDING)
def test_no_sentence_that_a_pattern_finds_is_passed_over(name: str) -> None:
    found = [sentence for sentence in sentences() if pattern(name).search(sentence)]

    assert found
    assert all(may_hold(sentence, name) for sentence in found)


def test_case_of_the_words_does_not_matter() -> None:
    assert may_hold("LAST REVIEWED IN MAY", "reviewing")
    assert not may_hold("Pupils help to write the rules of their class.", "reviewing")
