"""Page numbers in headers and footers: they say nothing of the policy, and a bare "2" would pass for its version."""

import re

# Stands where a page number was; a private character, so that no text can hold it by chance.
PAGE = "\ue000"

_SPOKEN = re.compile(
    rf"""(?:[-–—|/(\[]\s*)?
    (?:\b(?:page|pg|p|tudalen)\b)?\.?\s*
    {PAGE}(?:\s*(?:of|o|/|-)\s*(?:{PAGE}|\d+))?
    (?:\s*\|?\s*p\s?a\s?g\s?e\b)?
    (?:\s*[-–—|)\]])?""",
    re.IGNORECASE | re.VERBOSE,
)


def without_page_numbers(text: str) -> str:
    """Leave out each page number together with the words and signs that go with it ("Page 2 of 9")."""
    return _SPOKEN.sub(" ", text) if PAGE in text else text
