"""The patterns by which documents are read, made before the first document is there."""

from policyaudit.reading.header import read_header
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.register_reading import read_register
from policyaudit.reading.unreadable_dates import unreadable_dates

# What most policies say somewhere, and most lists of policies.
_SPECIMEN = """Specimen Primary School
Behaviour Policy (v1.1)
Policy owner: Deputy Headteacher
Approved by the governors on: 5th May 2024
Date of next review: May 202
Signed: Chair
Review: termly
Who it is for: staff and pupils
This policy was approved by the governing body in May 2024. It applies to all staff.
The governors looked at it in June 2024. Revised in May 2023.
It is reviewed every two years and read in conjunction with the Pay Policy.
Complaints Policy, approved May 2023, next review May 2026
Attendance Policy (reviewed June 2024, every two years)
Lettings Policy - Spring 2025
"""


def be_ready() -> None:
    """Make the patterns that reading needs, so that the first document is read as quickly as the next.

    They are made when they are first asked for: so a text that asks for most of them is read.
    """
    lines = tuple(Line(number, (text,)) for number, text in enumerate(_SPECIMEN.splitlines(), start=1))
    specimen = DocumentText("text/plain", lines)
    read_register(specimen)
    read_header(specimen)
    list(unreadable_dates(specimen))
