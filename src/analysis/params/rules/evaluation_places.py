"""Where an evaluation looks: areas that are known, each in one place, and no comparator beside the treated place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation, Place
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.written import KeyPath
from analysis.params.rules.evaluation import evaluations, of_their_source
from analysis.params.rules.known import Known
from analysis.params.rules.places import unregistered

_COUNTRIES: Final = {"police-uk": "ENW", "scotland": "S", "simulated": "X"}
"""The first letters of the codes that a source has figures of: England, Northern Ireland, Wales; Scotland; nowhere."""


_SMALL_AREA: Final = re.compile(r"[A-Z]0[01][0-9]{6}")
"""What the code of a small area looks like, where nobody says which there are."""


def places(one: Evaluation) -> Iterator[tuple[KeyPath, Place]]:
    """Go through the places of an evaluation, each with its path."""
    yield ("treated",), one.treated
    for n, comparator in enumerate(one.comparators):
        yield ("comparators", n), comparator
    if one.buffer is not None:
        yield ("buffer",), one.buffer
    if one.buffer_control is not None:
        yield ("buffer_control",), one.buffer_control


def _codes(one: Evaluation) -> Iterator[tuple[KeyPath, str]]:
    for path, place in places(one):
        for n, code in enumerate(place.areas):
            yield (*path, "areas", n), code


def known_areas(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """Every code is that of a small area or of an authority, and the data pinned are of its country."""
    for path, one in of_their_source(files):
        listed = [(("bordering", n), code) for n, code in enumerate(one.bordering)]
        for at, code in (*_codes(one), *listed):
            if said := _unknown(code, one.data.source, known):
                yield files.main.problem("unknown-place", (*path, *at), said)


def _unknown(code: str, source: str, known: Known) -> str:
    """Say why ``code`` cannot be looked up in the figures of ``source``, or nothing."""
    registered = known.areas is not None and code in known.areas
    if known.areas is None:
        return ""
    if not registered and not _small(code, known):
        return unregistered(code, known.areas, ", nor of a small area")
    if registered and known.areas[code].kind == "force":
        return f'"{code}" is a police force: name local authorities or small areas'
    if source == "scotland" and not registered:
        return f"{code} is a small area: the Scottish figures are of councils"
    return "" if code[0] in _COUNTRIES[source] else f"{source} has no data of {code}"


def _small(code: str, known: Known) -> bool:
    return bool(_SMALL_AREA.fullmatch(code)) if known.small_areas is None else code in known.small_areas


def treated(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """The treated place lies in the partnership: it is one of its areas, or a small area in one."""
    partnership = files.partnership
    if partnership is None or not partnership.whole("areas"):
        return
    own = partnership.value.areas
    for path, one in evaluations(files):
        for n, code in enumerate(one.treated.areas):
            where = known.district(code) or (code if known.areas and code in known.areas else "")
            if where and where not in own:
                lies = f"{code} lies in {_named(where, known)}, which" if where != code else _named(where, known)
                said = f"{lies} is no area of {files.folder}"
                yield files.main.problem("treated-elsewhere", (*path, "treated", "areas", n), said)


def _named(code: str, known: Known) -> str:
    return f"{known.areas.name(code)} ({code})" if known.areas and code in known.areas else code


def once(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """No area counts twice, by itself or within its district, and no two places have one name."""
    for path, one in evaluations(files):
        for at, said in (*_areas_again(one, known), *_names_again(one)):
            yield files.main.problem("place-twice", (*path, *at), said)


def _areas_again(one: Evaluation, known: Known) -> Iterator[tuple[KeyPath, str]]:
    counted = {code: place.name for _, place in reversed(list(places(one))) for code in place.areas}
    within = {known.district(code): code for code in reversed(counted)}
    seen: set[str] = set()
    for at, code in _codes(one):
        if code in seen:
            yield at, f"{code} counts already in {counted[code]}"
        elif code in within:
            yield at, f"{_named(code, known)} holds {within[code]}, which counts in {counted[within[code]]}"
        seen.add(code)


def _names_again(one: Evaluation) -> Iterator[tuple[KeyPath, str]]:
    names: set[str] = set()
    for at, place in places(one):
        if place.name in names:
            yield (*at, "name"), f'"{place.name}" is the name of another place already'
        names.add(place.name)


def bordering(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """Neither a comparator nor the buffer control holds an area that borders the treated place."""
    for path, one in evaluations(files):
        for at, code in _codes(one):
            if at[0] not in ("comparators", "buffer_control"):
                continue
            near = next((each for each in (code, known.district(code)) if each and each in one.bordering), "")
            if near:
                said = f"{_named(code, known)} borders the treated place, as bordering says: leave it out"
                yield files.main.problem("bordering-comparator", (*path, *at), said)
