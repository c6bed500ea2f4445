"""What is to be made: editions chosen, everything declared checked before any kernel starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import ParameterError, RunError, did_you_mean
from analysis.params import METHODOLOGY, Catalogue, crosswalk_problems, load_catalogue
from analysis.params.month import first_month
from analysis.run.kinds import EDITION_KINDS
from analysis.run.methodology import planned_methodology
from analysis.store import coverage, held_categories, held_partners, held_small_areas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.run.house import House
    from analysis.run.job import Job
    from analysis.run.planned import Planned


def declared(house: House) -> Catalogue:
    """Load all that is declared, against the vintages of data that are there.

    Raises ``ParameterError`` with every problem of every file.
    """
    there = coverage(store=house.store, open_data=house.open_data)
    vintages = {str(source): sorted(set(rows["vintage"])) for source, rows in there.groupby("source")}
    firsts = there.sort_values("first_month").drop_duplicates(["source", "vintage"])
    each = firsts[["source", "vintage", "first_month"]].itertuples(index=False, name=None)
    first_months = {(str(source), str(vintage)): first_month(str(month)) for source, vintage, month in each}
    categories = held_categories(vintages, store=house.store, open_data=house.open_data)

    problems = crosswalk_problems(house.params)
    try:
        found = load_catalogue(
            house.params,
            known_vintages=vintages,
            known_first_months=first_months,
            known_categories=categories,
            known_small_areas=held_small_areas(house.store, house.open_data) or None,
            known_partners=held_partners(house.store, house.open_data),
            notebooks=house.notebooks,
        )
    except ParameterError as error:
        problems += error.problems
    if problems:
        raise ParameterError(problems)
    return found


def chosen(catalogue: Catalogue, partnership: str = "", edition: str = "") -> list[tuple[str, str]]:
    """Choose editions: the latest of every partnership, or as named; ``edition="all"`` is every one.

    Returns (partnership, edition) pairs in order. Raises ``RunError`` naming the nearest choice for an unknown name.
    """
    if partnership and partnership not in catalogue.partnerships:
        hint = did_you_mean(partnership, [*catalogue.partnerships, METHODOLOGY])
        raise RunError.at(f'partnership "{partnership}"', f"is not declared{hint}", "csp list shows what is.")
    wanted = [partnership] if partnership else sorted(catalogue.partnerships)
    if not edition:
        return [(p, catalogue.latest(p).edition) for p in wanted]
    pairs = [pair for pair in sorted(catalogue.editions) if pair[0] in wanted and edition in ("all", pair[1])]
    if not pairs:
        names = {e for p, e in catalogue.editions if p in wanted}
        of = f" of {partnership}" if partnership else ""
        raise RunError.at(
            f'edition "{edition}"', f"is not declared{of}{did_you_mean(edition, names)}", "csp list shows what is."
        )
    return pairs


def planned(catalogue: Catalogue, house: House, partnership: str = "", edition: str = "") -> list[Planned]:
    """Freeze the inputs of all that is to be made, chosen as ``chosen`` does.

    The document on how all figures are made comes last, with every partnership or under its own name alone.
    """
    if partnership == METHODOLOGY:
        return [planned_methodology(house, edition)]
    jobs = plan(catalogue, chosen(catalogue, partnership, edition), house)
    return jobs if partnership or edition not in ("", "all") else [*jobs, planned_methodology(house)]


def plan(catalogue: Catalogue, pairs: Sequence[tuple[str, str]], house: House) -> list[Planned]:
    """Freeze the inputs of every document of every chosen edition: its assessment, then those behind it by kind."""
    return [one for pair in pairs for kind in EDITION_KINDS.values() for one in kind.planned(catalogue, *pair, house)]


def make_job(catalogue: Catalogue, partnership: str, edition: str, house: House) -> Job:
    """The job of one strategic assessment, packed; raises as ``Kind.planned`` does."""
    (one,) = EDITION_KINDS["assessment"].planned(catalogue, partnership, edition, house)
    return one.pack()
