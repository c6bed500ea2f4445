"""``csp scoring``: a round of scoring goes out to agencies as a workbook or CSV, and comes back into ``scores.csv``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import numbers
from analysis.cli.house import catalogue, house, mistakes_shown, out
from analysis.errors import RunError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params import Edition
    from analysis.params.scoring import Agency, Scoring
    from analysis.run.scoring import Answer

scoring = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION")]
Who = Annotated[str, typer.Option("--agency", metavar="ID", help="One agency alone; all of them unless given.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="A CSV for each agency in place of a workbook.")]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to put the files.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Workbooks or CSVs that agencies filled in.")]


@scoring.command("template")
def template(name: Name, agency: Who = "", as_csv: AsCsv = False, folder: Out = Path()) -> None:
    """Write what agencies fill in: a workbook with a sheet for each, or CSVs; never over a file that is there."""
    from analysis.run.replace import replace_file

    with mistakes_shown():
        edition, round_ = _round(name)
        files = _files(name, edition, round_, _agencies(round_, agency), as_csv=as_csv)
        if there := [file for file in files if (folder / file).exists()]:
            raise RunError.at(
                folder / there[0], "is there already, and may be filled in", "Move it away, or name another --out."
            )
        for file, content in files.items():
            replace_file(folder / file, content)
            out.print(str(folder / file), markup=False)


@scoring.command("import")
def import_(name: Name, files: Files) -> None:
    """Read what agencies filled in into scores.csv, whole or not at all, in the place of what they sent before."""
    from analysis.run.replace import replace_file
    from analysis.run.scoring import merged, read_answers, scores_text

    with mistakes_shown():
        edition, round_ = _round(name)
        answers = read_answers(files, round_)
        if not answers:
            raise RunError.at(name, "no agency scored anything in these files, so nothing was written")
        rows = merged(edition.scores, answers, round_)
        path = house().params / name / "scores.csv"
        replace_file(path, scores_text(rows).encode())
        _tell(answers, round_, {row.agency for row in rows})
        out.print(f"Written: params/{name}/scores.csv", markup=False)


def _round(name: str) -> tuple[Edition, Scoring]:
    """The edition and its round of scoring; raises ``RunError`` where there is none."""
    partnership, _, edition = name.partition("/")
    if not partnership or not edition:
        raise RunError.at(f'"{name}"', "names no edition", "Write it as illustration/2022.")
    found = catalogue().edition(partnership, edition)
    if found.scoring is None:
        raise RunError.at(name, "declares no scoring", "Say in its edition.yml what is scored; see docs/scoring.md.")
    return found, found.scoring


def _agencies(round_: Scoring, wanted: str) -> Sequence[Agency]:
    if not wanted:
        return round_.agencies
    by_id = {each.id: each for each in round_.agencies}
    if wanted not in by_id:
        hint = did_you_mean(wanted, by_id) or f": there is {', '.join(by_id)}"
        raise RunError.at(f'--agency "{wanted}"', f"does not score in this round{hint}")
    return [by_id[wanted]]


def _files(
    name: str, edition: Edition, round_: Scoring, agencies: Sequence[Agency], *, as_csv: bool
) -> dict[str, bytes]:
    from analysis.run.scoring import csv_template, workbook_template

    stem = f"scoring-{name.replace('/', '-')}"
    if as_csv:
        return {f"{stem}-{each.id}.csv": csv_template(round_, each) for each in agencies}
    alone = f"-{agencies[0].id}" if len(agencies) == 1 else ""
    day = next((each for each in (round_.scored, edition.produced) if isinstance(each, dt.date)), dt.date(2000, 1, 1))
    when = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).replace(tzinfo=None)
    title = f"Scoring of priorities, {name.replace('/', ' ')}"
    return {f"{stem}{alone}.xlsx": workbook_template(round_, agencies, title, when)}


def _tell(answers: Sequence[Answer], round_: Scoring, answered: set[str]) -> None:
    for each in answers:
        scores = numbers.plural(each.scored, "score")
        out.print(f"{each.agency}: {scores}, {numbers.in_words(each.asked - each.scored)} missing", markup=False)
    silent = [each.id for each in round_.agencies if each.id not in answered]
    said = f"Not answered yet: {', '.join(silent)}" if silent else "Every agency has answered."
    out.print(said, markup=False)
