"""Lines of a portfolio page: built, failed, with everything and with hardly anything."""

from __future__ import annotations

from documents import HOSTILE, LETTERS, LONG_WORD

from analysis.render.portfolio import Entry

BUILT = Entry(
    partnership="borsetshire-vale",
    partnership_name="Borsetshire Vale Community Safety Partnership",
    edition="2022",
    document="Strategic assessment",
    period="year ending November 2022",
    outcome="built",
    status="Draft",
    statement="Analysis of open data; not produced or endorsed by the partnership",
    mark="ILLUSTRATIVE",
    vintage="data.police.uk to November 2022",
    checks="14 of 14 passed",
    changed="two months restated",
    html="borsetshire-vale/2022/public/strategic-assessment.html",
    html_bytes=512_345,
    pdf="borsetshire-vale/2022/public/strategic-assessment.pdf",
    pdf_bytes=1_312_345,
    pages=31,
    ipynb="borsetshire-vale/2022/public/strategic-assessment.ipynb",
    ipynb_bytes=2_400_000,
    data="borsetshire-vale/2022/public/data/strategic-assessment/",
    inputs="02a501ed35857421",
    code="37d600eb1f with changes",
    manifest="borsetshire-vale/2022/public/strategic-assessment.json",
)

BARE = Entry(
    partnership="gwyr",
    partnership_name=f"Gŵyr {HOSTILE}",
    edition="2010-11",
    document="Public summary leaflet",
    period="April 2010 to March 2011",
    outcome="built",
    statement=f"{LETTERS} {LONG_WORD}",
    html="gwyr/2010-11/public/leaflet.html",
    html_bytes=99,
)

FAILED = Entry(
    partnership="ambridge",
    partnership_name="Ambridge Community Safety Partnership",
    edition="2022",
    document="Strategic assessment",
    period="year ending November 2022",
    outcome="failed",
    stage="executing the notebook",
    error='ExhibitError: "crime-tend": no exhibit has that name; did you mean "crime-trend"?\n' + HOSTILE,
    cell="chapter = assessment.profile()\nchapter.glance(" + ", ".join(f"argument_{n}=True" for n in range(12)) + ")",
    log="ambridge/2022/public/strategic-assessment.log",
)

ENTRIES = (FAILED, BARE, BUILT)
