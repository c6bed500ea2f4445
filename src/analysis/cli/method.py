"""``csp method``: the statistics of the reports on anyone's own figures."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.table import Table
from rich.text import Text

from analysis.cannot_say import CannotSay
from analysis.cli.house import mistakes_shown, out
from analysis.methods import METHODS, Method, method_named

if TYPE_CHECKING:
    from analysis.methods.option import Option

method = typer.Typer(no_args_is_help=True)
WIDEST = 100
"""Columns beyond which running text is hard to read, however wide the terminal is."""

SHAPES: Final[Mapping[str, str]] = {
    "numbers": "COLUMN", "choice": "CHOICE", "period": "PERIOD", "window": "PERIODS", "goal": "TARGET",
    "own area": "NAME", "text": "TEXT",
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
Name = Annotated[str, typer.Argument(help="A method's name, as csp method list has it.")]
Json = Annotated[bool, typer.Option("--json", help="Every field of the answer, as JSON.")]


@method.command("list")
def list_(as_json: Json = False) -> None:
    """Show every method and the question it answers."""
    if as_json:
        typer.echo(json.dumps([{"name": each.name, "question": each.question} for each in METHODS], indent=2))
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    for each in METHODS:
        grid.add_row(Text(each.name, "bold"), each.question)
    out.print(grid)
    out.print("\ncsp method show NAME tells what one takes, csp method run NAME runs it.", soft_wrap=False)


@method.command("show")
def show(name: Name) -> None:
    """Say what a method takes, gives and refuses, and where it comes from."""
    with mistakes_shown():
        chosen = method_named(name)
        from analysis.methods.option import options

        _paragraph(chosen.question, "bold")
        for paragraph in chosen.about.replace("``", "").split("\n\n"):
            out.print()
            _paragraph(paragraph)
        out.print(f"\ncsp method run {chosen.name} {usage(options(chosen))}", markup=False, soft_wrap=False)
        out.print(options_table(options(chosen)))
        out.print()
        out.print(_facts(chosen))


@method.command("run", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Run a method: csp method run NAME [DATA.CSV] [--OPTION VALUE]...; csp method show NAME tells its options."""
    with mistakes_shown():
        chosen = method_named(name)
        from analysis.cli.method_given import given
        from analysis.methods.plain import plain
        from analysis.methods.reading import answered

        answer, taken = answered(chosen, given(chosen, context.args))
        if as_json:
            typer.echo(json.dumps({"method": chosen.name, "answer": plain(answer)}, indent=2, allow_nan=False))
            return
        _words(chosen, answer, taken)


def _words(chosen: Method, answer: Any, taken: dict[str, Any]) -> None:
    from analysis.cli.method_fields import fields_table
    from analysis.cli.method_words import sentence
    from analysis.methods.plain import plain

    _paragraph(sentence(chosen, answer, taken), "bold")
    if isinstance(answer, CannotSay):
        _paragraph(f"Rule: {answer.rule}, see docs/methods.md.")
    elif isinstance(shown := plain(answer), dict):
        out.print()
        out.print(fields_table(shown))


def usage(taken: tuple[Option, ...]) -> str:
    """``DATA.CSV --date COLUMN --count COLUMN``: what must be given."""
    parts = ["DATA.CSV"] if any(each.needs_file for each in taken) else []
    for each in taken:
        if each.kind in ("series", "areas"):
            parts += [f"--{name} COLUMN" for name in each.names]
        elif each.required:
            parts.append(f"--{each.names[0]} {SHAPES.get(each.kind, 'NUMBER')}")
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
    from analysis.methods.kind import RECORDING
    from analysis.methods.option import DEFAULTS

    if option.kind in ("series", "areas"):
        return [(name, f"{COLUMNS[name]}; {DEFAULTS[name]} unless given") for name in option.names]
    if option.kind in RECORDING:
        return list(BREAKS.items())
    if option.kind == "population":
        return [("exposure", "the column of people, one mid-year estimate a calendar year")]
    return [(option.names[0], _meaning(option))]


def _meaning(option: Option) -> str:
    by_kind = {
        "numbers": "a column of DATA.CSV, or numbers parted by commas",
        "choice": "one of " + ", ".join(option.choices),
        "period": "such as 2022-06, 2022/23 Q1 or 2021/22",
        "window": "such as 2021-12 to 2022-11",
        "goal": 'such as "at most 288", "below 288" or "at least 12"',
        "beside": "a column of DATA.CSV",
    }
    shown = option.default not in (None, (), False, "")
    default = f"{option.default:g}" if isinstance(option.default, float | int) else str(option.default)
    parts = (option.meaning, by_kind.get(option.kind, ""), f"{default} unless given" if shown else "")
    return "; ".join(each for each in parts if each) or option.kind


def _facts(chosen: Method) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row("refuses by", ", ".join(chosen.refuses) or "no rule: bad input is an error")
    grid.add_row("source", chosen.source)
    grid.add_row("formula", f'docs/methods.md, "{chosen.section}"')
    grid.add_row("function", chosen.entry.replace(":", "."))
    return grid


def _paragraph(words: str, style: str = "") -> None:
    for line in textwrap.wrap(words, min(out.width, WIDEST), break_long_words=False):
        out.print(Text(line, style), soft_wrap=True)
