"""The programs that measure policyaudit: figures and ratios, printed for a reader. No test looks at a clock."""

from datetime import date
from typing import Final

AS_OF: Final = date(2026, 11, 20)  # the day on which every register is looked at
