"""Where a partnership is: its areas, its peers, its forces, and where an event was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.errors import Problem, did_you_mean
from analysis.params.area import Areas
from analysis.params.files import EditionFiles
from analysis.params.known import Known
from analysis.params.partnership import Partnership
from analysis.params.reading import Reading
from analysis.params.rules.names import not_one_of

_SMALL_AREA = re.compile(r"[A-Z][0-9]{8}")


def _unregistered(code: str, areas: Areas) -> str:
    by_name = {area.name: area.code for area in areas.authorities}
    for near in (code if code in by_name else None, *_nearest(code, by_name)):
        if near:
            return f'"{code}" is not a code in params/areas.csv; did you mean "{by_name[near]}" ({near})?'
    codes = [area.code for area in areas.authorities]
    return f'"{code}" is not a code in params/areas.csv{did_you_mean(code, codes)}'


def _nearest(name: str, names: dict[str, str]) -> list[str]:
    hint = did_you_mean(name, names)
    return [hint.split('"')[1]] if hint else []


def areas_and_peers(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """Areas and peers are registered local authorities of the partnership's country."""
    for key, unknown, country in (("areas", "unknown-area", "area-country"), ("peers", "unknown-peer", "peer-country")):
        for place, code in enumerate(getattr(reading.value, key)):
            if known.areas is None:
                return
            path = (key, place)
            if code not in known.areas:
                yield reading.problem(unknown, path, _unregistered(code, known.areas))
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
    """The forces are registered, and are those of the areas."""
    if known.areas is None:
        return
    its = {force for code in reading.value.areas if code in known.areas and (force := known.areas[code].force)}
    for place, force in enumerate(reading.value.forces):
        if force not in known.areas.forces:
            message = not_one_of(force, known.areas.forces, "a force in params/areas.csv")
            yield reading.problem("unknown-force", ("forces", place), message)
        elif reading.whole("areas") and force not in its:
            message = f'"{force}" is not the force of any of its areas: {", ".join(sorted(its)) or "none"}'
            yield reading.problem("force-of-areas", ("forces", place), message)
    if reading.value.forces and reading.whole("areas", "forces"):
        for force in sorted(its - set(reading.value.forces)):
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
