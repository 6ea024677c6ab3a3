"""The patterns of reading are there before the first document is."""

import subprocess
import sys

_PROGRAM = """
from policyaudit.reading.header import read_header
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.readiness import be_ready
from policyaudit.reading.wordings import pattern

TEXT = '''Oak School
Pay Policy
Version: 2
Date of last review: June 2024
Next review: June 2026
The governors reviewed this policy in June 2024. It applies to all staff.
Complaints and grievances are read in conjunction with the Complaints Policy.
'''

def made():
    return pattern.cache_info().misses

if {ready!r}:
    be_ready()
before = made()
read_header(DocumentText("text/plain", tuple(Line(n, (text,)) for n, text in enumerate(TEXT.splitlines(), start=1))))
print(made() - before)
"""


def patterns_made(*, ready: bool) -> int:
    """How many patterns a first document asks for that were not there, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM.replace("{ready!r}", str(ready))], capture_output=True, text=True, check=True
    )
    return int(ended.stdout)


def test_first_document_asks_for_no_pattern_that_is_not_there() -> None:
    assert patterns_made(ready=False) > 20
    assert patterns_made(ready=True) == 0
