"""What verification found of one document, and of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.run.verification.numbers_compared import Difference


@dataclass(frozen=True)
class Compared:
    """One document held against the same made anew."""

    name: str
    cells: int
    """Cells of its data that were compared."""
    tables: int
    differences: tuple[Difference, ...]
    broken: tuple[str, ...] = ()
    """Inputs that are not what their recorded hashes say."""
    changed: tuple[str, ...] = ()
    """What this clone has otherwise: ``package``, ``lock``, ``notebook``. It does not decide whether figures agree."""
    drawn: tuple[str, ...] = ()
    """Files whose words agree and whose bytes do not: they are drawn otherwise."""
    not_made: str = ""
    """Why it could not be made anew; empty where it could."""

    @property
    def agrees(self) -> bool:
        """Whether every number and every word is the same, and every input what it is said to be."""
        return not (self.differences or self.broken or self.not_made)

    def as_dict(self) -> dict[str, Any]:
        """The same for ``--json``; a relative difference from nought, which is infinite, is null."""
        return {
            "document": self.name,
            "agrees": self.agrees,
            "tables": self.tables,
            "cells": self.cells,
            "differences": [_difference(each) for each in self.differences],
            "inputs_not_as_recorded": list(self.broken),
            "changed_in_this_clone": list(self.changed),
            "drawn_otherwise": list(self.drawn),
            "not_made": self.not_made or None,
        }


def _difference(found: Difference) -> dict[str, Any]:
    relative = found.relative if found.relative is not None and found.relative != float("inf") else None
    return {
        "where": found.where,
        "row": found.row,
        "column": found.column,
        "archived": found.archived,
        "anew": found.anew,
        "absolute": found.absolute,
        "relative": relative,
    }


@dataclass(frozen=True)
class Verified:
    """What came of an archive."""

    archive: str
    files: int
    tampered: tuple[str, ...]
    """What the manifest says otherwise; nothing was made anew where there is anything."""
    documents: tuple[Compared, ...]
    beside: tuple[Difference, ...] = ()
    """Differences of the pages that tell of all documents: dictionary, checks, plans, parameters."""

    @property
    def agrees(self) -> bool:
        """Whether all of it agrees."""
        return not self.tampered and not self.beside and all(document.agrees for document in self.documents)

    def as_dict(self) -> dict[str, Any]:
        """The same for ``--json``."""
        return {
            "archive": self.archive,
            "agrees": self.agrees,
            "files": self.files,
            "not_as_listed": list(self.tampered),
            "documents": [document.as_dict() for document in self.documents],
            "beside": [_difference(each) for each in self.beside],
        }
