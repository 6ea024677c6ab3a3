"""`audit demo`: the sample school, its register and its governors' pack."""

from pathlib import Path
from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.terminal import put, this_terminal

app = plain_app()


@app.command(cls=AuditCommand, epilog="audit demo\naudit demo --out look-around/")
def demo(
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the register and the pack are put.")] = Path(
        "demo"
    ),
) -> None:
    """Build a sample school and its governors' pack.

    The school, its people and its policies are made up. The sample register may be changed as you like: a second run
    leaves it as it is and makes the pack again. To begin anew, remove the folder.
    """
    from policyaudit.cli.report_page import written
    from policyaudit.cli.wording import next_steps
    from policyaudit.reports.governors_pack import governors_pack_html
    from policyaudit.reports.pdf import render_pdf
    from policyaudit.reports.writing import write_file
    from policyaudit.store.opening import open_register
    from policyaudit.usecases.demo_data import demo_data
    from policyaudit.usecases.fill_pack import governors_pack

    place, file, on = out / "register.db", out / "governors-pack.pdf", demo_data().demo_day
    _build(place)
    with open_register(str(place)) as store:
        pack = governors_pack(store, as_of=on)
    write_file(file, render_pdf(governors_pack_html(pack)))
    put(f"The sample school's register: {place}\n{written(file, pack)}\n")
    steps = (
        (f"audit due --db {place} --as-of {on}", "shows its reviews"),
        (f"audit unsigned --db {place} --as-of {on}", "shows who has not signed"),
    )
    put(next_steps(steps, this_terminal().width))


def _build(place: Path) -> None:
    """Build the register beside its place and put it there when it is whole; one that is there stays."""
    from tempfile import TemporaryDirectory

    from policyaudit.store.opening import create_register, open_register
    from policyaudit.usecases.demo import build_demo

    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent, prefix="unfinished-") as beside:
        unfinished = Path(beside) / place.name
        create_register(str(unfinished))
        with open_register(str(unfinished)) as store:
            build_demo(store)
        unfinished.rename(place)
