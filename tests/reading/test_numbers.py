"""A policy's number without a label."""

import pytest

from policyaudit.reading.header import read_header
from policyaudit.reading.lines import DocumentText, Line, Part
from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"FIN001 Charging Policy\n{BODY}", "FIN001", id="before the title"),
        pytest.param(f"Pay Policy\n{BODY * 4}\nPSW23 Pay Policy: 16/06/2016\n{BODY * 2}", "PSW23", id="lost footer"),
        pytest.param(f"Pay Policy\n{BODY}\nKS2 pupils write.", None, id="a key stage"),
        pytest.param(f"Pay Policy\n{BODY}\nGCSE 2019 Results were good", None, id="a year of results"),
        pytest.param(f"Pay Policy\n{BODY}\nPSW23", None, id="a code alone in the text"),
    ],
)
def test_a_code_before_the_title_is_the_number(text: str, expected: str | None) -> None:
    found = inspected(text)

    assert found["policy_number"] == expected


@pytest.mark.parametrize(
    "words", [pytest.param("PU02", id="alone"), pytest.param("GV02 version 4.0", id="with the version")]
)
def test_a_code_in_the_footer_is_the_number(words: str) -> None:
    lines = Line(1, ("Pay Policy",)), Line(2, (words,), part=Part.FOOTER)

    header = read_header(DocumentText("text/plain", lines))

    assert header.policy_number is not None
    assert header.policy_number.value == words[:4]
