"""Text made safe to keep and to show: one line, composed characters, nothing that acts or turns its direction."""

import re
import unicodedata

# Cc control, Cf format (direction changes, zero widths, soft hyphens), Cs surrogates, Co private use (dingbats).
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})
# Every command imports this, and few meet text that is not clean: these are compiled when first asked for.
_SPACING = r"[\s\u200b]+"
_CELLS = r"[\n\t]"
_PLAIN = r"[ -~]*"
_CLEAN = re.compile(r"(?:[!-~]+(?: [!-~]+)*)?")  # most text is: one look, for listings clean each cell of each row


def clean(text: str, *, limit: int | None = None) -> str:
    """Make text fit to be stored and shown on one line.

    What is longer than `limit` characters is cut and ends in "…". Cleaning what is clean changes nothing.
    """
    line = text if _CLEAN.fullmatch(text) else _cleaned(text)
    return line if limit is None or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def is_clean(text: str, *, lines: bool = False) -> bool:
    """Whether text is fit to be stored; with `lines` a whole text, whose lines may hold tabs and begin or end blank."""
    if not lines:
        return clean(text) == text
    return all(clean(cell) == cell.strip(" ") for cell in re.split(_CELLS, text))


def _cleaned(text: str) -> str:
    kept = text if re.fullmatch(_PLAIN, text) else _without_what_acts(text)
    return re.sub(_SPACING, " ", kept).strip()


def _without_what_acts(text: str) -> str:
    """The text without characters that act, hide or have no meaning outside one font."""
    spaced = re.sub(_SPACING, " ", _paired(text))
    kept = "".join(letter for letter in spaced if not _is_dropped(letter))
    return unicodedata.normalize("NFC", kept)


def _paired(text: str) -> str:
    """Halves of one character, as some PDF files give them, put together; a half alone is left out."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _is_dropped(letter: str) -> bool:
    """Whether a character is never shown; the non-characters of Unicode are told by their number."""
    number = ord(letter)
    is_no_character = 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE  # noqa: PLR2004 - Unicode 23.7
    return is_no_character or unicodedata.category(letter) in _DROPPED
