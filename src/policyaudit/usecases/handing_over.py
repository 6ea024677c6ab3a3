"""Policies that go from one post or committee to another when the first ends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policyaudit.errors import NothingRecorded
from policyaudit.store.reads import policies
from policyaudit.store.writes import Writer


class StillNamed(NothingRecorded):
    """A post or a committee cannot end while policies name it."""

    def __init__(self, name: str, theirs: Sequence[tuple[int, str]], *, kind: str) -> None:
        titles = [title for _, title in theirs]
        how_many = "1 policy names" if len(titles) == 1 else f"{len(titles)} policies name"
        more = f" and {len(titles) - 3} more" if len(titles) > len(titles[:3]) else ""
        super().__init__(
            f"{how_many} the {kind} {name}: {'; '.join(titles[:3])}{more}",
            next_step=f"say which {kind} takes over with --hand-to NAME",
        )


def handed_over(
    writer: Writer,
    school_id: int,
    theirs: Iterable[tuple[int, str]],
    *,
    committee_id: int | None = None,
    post_id: int | None = None,
) -> None:
    """Gives these policies, by id, to that committee or post."""
    for policy_id, _ in theirs:
        state = policies.policy_state(writer, school_id, policy_id)
        if committee_id is not None:
            state = replace(state, committee_id=committee_id)
        if post_id is not None:
            state = replace(state, officer_post_id=post_id, officer_person_id=None)
        writer.apply([state])
