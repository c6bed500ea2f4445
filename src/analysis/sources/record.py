"""What is said of a source wherever its figures go: title, publisher, licence, attribution, vintage, hash."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

LICENCE: Final = "Open Government Licence v3.0"
ATTRIBUTION: Final = "Contains public sector information licensed under the Open Government Licence v3.0."


@dataclass(frozen=True, order=True)
class SourceRecord:
    """One source of an edition.

    ``vintage`` is what its publisher had published by then (``2022-11``, ``2021-22``, ``mid-2020``); ``command`` is
    what made our figures from it; ``sha256`` is that of the file as received.
    """

    title: str
    publisher: str
    licence: str
    attribution: str
    vintage: str
    command: str
    sha256: str

    def of(self, vintage: str, command: str, sha256: str) -> SourceRecord:
        """Return the record of one file of this source."""
        return replace(self, vintage=vintage, command=command, sha256=sha256)


def _open(title: str, publisher: str) -> SourceRecord:
    return SourceRecord(title, publisher, LICENCE, ATTRIBUTION, vintage="", command="", sha256="")


POLICE_UK: Final = _open(
    "Street-level crime and anti-social behaviour, data.police.uk", "Home Office and police forces"
)
SCOTLAND: Final = _open("Recorded crime in Scotland by council area", "Scottish Government")
POPULATION: Final = _open("Mid-year population estimates, UK local authorities", "Office for National Statistics")
SMALL_AREA_POPULATION: Final = _open(
    "Mid-2017 population estimates, lower layer super output areas (2011)", "Office for National Statistics"
)
SIMULATED_STREET: Final = SourceRecord(
    title="SIMULATED street-level crime and anti-social behaviour of fictional forces",
    publisher="None: made by this project to try its reports",
    licence="None: simulated figures",
    attribution="SIMULATED figures of fictional places; they describe nowhere and nobody.",
    vintage="",
    command="",
    sha256="",
)
