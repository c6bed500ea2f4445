"""A whole edition as the notebook would show it, with what a reader finds in it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from analysis.assessment import Assessment
from analysis.blocks import Exhibit, Heading
from analysis.run.freeze import declaration
from analysis.run.house import House
from analysis.store import edition_slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.blocks import Block
    from analysis.params import Catalogue

SECTIONS: Final = (
    "front", "summary", "area", "performance", "people", "figures", "profile", "categories", "partners", "places",
    "prioritisation", "initiatives", "delivery", "equality", "data",
)  # fmt: skip
DRAWN: Final = re.compile(r"<(?:text|title|desc)[^>]*>([^<]*)<")


@dataclass(frozen=True)
class Written:
    """One edition; no section is written more than once."""

    assessment: Assessment

    @cached_property
    def _made(self) -> dict[str, tuple[Block, ...]]:
        return {}

    def section(self, name: str) -> tuple[Block, ...]:
        """The blocks of one section, written when first asked for."""
        if name not in self._made:
            self._made[name] = getattr(self.assessment, name)().blocks
        return self._made[name]

    @cached_property
    def sections(self) -> dict[str, tuple[Block, ...]]:
        """The blocks of every section, in the order of the notebook."""
        return {name: self.section(name) for name in SECTIONS}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        return tuple(block for blocks in self.sections.values() for block in blocks)

    @cached_property
    def exhibits(self) -> dict[str, Exhibit]:
        """The exhibits by slug."""
        return {block.slug: block for block in self.blocks if isinstance(block, Exhibit)}

    @property
    def headings(self) -> list[Heading]:
        """The headings that sections make."""
        return [block for block in self.blocks if isinstance(block, Heading)]

    def rows(self, slug: str) -> list[dict[str, str]]:
        """The CSV of an exhibit."""
        return rows_of(self.exhibits[slug])

    def row(self, slug: str, **key: str) -> dict[str, str]:
        """The one row of an exhibit's CSV with these values."""
        (found,) = [row for row in self.rows(slug) if all(row[name] == value for name, value in key.items())]
        return found

    def words(self, section: str) -> str:
        """What a section says in sentences, notes and lists, references as ``<slug>``, a line a paragraph."""
        return "\n".join(sentences(self.section(section)))

    @cached_property
    def document(self) -> str:
        """What all sections say."""
        return "\n".join(self.words(section) for section in SECTIONS)


def rows_of(exhibit: Exhibit) -> list[dict[str, str]]:
    """The CSV of an exhibit, read as anyone would."""
    return list(csv.DictReader(io.StringIO(exhibit.csv)))


def sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Paragraphs, notes, list items, key figures and definitions, each as one line."""
    for block in blocks:
        for made in [block.model_dump()]:
            yield from _lines(made)


def _lines(made: dict[str, Any]) -> Iterator[str]:
    if "spans" in made:
        yield _line(made["spans"])
    elif made["kind"] == "list":
        yield from map(_line, made["items"])
    elif made["kind"] == "definitions":
        yield from (f"{item['term']}: {_line(item['spans'])}" for item in made["items"])
    elif made["kind"] == "key-figures":
        yield from (f"{item['label']}: {item['value']}; {item['detail']}" for item in made["items"])
    elif made["kind"] == "front":
        yield from (made["statement"], made["footer"], *(f"{d['term']}: {_line(d['spans'])}" for d in made["details"]))


def _line(spans: tuple[dict[str, Any], ...]) -> str:
    return "".join(f"<{span['slug']}>" if span["kind"] == "ref" else span["text"] for span in spans)


def strings(value: object, *, skip: frozenset[str] = frozenset({"csv", "png"})) -> Iterator[str]:
    """Every string that a reader may see, the text inside pictures too; of a CSV and a PNG nothing."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "svg":
                yield from DRAWN.findall(str(part))
            elif name not in skip:
                yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def references(value: object) -> Iterator[str]:
    """Every slug that is referred to, those of key figures too."""
    if isinstance(value, dict):
        if value.get("kind") == "ref":
            yield value["slug"]
        if value.get("ref"):
            yield value["ref"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from references(part)


def notebook_anchors(root: Path) -> set[str]:
    """The anchors of the headings that the notebook itself has."""
    cells = json.loads((root / "notebooks" / "strategic_assessment.ipynb").read_text(encoding="utf-8"))["cells"]
    titles = ["".join(cell["source"]).lstrip("# ") for cell in cells if cell["cell_type"] == "markdown"]
    return {re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") for title in titles}


def edition_of(catalogue: Catalogue, house: House, name: str) -> Written:
    """An edition made from what ships with the repository and nothing else: no store is looked into."""
    partnership_id, edition_name = name.split("/")
    partnership, edition = catalogue.partnership(partnership_id), catalogue.edition(partnership_id, edition_name)
    slices = (
        edition_slices(
            edition.data.source, edition.data.vintage, partnership.areas, partnership.peers, partnership.forces,
            store=house.root / "no-store", open_data=house.open_data, partners=edition.partners,
        )
        if edition.data
        else None
    )  # fmt: skip
    return Written(Assessment(declaration(catalogue, partnership, edition, house), slices))


def changed(
    written: Written,
    keep: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    *,
    edition: Mapping[str, object] | None = None,
    partnership: Mapping[str, object] | None = None,
    **frames: pd.DataFrame,
) -> Written:
    """The same edition with other inputs: ``keep`` goes over every frame with months, ``frames`` replace whole ones."""
    old, slices = written.assessment.declaration, written.assessment.slices
    declared = old.model_copy(
        update={
            "edition": old.edition.model_copy(update=edition or {}),
            "partnership": old.partnership.model_copy(update=partnership or {}),
        }
    )
    if slices is not None and keep is not None:
        monthly = {name: keep(getattr(slices, name)) for name in ("counts", "districts", "unlocated", "completeness")}
        slices = replace(slices, **monthly)
    if slices is not None:
        slices = replace(slices, **frames)
    return Written(Assessment(declared, slices))
