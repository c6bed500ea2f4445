"""Files as partners send them, and their mappings, for tests to change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from analysis.params import PartnerSource
from analysis.sources.partners import Extract, read_extract

TODAY = dt.date(2023, 1, 31)
AREAS = {
    "E07000134": "E07000134",
    "E07000135": "E07000135",
    "north west leicestershire": "E07000134",
    "oadby and wigston": "E07000135",
}

FIRE: dict[str, Any] = {
    "format": 1,
    "id": "fire",
    "title": "Incidents attended",
    "publisher": "Fire and rescue service",
    "licence": "Information sharing agreement",
    "access": "restricted",
    "layout": {"encoding": "windows-1252"},
    "shape": "long",
    "when": {"column": "Date of call", "formats": ["DD/MM/YYYY"]},
    "area": {"column": "Station ground", "names": {"Coalville & Ibstock": "E07000134", "Wigston": "E07000135"}},
    "category": {
        "column": "Incident type",
        "words": {"Primary fire": "primary-fire", "Deliberate – secondary": "deliberate-secondary-fire"},
    },
    "count": {"column": "Incidents", "suppressed": ["*"]},
    "totals": {"column": "Station ground", "word": "Total"},
    "complete": {"start": "2022-02", "end": "2022-04"},
}
FIRE_FILE = (
    "Station ground,Date of call,Incident type,Incidents,Officer,Remarks\r\n"
    'Coalville & Ibstock,03/04/2022,Primary fire,"1,204",A. N. Other,Café – £2 of damage\r\n'
    "Coalville & Ibstock,28/02/2022,Deliberate – secondary,7,,\r\n"
    "Wigston,13/04/2022,primary fire,12,,D’Arcy’s barn\r\n"
    "Wigston,14/04/2022,Primary fire,*,,\r\n"
    'Total,,,"1,223",,\r\n'
)

WIDE: dict[str, Any] = {
    "format": 1,
    "id": "council",
    "title": "Complaints",
    "publisher": "Council",
    "licence": "Open Government Licence v3.0",
    "access": "open",
    "shape": "wide",
    "months": {"format": "MMM-YY"},
    "area": {"column": "District"},
    "category": {"column": "Complaint", "words": {"Noise": "noise", "Fly-tipping": "fly-tipping"}},
    "count": {"blank": "missing", "suppressed": ["<5", "*"]},
    "totals": {"column": "Complaint", "word": "All"},
    "ignore": ["Year total"],
}
WIDE_FILE = (
    "District,Complaint,Apr-22,May-22,Jun-22,Year total\n"
    "North West Leicestershire,Noise,12,<5,9,\n"
    'North West Leicestershire,Fly-tipping,"1,000",31,,\n'
    'North West Leicestershire,All,"1,012",33,9,\n'
)

INCIDENTS: dict[str, Any] = {
    "format": 1,
    "id": "ambulance",
    "title": "Call-outs for assault",
    "publisher": "Ambulance service",
    "licence": "Information sharing agreement",
    "access": "restricted",
    "shape": "long",
    "when": {"column": "From", "formats": ["D MMMM YYYY"], "time_column": "At"},
    "until": {"column": "To", "formats": ["YYYY-MM-DD hh:mm"]},
    "area": {"constant": "E07000134"},
    "category": {"constant": "assault"},
    "reference": {"column": "Case", "repeated": "drop"},
    "complete": {"start": "2022-10", "end": "2022-11"},
}
INCIDENTS_FILE = (
    "Case,From,At,To,Name of patient\n"
    "1,4 November 2022,22:30,2022-11-05 01:00,A. Nonymous\n"
    "2,5 November 2022,,2022-11-05 01:00,B. Nonymous\n"
    "2,5 November 2022,,2022-11-05 01:00,B. Nonymous\n"
    "3,6 November 2022,10:15,,C. Nonymous\n"
    "4,6 November 2022,00:00,2022-11-06 00:00,D. Nonymous\n"
)


def mapped(mapping: dict[str, Any], **changes: Any) -> PartnerSource:
    """The mapping with other keys; ``None`` leaves one out."""
    declared = {key: value for key, value in {**mapping, **changes}.items() if value is not None}
    return PartnerSource.model_validate(declared)


def read(folder: Path, content: str | bytes, source: PartnerSource, name: str = "sent.csv", **options: Any) -> Extract:
    """Write ``content`` in the mapping's own encoding, and read it."""
    path = folder / name
    encoding = {"windows-1252": "cp1252"}.get(source.layout.encoding, source.layout.encoding)
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return read_extract(path, source, AREAS, **{"vintage": None, "today": TODAY, **options})


def cells(extract: Extract) -> dict[tuple[str, str, str], int | str]:
    """Counts by area, month and category; the status where there is no count."""
    return {
        (row.area, str(row.month), row.category): int(row.count_) if row.status == "present" else row.status
        for row in extract.counts.rename(columns={"count": "count_"}).itertuples()
    }
