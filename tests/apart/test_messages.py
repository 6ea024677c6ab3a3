from io import BytesIO

import pytest

from policyaudit.apart.messages import receive, send


def test_messages_follow_each_other_on_one_stream() -> None:
    stream = BytesIO()
    send(stream, b"first")
    send(stream, b"")
    stream.seek(0)

    received = [receive(stream, most=100) for _ in range(3)]

    assert received == [b"first", b"", None]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\0\0\0", id="half a length"),
        pytest.param(b"\0\0\0\0\0\0\0\x05abc", id="half a message"),
        pytest.param(b"\0\0\0\0\0\0\0\x0b" + b"a" * 11, id="too long a message"),
    ],
)
def test_what_is_no_whole_message_is_none(sent: bytes) -> None:
    received = receive(BytesIO(sent), most=10)

    assert received is None
