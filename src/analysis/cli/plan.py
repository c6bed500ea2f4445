"""``csp plan fix``: write the day and the hash of an evaluation's plan into its ``edition.yml``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.house import catalogue, house, mistakes_shown, out
from analysis.errors import RunError, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.params import Edition, Initiative

plan = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION")]
Which = Annotated[str, typer.Argument(metavar="[INITIATIVE]", help="Needed where more than one is evaluated.")]
Again = Annotated[str, typer.Option("--again", metavar="REASON", help="Why a plan fixed before was changed.")]


@plan.callback()
def main() -> None:
    """Plans of evaluation, fixed before the result is looked at."""


@plan.command("fix")
def fix(name: Name, initiative: Which = "", again: Again = "") -> None:
    """Fix a plan as of today: from then on every change of it shows."""
    with mistakes_shown():
        partnership, _, edition = name.partition("/")
        if not partnership or not edition:
            raise RunError.at(f'"{name}"', "names no edition", "Write it as west-lothian/2010-11.")
        chosen = _evaluated(catalogue().edition(partnership, edition), name, initiative)
        _fix(house().params / partnership / edition / "edition.yml", f"{name} {chosen.id}", chosen, again)


def _evaluated(edition: Edition, name: str, initiative: str) -> Initiative:
    """The initiative whose plan is to be fixed; raises ``RunError`` naming those that have an evaluation."""
    its = {one.id: one for one in edition.initiatives if one.evaluation is not None}
    if not its:
        raise RunError.at(name, "declares no evaluation, so there is no plan to fix")
    if not initiative and len(its) > 1:
        raise RunError.at(name, f"declares more than one evaluation: {', '.join(its)}", "Name one of them.")
    if initiative and initiative not in its:
        hint = did_you_mean(initiative, its) or f": there is {', '.join(its)}"
        raise RunError.at(f'initiative "{initiative}"', f"has no evaluation in {name}{hint}")
    return its[initiative or next(iter(its))]


def _fix(path: Path, name: str, initiative: Initiative, again: str) -> None:
    """Write the plan into the file at ``path``, whole or not at all, and say what was written."""
    from analysis.params import fixed_plan, with_plan
    from analysis.params.month import day_words

    assert initiative.evaluation is not None
    try:
        fixed = fixed_plan(initiative.evaluation, dt.date.today(), again)
    except RunError as error:
        raise RunError(f"{name}: {error}") from None
    text = path.read_bytes().decode("utf-8")
    building = path.with_name(f".{path.name}.writing")
    building.write_bytes(with_plan(text, initiative.id, fixed).encode("utf-8"))
    building.chmod(path.stat().st_mode)
    building.replace(path)
    out.print(f"{name}: plan fixed on {day_words(fixed.fixed)}")
    out.print(f"  {fixed.hash}")
