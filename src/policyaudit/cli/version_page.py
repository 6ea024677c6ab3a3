"""What `audit version add` says it will do, before it does it."""

from policyaudit.cli.wording import counted
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.versions import Effect


def effect_told(effect: Effect) -> str:
    """Of what kind the revision is and why, and what it does to the signatures."""
    kind = f"Version {effect.label} of {effect.policy} is a {effect.kind} revision ({effect.why})."
    if effect.kind == "minor":
        return clean(f"{kind} It keeps {counted(effect.kept, 'signature')} and asks nobody again.")
    return clean(f"{kind} It asks {counted(effect.asked_again, 'person', 'people')} to sign.")
