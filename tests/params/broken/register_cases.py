"""Registers that are wrong in themselves."""

from __future__ import annotations

from broken_case import Case

CASES = (
    Case(
        "duplicate-area",
        ("areas.csv", "E07000002,Barton", "E07000001,Barton"),
        ('params/areas.csv:3 code: "E07000001" stands twice [duplicate-area]',),
    ),
    Case(
        "unknown-choice",
        ("areas.csv", "W06000001,Dyffryn,unitary,wales", "W06000001,Dyffryn,unitary,Wales"),
        (
            (
                'params/areas.csv:7 country: "Wales" is not one of england, wales, scotland, '
                'northern-ireland, fictional; did you mean "wales"? [unknown-choice]'
            ),
        ),
    ),
    Case(
        "break-order",
        ("recording_breaks.yml", "end: 2021-07", "end: 2019-07"),
        ("params/recording_breaks.yml:6 breaks[1].end: July 2019 is before the start, March 2020 [break-order]",),
    ),
    Case(
        "duplicate-id",
        (
            "recording_breaks.yml",
            "    source: The regulations.",
            (
                "    source: The regulations.\n  - {id: covid, name: Again, start: 2020-03, end: "
                "2020-03, kind: step, countries: [england], effect: None., source: None.}"
            ),
        ),
        ('params/recording_breaks.yml:13 breaks[2].id: "covid" stands twice [duplicate-id]',),
    ),
    Case(
        "unknown-force",
        ("recording_breaks.yml", "[westshire]", "[westshyre]"),
        (
            (
                'params/recording_breaks.yml:9 breaks[1].forces[1]: "westshyre" is not a force in '
                'params/areas.csv; did you mean "westshire"? [unknown-force]'
            ),
        ),
    ),
    Case(
        "unknown-category",
        ("recording_breaks.yml", "[burglary]", "[burglery]"),
        (
            (
                'params/recording_breaks.yml:10 breaks[1].categories[1]: "burglery" is not a '
                'category of the data; did you mean "burglary"? [unknown-category]'
            ),
        ),
    ),
    Case(
        "unknown-choice",
        ("recording_breaks.yml", "[england, wales]", "[england, whales]"),
        (
            (
                'params/recording_breaks.yml:8 breaks[1].countries[2]: "whales" is not one of '
                'england, wales, scotland, northern-ireland, fictional; did you mean "wales"? '
                "[unknown-choice]"
            ),
        ),
    ),
)
