from io import BytesIO

import pytest

from policyaudit.reading.exchange import pack, receive, send, unpack
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.refusals import Damaged, Empty, Unreadable

TEXT = DocumentText(
    media_type="application/pdf",
    lines=(
        Line(number=1, cells=("Polisi Ysgol Tŷ", ""), page=2, part=Part.FOOTER, table=3, heading=1),
        Line(number=2, cells=("Scope",)),
    ),
    title_property="Polisi",
    warnings=("has 1 comment, which is not read",),
    pages_without_text=(4,),
)


def test_a_text_comes_back_as_it_went() -> None:
    returned = unpack(pack(TEXT))

    assert returned == TEXT


@pytest.mark.parametrize("refusal", [Empty(), Damaged(kind="PDF", what="cut short")], ids=["plain", "with facts"])
def test_a_reason_comes_back_as_it_went(refusal: Unreadable) -> None:
    returned = unpack(pack(refusal))

    assert isinstance(returned, type(refusal))
    assert str(returned) == str(refusal)


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
