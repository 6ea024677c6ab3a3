"""What a reader should be warned of, said of a document: "has 2 comments, which are not read"."""

PENDING_CHANGES = "has tracked changes that nobody has accepted yet; it is read as if they were"
DAMAGED = "is damaged in places; some of its text may be missing"


def comments_unread(count: int) -> str:
    """Say that comments stand beside the text."""
    return "has 1 comment, which is not read" if count == 1 else f"has {count} comments, which are not read"


def misnamed(really: str, ending: str) -> str:
    """Say that a file's name promises another kind."""
    return f"is a {really} although its name ends in {ending}"


def pages_unread(numbers: tuple[int, ...]) -> str:
    """Say which pages of a document have no text."""
    if len(numbers) == 1:
        return f"has no text on page {numbers[0]}, perhaps a picture"
    return f"has no text on pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}, perhaps pictures"
