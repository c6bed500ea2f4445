"""Why a report would be made anew: what of its inputs is not what it was made from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.run.documents import record_name
from analysis.run.inputs import Inputs
from analysis.run.noted import libraries, noted
from analysis.run.package import package_listing
from analysis.run.publish import report_folder
from analysis.run.standing import read_record, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.run.house import House
    from analysis.run.planned import Planned

SHOWN: Final = 12
"""Changes of one kind that are told one by one."""
SLICES: Final = {
    "counts": "the counts of its own areas",
    "districts": "the counts of its districts and peers",
    "unlocated": "the counts without a location",
    "completeness": "how complete the forces' figures are",
    "population": "populations",
    "areas": "names and places of areas",
    "sources": "where the figures come from",
    "published": "what the edition before published",
}


def why(one: Planned, house: House) -> list[str]:
    """Why ``one`` would be made anew, a line each; empty where it stands as its inputs make it."""
    if one.inputs.name in standing(house.reports, [one.inputs]).names:
        return []
    record = read_record(report_folder(house.reports, one) / record_name(one.inputs.document))
    if record is None:
        return ["it has not been made"]
    return [*_failed(record), *changes(Inputs(**record["inputs"]), one, house)] or ["files of it are missing or cut"]


def _failed(record: Mapping[str, Any]) -> Iterator[str]:
    if failure := record.get("failure"):
        yield f"it failed last time, at {failure['stage']}: {str(failure['message']).splitlines()[0]}"


def changes(before: Inputs, one: Planned, house: House) -> Iterator[str]:
    """What of the inputs of ``one`` is otherwise than ``before``, a line each."""
    now = one.inputs
    if before.audience != now.audience:
        yield f"its audience was {before.audience} and is {now.audience}"
    if before.declared != now.declared:
        yield from _declared(noted(house, before.declared), one)
    if before.notebook != now.notebook:
        yield "its notebook was changed"
    if before.package != now.package:
        yield from _listed("the program was changed", noted(house, before.package), package_listing(), hashes=True)
    if before.lock != now.lock:
        yield from _listed("the locked libraries were changed", noted(house, before.lock), libraries(house))
    names = {**before.slices, **now.slices}
    yield from (_slice(each) for each in names if before.slices.get(each) != now.slices.get(each))


def _slice(name: str) -> str:
    folder, _, frame = name.rpartition("/")
    of = f" of {folder.removeprefix('initiatives/')}" if folder else ""
    return f"data: {SLICES.get(frame, frame)}{of} changed"


def _declared(before: Mapping[str, Any] | None, one: Planned) -> Iterator[str]:
    if "declared.json" not in one.own:
        yield "the page of methods was changed"
        return
    now = json.loads(one.own["declared.json"])
    known = None if before is None else dict(flat(before))
    yield from _listed("what is declared was changed", known, dict(flat(now)))


def flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value of nested mappings and lists, by its dotted name; the key of the inputs is left out."""
    if isinstance(value, dict):
        for key, each in value.items():
            if name or key != "key":
                yield from flat(each, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from flat(each, f"{name}[{number}]")
    else:
        yield name, value


def _listed(what: str, before: Mapping[str, Any] | None, now: Mapping[str, Any], *, hashes: bool = False) -> list[str]:
    """``what``, with each name whose value is another; ``hashes`` are not shown."""
    if before is None:
        return [f"{what}; what it was is no longer noted"]
    names = sorted(name for name in {*before, *now} if before.get(name, _NONE) != now.get(name, _NONE))
    told = [_told(name, before.get(name, _NONE), now.get(name, _NONE), hashes=hashes) for name in names]
    more = [f"and {numbers.count(len(told) - SHOWN)} more"] if len(told) > SHOWN else []
    return [f"{what}:", *(f"  {each}" for each in [*told[:SHOWN], *more])]


_NONE: Final = object()


def _told(name: str, before: Any, now: Any, *, hashes: bool) -> str:
    if before is _NONE or now is _NONE:
        return f"{name}: {'new' if before is _NONE else 'gone'}"
    return (
        name if hashes else f"{name}: {json.dumps(before, ensure_ascii=False)} -> {json.dumps(now, ensure_ascii=False)}"
    )
