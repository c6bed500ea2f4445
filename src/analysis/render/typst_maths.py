"""The small part of LaTeX maths that reports use, into Typst; anything else is said in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from analysis.render.typst_text import string

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.blocks import Maths

SAME: Final = frozenset(
    {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi"}
    | {"pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi"}
    | {"Pi", "Sigma", "Phi", "Psi", "Omega", "exp", "log", "ln", "min", "max", "sum", "approx", "times", "quad"}
)
SYMBOLS: Final = (
    {"cdot": "dot.op", "pm": "plus.minus", "le": "<=", "leq": "<=", "ge": ">=", "geq": ">=", "neq": "!=", "ne": "!="}
    | {"sim": "tilde.op", "infty": "infinity", "prod": "product", "ldots": "dots.h", "mid": "bar.v"}
    | {"left": "", "right": "", "%": '"%"', ",": "thin", ";": "thick", " ": "space"}
)
WRAPPERS: Final = {"sqrt": "sqrt", "hat": "hat", "bar": "macron", "overline": "overline", "tilde": "tilde"}
PLAIN: Final = {character: character for character in "+-=<>.:!'"} | {
    character: f"\\{character}" for character in "()[]/,|*"
}
SCRIPTS: Final = ("^", "_")
TOKEN: Final = re.compile(
    r"\\(?:text|mathrm|operatorname|textrm)\{(?P<words>[^{}]*)\}"
    r"|\\(?P<command>[A-Za-z]+|.)|(?P<number>\d+(?:\.\d+)?)|(?P<character>\S)",
    re.DOTALL,
)


class Unknown(Exception):
    """This LaTeX is outside the small part."""


def equation(maths: Maths) -> str:
    """A Typst equation with its words as alternative, or those words alone where the LaTeX is not understood."""
    words = maths.alt or maths.latex
    try:
        return f"math.equation(alt: {string(words)}, ${typst_maths(maths.latex)}$)"
    except Unknown:
        return string(words)


def typst_maths(latex: str) -> str:
    """``latex`` in Typst's notation, ``\\frac{a}{b_i}`` as ``frac(a, b _(i))``; ``Unknown`` if any is not known."""
    tokens = TOKEN.finditer(latex)
    parts = " ".join(_items(tokens, inside=False))
    if not parts:
        raise Unknown(latex)
    return parts


def _items(tokens: Iterator[re.Match[str]], *, inside: bool) -> Iterator[str]:
    """Each item up to the end, or up to the closing brace; a script needs a base and comes once."""
    free: set[str] = set()
    for token in tokens:
        if token.group() == "}" and inside:
            return
        if token.group() in SCRIPTS:
            _take(token.group(), free)
        yield (item := _item(token, tokens))
        if item and token.group() not in SCRIPTS:
            free = {*SCRIPTS}
    if inside:
        raise Unknown("{")


def _take(script: str, free: set[str]) -> None:
    if script not in free:
        raise Unknown(f"{script} has no base, or comes twice")
    free.remove(script)


def _item(token: re.Match[str], tokens: Iterator[re.Match[str]]) -> str:
    words, command, number, character = token.groups()
    if words is not None:
        return string(words)
    if command:
        return _command(command, tokens)
    if number or (character.isascii() and character.isalpha()):
        return token.group()
    if character in SCRIPTS:
        return f"{character}({_argument(tokens)})"
    if character == "{":
        return " ".join(_items(tokens, inside=True))
    return _known(PLAIN, character)


def _known(names: Mapping[str, str], name: str) -> str:
    if name not in names:
        raise Unknown(name)
    return names[name]


def _command(command: str, tokens: Iterator[re.Match[str]]) -> str:
    if command == "frac":
        return f"frac({_argument(tokens)}, {_argument(tokens)})"
    if command in WRAPPERS:
        return f"{WRAPPERS[command]}({_argument(tokens)})"
    return command if command in SAME else _known(SYMBOLS, command)


def _argument(tokens: Iterator[re.Match[str]]) -> str:
    token = next(tokens, None)
    if token is None or token.group() in {"}", *SCRIPTS}:
        raise Unknown("an argument is missing")
    return _item(token, tokens)
