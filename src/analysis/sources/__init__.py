"""One reader per published dataset: rows as published in, counts frames and what is missing from them out.

A reader refuses what is not as published (``SourceError``, naming file and row); it repairs nothing in silence. What is
set aside on the way (repeats, rows without a location, rows outside the force) is counted in the completeness report.
"""

from analysis.sources.archive import StreetFile, street_files
from analysis.sources.categories import ANTI_SOCIAL_BEHAVIOUR, NAMES, category_name, is_crime
from analysis.sources.completeness import COMPLETENESS, completeness, judge, problems, share_without_location, spans
from analysis.sources.districts import district_of, home_districts, is_in_district, read_register
from analysis.sources.police_uk import StreetMonth, read_month
from analysis.sources.record import ATTRIBUTION, LICENCE, SourceRecord
from analysis.sources.scotland import parts_of, totals

__all__ = [
    "ANTI_SOCIAL_BEHAVIOUR",
    "ATTRIBUTION",
    "COMPLETENESS",
    "LICENCE",
    "NAMES",
    "SourceRecord",
    "StreetFile",
    "StreetMonth",
    "category_name",
    "completeness",
    "district_of",
    "home_districts",
    "is_crime",
    "is_in_district",
    "judge",
    "parts_of",
    "problems",
    "read_month",
    "read_register",
    "share_without_location",
    "spans",
    "street_files",
    "totals",
]
