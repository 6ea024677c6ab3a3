"""Who has not signed what, 100 people by 1,000 policies: counted by the engine, and the same with sets in Python."""

import sys
from collections import Counter
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Final

from benchmarks import AS_OF
from benchmarks.making import made, somewhere
from benchmarks.measuring import ROUNDS, Reference, compare, figure, told
from benchmarks.references import EMPTY, audit
from policyaudit.store.opening import Store, open_register
from policyaudit.store.reads.unsigned import progress

_ASKED: Final = """
    SELECT audience.policy_id, membership.person_id FROM audience
    JOIN membership ON membership.school_id = audience.school_id AND membership.group_id = audience.group_id
"""
_SIGNED: Final = """
    SELECT version.policy_id, given.person_id FROM acknowledgement AS given
    JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
"""


def main() -> None:
    """Measure and print."""
    with somewhere() as folder:
        register = made(folder / "signatures.db", "signatures")
        with open_register(str(register)) as store:
            _compare_counting(store)
        compare(audit("unsigned", "--db", register, "--as-of", AS_OF, name="audit unsigned"), Reference(EMPTY))


def _compare_counting(store: Store) -> None:
    """In turns: for each policy how many signatures are missing, by the engine and by sets."""
    if _counted(store) != _with_sets(store):
        sys.exit("the engine and the sets disagree")
    turns = [(_seconds(_counted, store), _seconds(_with_sets, store)) for _ in range(ROUNDS)]
    counting = figure(median(ours for ours, _ in turns) * 1000)
    print(f"missing signatures for each policy, 100 people by 1,000 policies: {counting} ms")
    print(f"  {told([ours / sets for ours, sets in turns])} x the same with sets in Python, without any rule")


def _counted(store: Store) -> Counter[int]:
    return Counter({row.policy_id: row.required - row.acknowledged for row in progress(store, as_of=AS_OF)})


def _with_sets(store: Store) -> Counter[int]:
    return Counter(policy for policy, _ in set(store.rows(_ASKED)) - set(store.rows(_SIGNED)))


def _seconds(question: Callable[[Store], object], store: Store) -> float:
    began = process_time()
    question(store)
    return process_time() - began


if __name__ == "__main__":
    main()
