"""Doubt about what text recognition (OCR) read: no such value is certain, however well it stands on its page.

A recogniser makes a 4 of a 1, and of a date another date, and nothing in the text shows it.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from policyaudit.reading.evidence import CERTAIN, Reading

T = TypeVar("T")
_MOST = round(CERTAIN - 0.1, 2)
_REASON = "read by text recognition (OCR)"


def doubted(reading: Reading[T], pages: Collection[int]) -> Reading[T]:
    """A value with doubt about it if it stands on one of these pages, and so with those that contradict it."""
    others = tuple(doubted(other, pages) for other in reading.others)
    if reading.evidence.page not in pages:
        return replace(reading, others=others)
    evidence = replace(reading.evidence, reason=f"{reading.evidence.reason}, {_REASON}")
    return replace(reading, confidence=min(reading.confidence, _MOST), evidence=evidence, others=others)
