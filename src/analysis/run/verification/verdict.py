"""What verification found of one document, and of all that was handed on."""

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
    since: tuple[str, ...] = ()
    """What of its inputs was changed since it was made. It does not decide whether figures agree."""
    tampered: tuple[str, ...] = ()
    """Files that are not what its manifest lists."""
    identical: bool = False
    """Whether every byte of every file is the same."""

    @property
    def agrees(self) -> bool:
        """Whether every number and every word is the same, and every input what it is said to be."""
        return not (self.differences or self.broken or self.not_made or self.tampered)

    def as_dict(self) -> dict[str, Any]:
        """The same for ``--json``; a relative difference from nought, which is infinite, is null."""
        return {
            "document": self.name,
            "agrees": self.agrees,
            "byte_identical": self.identical,
            "tables": self.tables,
            "cells": self.cells,
            "differences": [_difference(each) for each in self.differences],
            "inputs_not_as_recorded": list(self.broken),
            "changed_in_this_clone": list(self.changed),
            "drawn_otherwise": list(self.drawn),
            "not_made": self.not_made or None,
            "inputs_changed_since": list(self.since),
            "not_as_listed": list(self.tampered),
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
    """What came of an archive, or of what is published."""

    archive: str
    """Its name; ``reports/`` for what is published."""
    files: int
    tampered: tuple[str, ...]
    """What the manifest says otherwise; nothing was made anew where there is anything."""
    documents: tuple[Compared, ...]
    beside: tuple[Difference, ...] = ()
    """Differences of the pages that tell of all documents: dictionary, checks, plans, parameters."""
    missing: tuple[str, ...] = ()
    """Documents that are not published, with why: there is nothing to compare."""

    published: bool = False
    """Whether it is what is published, rather than an archive."""

    @property
    def place(self) -> str:
        """Where the figures stand that others were made beside, in words."""
        return "published" if self.published else "in the archive"

    @property
    def listed(self) -> str:
        """Who lists the files, in words."""
        return "their manifests list" if self.published else "its manifest lists"

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
            "not_published": list(self.missing),
        }
