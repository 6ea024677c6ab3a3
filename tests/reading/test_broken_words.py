import pytest

from policyaudit.reading.broken_words import in_reading_order
from policyaudit.reading.geometry import Word


def cell(*lines: str) -> list[Word]:
    """Words in lines, each letter five points wide."""
    words = []
    for number, line in enumerate(lines):
        left = 10.0
        for text in line.split():
            words.append(Word(text, left, left + 5 * len(text), base=100 + 12 * number, size=7))
            left += 5 * len(text) + 3
    return words


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(("Whistleblowin", "g policy"), "Whistleblowing policy", id="one letter over"),
        pytest.param(("Whistleblow", "ing"), "Whistleblowing", id="an ending over"),
        pytest.param(("Staff", "Whistleblowin", "g", "policy"), "Staff Whistleblowing policy", id="amid others"),
        pytest.param(("Responsibilitie", "s, duties"), "Responsibilities, duties", id="with a mark after it"),
        pytest.param(("Safeguarding", "and Child", "Protection"), "Safeguarding and Child Protection", id="words"),
        pytest.param(("Attendance", "a policy"), "Attendance a policy", id="a letter that is a word"),
        pytest.param(("Every", "th"), "Every th", id="too short to be broken"),
        pytest.param(("Whistleblowing.", "g"), "Whistleblowing. g", id="a word that ended"),
        pytest.param(("Two words", "g"), "Two words g", id="more than one word"),
        pytest.param(("Whistleblowin", "g Whistleblowing"), "Whistleblowin g Whistleblowing", id="room was left"),
        pytest.param((), "", id="nothing"),
    ],
)
def test_only_what_cannot_be_a_word_of_its_own_belongs_to_the_one_above(lines: tuple[str, ...], said: str) -> None:
    words = in_reading_order(cell(*lines))

    assert " ".join(word.text for word in words) == said
