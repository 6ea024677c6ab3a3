"""How `audit review` looks on a terminal."""

from policyaudit.cli.facts import facts
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, day, paragraphs, short_date
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.record_review import ReviewRecorded
from policyaudit.usecases.show_reviews import ReviewLine, ReviewList
from policyaudit.usecases.void_review import ReviewVoided


def _remark(review: ReviewLine) -> str:
    voided = [f"voided: {review.why_voided}"] if review.voided else []
    return "; ".join([*voided, *([review.note] if review.note else [])])


def _recorded(review: ReviewLine) -> str:
    """When, and below it by whom."""
    return f"{day(review.recorded_at, short=True)}\n{review.recorded_by or 'somebody erased'}"


_SCHOOL = Column[ReviewLine]("School", lambda review: review.school, Giving.WRAP, once=True)
_POLICY = Column[ReviewLine]("Policy", lambda review: review.title, Giving.WRAP, least=15)
REVIEWS = (
    Column[ReviewLine]("Reviewed", lambda review: short_date(review.reviewed), Giving.WRAP, least=11),
    Column[ReviewLine]("Outcome", lambda review: review.outcome),
    Column[ReviewLine]("Recorded", _recorded, Giving.WRAP, least=11),
    Column[ReviewLine]("Note", _remark, Giving.WRAP),
)


def reviews_page(found: ReviewList, terminal: Terminal) -> str:
    """Reviews, the latest first."""
    schools = () if found.school else (_SCHOOL,)
    columns = REVIEWS if found.policy else (*schools, _POLICY, *REVIEWS)
    of = f" of {found.policy}" if found.policy else ""
    told = clean(f"{begun(counted(len(found.reviews), 'review'))}{of}.")
    return paragraphs([table(columns, found.reviews, terminal) if found.reviews else "", told])


def review_page(found: ReviewLine, terminal: Terminal) -> str:
    """One review: what came of it, and who recorded it."""
    return facts(
        found.title,
        (
            ("School", found.school),
            ("Reviewed", str(found.reviewed)),
            ("Outcome", found.outcome),
            ("Recorded", f"{day(found.recorded_at)} by {found.recorded_by or 'somebody erased'}"),
            ("Note", found.note),
            ("Voided", found.why_voided),
        ),
        terminal.width,
    )


def review_recorded(recorded: ReviewRecorded) -> str:
    """The review, and when the next one is."""
    then = f"Its next review is {recorded.next_review}" if recorded.next_review else "It has no next review"
    return f"Recorded: {recorded.policy} was reviewed ({recorded.reviewed}). {then}."


def review_voided(voided: ReviewVoided) -> str:
    """What was taken back, and when the policy is due without it."""
    then = f"Its next review is {voided.next_review}" if voided.next_review else "It has no next review"
    return f"Taken back: the review of {voided.policy} of {voided.reviewed}. {then}."
