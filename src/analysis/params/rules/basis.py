"""What an edition may say, given what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.origin import Pin
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known

ONLY_THE_PARTNERSHIP = (
    "approved",
    "outcomes",
    "priorities",
    "claims",
    "surveys",
    "consultations",
    "timetable",
    "scoring",
)
"""Keys that speak for the partnership; targets, actions and initiatives that are no event do too."""

FROM_DATA: Final = ("open data", "partnership")
"""What is made anew from data, and so must name them."""

_COUNTRIES = {
    "police-uk": ("england", "wales", "northern-ireland"),
    "scotland": ("scotland",),
}


def silence(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An edition from open data declares nothing that only the partnership could say."""
    edition = files.edition
    if edition.basis != "open data" or not files.main.whole("basis"):
        return
    said = "only the partnership could say this: an edition from open data leaves it out"
    for key in ONLY_THE_PARTNERSHIP:
        if getattr(edition, key):
            yield files.main.problem("open-data-silence", (key,), said)
    for place, initiative in enumerate(edition.initiatives):
        if initiative.kind != "event":
            yield files.main.problem("open-data-silence", ("initiatives", place), f"{said}, but for kind: event")
        elif initiative.outcomes:
            yield files.main.problem("open-data-silence", ("initiatives", place, "outcomes"), said)
    for place, indicator in files.indicators.entries:
        if indicator.target is not Unknown.NOT_SUPPLIED or indicator.rule != "none":
            yield files.indicators.problem("open-data-silence", place, "target", said)
    for place, _action in files.actions.entries:
        yield files.actions.problem("open-data-silence", place, "action", said)


def document(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An edition of a published document names it."""
    main = files.main
    if main.whole("basis", "document") and main.value.basis == "published document" and main.value.document is None:
        yield main.problem("document-named", ("document",), "is missing: name the document that this edition restates")


def status(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Only a published document can leave it open whether it is a draft."""
    main = files.main
    open_status = main.value.status == "not published" and main.value.basis != "published document"
    if open_status and main.whole("basis", "status"):
        said = f'is "not published", but the basis is "{main.value.basis}": say draft or final'
        yield main.problem("status-said", ("status",), said)


def data(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An edition made from data pins them, which are of its country; police.uk needs a force."""
    main, pin = files.main, files.main.value.data
    if not main.whole("basis", "data"):
        return
    if pin is None:
        if main.value.basis in FROM_DATA:
            yield main.problem(
                "data-pinned", ("data",), "is missing: an edition made from data pins its source and vintage"
            )
        return
    partnership = files.partnership
    if partnership is None or not partnership.whole("country", "forces"):
        return
    if country := wrong_country(files, pin):
        yield main.problem("source-country", ("data", "source"), f"{pin.source} has no data of {country}")
    elif pin.source == "police-uk" and not partnership.value.forces:
        message = f"police-uk needs the forces of {files.folder}: name them in its partnership.yml"
        yield main.problem("data-pinned", ("data", "source"), message)


def wrong_country(files: EditionFiles, pin: Pin) -> str:
    """The partnership's country where the data pinned have no figures of it, else an empty string."""
    if files.partnership is None or not files.partnership.whole("country"):
        return ""
    country = files.partnership.value.country
    return "" if country in ("fictional", *_COUNTRIES.get(pin.source, (country,))) else country


def illustration(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The illustration and simulated data are of an illustrative partnership, and its editions are nothing else."""
    main, partnership = files.main, files.partnership
    if not main.whole("basis", "data"):
        return
    illustrated = main.value.basis == "illustration"
    if partnership is not None and partnership.whole("illustrative") and illustrated != partnership.value.illustrative:
        but = "is not illustrative" if illustrated else "is illustrative: its editions are illustrations"
        yield main.problem("illustration", ("basis",), f'is "{main.value.basis}", but {files.folder} {but}')
    if main.value.data is not None and illustrated != (main.value.data.source == "simulated"):
        message = f'is {main.value.data.source}, but the basis is "{main.value.basis}"'
        yield main.problem("illustration", ("data", "source"), message)
