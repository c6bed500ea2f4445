"""The document on how all figures are made, planned: of no partnership, from the evidence in ``docs/``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import __version__
from analysis.errors import RunError, did_you_mean
from analysis.params import METHODOLOGY
from analysis.run.inputs import Inputs, digest
from analysis.run.package import package_digest
from analysis.run.planned import Planned

if TYPE_CHECKING:
    from analysis.run.house import House

NOTEBOOK: Final = "methodology.ipynb"
TITLE: Final = "How the figures are made"
ABOUT: Final[dict[str, Any]] = {
    "partnership": {"id": METHODOLOGY, "name": TITLE},
    "edition": __version__,
    "title": "Methods and evidence",
    "basis": "methods",
    "period": None,
    "status": "",
    "data": None,
    "illustrative": False,
}


def planned_methodology(house: House, edition: str = "") -> Planned:
    """Freeze its inputs: the page of methods, and every table of evidence; its edition is the package's version.

    Raises ``RunError`` for another ``edition``, or where the notebook or the page of methods is not there.
    """
    if edition not in ("", "all", __version__):
        hint = did_you_mean(edition, [__version__])
        raise RunError.at(f'edition "{edition}"', f"is not one of {METHODOLOGY}{hint}", f"This is {__version__}.")
    notebook = house.notebook(NOTEBOOK, METHODOLOGY).read_bytes()
    methods, evidence = _methods(house), _evidence(house)
    inputs = Inputs(
        partnership=METHODOLOGY,
        edition=__version__,
        document=METHODOLOGY,
        audience="public",
        declared=digest(methods),
        notebook=digest(notebook),
        package=package_digest(),
        lock=house.lock_digest(),
        slices={name: digest(content) for name, content in evidence.items()},
    )
    files = {f"evidence/{name}": content for name, content in evidence.items()}
    files |= {"methods.md": methods, "inputs.json": inputs.as_file(), "notebook.ipynb": notebook}
    return Planned(inputs, TITLE, ABOUT, files)


def _methods(house: House) -> bytes:
    path = house.docs / "methods.md"
    if not path.is_file():
        raise RunError.at("docs/methods.md", f"is not there, but {METHODOLOGY} is made from it")
    return path.read_bytes()


def _evidence(house: House) -> dict[str, bytes]:
    """Every table of evidence, and the page that tells what outlooks have been worth, where it has been written."""
    pages = [house.benchmark_results / "forecasts.md"]
    found = [*sorted((house.docs / "evidence").glob("*.csv")), *(page for page in pages if page.is_file())]
    return {path.name: path.read_bytes() for path in found}
