"""One method of the desk: a pure function that reports use, and what a person must know before trusting it."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Method:
    """A pure function under the name that people ask for it by.

    ``entry`` is where it is (``analysis.measures:change``), imported when first needed so that the list of methods is
    there at once. ``question`` is what it answers, in a line. ``section`` is its heading in ``docs/methods.md``.
    ``refuses`` are the rules, rows of the table there, by which it gives ``CannotSay``. ``source`` is what to cite.
    """

    name: str
    question: str
    entry: str
    section: str
    source: str
    refuses: tuple[str, ...] = ()

    @property
    def function(self) -> Callable[..., Any]:
        """The function itself."""
        module, _, name = self.entry.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), name)
        return found

    @property
    def about(self) -> str:
        """The function's docstring, its lines joined within each paragraph, numbers in place of their names."""
        paragraphs = (inspect.getdoc(self.function) or "").split("\n\n")
        joined = "\n\n".join(" ".join(each.split()) for each in paragraphs)
        return re.sub(r"``([A-Z][A-Z_]+)``", self._number, joined)

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring: what the function is."""
        return self.about.split("\n\n", 1)[0]

    def _number(self, found: re.Match[str]) -> str:
        value = vars(inspect.getmodule(self.function)).get(found[1])
        return f"{value:g}" if isinstance(value, int | float) else found[0]
