"""A job: one report's inputs and everything its folder holds, as bytes, so that any process anywhere can run it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.params import read_crosswalk
from analysis.run.evaluation_data import every_plan, plan_slices
from analysis.run.house import House as House
from analysis.run.inputs import Inputs, digest, tree_digest
from analysis.store import edition_slices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.declaration import Declaration
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.store import Slices

DOCUMENT = "strategic-assessment"


@dataclass(frozen=True)
class Job:
    """One report to make: ``files`` is the whole content of its folder, name to bytes."""

    inputs: Inputs
    files: Mapping[str, bytes]
    title: str
    about: Mapping[str, Any]
    """What the portfolio page says of it: ``partnership``, ``title``, ``basis``, ``period``, ``status`` and so on."""

    def pack(self) -> Job:
        """Itself: it has all its files (``Makeable``)."""
        return self

    def unpack(self, folder: Path) -> None:
        """Write the job's files into ``folder``."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def declaration(catalogue: Catalogue, partnership: Partnership, edition: Edition, house: House) -> Declaration:
    """Resolve everything declared for one edition."""
    # The sections come with it, and what they draw and model with: looking at what is declared needs none of it.
    from analysis.assessment.declaration import Declaration, Earlier

    mentioned = sorted({*partnership.areas, *partnership.peers, *_bordering(catalogue, edition)})
    return Declaration(
        partnership=partnership,
        edition=edition,
        breaks=catalogue.recording.breaks,
        crosswalk=read_crosswalk(house.params),
        area_names={code: catalogue.areas.by_code[code].name for code in mentioned},
        member_partnerships={m: catalogue.partnerships[m].name for m in partnership.partnerships},
        earlier=tuple(
            Earlier(edition=e.edition, title=e.title, period_end=e.period.end)
            for e in catalogue.editions_of(partnership.id)
            if e.period.end < edition.period.end
        ),
    )


def _bordering(catalogue: Catalogue, edition: Edition) -> set[str]:
    """Areas that an evaluation of ``edition`` leaves out for bordering its place: they are named, never counted."""
    plans = [each.evaluation for each in edition.initiatives if each.evaluation]
    return {code for plan in plans for code in plan.bordering if code in catalogue.areas.by_code}


def _slice_files(edition: Edition, partnership: Partnership, house: House) -> tuple[dict[str, bytes], dict[str, str]]:
    """The edition's data as files of the job folder, with the hash of each slice; none for published figures alone."""
    if edition.data is None:
        return {}, {}
    return slice_files(
        edition_slices(
            edition.data.source,
            edition.data.vintage,
            partnership.areas,
            partnership.peers,
            partnership.forces,
            store=house.store,
            open_data=house.open_data,
        )
    )


def _with_evaluations(
    held: tuple[dict[str, bytes], dict[str, str]], edition: Edition, partnership: Partnership, house: House
) -> tuple[dict[str, bytes], dict[str, str]]:
    """With the data of each evaluation, under ``initiatives/<id>/``: the assessment has a page of each."""
    files, hashes = held
    for name, plan in every_plan(edition):
        own, sums = slice_files(plan_slices(plan, partnership, house))
        files |= {f"initiatives/{name}/{path}": content for path, content in own.items()}
        hashes |= {f"initiatives/{name}/{frame}": each for frame, each in sums.items()}
    return files, hashes


def slice_files(slices: Slices) -> tuple[dict[str, bytes], dict[str, str]]:
    """Slices as files of a job folder, with the hash of each."""
    with tempfile.TemporaryDirectory(prefix="csp-slices-") as temporary:
        folder = Path(temporary)
        slices.save(folder)
        files = {f"slices/{p.name}": p.read_bytes() for p in sorted(folder.iterdir())}
    return files, dict(slices.hashes())


def about_edition(partnership: Partnership, edition: Edition) -> dict[str, Any]:
    """What the portfolio page says of any document of ``edition``, before what is the document's own."""
    declared = edition.model_dump(mode="json", include={"edition", "title", "basis", "period", "status", "data"})
    return {
        **declared,
        "partnership": {"id": partnership.id, "name": partnership.name},
        "illustrative": partnership.illustrative,
    }


@cache
def package_digest() -> str:
    """SHA-256 over this package, as it was when the process started to use it."""
    return tree_digest(Path(__file__).resolve().parents[1])


def make_job(catalogue: Catalogue, partnership_id: str, edition_name: str, house: House) -> Job:
    """Freeze the inputs of one strategic assessment; raises ``StoreError`` where its pinned data is not there."""
    partnership = catalogue.partnership(partnership_id)
    edition = catalogue.edition(partnership_id, edition_name)
    declared = declaration(catalogue, partnership, edition, house)
    notebook = house.notebook(partnership.notebook, partnership_id)
    held = _with_evaluations(_slice_files(edition, partnership, house), edition, partnership, house)
    return frozen(declared, DOCUMENT, notebook.read_bytes(), house, held, about_edition(partnership, edition))


def frozen(
    declared: Declaration,
    document: str,
    notebook: bytes,
    house: House,
    held: tuple[dict[str, bytes], dict[str, str]],
    about: Mapping[str, Any],
) -> Job:
    """Hash all that ``document`` is made from, pack its folder; ``held`` is its data as ``slice_files`` gives it."""
    files, hashes = held
    inputs = Inputs(
        partnership=declared.partnership.id,
        edition=declared.edition.edition,
        document=document,
        audience=declared.edition.audience,
        declared=digest(declared.model_dump_json().encode()),
        notebook=digest(notebook),
        package=package_digest(),
        lock=house.lock_digest(),
        slices=hashes,
    )
    declared = declared.model_copy(update={"key": inputs.key})
    own = {
        "declared.json": declared.model_dump_json(indent=1).encode(),
        "inputs.json": inputs.as_file(),
        "notebook.ipynb": notebook,
    }
    return Job(inputs, {**files, **own}, declared.partnership.name, about)
