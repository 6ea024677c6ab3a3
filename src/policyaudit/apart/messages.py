"""What a command and a process of its own say to each other: each message is its length in eight bytes, then itself.

Nothing that comes back is ever run.
"""

from typing import IO, Final

_LENGTH: Final = 8


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes], *, most: int) -> bytes | None:
    """Read one message; None if the other side has ended, or says more than `most` bytes."""
    header = stream.read(_LENGTH)
    length = int.from_bytes(header, "big")
    if len(header) < _LENGTH or length > most:
        return None
    message = stream.read(length)
    return message if len(message) == length else None
