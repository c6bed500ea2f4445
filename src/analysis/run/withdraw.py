"""Take away documents that are no longer declared, so that nothing stands for what nobody says any more."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from analysis.run.documents import belongs, held, is_submission
from analysis.run.publish import alone
from analysis.run.replace import put_right, replace_folder, writing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.run.planned import Makeable


def withdraw(reports: Path, jobs: Sequence[Makeable]) -> list[str]:
    """Keep of each edition of ``jobs`` only what belongs to one of its documents, or is a whole archive of them.

    ``jobs`` are all documents of an edition. What was published of it for another audience goes too. Returns what was
    taken away, relative to ``reports``, in order.
    """
    editions = sorted({(job.inputs.partnership, job.inputs.edition) for job in jobs})
    gone = []
    with writing(reports), alone(reports):
        put_right(reports)
        for partnership, edition in editions:
            own = [job for job in jobs if (job.inputs.partnership, job.inputs.edition) == (partnership, edition)]
            for folder in sorted((reports / partnership / edition).glob("[!.]*")):
                gone += [f"{partnership}/{edition}/{folder.name}/{name}" for name in _cleared(folder, own)]
    return gone


def _cleared(folder: Path, jobs: Sequence[Makeable]) -> list[str]:
    """Take from one audience's folder what belongs to none of its documents; returns the names.

    An archive handed on goes with the first thing that goes: it is not what there is any more.
    """
    documents = [job.inputs.document for job in jobs if job.inputs.audience == folder.name]
    there = held(folder)
    own = [name for name in there if any(belongs(name, document) for document in documents)]
    if all(is_submission(name) for name in there if name not in own) and own:
        return []
    if own:
        replace_folder(folder, {}, own)
    else:
        shutil.rmtree(folder)
    return [name for name in there if name not in own]
