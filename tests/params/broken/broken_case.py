"""One way to break a good folder of parameters, and every word that is then said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from params_tree import Tree


@dataclass(frozen=True)
class Case:
    """The rule broken, the change that breaks it, and all problems that are then found, as they are read.

    ``change`` is (file, old text, new text), (file, new content) or (file or folder to delete,), under ``params/``.
    """

    rule: str
    change: tuple[str, str, str] | tuple[str, str | bytes] | tuple[str]
    says: tuple[str, ...]

    def apply(self, tree: Tree) -> None:
        """Break ``tree``."""
        file, *rest = self.change
        if not rest:
            tree.remove(f"params/{file}")
        elif len(rest) == 1:
            tree.write(f"params/{file}", rest[0])
        else:
            tree.replace(f"params/{file}", str(rest[0]), str(rest[1]))
