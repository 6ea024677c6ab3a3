"""Which policies are in force on a day, for statements that ask about one: `:as_of`.

A withdrawn one is until the day of its withdrawal.
"""

from typing import Final

IN_FORCE: Final = """(policy.status IN ('in force', 'live')
    OR (policy.status = 'withdrawn' AND policy.withdrawn_on > :as_of))"""
