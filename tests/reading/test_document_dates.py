"""Dates that a document bears without a label."""

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Pay Policy\n(February 2019)\n{BODY}", "2019-02", id="in brackets under the title"),
        pytest.param(f"Pay Policy\n\nJuly 2017\n{BODY}", "2017-07", id="under the title"),
        pytest.param(f"Pay Policy (September 2020)\n{BODY}", "2020-09", id="after the title"),
        pytest.param(f"Pay Policy\n{BODY}\n\nPay – March 2019\t\tPage 5 of 5", "2019-03", id="footer"),
        pytest.param(f"Pay Policy\n{BODY}\n\nJanuary 2021\n", "2021-01", id="alone on the last line"),
        pytest.param(f"PSW23 Pay Policy: 16/06/2016\n{BODY}", "2016-06-16", id="with number and title"),
        pytest.param(f"Pay Policy\n{BODY}\n\nPay - April 2019.docx", None, id="name of a file"),
        pytest.param(f"Pay Policy\n{BODY}\n\nPay Policy (based on model – January 2016)", None, id="of a model"),
        pytest.param(f"Pay Policy\nDate approved: March 2019\n{BODY}", None, id="explained by its label"),
        pytest.param(f"Pay Policy\n{BODY}\nMay 2020\n{BODY}", None, id="alone between paragraphs"),
        pytest.param(f"Pay Policy\n{BODY}\n\nLettings Policy – March 2019", None, id="of another policy"),
        pytest.param(f"Pay Policy\nAdmissions 2015\n{BODY}", None, id="a year alone"),
        pytest.param(f"Pay Policy\n{BODY}\n\nKeeping Children Safe – September 2023", None, id="of another document"),
    ],
)
def test_an_unlabelled_date_is_the_document_s_only_where_it_stands_alone(text: str, expected: str | None) -> None:
    found = inspected(text)

    assert found["document_date"] == expected
