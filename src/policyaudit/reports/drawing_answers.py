"""What the process that draws answers to a page: an outcome, and its PDF if there is one."""

from enum import StrEnum


class Outcome(StrEnum):
    """How drawing a page ended."""

    DRAWN = "drawn"
    NO_PANGO = "no Pango"
    NO_MEMORY = "no memory"
    FAULT = "fault"


def pack(outcome: Outcome, content: bytes = b"") -> bytes:
    """The outcome, and the PDF or what Python said of a fault, as one answer."""
    return outcome.encode() + b"\n" + content


def unpack(answer: bytes) -> tuple[Outcome, bytes]:
    """The outcome and what goes with it, out of an answer."""
    outcome, _, content = answer.partition(b"\n")
    return Outcome(outcome.decode()), content
