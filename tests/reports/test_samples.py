from pathlib import Path

from policyaudit.reports.drawing import draw
from policyaudit.reports.governors_pack import governors_pack_html
from policyaudit.store.opening import create_register, open_register
from policyaudit.usecases.demo import build_demo
from policyaudit.usecases.fill_pack import governors_pack
from tests.reports.gallery import Gallery


def test_the_governors_pack_of_the_sample_school_reads_and_looks_as_it_did(gallery: Gallery, tmp_path: Path) -> None:
    register = str(tmp_path / "register.db")
    create_register(register)
    with open_register(register) as store:
        demo_day = build_demo(store)

    with open_register(register) as store:
        pack = governors_pack(store, as_of=demo_day)

    gallery.check("governors-pack", draw(governors_pack_html(pack)))
