"""Where templates/ and db/ are: inside the package where a wheel carries them, else at the top of the checkout."""

from pathlib import Path
from typing import Literal

_PACKAGED = Path(__file__).parent / "_assets"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: Literal["db", "templates"]) -> Path:
    """The folder of that name which ships with this policyaudit."""
    packaged = _PACKAGED / name
    return packaged if packaged.is_dir() else _CHECKOUT / name
