"""What a reader should be warned of, said of a document: "has 2 comments, which are not read"."""

PENDING_CHANGES = "has tracked changes that nobody has accepted yet; it is read as if they were"
XFA_FORM = "is a form (XFA) of which Adobe Acrobat may show more than is read here"
STRUCK_OUT = "has struck-out words, which are not read; it may be a draft"
DAMAGED = "is damaged in places; some of its text may be missing"

_MOST_NAMED = 12


def comments_unread(count: int) -> str:
    """Say that comments stand beside the text."""
    return "has 1 comment, which is not read" if count == 1 else f"has {count} comments, which are not read"


def misnamed(really: str, ending: str) -> str:
    """Say that a file's name promises another kind."""
    return f"is a {really} although its name ends in {ending}"


def pages_unread(numbers: tuple[int, ...]) -> str:
    """Say which pages of a document have no text."""
    pictures = "perhaps a picture" if len(numbers) == 1 else "perhaps pictures"
    return f"has no text on {_pages(numbers)}, {pictures} (--ocr reads those)"


def struck_out(numbers: tuple[int, ...]) -> str:
    """Say where words are struck out."""
    return f"has struck-out words on {_pages(numbers)}, which are not read; it may be a draft"


def by_ocr(numbers: tuple[int, ...]) -> str:
    """Say which pages were read by text recognition."""
    return f"has been read by text recognition (OCR) on {_pages(numbers)}, which makes mistakes"


def _pages(numbers: tuple[int, ...]) -> str:
    """Say "page 3", or "pages 1, 2 and 5"; only the first of very many."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    if len(numbers) > _MOST_NAMED:
        return f"{len(numbers)} pages from page {numbers[0]} on"
    return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
