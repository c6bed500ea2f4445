"""A kind of document: which editions have one, by what notebook it is made and from what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.run.freeze import about_edition, declaration, frozen

if TYPE_CHECKING:
    from analysis.assessment.declaration import Declaration
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House
    from analysis.run.kept import Kept
    from analysis.run.planned import Planned


@dataclass(frozen=True)
class Made:
    """One document of a kind that an edition has."""

    document: str
    held: Mapping[str, Kept]
    """Its data, by the folder that they have in the job's."""
    declared: Callable[[Declaration], Declaration] = lambda declared: declared
    """What it is told of what its edition declares."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What the portfolio page says of it otherwise than of its edition."""


@dataclass(frozen=True)
class Kind:
    """A kind of document; ``documents`` gives those that an edition has, none where it has none of the kind."""

    name: str
    """As ``KIND=`` has it."""
    notebook: Callable[[Partnership], str]
    documents: Callable[[Catalogue, Partnership, Edition, House], Sequence[Made]]

    def planned(self, catalogue: Catalogue, partnership_id: str, edition_name: str, house: House) -> list[Planned]:
        """Freeze the inputs of each document of this kind that an edition has.

        Raises ``RunError`` where there is one and no notebook for it, ``StoreError`` where its pinned data is not
        there.
        """
        partnership, edition = catalogue.partnership(partnership_id), catalogue.edition(partnership_id, edition_name)
        every = self.documents(catalogue, partnership, edition, house)
        return [self._frozen(one, catalogue, partnership, edition, house) for one in every]

    def _frozen(
        self, one: Made, catalogue: Catalogue, partnership: Partnership, edition: Edition, house: House
    ) -> Planned:
        whose = f"{partnership.id}/{edition.edition}, {one.document},"
        notebook = house.notebook(self.notebook(partnership), whose).read_bytes()
        declared = one.declared(declaration(catalogue, partnership, edition, house))
        about = {**about_edition(partnership, edition), **one.about}
        return frozen(declared, one.document, notebook, house, one.held, about)
