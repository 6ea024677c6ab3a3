"""The school or trust that a document names as its own."""

import pytest

from policyaudit.reading.organisations import calm, is_name, names_in
from tests.reading.reading_texts import BODY, header_of, inspected

_VISION = """
Introduction
At Harlow Green Community Primary School we welcome all children. The governors of Harlow Green Community Primary
School agree this every year. Every Primary School does. Harlow Green Community Primary School likes visitors.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Hollin School\nPay Policy\n{BODY}", "Hollin School", id="a line of its own"),
        pytest.param(f"HOLLIN SCHOOL\nPAY POLICY\n{BODY}", "Hollin School", id="capitals are calmed"),
        pytest.param(f"HOLLIN SCHOOL\nPAY POLICY\nAt Hollin School we pay.\n{BODY}", "Hollin School", id="spelt below"),
        pytest.param(f"Pay\nPolicy\nPark Community\nSchool\n{BODY}", "Park Community School", id="over two lines"),
        pytest.param(f"Pay Policy\n{_VISION}", "Harlow Green Community Primary School", id="only in sentences"),
        pytest.param(f"The Heights School Policy for\nPAY\n{BODY}", "The Heights School", id="with its article"),
        pytest.param(
            f"The Aspire Learning Trust\nMead Vale Primary School\nPay Policy\n{BODY}",
            "Mead Vale Primary School",
            id="the school before its trust",
        ),
        pytest.param(f"Aspire Learning Trust\nPay Policy\n{BODY}", "Aspire Learning Trust", id="a trust alone"),
        pytest.param(f"Ysgol Gynradd Maes y Felin\nPolisi Cyflog\n{BODY}", "Ysgol Gynradd Maes y Felin", id="Welsh"),
        pytest.param(f"ADMISSION TO HOLLIN SCHOOL\n{BODY}", "Hollin School", id="inside a title in capitals"),
        pytest.param(f"Pay Policy\n{BODY}\nThe Oak School is ready.", "Oak School", id="named once far below"),
        pytest.param(f"Pay Policy\nPrimary School\n{BODY}", None, id="no name at all"),
        pytest.param(f"Pay Policy\nLocal Safeguarding Children Partnership\n{BODY}", None, id="somebody else"),
        pytest.param(f"Royal Society\nPay Policy\nNational College\n{BODY}", None, id="a college of the whole nation"),
        pytest.param(f"Model Pay Policy for Schools\n{BODY}", None, id="a title about schools"),
        pytest.param(f"THE HOLLIN SCHOOL\nPAY POLICY\n{BODY}", "The Hollin School", id="its article in capitals"),
        pytest.param(
            f"Sun\nPolicy\nHats\nCaps\nThe Hollin School\n{BODY}", "The Hollin School", id="its article further down"
        ),
        pytest.param(f"Governing Body of Hollin School\nPay Policy\n{BODY}", "Hollin School", id="of its governors"),
        pytest.param(f"Gwel an Mor Academy\nPay\n{BODY}", "Gwel an Mor Academy", id="a Cornish name"),
        pytest.param(
            f"Hollin Pupil Referral Unit\nPay Policy\n{BODY}", "Hollin Pupil Referral Unit", id="a referral unit"
        ),
        pytest.param(f"Pay Policy\nHead of School\n{BODY}", None, id="a post"),
        pytest.param(f"Royal Hollin School\nPay Policy\n{BODY}", "Royal Hollin School", id="royal"),
        pytest.param(f"Hollin County High School\nPay\n{BODY}", "Hollin County High School", id="county"),
        pytest.param(f"Hollin Day Nursery\nPay Policy\n{BODY}", "Hollin Day Nursery", id="day nursery"),
        pytest.param(f"Hollin Nursery Class\nPay Policy\n{BODY}", "Hollin Nursery Class", id="nursery class"),
        pytest.param(
            f"Hollin Nursery and Infant School\nPay Policy\n{BODY}",
            "Hollin Nursery and Infant School",
            id="two ages",
        ),
        pytest.param(
            f"Hollin Federation of Schools\nPay Policy\n{BODY}", "Hollin Federation of Schools", id="several schools"
        ),
        pytest.param(f"Name of school: Castle Hill\nPay Policy\n{BODY}", "Castle Hill", id="under a label"),
    ],
)
def test_the_school_is_the_one_that_the_document_names_as_its_own(text: str, expected: str | None) -> None:
    found = inspected(text)

    assert found["organisation"] == expected


def test_a_school_named_in_sentences_only_is_less_sure_than_one_on_a_line_of_its_own() -> None:
    in_sentences = header_of(f"Pay Policy\n{BODY}\nHollin School is old. Hollin School is big.").organisation
    on_a_line = header_of(f"Hollin School\nPay Policy\n{BODY}").organisation

    assert in_sentences is not None
    assert on_a_line is not None
    assert in_sentences.confidence < on_a_line.confidence
    assert not in_sentences.is_certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("PAY POLICY", "Pay Policy", id="plain"),
        pytest.param("SEND AND GDPR AT QEII", "SEND and GDPR at QEII", id="initials stay"),
        pytest.param("CCTV FOR YEAR II", "CCTV for Year II", id="no vowel, Roman number"),
        pytest.param("MRS BLAND'S SCHOOL", "Mrs Bland's School", id="a lady"),
        pytest.param("ST OSYTH'S SCHOOL", "St Osyth's School", id="possessive"),
        pytest.param("Pay POLICY", "Pay POLICY", id="mixed case stays"),
        pytest.param("KS1 READING", "KS1 Reading", id="with a digit"),
    ],
)
def test_capitals_are_calmed(text: str, expected: str) -> None:
    calmed = calm(text)

    assert calmed == expected


def test_a_name_is_told_from_a_text_with_a_name_in_it() -> None:
    text = "Welcome to Hollin School"

    names = list(names_in(text))

    assert names == ["Hollin School"]
    assert not is_name(text)
    assert is_name("Hollin School")
