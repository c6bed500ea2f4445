"""``csp method``: the statistics of the reports on anyone's own figures."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from analysis.cannot_say import CannotSay
from analysis.cli.house import mistakes_shown, out
from analysis.methods import METHODS, method_named

if TYPE_CHECKING:
    from analysis.methods import Method

method = typer.Typer(no_args_is_help=True)
WIDEST = 100
"""Columns beyond which running text is hard to read, however wide the terminal is."""

ANY_WORDS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Options are a method's own, so that they are read once it is known which; --help among them."""
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
        from analysis.cli.method_show import facts, options_table, told, usage
        from analysis.methods.option import options

        _paragraph(chosen.question, "bold")
        for paragraph in told(chosen.about).split("\n\n"):
            out.print()
            _paragraph(paragraph)
        out.print(f"\ncsp method run {chosen.name} {usage(options(chosen))}", markup=False, soft_wrap=False)
        out.print(options_table(options(chosen)))
        out.print()
        out.print(facts(chosen))


@method.command("run", add_help_option=False, context_settings=ANY_WORDS)
def run(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Run a method: csp method run NAME [DATA.CSV] [--OPTION VALUE]...; csp method show NAME tells its options."""
    if name == "--help":
        typer.echo(context.get_help())
        return
    if "--help" in context.args:
        show(name)
        return
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


def _paragraph(words: str, style: str = "") -> None:
    for line in textwrap.wrap(words, min(out.width, WIDEST), break_long_words=False):
        out.print(Text(line, style), soft_wrap=True)
