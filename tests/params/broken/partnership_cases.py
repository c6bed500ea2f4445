"""What a partnership says that its registers, its notebooks or its country deny."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PLAN = "ashby/2011-12/edition.yml"
PARTNERSHIP = "ashby/partnership.yml"

CASES = (
    Case(
        "listed-twice",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers: [E07000002, E07000003, E07000002]"),
        ('params/ashby/partnership.yml:8 peers[3]: "E07000002" stands twice [listed-twice]',),
    ),
    Case(
        "listed-twice",
        (PARTNERSHIP, "forces: [westshire]", "forces: [westshire, westshire]"),
        ('params/ashby/partnership.yml:9 forces[2]: "westshire" stands twice [listed-twice]',),
    ),
    Case(
        "listed-twice",
        (PLAN, "categories: [violence]", "categories: [violence, violence]"),
        (('params/ashby/2011-12/edition.yml:17 priorities[1].categories[2]: "violence" stands twice [listed-twice]'),),
    ),
    Case(
        "unknown-area",
        (PARTNERSHIP, "areas: [E07000001]", "areas: [E07000001, E07000009]"),
        (
            (
                'params/ashby/partnership.yml:7 areas[2]: "E07000009" is not a code in '
                'params/areas.csv; did you mean "E07000003" (Corby Magna)? [unknown-area]'
            ),
        ),
    ),
    Case(
        "unknown-area",
        (PARTNERSHIP, "areas: [E07000001]", "areas: [Ashby]"),
        (
            (
                'params/ashby/partnership.yml:7 areas[1]: "Ashby" is not a code in '
                'params/areas.csv; did you mean "E07000001" (Ashby)? [unknown-area]'
            ),
        ),
    ),
    Case(
        "unknown-peer",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers: [E07000002, Corby]"),
        (
            (
                'params/ashby/partnership.yml:8 peers[2]: "Corby" is not a code in '
                'params/areas.csv; did you mean "E07000003" (Corby Magna)? [unknown-peer]'
            ),
        ),
    ),
    Case(
        "area-kind",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers: [westshire]"),
        (
            (
                'params/ashby/partnership.yml:8 peers[1]: "westshire" is a police force: name '
                "local authorities [area-kind]"
            ),
        ),
    ),
    Case(
        "area-country",
        (PARTNERSHIP, "areas: [E07000001]", "areas: [E07000001, W06000001]"),
        (
            (
                "params/ashby/partnership.yml:7 areas[2]: W06000001 (Dyffryn) is in wales, the "
                "partnership in england [area-country]"
            ),
            'params/ashby/partnership.yml:9 forces: lacks "dyffryn", the force of one of its areas [force-of-areas]',
        ),
    ),
    Case(
        "own-peer",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers: [E07000001]"),
        ("params/ashby/partnership.yml:8 peers[1]: E07000001 is one of the partnership's own areas [own-peer]",),
    ),
    Case(
        "peer-country",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers: [S12000001]"),
        (
            (
                "params/ashby/partnership.yml:8 peers[1]: S12000001 (Lothian) is in scotland, the "
                "partnership in england [peer-country]"
            ),
        ),
    ),
    Case(
        "unknown-force",
        (PARTNERSHIP, "forces: [westshire]", "forces: [westshire, westshyre]"),
        (
            (
                'params/ashby/partnership.yml:9 forces[2]: "westshyre" is not a force in '
                'params/areas.csv; did you mean "westshire"? [unknown-force]'
            ),
        ),
    ),
    Case(
        "force-of-areas",
        (PARTNERSHIP, "forces: [westshire]", "forces: [westshire, eastshire]"),
        (
            (
                'params/ashby/partnership.yml:9 forces[2]: "eastshire" is not the force of any of '
                "its areas: westshire [force-of-areas]"
            ),
        ),
    ),
    Case(
        "force-of-areas",
        (PARTNERSHIP, "forces: [westshire]", "forces: [eastshire]"),
        (
            (
                'params/ashby/partnership.yml:9 forces: lacks "westshire", the force of one of its '
                "areas [force-of-areas]"
            ),
            (
                'params/ashby/partnership.yml:9 forces[1]: "eastshire" is not the force of any of '
                "its areas: westshire [force-of-areas]"
            ),
        ),
    ),
    Case(
        "unknown-member",
        ("county/partnership.yml", "[ashby]", "[ashby, ashbery]"),
        (
            (
                'params/county/partnership.yml:8 partnerships[2]: "ashbery" is not a partnership '
                'with a folder in params/; did you mean "ashby"? [unknown-member]'
            ),
        ),
    ),
    Case(
        "own-member",
        ("county/partnership.yml", "[ashby]", "[ashby, county]"),
        ('params/county/partnership.yml:8 partnerships[2]: "county" is the partnership itself [own-member]',),
    ),
    Case(
        "reserved-id",
        (PARTNERSHIP, "id: ashby", "id: methodology"),
        (
            'params/ashby/partnership.yml:3 id: "methodology" is kept for the document on how all figures are made: '
            "choose another id [reserved-id]",
            'params/ashby/partnership.yml:3 id: is "methodology", but its folder is ashby: they must be the same '
            "[partnership-folder]",
        ),
    ),
    Case(
        "unknown-notebook",
        (PARTNERSHIP, "id: ashby", "id: ashby\nnotebook: strategic_assesment.ipynb"),
        (
            (
                'params/ashby/partnership.yml:4 notebook: "strategic_assesment.ipynb" is not in '
                'notebooks/; did you mean "strategic_assessment.ipynb"? [unknown-notebook]'
            ),
        ),
    ),
    Case(
        "illustration",
        (PARTNERSHIP, "id: ashby", "id: ashby\nillustrative: true"),
        (
            (
                'params/ashby/2011-12/edition.yml:4 basis: is "published document", but ashby is '
                "illustrative: its editions are illustrations [illustration]"
            ),
            (
                'params/ashby/2022/edition.yml:3 basis: is "open data", but ashby is illustrative: '
                "its editions are illustrations [illustration]"
            ),
            (
                "params/ashby/partnership.yml:4 illustrative: is true, but the country is england: "
                "only a fictional partnership is illustrative [illustration]"
            ),
        ),
    ),
    Case(
        "illustration",
        ("made-up/partnership.yml", "illustrative: true\n", ""),
        (
            (
                'params/made-up/2022/edition.yml:3 basis: is "illustration", but made-up is not '
                "illustrative [illustration]"
            ),
            "params/made-up/partnership.yml:5 country: is fictional: say illustrative: true as well [illustration]",
        ),
    ),
    Case(
        "illustration",
        (
            "made-up/2022/edition.yml",
            "basis: illustration",
            "basis: published document\ndocument: {title: Plan, publisher: Board}",
        ),
        (
            (
                'params/made-up/2022/edition.yml:3 basis: is "published document", but made-up is '
                "illustrative: its editions are illustrations [illustration]"
            ),
            (
                "params/made-up/2022/edition.yml:6 data.source: is simulated, but the basis is "
                '"published document" [illustration]'
            ),
        ),
    ),
    Case(
        "illustration",
        (CURRENT, "source: police-uk", "source: simulated"),
        ('params/ashby/2022/edition.yml:8 data.source: is simulated, but the basis is "open data" [illustration]',),
    ),
)
