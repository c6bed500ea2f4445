"""Files and folders that are missing, that have no business where they are, or that are named otherwise."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PARTNERSHIP = "ashby/partnership.yml"

CASES = (
    Case("missing-file", ("lothian/partnership.yml",), ("params/lothian/partnership.yml: is missing [missing-file]",)),
    Case("missing-file", (CURRENT,), ("params/ashby/2022/edition.yml: is missing [missing-file]",)),
    Case("missing-file", ("areas.csv",), ("params/areas.csv: is missing [missing-file]",)),
    Case("missing-file", ("recording_breaks.yml",), ("params/recording_breaks.yml: is missing [missing-file]",)),
    Case(
        "stray-file",
        ("ashby/2022/action.csv", "id,action\n"),
        ('params/ashby/2022/action.csv: is not read; did you mean "actions.csv"? [stray-file]',),
    ),
    Case(
        "stray-file",
        ("ashby/notes.docx", "x"),
        ("params/ashby/notes.docx: is not read: only partnership.yml, README.md are read here [stray-file]",),
    ),
    Case(
        "stray-file",
        ("partnerships.xlsx", "x"),
        (
            (
                "params/partnerships.xlsx: is not read: only areas.csv, crosswalk.csv, "
                "recording_breaks.yml, README.md are read here [stray-file]"
            ),
        ),
    ),
    Case(
        "stray-file",
        ("ashby/2022/old/edition.yml", "format: 1\n"),
        ("params/ashby/2022/old: is a folder in an edition's folder: nothing in it is read [stray-file]",),
    ),
    Case(
        "edition-missing",
        ("lothian/2021-22",),
        ("params/lothian: has no edition: make a folder such as 2022 with edition.yml in it [edition-missing]",),
    ),
    Case(
        "unreadable-file",
        ("ashby/2022/actions.csv/inner.csv", "x"),
        (
            "params/ashby/2022/actions.csv: cannot be opened (Is a directory) [unreadable-file]",
            "params/ashby/2022/actions.csv: is a folder in an edition's folder: nothing in it is read [stray-file]",
        ),
    ),
    Case(
        "partnership-folder",
        (PARTNERSHIP, "id: ashby", "id: ashbi"),
        (
            (
                'params/ashby/partnership.yml:3 id: is "ashbi", but its folder is ashby: they must '
                "be the same [partnership-folder]"
            ),
        ),
    ),
    Case(
        "edition-folder",
        (CURRENT, "edition: 2022", "edition: 2021"),
        (
            (
                'params/ashby/2022/edition.yml:2 edition: is "2021", but its folder is 2022: they '
                "must be the same [edition-folder]"
            ),
        ),
    ),
)
