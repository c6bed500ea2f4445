"""Numbers typed into a notebook's narrative, which a result should have given."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
ALLOWED: Final = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE),  # code
        (r"<!--.*?-->", re.DOTALL),
        (r"^ {0,3}#.*$", re.MULTILINE),  # headings
        (r"`[^`]*`", 0),
        (r"\$\$.*?\$\$|\$[^$\n]*\$", re.DOTALL),  # formulae
        (r"\]\([^)]*\)|https?://\S+|\{[^}]*\}|\[\^[^\]]+\]", 0),  # addresses, attributes, footnote marks
        (r"^\s*\d+[.)]\s", re.MULTILINE),  # places in a list
        (rf"\b(\d{{1,2}} )?({MONTHS})( (19|20)\d\d)?\b", 0),
        (r"\b(19|20)\d\d([/–-]\d{2,4})?\b", 0),  # years
        (r"\b\d{2}(\.\d)?\s?%(?= (confidence |prediction |credible )?(interval|limit|band))", 0),
        (r"\b\w*[^\W\d_]-?\d[\w.-]*", 0),  # names with digits: NI30, Covid-19
    )
)
"""What may hold a digit: headings, dates, interval levels, and what is no narrative at all."""
NUMBER: Final = re.compile(r"[-−+£]?\d[\d,.]*\d\s?%?|[-−+£]?\d\s?%?")


def typed_numbers(markdown: str) -> list[str]:
    """List the numbers typed in a markdown cell, in order, other than in headings, dates and interval levels."""
    for pattern in ALLOWED:
        markdown = pattern.sub(" ", markdown)
    return [found.group().strip() for found in NUMBER.finditer(markdown)]
