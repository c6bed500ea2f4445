"""Spans to Markdown; whatever comes from data is escaped, so that it stays the characters it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from analysis.blocks import Footnote, Link, Maths, Ref, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.blocks import Span
    from analysis.render.number import Numbering

SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#$~^@|\"'&]|(?<=-)-|(?<=\.)\.)")
"""What Markdown or pandoc may read as markup anywhere; the second of two hyphens or points, too."""

LEADING: Final = re.compile(r"^([-+:%=]|\(?\w{1,9}[.)](?=\s|$))")
"""What may start a list, a definition, a title block or an underline at the start of a line."""

STYLES: Final = {"strong": "**", "emphasis": "*"}


def spans_markdown(spans: Iterable[Span], numbering: Numbering) -> str:
    """The spans on one line of Markdown."""
    return "".join(_span(span, numbering) for span in spans).strip()


def escaped(words: str) -> str:
    """Text on one line, every character of it standing for itself."""
    line = SPECIAL.sub(r"\\\1", " ".join(words.split()))
    return LEADING.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], line)


def _span(span: Span, numbering: Numbering) -> str:
    match span:
        case Text(text=words, style="code"):
            return _code(words)
        case Text(text=words, style=style):
            return _styled(words, STYLES.get(style, ""))
        case Link(text=words, href=href):
            return f"[{escaped(words)}](<{href.replace('>', '%3E').replace('<', '%3C')}>)"
        case Ref(slug=slug):
            return f"[{numbering.label_of(slug)}](#{numbering.anchor_of(slug)})"
        case Maths(latex=latex):
            return f"${' '.join(latex.split())}$"
        case Footnote(text=inside):
            return f"^[{spans_markdown(inside, numbering)}]"


def _styled(words: str, sign: str) -> str:
    """Spaces at the ends stay outside the signs, which would not be read as signs next to them."""
    inner = words.strip()
    if not inner:
        return " " if words else ""
    before, after = words[0].isspace() * " ", words[-1].isspace() * " "
    return f"{before}{sign}{escaped(inner)}{sign}{after}"


def _code(words: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{' '.join(words.split())}{pad}{fence}"
