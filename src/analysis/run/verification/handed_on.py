"""A document as it was handed on in an archive, or published: its files, and what it is to be made of anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.run.planned import Makeable


@dataclass(frozen=True)
class HandedOn:
    """One document; ``job`` makes it anew."""

    job: Makeable
    read: Callable[[], Mapping[str, bytes]]
    """Reads its files but its manifest, named as a run names them."""
    broken: tuple[str, ...] = ()
    """What of its inputs is not what their hashes say, a sentence each."""
    changed: tuple[str, ...] = ()
    """What this clone has otherwise than it was when the document was made: package, lock, notebook."""
    notebook_known: bool = True
    """Whether its notebook is one of this clone's."""
    key: str = ""
    """The key of the inputs it was made from, where that is not the job's."""
    since: tuple[str, ...] = ()
    """What of its inputs was changed since it was made, a line each."""
    tampered: tuple[str, ...] = ()
    """Files that are not what its manifest lists, a sentence each."""

    @property
    def name(self) -> str:
        """``rugby/2022/strategic-assessment``."""
        of = self.job.inputs
        return f"{of.partnership}/{of.edition}/{of.document}"

    def files(self) -> dict[str, bytes]:
        """Its files, with the key that it would have now where it prints the one it had."""
        now, start = self.job.inputs.key, 16
        old = self.key or now
        return {
            name: content.replace(old.encode(), now.encode()).replace(old[:start].encode(), now[:start].encode())
            if old != now and not name.endswith(".pdf")
            else content
            for name, content in self.read().items()
        }
