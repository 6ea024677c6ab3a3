"""A machine of stand-ins for `./go`: a folder that holds all its commands, and a checkout of ours beside it."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]
STANDARD_TOOLS = ("cat", "chmod", "cmp", "cp", "flock", "mkdir", "mktemp", "rm")
PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

# Answers what ./go asks of Python, and writes down every other call: the folder it was made in, then its words.
PYTHON = """#!/bin/sh
case "$*" in
*ensurepip*) [ -e "$MACHINE/old-python" ] && echo || echo "$0"; exit ;;
*weasyprint*) [ -e "$MACHINE/pango" ]; exit ;;
"-m pip --version") exit ;;
"-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
esac
{ printf '%s' "$PWD"; printf '|%s' "$@"; echo; } >>"$MACHINE/calls"
case "$*" in
*"$(cat "$MACHINE/fails")"*) exit 3 ;;
esac
"""
APT_GET = """#!/bin/sh
echo "$*" >>"$MACHINE/apt"
case "$1" in
update) : >"$MACHINE/apt-lists" ;;
*) [ -e "$MACHINE/apt-lists" ] || exit 100
   case "$*" in *python3*) cp "$MACHINE/python3" "$MACHINE/bin/python3" ;; esac
   case "$*" in *libpango*) : >"$MACHINE/pango" ;; esac ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder that holds all the commands of a machine, and a checkout of ours."""

    folder: Path
    checkout: Path

    def has(self, command: str, program: str) -> None:
        path = self.folder / "bin" / command
        path.write_text(program, encoding="utf-8")
        path.chmod(0o755)

    def has_apt_get(self, *, for_root: bool) -> None:
        self.has("apt-get", APT_GET)
        self.has("id", f"#!/bin/sh\necho {0 if for_root else 1000}\n")

    def loses(self, piece: str) -> None:
        (self.folder / piece).unlink()

    def lets_fail(self, words: str) -> None:
        (self.folder / "fails").write_text(words, encoding="utf-8")

    def go(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / "go", *words],
            cwd=cwd or self.checkout,
            env={"PATH": str(self.folder / "bin"), "MACHINE": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, containing: str = "") -> list[str]:
        calls = (self.folder / "calls").read_text(encoding="utf-8").splitlines()
        return [call for call in calls if containing in call]


def a_machine(folder: Path) -> Machine:
    """A machine with Python and Pango, an ordinary user, and a checkout that was never set up."""
    machine = Machine(folder / "machine", folder / "a school's checkout")
    (machine.folder / "bin").mkdir(parents=True)
    for tool in STANDARD_TOOLS:
        if path := shutil.which(tool):
            (machine.folder / "bin" / tool).symlink_to(path)
    machine.has("python3", PYTHON)
    shutil.copy(machine.folder / "bin" / "python3", machine.folder / "python3")
    (machine.folder / "pango").touch()
    machine.lets_fail("nothing fails")
    machine.checkout.mkdir()
    shutil.copy(TOP / "go", machine.checkout / "go")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (machine.checkout / lock).write_text(f"{lock}\n", encoding="utf-8")
    return machine
