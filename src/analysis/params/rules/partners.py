"""The partner extracts that an edition takes: declared, held, each once, and fit for what the edition is."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def partner_extracts(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """Each names a mapping and a vintage that is held, and stands once, beside data that the edition pins."""
    main, seen = files.main, set[str]()
    for place, pin in enumerate(main.value.partners):
        path = ("partners", place)
        if pin.source in seen:
            yield main.problem("duplicate-id", (*path, "source"), f'"{pin.source}" stands twice')
        seen.add(pin.source)
        source = known.sources.get(pin.source)
        if source is None:
            said = not_one_of(pin.source, known.sources, "a mapping in params/sources/")
            yield main.problem("unknown-source", (*path, "source"), said)
            continue
        held = None if known.partners is None else known.partners.get(pin.source, ())
        if held is not None and pin.vintage not in held:
            said = not_one_of(pin.vintage, held, f"a vintage of {pin.source} that is held")
            yield main.problem("unknown-vintage", (*path, "vintage"), said)
        if not main.whole("basis", "data"):
            continue
        if source.simulated != (main.value.basis == "illustration"):
            kind = "is simulated" if source.simulated else "is not simulated"
            yield main.problem("illustration", (*path, "source"), f'{kind}, but the basis is "{main.value.basis}"')
        if source.access == "restricted" and main.value.basis == "open data":
            said = "is restricted: an edition from open data takes only extracts that anyone can download"
            yield main.problem("open-data-silence", (*path, "source"), said)
        if main.value.data is None:
            yield main.problem("data-pinned", path, "needs the edition to pin its data: the extract is set beside them")
