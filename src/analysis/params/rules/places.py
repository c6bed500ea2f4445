"""Where a partnership is: its areas, its peers, its forces, and where an event was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from analysis.errors import Problem
from analysis.params.area import Areas
from analysis.params.partnership import Partnership
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.typed import Reading
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of

_SMALL_AREA = re.compile(r"[A-Z][0-9]{8}")


def unregistered(code: str, areas: Areas, nor: str = "") -> str:
    """Say that ``code`` is not registered, ``nor`` what else it is not, with the area of the nearest name or code."""
    choices = {area.name: area for area in areas.authorities} | {area.code: area for area in areas.authorities}
    said = f'"{code}" is not a code in params/areas.csv{nor}'
    nearest = [code] if code in choices else get_close_matches(code, sorted(choices), n=1)
    return said + "".join(f'; did you mean "{choices[near].code}" ({choices[near].name})?' for near in nearest)


def areas_and_peers(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """Areas and peers are registered local authorities of the partnership's country."""
    for key, unknown, country in (("areas", "unknown-area", "area-country"), ("peers", "unknown-peer", "peer-country")):
        if known.areas is None or not reading.whole(key):
            continue
        for place, code in enumerate(getattr(reading.value, key)):
            path = (key, place)
            if code not in known.areas:
                yield reading.problem(unknown, path, unregistered(code, known.areas))
                continue
            area = known.areas[code]
            if area.kind == "force":
                yield reading.problem("area-kind", path, f'"{code}" is a police force: name local authorities')
            elif reading.whole("country") and area.country != reading.value.country:
                said = f"{code} ({area.name}) is in {area.country}, the partnership in {reading.value.country}"
                yield reading.problem(country, path, said)


def own_peers(reading: Reading[Partnership], _: Known) -> Iterator[Problem]:
    """None of the partnership's own areas is among its peers."""
    for place, code in enumerate(reading.value.peers):
        if code in reading.value.areas:
            yield reading.problem("own-peer", ("peers", place), f"{code} is one of the partnership's own areas")


def lists_twice(reading: Reading[Partnership], _: Known) -> Iterator[Problem]:
    """A list of areas, peers, forces or partnerships names each once."""
    for key in ("areas", "peers", "forces", "partnerships"):
        entries = getattr(reading.value, key)
        for place, entry in enumerate(entries):
            if entry in entries[:place]:
                yield reading.problem("listed-twice", (key, place), f'"{entry}" stands twice')


def forces(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """The forces are registered."""
    for place, force in enumerate(reading.value.forces):
        if known.areas is not None and force not in known.areas.forces:
            message = not_one_of(force, known.areas.forces, "a force in params/areas.csv")
            yield reading.problem("unknown-force", ("forces", place), message)


def forces_of_areas(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """The forces, where any are declared, are those of the areas."""
    codes, named = reading.value.areas, reading.value.forces
    if known.areas is None or not reading.whole("forces") or not all(code in known.areas for code in codes):
        return
    its = {force for code in codes if (force := known.areas[code].force)}
    for place, force in enumerate(named):
        if force in known.areas.forces and force not in its:
            message = f'"{force}" is not the force of any of its areas: {", ".join(sorted(its)) or "none"}'
            yield reading.problem("force-of-areas", ("forces", place), message)
    for force in sorted(its - set(named)) if named else ():
        yield reading.problem("force-of-areas", ("forces",), f'lacks "{force}", the force of one of its areas')


def event_areas(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """An event's area is a small area, or an area of the register."""
    for place, event in enumerate(files.main.value.events):
        if not event.area or (known.areas is not None and event.area in known.areas):
            continue
        path = ("events", place, "area")
        if known.small_areas is not None and event.area not in known.small_areas:
            message = not_one_of(event.area, known.small_areas, "the code of a small area")
            yield files.main.problem("unknown-event-area", path, message)
        elif known.small_areas is None and not _SMALL_AREA.fullmatch(event.area):
            message = f'"{event.area}" is not the code of an area, such as E01025926'
            yield files.main.problem("unknown-event-area", path, message)
