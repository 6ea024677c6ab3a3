"""How well documents and registers are read, as the corpus's own judge counts it: `python -m benchmarks.score`.

The corpus lies beside the checkout, not in it. `audit inspect --json` answers once for each file; the judge is then
given these answers as often as it has a table to print.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.certainty import print_certainty
from benchmarks.seed_documents import print_seed_documents

CORPUS: Final = Path(__file__).parents[2] / "shared" / "corpus"
UNSEEN: Final = Path(__file__).parents[1] / "tests" / "reading" / "unseen"
_SEEDS: Final = CORPUS.parent / "seeds"
_TABLES: Final = {"documents": ("layout", "group", "kind"), "registers": ("group", "kind")}


def main(words: list[str]) -> None:
    """Print every table, `--misses` adds what was missed, case by case; or the table over the seed documents."""
    if words[:1] == ["seed-documents"]:
        print_seed_documents(words[1:])
        return
    misses = -1 if "--misses" in words else 0
    if CORPUS.is_dir():
        with TemporaryDirectory() as place:
            _judge_all(Path(place), misses)
    else:
        print(f"There is no corpus at {CORPUS}: documents, registers and seeds cannot be scored here.")
    print_certainty([folder for folder in (CORPUS / "documents", UNSEEN) if folder.is_dir()])


def _judge_all(place: Path, misses: int) -> None:
    seeds = _labelled_seeds(place / "seeds")
    for title, what, folder in (
        ("The corpus's documents", "documents", CORPUS / "documents"),
        ("The seeds", "documents", seeds),
        ("Our own documents, which the rules had not seen when they were written", "documents", UNSEEN),
        ("The corpus's registers", "registers", CORPUS / "registers"),
    ):
        print(f"\n== {title}\n", flush=True)
        _answer(sorted(folder.glob("*.txt")), place)
        tables = _TABLES[what] if folder.is_relative_to(CORPUS) else ("kind",)
        _judge(what, folder, place, by=tables[0], misses=misses)
        for by in tables[1:]:
            _judge(what, folder, place, by=by, misses=0, is_first=False)


def _labelled_seeds(folder: Path) -> Path:
    """The seeds as the judge takes them: each with its labels in a file beside it."""
    folder.mkdir()
    for name, case in json.loads((CORPUS.parent / "seeds-labels.json").read_text(encoding="utf-8")).items():
        shutil.copyfile(_SEEDS / name, folder / name)
        (folder / name).with_suffix(".json").write_text(json.dumps({**case, "kind": "stored"}), encoding="utf-8")
    return folder


def _answer(files: Iterable[Path], place: Path) -> None:
    """What `audit inspect --json` says of each file, kept in `place` under the file's own path."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda file: _inspect(file, _kept(file, place)), files))


def _inspect(file: Path, answer: Path) -> None:
    answer.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "policyaudit", "inspect", "--json", str(file)]
    answer.write_bytes(subprocess.run(command, capture_output=True, check=False).stdout)


def _kept(file: Path, place: Path) -> Path:
    return place / "answers" / file.relative_to(file.anchor)


def _judge(what: str, folder: Path, place: Path, *, by: str, misses: int, is_first: bool = True) -> None:
    """The judge's table by field and by one other property; of a second run only the latter."""
    judge = [sys.executable, str(CORPUS / "score.py"), what, str(folder), "--by", by, "--misses", str(misses)]
    answers = f"cat {place / 'answers'}{{file}}"
    said = subprocess.run([*judge, "--cmd", answers], capture_output=True, check=True, text=True).stdout
    print(said if is_first else said[said.index(f"by {by}") :], flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
