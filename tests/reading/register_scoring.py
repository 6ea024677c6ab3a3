"""How many rows of a labelled list of policies are read whole: title, approval, last, next and frequency all right."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policyaudit.reading.opening import read_document
from policyaudit.reading.register_json import register_json
from policyaudit.reading.register_reading import read_register

_FIELDS = ("approval", "last", "next", "frequency")


@dataclass(frozen=True, slots=True)
class Score:
    """Rows that are labelled, rows that were read, and those of them that are wholly right."""

    labelled: int
    read: int
    exact: int

    def __add__(self, other: "Score") -> "Score":
        return Score(self.labelled + other.labelled, self.read + other.read, self.exact + other.exact)


def rows_read(path: Path) -> list[dict[str, Any]]:
    """The rows of a list as `audit inspect --json` gives them; none where it is not taken for one."""
    document = read_document(path)
    register = read_register(document)
    if register is None:
        return []
    rows: list[dict[str, Any]] = json.loads(json.dumps(register_json(register, file_name="", document=document)))[
        "rows"
    ]
    return rows


def score(path: Path) -> Score:
    """What was read of one list, against the label file beside it."""
    labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    fields = [field for field in _FIELDS if field not in labels.get("ambiguous", [])]
    read = rows_read(path)
    left, exact = list(read), 0
    for row in labels["rows"]:
        found = next((each for each in left if _plain(each["title"]) == _plain(row["title"])), None)
        if found is not None:
            left.remove(found)
            exact += all(_same(field, row.get(field), found[field]) for field in fields)
    return Score(len(labels["rows"]), len(read), exact)


def _same(field: str, labelled: Any, read: Any) -> bool:  # noqa: ANN401 - any JSON
    if labelled is None or read is None or field in {"last", "next"}:
        return bool(labelled == read)
    one, two = sorted((_plain(labelled), _plain(read)), key=len)
    return one == two or (field == "approval" and re.search(rf"\b{re.escape(one)}\b", two) is not None)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"['’-]", "", text.casefold().replace("&", " and "))).strip()
