"""The columns of a list of policies."""

from policyaudit.cli.colours import PLAIN, RED, STANDING
from policyaudit.cli.table import Column, Giving
from policyaudit.cli.wording import counted, short_date
from policyaudit.usecases.list_policies import ListedPolicy


def _title(policy: ListedPolicy) -> str:
    """The policy, and below it how many values were read for it that nobody has confirmed."""
    titled = f"{policy.title} ({policy.number})" if policy.number else policy.title
    return f"{titled}\n({counted(policy.values_waiting, 'value')} to confirm)" if policy.values_waiting else titled


POLICIES = (
    Column[ListedPolicy]("Policy", _title, Giving.WRAP, least=23),
    Column[ListedPolicy]("Standing", lambda policy: policy.standing, colour=lambda policy: STANDING[policy.standing]),
    Column[ListedPolicy]("Next review", lambda policy: short_date(policy.next_review)),
    Column[ListedPolicy](
        "Late",
        lambda policy: counted(policy.days_overdue, "day") if policy.days_overdue else "",
        right=True,
        colour=lambda policy: RED if policy.days_overdue else PLAIN,
    ),
    Column[ListedPolicy]("Responsible", lambda policy: policy.responsible_officer, Giving.WRAP, least=15),
)
