"""Doubt about what text recognition (OCR) read: no such value is certain, however well it stands on its page.

A recogniser makes a 4 of a 1, and of a date another date, and nothing in the text shows it.
"""

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any, TypeVar

from policyaudit.reading.evidence import CERTAIN, Reading

T = TypeVar("T")
_MOST = round(CERTAIN - 0.1, 2)
_REASON = "read by text recognition (OCR)"


def all_doubted(stated: Any, pages: Collection[int]) -> dict[str, Any]:  # noqa: ANN401 - a header, or a row of a register
    """What a document or a row of it says by its fields' names, with doubt about what stands on one of these pages."""
    return {field.name: _each_doubted(getattr(stated, field.name), pages) for field in fields(stated)}


def _each_doubted(value: Any, pages: Collection[int]) -> Any:  # noqa: ANN401 - see above
    if isinstance(value, tuple):
        return tuple(_each_doubted(each, pages) for each in value)
    return doubted(value, pages) if isinstance(value, Reading) else value


def doubted(reading: Reading[T], pages: Collection[int]) -> Reading[T]:
    """A value with doubt about it if it stands on one of these pages, and so with those that contradict it."""
    others = tuple(doubted(other, pages) for other in reading.others)
    if reading.evidence.page not in pages:
        return replace(reading, others=others)
    evidence = replace(reading.evidence, reason=f"{reading.evidence.reason}, {_REASON}")
    return replace(reading, confidence=min(reading.confidence, _MOST), evidence=evidence, others=others)
