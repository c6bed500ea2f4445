"""The sources of the figures, file by file, and the register of what changed in recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import numbers
from analysis.assessment.wording import opening
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.store import Slices


def sources(context: Context, *used: Slices) -> Block:
    """Each source file with publisher, vintage and licence; the CSV has the hash and how it was read."""
    partners = {partner.record for slices in used for partner in slices.partners.values()}
    records = sorted({each for slices in used for each in slices.sources} | partners)
    rows = [
        {
            "number": str(n), "title": r.title, "publisher": r.publisher, "vintage": r.vintage, "licence": r.licence,
            "attribution": r.attribution, "command": r.command, "sha256": r.sha256,
        }
        for n, r in enumerate(records, 1)
    ]  # fmt: skip
    fields = [
        Field("number", "No."), Field("title", "Source"), Field("publisher", "Publisher"), Field("vintage", "Vintage"),
        Field("licence", "Licence"),
    ]  # fmt: skip
    attributions = dict.fromkeys(r.attribution for r in records)
    caption = context.caption(
        "sources-used", f"{opening(len(rows), 'source file')}, each with its vintage",
        "Sources of the figures in this document", source=" ".join(attributions),
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["number"]), caption, fields)


def recording_changes(context: Context) -> list[Block]:
    """The register of recording changes; nothing where none is declared for the country."""
    rows = [
        {
            "name": b.name,
            "from": numbers.month(pd.Period(b.start, "M")),
            "to": numbers.month(pd.Period(b.end, "M")) if b.end != b.start else "lasting",
            "effect": b.effect,
            "source": b.source,
        }
        for b in sorted(context.breaks, key=lambda b: b.start)
    ]
    if not rows:
        return []
    fields = [
        Field("name", "Change"), Field("from", "From"), Field("to", "To"), Field("effect", "Effect on the figures"),
    ]  # fmt: skip
    caption = context.caption(
        "recording-changes", "What changed in how crime is recorded", "Register of recording changes",
        source="Source: as named in the data of this table.",
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["name"]), caption, fields)]
