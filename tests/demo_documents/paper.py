"""Makes the page that becomes a PDF: A4, margins with the school's lines and the page number."""

from html import escape
from itertools import groupby

from tests.demo_documents.source import Block, Source

FONT = "base/fonts/atkinson-hyperlegible-next-latin-{}-normal.woff2"
STYLE = f"""
@font-face {{ font-family: Sample; src: url({FONT.format(400)}) }}
@font-face {{ font-family: Sample; font-weight: bold; src: url({FONT.format(700)}) }}
@page {{ size: A4; margin: 22mm 20mm; @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }} }}
@page {{ font: 9pt Sample }}
body {{ font: 11pt/1.4 Sample }}
.title {{ font-size: 18pt; font-weight: bold; margin: 0 0 3mm }}
h2 {{ font-size: 13pt; margin: 5mm 0 2mm; break-after: avoid }}
p {{ margin: 0 0 2mm }}
ul {{ margin: 0 0 2mm; padding-left: 6mm }}
table {{ border-collapse: collapse; width: 100%; margin: 2mm 0 3mm }}
td, th {{ border: 0.5pt solid #666; padding: 1mm 2mm; text-align: left; vertical-align: top }}
tr {{ break-inside: avoid }}
"""
PLACES = {"header": "@top-left", "footer": "@bottom-left"}
TAGS = {"heading": "h2", "paragraph": "p", "point": "li"}


def as_html(source: Source) -> str:
    """The whole page, its style included."""
    margins = "".join(f'@page {{ {PLACES[side]} {{ content: "{text}" }} }}' for side, text in source.margins.items())
    dates = "".join(f'<meta name="dcterms.{name}" content="{source.dated}">' for name in ("created", "modified"))
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(source.title)}</title>{dates}'
        f"<style>{STYLE}{margins}</style></head><body>{_body(source)}</body></html>"
    )


def _body(source: Source) -> str:
    groups = groupby(source.blocks, key=lambda block: block.kind == "point")
    each = ((is_list, "".join(_block(block, source.title) for block in blocks)) for is_list, blocks in groups)
    return "".join(f"<ul>{html}</ul>" if is_list else html for is_list, html in each)


def _block(block: Block, title: str) -> str:
    if block.rows:
        return f"<table>{''.join(_row(block, row) for row in block.rows)}</table>"
    if block.kind == "title":
        tag = "h1" if block.text == title else "p"
        return f'<{tag} class="title">{escape(block.text)}</{tag}>'
    return f"<{TAGS[block.kind]}>{escape(block.text)}</{TAGS[block.kind]}>"


def _row(block: Block, row: tuple[str, ...]) -> str:
    is_head = block.kind == "table" and row is block.rows[0]
    cells = "".join(
        f'<th scope="col">{escape(cell)}</th>'
        if is_head
        else f'<th scope="row">{escape(cell)}</th>'
        if block.kind == "labels" and column % 2 == 0
        else f"<td>{escape(cell)}</td>"
        for column, cell in enumerate(row)
    )
    return f"<thead><tr>{cells}</tr></thead>" if is_head else f"<tr>{cells}</tr>"
