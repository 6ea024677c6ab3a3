"""Lists of policies in running sentences: each sentence of a paragraph is a line of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyaudit.reading.lines import Line
from policyaudit.reading.register_grid import Grid
from policyaudit.reading.register_remarks import entry_in
from policyaudit.reading.register_stacks import Stack, as_grid
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import names_one

_END = re.compile(r"(?<=[a-z0-9)])[.;]\s+(?=[A-Z])(?!(?:It|Its|This|They|Next|The next|The policy)\b)")
_WRAPPED = 50  # characters of a line at whose end a paragraph may go on in the next
_LONGEST = 4000
FOUND = "sentences"


def sentences_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list whose sentences each name a policy and say what became of it."""
    apart = sentences_apart(lines)
    stacks = [stack for line in apart if (stack := entry_in(line)) and _speaks_of_a_policy(stack)]
    if len(apart) != len(lines) and stacks:
        yield as_grid(stacks, FOUND)


def _speaks_of_a_policy(stack: Stack) -> bool:
    """Whether a sentence names a policy and says by a verb what became of it; most sentences with a date do not."""
    return names_one(stack.title.text) and any(topic is not None for topic, _, _ in stack.said)


def sentences_apart(lines: Sequence[Line]) -> list[Line]:
    """The sentences of all paragraphs; each has the number of the line with which its paragraph begins."""
    return [
        replace(line, cells=(sentence,))
        for line in _paragraphs(lines)
        for sentence in (_END.split(without_marks(line.text)) if len(line.cells) == 1 else [line.text])
    ]


def _paragraphs(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that were broken at the edge of the page put together again."""
    whole: list[Line] = []
    last = 0
    for line in lines:
        above = whole[-1] if whole else None
        if above and line.number == last + 1 and _goes_on(above, line):
            whole[-1] = replace(above, cells=(f"{above.text} {line.text}",))
        else:
            whole.append(line)
        last = line.number
    return whole


def _goes_on(above: Line, line: Line) -> bool:
    is_plain = len(above.cells) == 1 == len(line.cells) and above.heading is None and line.heading is None
    last = above.text.rstrip()
    return is_plain and _WRAPPED <= len(last) <= _LONGEST and last[-1:] not in ".!?:"
