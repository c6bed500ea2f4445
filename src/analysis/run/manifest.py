"""The manifest of a report: what it was made from, by what code and where, and every file that came of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from analysis.run.documents import log_name
from analysis.run.inputs import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.outcome import Failure, Outcome
    from analysis.run.planned import Makeable

TIMES: Final = "seconds"
"""The one key whose values two runs of the same report differ in."""


def published_files(document: str, outcome: Outcome) -> dict[str, bytes]:
    """The files of a document as they are published, but its manifest: those it brought, and the log of a failure."""
    log = {log_name(document): outcome.failure.log.encode()} if outcome.failure else {}
    return {**outcome.files, **log}


def manifest(made: Makeable, outcome: Outcome, code: Mapping[str, Any]) -> dict[str, Any]:
    """All that is known of one report: ``code`` is the commit as ``code_commit`` gives it.

    ``files`` has the size and SHA-256 of every other file of the document, by name relative to its folder; ``TIMES``
    the seconds of each stage; ``provenance`` what the process that made it told.
    """
    inputs = made.inputs
    return {
        **made.about,
        "document": inputs.document,
        "audience": inputs.audience,
        "key": inputs.key,
        "inputs": json.loads(inputs.as_json()),
        "failure": None if outcome.failure is None else _told(outcome.failure),
        "files": {name: _file(content) for name, content in published_files(inputs.document, outcome).items()},
        "code": dict(code),
        "provenance": dict(outcome.provenance),
        TIMES: {stage: round(seconds, 3) for stage, seconds in outcome.seconds.items()},
    }


def _told(failure: Failure) -> dict[str, str]:
    return {"stage": failure.stage, "message": failure.message, "cell": failure.cell}


def _file(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "sha256": digest(content)}


def as_file(told: Mapping[str, Any]) -> bytes:
    """A manifest laid out for people, keys sorted."""
    return f"{json.dumps(told, sort_keys=True, indent=1, ensure_ascii=False)}\n".encode()
