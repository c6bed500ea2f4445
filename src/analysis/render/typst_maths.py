"""The small part of LaTeX maths that reports use, into Typst; anything else is said in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from analysis.render.typst_text import string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Maths

GREEK: Final = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"]
SYMBOLS: Final = {name: name for name in (*GREEK, "exp", "log", "ln", "min", "max", "sum", "approx")} | {
    "cdot": "dot.op", "times": "times", "pm": "plus.minus", "le": "<=", "leq": "<=", "ge": ">=", "geq": ">=",
    "neq": "!=", "ne": "!=", "sim": "tilde.op", "infty": "infinity", "prod": "product", "ldots": "dots.h", "mid": "bar.v",
    "left": "", "right": "", "%": '"%"', ",": "thin", ";": "thick", "quad": "quad", " ": "space",
}  # fmt: skip
WRAPPERS: Final = {"sqrt": "sqrt", "hat": "hat", "bar": "macron", "overline": "overline", "tilde": "tilde"}
PLAIN: Final = {"+": "+", "-": "-", "=": "=", "<": "<", ">": ">", "(": "\\(", ")": "\\)", "[": "\\[",
                "]": "\\]", "/": "\\/", "|": "bar.v", ",": "\\,", ".": ".", ":": ":", "!": "!", "'": "'", "*": "ast.op"}  # fmt: skip
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
    """``latex`` in Typst's notation: ``\\frac{a}{b_i}`` becomes ``frac(a, b _(i))``; ``Unknown`` if any of it is not known."""
    tokens = TOKEN.finditer(latex)
    parts = " ".join(_items(tokens, inside=False))
    return parts or _unknown(latex)


def _unknown(what: str) -> str:
    raise Unknown(what)


def _items(tokens: Iterator[re.Match[str]], *, inside: bool) -> Iterator[str]:
    base = False
    for token in tokens:
        if token.group() == "}":
            return None if inside else _unknown("}")
        script = token.group() in SCRIPTS
        if script and not base:
            raise Unknown("a subscript or superscript of nothing, or a second one")
        yield _item(token, tokens)
        base = not script
    return _unknown("{") if inside else None


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
        return " ".join(_items(tokens, inside=True)) or _unknown("{}")
    return PLAIN.get(character) or _unknown(character)


def _command(command: str, tokens: Iterator[re.Match[str]]) -> str:
    if command == "frac":
        return f"frac({_argument(tokens)}, {_argument(tokens)})"
    if command in WRAPPERS:
        return f"{WRAPPERS[command]}({_argument(tokens)})"
    return SYMBOLS[command] if command in SYMBOLS else _unknown(command)


def _argument(tokens: Iterator[re.Match[str]]) -> str:
    token = next(tokens, None)
    if token is None or token.group() in {"}", *SCRIPTS}:
        raise Unknown("an argument is missing")
    return _item(token, tokens)
