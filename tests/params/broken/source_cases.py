"""Mappings of partner extracts that cannot be used, and editions that take an extract they cannot have."""

from __future__ import annotations

from broken_case import Case

FILE = "sources/fire.yml"
EDITION = "ashby/2022/edition.yml"
AT = f"params/{FILE}"
TAKES = "format: 1\npartners:\n  - {source: fire, vintage: 2022-11}"

CASES = (
    Case(
        "source-file",
        (FILE, "id: fire", "id: fires"),
        (f'{AT}:2 id: is "fires", but its file is fire.yml: they must be the same [source-file]',),
    ),
    Case(
        "source-file",
        (FILE, "access: restricted", "access: restricted\nsimulated: true"),
        (f"{AT}:3 title: starts with SIMULATED if the figures are, and only then [source-file]",),
    ),
    Case(
        "mapping-shape",
        (FILE, "shape: long", "shape: wide"),
        (
            f"{AT}:1 months: is missing: a wide table needs it [mapping-shape]",
            f"{AT}:8 when: is for long tables [mapping-shape]",
        ),
    ),
    Case(
        "mapping-shape",
        (FILE, "complete: {start: 2021-12, end: 2022-11}", ""),
        (
            f"{AT}:1 complete: is missing: of incidents nobody can tell a month without any from a month that was not "
            "sent [mapping-shape]",
        ),
    ),
    Case(
        "date-format",
        (FILE, "[DD/MM/YYYY]", "[MM/YYYY]"),
        (f'{AT}:10 when.formats[1]: "MM/YYYY" does not say the day [date-format]',),
    ),
    Case(
        "date-format",
        (FILE, "[DD/MM/YYYY]", "[dd/mm/yyyy]"),
        (
            f'{AT}:10 when.formats[1]: "dd/mm/yyyy" cannot be read as a format: "d" is none of YYYY, YY, MMMM, MMM, '
            "MM, M, DD, D, hh, h, mm, ss [date-format]",
        ),
    ),
    Case(
        "unknown-area",
        (FILE, "X07000001", "X07000009"),
        (
            f'{AT}:12 area.constant: "X07000009" is not an area in params/areas.csv; did you mean "X07000001"? '
            "[unknown-area]",
        ),
    ),
    Case(
        "period-order",
        (FILE, "end: 2022-11", "end: 2021-11"),
        (f"{AT}:17 complete.end: November 2021 is before the start, December 2021 [period-order]",),
    ),
    Case(
        "wrong-type",
        (FILE, "shape: long", "shape: long\nlayout: {header_row: 0}"),
        (f'{AT}:8 layout.header_row: must be at least 1, not "0" [wrong-type]',),
    ),
    Case(
        "stray-file",
        ("sources/fire.csv", "a,b\n"),
        ("params/sources/fire.csv: is not read: only README.md, fire.yml are read here [stray-file]",),
    ),
    Case(
        "unknown-source",
        (EDITION, "format: 1", TAKES.replace("fire", "fyre")),
        (
            f'params/{EDITION}:3 partners[1].source: "fyre" is not a mapping in params/sources/; did you mean "fire"? '
            "[unknown-source]",
        ),
    ),
    Case(
        "open-data-silence",
        (EDITION, "format: 1", TAKES),
        (
            f"params/{EDITION}:3 partners[1].source: is restricted: an edition from open data takes only extracts "
            "that anyone can download [open-data-silence]",
            f'params/{EDITION}:3 partners[1].vintage: "2022-11" is not a vintage of fire that is held; did you mean '
            '"2022-10"? [unknown-vintage]',
        ),
    ),
)
