from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from policyaudit.reading.package import Package
from policyaudit.reading.refusals import Damaged, Hostile, Locked, UnpacksTooLarge, Unreadable
from tests.reading.making_documents import zipped

NAME = b"word/document.xml"


def patched(content: bytes, *, at: int, new: bytes) -> bytes:
    """The zip file with bytes of its only entry changed, `at` counted within its line of the directory."""
    start = content.rindex(b"PK\x01\x02") + at
    return content[:start] + new + content[start + len(new) :]


def whole() -> bytes:
    return zipped({NAME.decode(): "<a>" + "text " * 1000 + "</a>"})


def with_body_changed() -> bytes:
    content = whole()
    start = content.index(NAME) + len(NAME)
    return content[:start] + b"\xff" * 20 + content[start + 20 :]


@pytest.mark.parametrize(
    ("content", "reason", "what"),
    [
        pytest.param(whole()[:-30], Damaged, "it was not saved or copied whole", id="end is missing"),
        pytest.param(b"PK\x03\x04 and nothing else", Damaged, "it was not saved or copied whole", id="start only"),
        pytest.param(with_body_changed(), Damaged, "one of its parts cannot be unpacked", id="bytes changed"),
        pytest.param(patched(whole(), at=16, new=b"\1\2\3\4"), Damaged, "cannot be unpacked", id="wrong sum"),
        pytest.param(patched(whole(), at=10, new=b"\x63\0"), Damaged, "cannot be unpacked", id="unknown packing"),
        pytest.param(patched(whole(), at=6, new=b"\x7a"), Damaged, "not saved or copied whole", id="from the future"),
        pytest.param(patched(whole(), at=8, new=b"\1\0"), Locked, "is locked with a password", id="encrypted part"),
        pytest.param(
            patched(whole(), at=24, new=b"\xff\xff\xff\x10"), UnpacksTooLarge, "more than 32 MB", id="says it is huge"
        ),
        pytest.param(
            patched(whole(), at=24, new=b"\xff\xff\xff\x7f"), UnpacksTooLarge, "more than 1000 MB", id="whole is huge"
        ),
    ],
)
def test_what_cannot_be_unpacked_says_why(content: bytes, reason: type[Unreadable], what: str) -> None:
    with pytest.raises(reason, match=what):
        Package(content, kind="Word document").tree(NAME.decode())


def test_a_part_that_holds_more_than_it_says_is_not_believed() -> None:
    content = zipped({NAME.decode(): b"<a>" + b" " * 33_000_000 + b"</a>"})
    lying = patched(content, at=24, new=(1000).to_bytes(4, "little"))

    with pytest.raises(Unreadable):
        Package(lying, kind="Word document").tree(NAME.decode())


def test_a_package_of_very_many_parts_is_not_opened() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for number in range(10_001):
            package.writestr(f"word/{number}", b"")

    with pytest.raises(Hostile, match="it has more than 10000 parts"):
        Package(target.getvalue(), kind="Word document")


def test_a_part_that_is_not_there_is_none() -> None:
    package = Package(zipped({"../../etc/passwd": "<a/>"}), kind="Word document")

    assert package.tree("word/document.xml") is None
