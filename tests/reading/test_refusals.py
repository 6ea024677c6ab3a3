import pytest

from policyaudit.errors import ExitCode
from policyaudit.reading.refusals import BY_NAME, Damaged, Unreadable, pages

FACTS: dict[str, str | int] = {
    "kind": "PDF",
    "what": "it ends too early",
    "pages": "3 pages",
    "limit": 50,
    "most": 200,
    "seconds": 15,
    "instead": "save it",
}


@pytest.mark.parametrize("reason", [Unreadable, *BY_NAME.values()], ids=lambda reason: reason.__name__)
def test_each_reason_is_one_sentence_with_the_name_and_a_next_step(reason: type[Unreadable]) -> None:
    refusal = reason("policy {0}.pdf", **FACTS)

    assert "policy {0}.pdf" in str(refusal)
    assert not str(refusal).endswith(".")
    assert refusal.next_step
    assert refusal.exit_code is ExitCode.NOTHING_RECORDED


def test_a_reason_can_be_said_again_with_the_name_of_the_file() -> None:
    refusal = Damaged(kind="PDF", what="it ends too early").named("policy.pdf")

    assert str(refusal) == "policy.pdf is a damaged PDF: it ends too early"
    assert isinstance(refusal, Damaged)


@pytest.mark.parametrize(("count", "said"), [(1, "1 page"), (3, "3 pages")], ids=["one", "several"])
def test_pages_are_counted_in_words(count: int, said: str) -> None:
    phrase = pages(count)

    assert phrase == said
