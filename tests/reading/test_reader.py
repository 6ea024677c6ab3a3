import sys

import pytest

from policyaudit.reading.lines import DocumentText
from policyaudit.reading.reader import Reader
from policyaudit.reading.refusals import ReaderStopped, TookTooLong


def test_documents_are_read_in_one_process() -> None:
    with Reader() as reader:
        outcomes = [reader.read(content) for content in (b"Scope", b"", b"Aim")]

    assert [isinstance(outcome, DocumentText) for outcome in outcomes] == [True, False, True]


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Reader(seconds=0) as reader:
        first = reader.read(b"Scope")
        second = reader.read(b"Scope")

    assert isinstance(first, TookTooLong)
    assert isinstance(second, TookTooLong)


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("raise SystemExit(3)", id="ends before it reads"),
        pytest.param("import sys; sys.stdin.buffer.read(9); sys.stdout.write('odd')", id="says half a message"),
    ],
)
def test_a_process_that_dies_costs_one_document(program: str) -> None:
    with Reader(command=(sys.executable, "-c", program)) as reader:
        outcomes = [reader.read(bytes(3_000_000)) for _ in range(2)]

    assert [type(outcome) for outcome in outcomes] == [ReaderStopped, ReaderStopped]


def test_a_reader_that_was_never_needed_starts_nothing() -> None:
    with Reader(command=("/there/is/no/such/program",)) as reader:
        assert isinstance(reader, Reader)
