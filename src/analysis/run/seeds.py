"""The seeds of every random number that a report draws, read off the package's own source.

Nothing is drawn from the time, the machine or a state that parts share: each generator is made where it is used, from a
constant of its module or the default of an argument ``seed``, where several are drawn with the number of the series or
of the origin beside it. One library draws from the shared state: its caller seeds that, and puts it back. So the hash
of the package holds them, and the same inputs draw the same numbers.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE: Final = Path(__file__).resolve().parents[1]
STATED: Final = re.compile(r"^SEED: Final = (?P<constant>[\d_]+)|\bseed: int = (?P<default>\d+)", re.MULTILINE)
BEFORE: Final = frozenset({"sources", "methods"})
"""Parts that draw for data and for figures of a user's own, not for a report."""


@cache
def seeds() -> Mapping[str, int]:
    """The seed that each module draws from, by its name within the package: ``trends.serial``."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts, source = path.relative_to(PACKAGE).with_suffix("").parts, path.read_text(encoding="utf-8")
        # Most modules hold no such word, and to look for a word is quicker than to look for a pattern.
        if parts[0] not in BEFORE and "seed" in source.lower() and (stated := STATED.search(source)):
            found[".".join(parts)] = int(stated["constant"] or stated["default"])
    return found
