import pytest

from policyaudit.reading.evidence import Evidence, Reading
from policyaudit.reading.header import read_header
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.recognised import doubted
from policyaudit.reading.register_reading import read_register

LINES = (
    Line(1, ("Behaviour Policy",), page=1),
    Line(2, ("Example Road Primary School",), page=1),
    Line(3, ("Date of next review: June 2017",), page=1),
    Line(4, ("Related policies: Attendance Policy, Anti-Bullying Policy",), page=2),
)


def reading(page: int, confidence: float, *others: Reading[str]) -> Reading[str]:
    return Reading("June 2017", confidence, Evidence(1, "June 2017", "label on the line", page), others)


def test_no_value_of_a_recognised_page_is_certain_and_the_reason_says_why() -> None:
    document = DocumentText("application/pdf", LINES, pages_by_ocr=(1,))

    header = read_header(document)

    assert header.next_review
    assert str(header.next_review.value) == "June 2017"
    assert not header.next_review.is_certain
    assert header.next_review.evidence.reason.endswith("read by text recognition (OCR)")
    assert header.title
    assert not header.title.is_certain


def test_the_pages_that_have_text_of_their_own_are_believed_as_ever() -> None:
    plain, mixed = (DocumentText("application/pdf", LINES, pages_by_ocr=pages) for pages in ((), (1,)))

    assert read_header(mixed).related_policies == read_header(plain).related_policies != ()


@pytest.mark.parametrize(
    ("page", "confidence", "left"),
    [(1, 0.95, 0.7), (1, 0.4, 0.4), (2, 0.95, 0.95)],
    ids=["sure, but recognised", "doubtful anyway", "on another page"],
)
def test_doubt_only_ever_lessens_a_confidence(page: int, confidence: float, left: float) -> None:
    assert doubted(reading(page, confidence), (1,)).confidence == left


def test_what_contradicts_a_value_is_doubted_in_the_same_way() -> None:
    (other,) = doubted(reading(2, 0.95, reading(1, 0.9)), (1,)).others

    assert other.confidence == 0.7


def test_the_rows_of_a_scanned_list_are_doubted_too() -> None:
    rows = [("Policy", "Next review"), ("Behaviour", "June 2027"), ("Attendance", "July 2027"), ("Pay", "soon")]
    lines = tuple(Line(number, cells, page=1, table=1) for number, cells in enumerate(rows, start=1))

    plain, scanned = (read_register(DocumentText("application/pdf", lines, pages_by_ocr=by)) for by in ((), (1,)))

    assert plain
    assert scanned
    assert plain.rows[0].title.is_certain
    assert [row.title.is_certain for row in scanned.rows] == [False, False, False]
    assert [str(row.next_review.value) for row in scanned.rows if row.next_review] == ["June 2027", "July 2027"]
    assert {row.next_review.is_certain for row in scanned.rows if row.next_review} == {False}
