"""What an edition declares of its further documents that its period, its data or the county deny."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PLAN = "ashby/2011-12/edition.yml"
DAY = "produced: 2023-01-31"
NOT_MEMBER = (
    'params/ashby/2022/edition.yml:14 member_priorities[1].member: "ashbi" is not a partnership with a folder in '
    'params/; did you mean "ashby"? [unknown-member]'
)


def report(*lines: str) -> tuple[str, str, str]:
    """Performance reports declared after the day of the current edition."""
    return CURRENT, DAY, "\n".join((DAY, "performance:", *lines))


CASES = (
    Case(
        "beyond-period",
        report("  - month: 2022-12"),
        (
            "params/ashby/2022/edition.yml:14 performance[1].month: December 2022 is after the period, which ends in "
            "November 2022 [beyond-period]",
        ),
    ),
    Case(
        "month-twice",
        report("  - month: 2022-09", "  - month: 2022-09"),
        ("params/ashby/2022/edition.yml:15 performance[2].month: September 2022 stands twice [month-twice]",),
    ),
    Case(
        "before-data",
        report("  - month: 2019-01"),
        (
            "params/ashby/2022/edition.yml:14 performance[1].month: the report would start in November 2018, and the "
            "data start in December 2018 [before-data]",
        ),
    ),
    Case(
        "no-data",
        (PLAN, "format: 1", "format: 1\nleaflet:\n  title: Crime"),
        ("params/ashby/2011-12/edition.yml:2 leaflet: tells what was counted, and this edition has no data [no-data]",),
    ),
    Case(
        "unknown-member",
        (CURRENT, DAY, f"{DAY}\nmember_priorities:\n  - member: ashbi\n    name: Violence"),
        (NOT_MEMBER,),
    ),
)
