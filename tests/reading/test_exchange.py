import pytest

from policyaudit.reading.exchange import pack, unpack
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
