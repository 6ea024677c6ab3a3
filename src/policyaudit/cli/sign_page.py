"""What `audit sign` says it has recorded, and for whom it recorded nothing."""

from collections.abc import Iterator

from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, day, next_steps, paragraphs, sentences
from policyaudit.usecases.acknowledge import SignOffRecorded
from policyaudit.usecases.void import Voided

_DID = {"acknowledged": "acknowledged", "declined": "declined to sign", "queried": "asked about"}


def sign_page(recorded: SignOffRecorded, terminal: Terminal) -> str:
    """What was recorded, who was left alone and why, and how to see who is missing."""
    seen = ("audit unsigned --policy POLICY", "shows who is still missing")
    return paragraphs([sentences(_told(recorded), terminal.width), next_steps([seen], terminal.width)])


def _told(recorded: SignOffRecorded) -> Iterator[str]:
    what = f"{recorded.version} of {recorded.policy} on {day(recorded.on)}"
    if recorded.recorded:
        people = counted(len(recorded.recorded), "person", "people")
        yield f"Recorded: {people} {_DID[recorded.state]} {what}: {'; '.join(recorded.recorded)}."
    else:
        yield f"Nothing was recorded for {what}: nobody was left to record."
    for why, names in (
        ("Signed before", recorded.signed_before),
        ("On leave that day", recorded.absent),
        ("Left out as asked", recorded.excepted),
    ):
        if names:
            yield f"{why}: {'; '.join(names)}."
    if recorded.state == "acknowledged" and recorded.asks_again:
        yield f"It does not count for what is owed: {recorded.asks_again} asks everybody again."
    if recorded.not_asked:
        everybody = recorded.not_asked == recorded.recorded
        whom = "None of them is asked" if everybody else "Not asked"
        by_name = "" if everybody else f": {'; '.join(recorded.not_asked)}"
        yield f"{whom} to sign {recorded.policy}, so nothing was owed{by_name}."


def voided(taken: Voided) -> str:
    """What was taken back, and that it is owed again."""
    what = f"{taken.person} {_DID[taken.state]} {taken.version} of {taken.policy} on {day(taken.signed_on)}"
    return f"Taken back: {what}. It stays in the register as voided."
