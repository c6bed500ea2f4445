"""What ``csp method show`` tells of a method: how it is run, its options, and where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.table import Table

from analysis.methods.given import wanted
from analysis.methods.kind import RECORDING
from analysis.methods.option import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.methods import Method
    from analysis.methods.option import Option

SHAPES: Final[Mapping[str, str]] = {
    "numbers": "COLUMN", "pair": "BEFORE,AFTER", "choice": "CHOICE", "period": "PERIOD", "window": "PERIODS",
    "goal": "TARGET", "own area": "NAME", "text": "TEXT", "setting": "NAME --start PERIOD", "design": "NAME",
}  # fmt: skip
COLUMNS: Final[Mapping[str, str]] = {
    "date": "the column of months, quarters or financial years",
    "count": "the column of counts, an empty cell where one is not known",
    "area": "the column of names",
    "population": "the column of people",
}
BREAKS: Final[Mapping[str, str]] = {
    "country": "whose recording breaks to allow for: england (unless given), wales, scotland or none",
    "force": "the police force, where a break is one force's own",
    "category": "the kind of crime, such as burglary; breaks of every kind unless given",
}

SETTING: Final[Mapping[str, str]] = {
    "treated": "the place where the initiative ran, as DATA.CSV names it; every other place is a comparator",
    "start": "the first period in which it could work, such as 2021-12",
    "until": "the last period evaluated; the last of DATA.CSV unless given",
    "first": "the first period of the time before; the first of DATA.CSV unless given",
    "implementation-until": "the last period of putting it in place: from the start on they belong to neither side",
    "chosen": "the periods by whose figures the place was chosen, such as 2020-12 to 2021-11; they are left out",
    "buffer": "the place that crime might move to",
    "buffer-control": "the place that the buffer is set against",
    "untouched": "columns of counts that the initiative could not touch, parted by commas",
    "also": "columns of other counts that it was to change, parted by commas",
    "area": "the column of places; area unless given",
    "date": "the column of months, quarters or financial years; month unless given",
    "count": "the column of counts, an empty cell where one is not known; count unless given",
    **BREAKS,
}
AN_ERROR_HERE: Final = ("no-population", "no-sample-size")
"""Rules by which a function refuses what the desk asks for: there it is an error to leave it out."""
IN_PLAIN_WORDS: Final[Mapping[str, str]] = {
    r"(?s)\s*Raises ValueError.*?\.(?=\s|$)(?!\w)": "",
    r"; raises ValueError otherwise": "",
    r"\s*\(see [^)]*\)": "",
    r"nullable counts over a PeriodIndex": "counts by month, quarter or financial year, gaps allowed",
    r"nullable counts": "counts, gaps allowed",
    r" when None": " unless given",
    r"; NaN where": "; no number where",
    r" or the answer is CannotSay": " or it cannot say",
    r"analysis\.outlook\.simulate": "simulation",
    r"breaks are those that bear on the series\.": "Recording breaks are those that bear on the series.",
}
"""What docstrings say to those who call a function, and how it is put to those who ask the desk."""


def told(about: str) -> str:
    """A docstring in the words of people who call no functions."""
    said = about.replace("``", "")
    for pattern, words in IN_PLAIN_WORDS.items():
        said = re.sub(pattern, words, said)
    return "\n\n".join(each.strip() for each in said.split("\n\n") if each.strip())


SCORES: Final[Mapping[str, str]] = {
    "levels": "the lowest and the highest level, such as 1,5; DATA.CSV has the columns agency, issue, criterion, score",
    "weights": "weights of criteria, such as harm=2,likelihood=1; 1 unless given",
    "likelihood": "criteria of likelihood, parted by commas; for a grid",
}


def usage(taken: tuple[Option, ...]) -> str:
    """``DATA.CSV --date COLUMN --count COLUMN``: what must be given."""
    parts = ["DATA.CSV"] if any(each.needs_file for each in taken) else []
    parts += [f"--{each.names[0]} {SHAPES.get(each.kind, 'NUMBER')}" for each in taken if wanted(each)]
    return " ".join([*parts, "[--OPTION VALUE]..."])


def options_table(taken: tuple[Option, ...]) -> Table:
    """An option a line: its name, what it means, what it is unless given."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for each in taken:
        for name, means in _meanings(each):
            grid.add_row(f"  --{name}", means)
    return grid


def _meanings(option: Option) -> list[tuple[str, str]]:
    if option.kind in ("series", "areas"):
        return [(name, f"{COLUMNS[name]}; {DEFAULTS[name]} unless given") for name in option.names]
    if option.kind == "setting":
        return list(SETTING.items())
    if option.kind == "effect":
        return []
    if option.kind == "scores":
        return list(SCORES.items())
    if option.kind in RECORDING:
        return list(BREAKS.items())
    if option.kind == "population":
        return [("exposure", "the column of people, one mid-year estimate a calendar year")]
    return [(option.names[0], _meaning(option))]


def _meaning(option: Option) -> str:
    by_kind = {
        "numbers": "a column of DATA.CSV, or numbers parted by commas",
        "pair": "before and after, such as 207,110",
        "choice": "one of " + ", ".join(option.choices),
        "period": "such as 2022-06, 2022/23 Q1 or 2021/22",
        "window": "such as 2021-12 to 2022-11",
        "goal": 'such as "at most 288", "below 288" or "at least 12"',
        "beside": "a column of DATA.CSV",
    }
    shown = option.default not in (None, (), False, "")
    each = option.default if isinstance(option.default, tuple) else (option.default,)
    default = ",".join(f"{one:g}" if isinstance(one, float | int) else str(one) for one in each)
    parts = (option.meaning, by_kind.get(option.kind, ""), f"{default} unless given" if shown else "")
    return "; ".join(each for each in parts if each) or option.kind


def facts(chosen: Method) -> Table:
    """What refuses, what to cite, where the formula stands, and which function it is."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    refuses = [each for each in chosen.refuses if each not in AN_ERROR_HERE]
    grid.add_row("refuses by", ", ".join(refuses) or "no rule: bad input is an error")
    grid.add_row("source", chosen.source)
    grid.add_row("formula", f'docs/methods.md, "{chosen.section}"')
    grid.add_row("function", chosen.entry.replace(":", "."))
    return grid
