"""Read a job's folder, and nothing else, as the evaluation of one initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.initiative.case import Case
from analysis.assessment.initiative.report import InitiativeReport
from analysis.assessment.job_folder import job_folder, read_declaration
from analysis.errors import RunError, did_you_mean
from analysis.params.initiative import Initiative
from analysis.store import Slices

if TYPE_CHECKING:
    from analysis.assessment.declaration import Declaration


def load_initiative(partnership: str, edition: str, initiative: str = "") -> InitiativeReport:
    """Load what was declared and measured for one initiative; the job's own where ``initiative`` is left out.

    Raises ``RunError`` where nothing is laid out, the folder holds another edition, or the initiative is not one that
    declares how it is to be evaluated.
    """
    asked = f"{edition}/initiative-{initiative}" if initiative else edition
    folder = job_folder(partnership, asked)
    declaration = read_declaration(folder, partnership, edition, "evaluation")
    chosen = evaluated_initiative(declaration, initiative or declaration.initiative)
    own = folder / "initiatives" / chosen.id / "slices"
    return InitiativeReport(Case(declaration, chosen, Slices.load(own if own.is_dir() else folder / "slices")))


def evaluated_initiative(declaration: Declaration, wanted: str) -> Initiative:
    """The initiative ``wanted`` of an edition, or the only one that is evaluated; ``RunError`` where there is none."""
    known = {each.id: each for each in declaration.edition.initiatives if each.evaluation}
    if not wanted and len(known) == 1:
        return next(iter(known.values()))
    if wanted not in known:
        name = f"{declaration.partnership.id}/{declaration.edition.edition}"
        what = (
            f'declares no evaluation of "{wanted}"{did_you_mean(wanted, list(known))}'
            if wanted
            else "needs the id of one"
        )
        raise RunError.at(name, what, f"evaluated are: {', '.join(known) or 'none'}")
    return known[wanted]
