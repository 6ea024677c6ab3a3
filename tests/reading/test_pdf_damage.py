import zlib

import pytest

from policyaudit.reading.pdf_damage import is_damaged


def stream(packed: bytes, *, how: str = "/Filter /FlateDecode") -> bytes:
    return b"1 0 obj << %s /Length %d >>\nstream\r\n%s\nendstream endobj\n" % (how.encode(), len(packed), packed)


PACKED = zlib.compress(b"BT (Policy) Tj ET " * 50_000, 0)
BROKEN = PACKED[:100] + b"\xff\xff" + PACKED[102:]


@pytest.mark.parametrize(
    ("content", "damaged"),
    [
        pytest.param(b"%PDF-1.7 nothing packed", False, id="nothing packed"),
        pytest.param(stream(PACKED), False, id="whole"),
        pytest.param(stream(BROKEN), True, id="bytes changed"),
        pytest.param(stream(PACKED, how="/Filter [ /FlateDecode ]") + stream(BROKEN), True, id="second piece broken"),
        pytest.param(stream(b"text", how="/Filter [/ASCII85Decode /FlateDecode]"), False, id="packed twice"),
        pytest.param(b"/Encrypt 5 0 R" + stream(BROKEN), False, id="locked"),
        pytest.param(stream(PACKED)[:1000], False, id="cut short"),
        pytest.param(stream(zlib.compress(bytes(70_000_000))) + stream(BROKEN), False, id="more than is looked at"),
    ],
)
def test_damage_shows_in_what_does_not_unpack(content: bytes, *, damaged: bool) -> None:
    told = is_damaged(content)

    assert told is damaged
