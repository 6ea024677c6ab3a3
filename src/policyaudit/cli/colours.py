"""The colours of the terminal, as the numbers that terminals know; a word always says the same as the colour."""

from typing import Final

RED: Final = "1;31"
YELLOW: Final = "33"
GREEN: Final = "32"
FAINT: Final = "2"
PLAIN: Final = ""

STANDING: Final = {
    "overdue": RED,
    "unscheduled": RED,
    "due": YELLOW,
    "due soon": YELLOW,
    "in date": GREEN,
    "live": GREEN,
    "draft": FAINT,
    "withdrawn": FAINT,
}
