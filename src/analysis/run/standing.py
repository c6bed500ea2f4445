"""Which documents of a plan stand in ``reports/`` just as their inputs make them."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from analysis.run.documents import belongs, is_submission, record_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from analysis.run.inputs import Inputs


@dataclass(frozen=True)
class Standing:
    """What there is of a plan."""

    names: frozenset[str]
    """Reports that were made from their inputs as they are now, whole and without failure."""
    strangers: tuple[str, ...]
    """Files in the folders of the plan's editions that are none of its documents'."""


def standing(reports: Path, plan: Sequence[Inputs], whole: Sequence[Inputs] = ()) -> Standing:
    """Look at ``reports`` once; reads the record of each document of ``plan``, and of its other files the size.

    ``whole`` is the plan that ``plan`` is a part of, where it is not all of it.
    """
    names, strangers, asked = set(), [], {one.name for one in plan}
    ordered = sorted(whole or plan, key=lambda one: (one.partnership, one.edition))
    for (partnership, edition), own in groupby(ordered, key=lambda one: (one.partnership, one.edition)):
        held, folder = list(own), reports / partnership / edition
        there = dict(_sizes(folder))
        names |= {one.name for one in held if one.name in asked and _stands(folder, one, there)}
        strangers += [f"{partnership}/{edition}/{name}" for name in _strangers(there, held)]
    return Standing(frozenset(names), tuple(strangers))


def _sizes(folder: Path, within: str = "") -> Iterator[tuple[str, int]]:
    """Every file under ``folder`` by relative name, with its bytes."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(folder / entry.name, f"{within}{entry.name}/")
                else:
                    yield f"{within}{entry.name}", entry.stat().st_size
    except FileNotFoundError:
        return


def _stands(folder: Path, inputs: Inputs, there: Mapping[str, int]) -> bool:
    name = f"{inputs.audience}/{record_name(inputs.document)}"
    record = read_record(folder / name) if name in there else None
    if not record or record.get("key") != inputs.key or record.get("failure"):
        return False
    files: dict[str, dict[str, Any]] = record.get("files", {})
    return bool(files) and all(
        there.get(f"{inputs.audience}/{each}") == noted["bytes"] for each, noted in files.items()
    )


def read_record(path: Path) -> dict[str, Any] | None:
    """The record of a document; none where there is none that can be read."""
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return record


def _strangers(there: Iterable[str], own: Sequence[Inputs]) -> Iterator[str]:
    """Files that belong to none of an edition's documents; an archive handed on goes with those of its audience."""
    for name in there:
        audience, _, rest = name.partition("/")
        documents = [one.document for one in own if one.audience == audience]
        if not any(belongs(rest, document) for document in documents) and not (documents and is_submission(rest)):
            yield name
