"""From what is declared to a report planned: everything that it is made from, frozen and hashed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.params import read_crosswalk
from analysis.run.before import before_slice, published_before
from analysis.run.inputs import Inputs, digest
from analysis.run.package import package_digest
from analysis.run.planned import Planned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.declaration import Declaration
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House
    from analysis.run.kept import Kept


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
        member_areas={m: catalogue.partnerships[m].areas for m in partnership.partnerships},
        earlier=tuple(
            Earlier(edition=e.edition, title=e.title, period_end=e.period.end)
            for e in catalogue.editions_of(partnership.id)
            if e.period.end < edition.period.end and (e.audience == "public" or edition.audience == "restricted")
        ),
    )


def _bordering(catalogue: Catalogue, edition: Edition) -> set[str]:
    """Areas that an evaluation of ``edition`` leaves out for bordering its place: they are named, never counted."""
    plans = [each.evaluation for each in edition.initiatives if each.evaluation]
    return {code for plan in plans for code in plan.bordering if code in catalogue.areas.by_code}


def about_edition(partnership: Partnership, edition: Edition) -> dict[str, Any]:
    """What the portfolio page says of any document of ``edition``, before what is the document's own."""
    declared = edition.model_dump(mode="json", include={"edition", "title", "basis", "period", "status", "data"})
    return {
        **declared,
        "partnership": {"id": partnership.id, "name": partnership.name},
        "illustrative": partnership.illustrative,
    }


def frozen(
    declared: Declaration,
    document: str,
    notebook: bytes,
    house: House,
    held: Mapping[str, Kept],
    about: Mapping[str, Any],
) -> Planned:
    """Hash all that ``document`` is made from; ``held`` is its data, by the folder it has in the job's."""
    before = published_before(declared.partnership.id, declared.edition, house)
    slices = {f"{prefix}{name}": each for prefix, kept in held.items() for name, each in kept.hashes.items()}
    inputs = Inputs(
        partnership=declared.partnership.id,
        edition=declared.edition.edition,
        document=document,
        audience=declared.edition.audience,
        declared=digest(declared.model_dump_json().encode()),
        notebook=digest(notebook),
        package=package_digest(),
        lock=house.lock_digest(),
        slices={**slices, **before_slice(before)},
    )
    declared = declared.model_copy(update={"key": inputs.key})
    own = {
        **before,
        "declared.json": declared.model_dump_json(indent=1).encode(),
        "inputs.json": inputs.as_file(),
        "notebook.ipynb": notebook,
    }
    return Planned(inputs, declared.partnership.name, about, own, held)
