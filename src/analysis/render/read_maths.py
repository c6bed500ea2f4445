"""Short LaTeX in words, for those who hear a document read."""

from __future__ import annotations

import re
from typing import Final

SPOKEN: Final = (
    (r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}", r"\1 over \2"),
    (r"\\sqrt\{([^{}]*)\}", r"square root of \1"),
    (r"\\(?:mathrm|text|operatorname)\{([^{}]*)\}", r"\1"),
    (r"\^\{?2\}?(?![\w.])", " squared"),
    (r"\^", " to the power "),
    (r"_", " sub "),
    (r"\\times|\\cdot", " times "),
    (r"\\leq?\b", " is at most "),
    (r"\\geq?\b", " is at least "),
    (r"\\pm", " plus or minus "),
    (r"\\approx", " is about "),
    (r"=", " equals "),
    (r"<", " is less than "),
    (r">", " is greater than "),
    (r"/", " over "),
    (r"-", " minus "),
    (r"\+", " plus "),
    (r"\\[,;!: ]", " "),
    (r"\\([A-Za-z]+)", r" \1 "),
    (r"[{}\\]", ""),
)
"""What each piece of LaTeX is called, in the order in which they are looked for."""


def spoken(latex: str) -> str:
    """Say short LaTeX in words, for those who hear it: ``\\lambda_1 = 2`` becomes ``lambda sub 1 equals 2``."""
    for pattern, words in SPOKEN:
        latex = re.sub(pattern, words, latex)
    return " ".join(latex.split())
