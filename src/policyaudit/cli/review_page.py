"""What `audit review` says it has recorded."""

from policyaudit.domain.clean_text import clean
from policyaudit.usecases.record_review import ReviewRecorded


def review_recorded(recorded: ReviewRecorded) -> str:
    """The review, and when the next one is."""
    then = f"Its next review is {recorded.next_review}" if recorded.next_review else "It has no next review"
    return clean(f"Recorded: {recorded.policy} was reviewed ({recorded.reviewed}). {then}.")
