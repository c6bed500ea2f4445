"""``csp site``: what may be put on a public web site."""

from __future__ import annotations

from pathlib import Path

from analysis.cli.house import house, out
from analysis.cli.up_to_date import own_turn


def site(folder: str) -> Path:
    """Copy the public documents of ``reports/`` into ``folder`` with a page that lists them; raises ``RunError``."""
    from analysis.run.site import write_site

    place = house()
    path = Path(folder) if folder else place.root / "site"
    with own_turn(place):
        number = write_site(place.reports, path)
    out.print(f"{path}: {number} public document{'' if number == 1 else 's'}. Open {path / 'index.html'}", markup=False)
    return path
