"""Loading ``params/``: all of it or nothing, with every problem of every file at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from analysis.errors import ParameterError, Problem
from analysis.params.area import Areas
from analysis.params.catalogue import Catalogue
from analysis.params.edition import Edition
from analysis.params.month import month_words
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import Partnership
from analysis.params.reading.files import EditionFiles, PartnershipFiles
from analysis.params.reading.folders import TOP_FILES, partnership_folders, stray_files
from analysis.params.reading.one_file import read_yaml_as
from analysis.params.reading.one_partnership import read_partnership
from analysis.params.reading.registers import read_areas, read_recording
from analysis.params.reading.sources import STAND_IN, read_sources
from analysis.params.reading.typed import Reading
from analysis.params.reading.written import whole_file
from analysis.params.recording import RecordingRegister
from analysis.params.rules import EDITION_RULES, PARTNERSHIP_RULES, SOURCE_RULES, recording_breaks
from analysis.params.rules.known import Known


def load_catalogue(
    params: Path,
    *,
    known_vintages: Mapping[str, Collection[str]] | None = None,
    known_first_months: Mapping[tuple[str, str], str] | None = None,
    known_categories: Mapping[str, Collection[str]] | None = None,
    known_offences: Collection[str] | None = None,
    known_small_areas: Collection[str] | None = None,
    known_partners: Mapping[str, Collection[str]] | None = None,
    notebooks: Path | None = None,
) -> Catalogue:
    """Read and judge everything in the folder ``params``.

    ``known_vintages`` and ``known_categories`` map a source to what the store holds of it, ``known_first_months`` a
    source with a vintage to its first month; ``known_offences`` are those of the table of unit costs,
    ``known_small_areas`` the codes of small areas (a mapping gives each its district),
    ``known_partners`` the vintages held of each partner extract, ``notebooks`` is the folder of
    notebooks; the rules of those left out are not applied.
    Raises ``ParameterError`` with all problems of all files.
    """
    params = params.resolve()
    if not params.is_dir():
        raise ParameterError([whole_file(params.name, "missing-file", "is missing")])
    areas, problems = read_areas(params)
    recording, of_recording = read_recording(params)
    folders = partnership_folders(params)
    sources, of_sources = read_sources(params)
    known = Known(
        partnerships=[folder.name for folder in folders],
        areas=areas,
        vintages=known_vintages,
        first_months=known_first_months,
        categories=known_categories,
        offences=known_offences,
        small_areas=known_small_areas,
        notebooks=None if notebooks is None else sorted(path.name for path in notebooks.glob("*.ipynb")),
        sources={reading.value.id: reading.value for reading in sources},
        partners=known_partners,
        breaks=recording.value.breaks if recording else (),
    )
    read = [read_partnership(folder, params) for folder in folders]
    problems += [*of_recording, *of_sources, *_judged_sources(sources, known), *stray_files(params, params, TOP_FILES)]
    problems += [problem for files, found in read for problem in (*found, *_judged(files, known))]
    if recording:
        problems += recording_breaks(recording, known)
    if problems or areas is None or recording is None:
        raise ParameterError(problems)
    return _catalogue([files for files, _ in read], areas, recording, known.sources)


def load_source(path: Path, areas: Areas, small_areas: Collection[str] = ()) -> PartnerSource:
    """Read and judge the one mapping at ``path``; raises ``ParameterError`` with every problem of it."""
    reading, problems = read_yaml_as(PartnerSource, path, path.name, STAND_IN)
    if reading:
        problems += _judged_sources([reading], Known(partnerships=(), areas=areas, small_areas=small_areas))
    if reading is None or problems:
        raise ParameterError(problems)
    return reading.value


def _judged_sources(sources: Collection[Reading[PartnerSource]], known: Known) -> Iterator[Problem]:
    for reading in sources:
        for judge in SOURCE_RULES:
            yield from judge(reading, known)


def _judged(files: PartnershipFiles, known: Known) -> Iterator[Problem]:
    if files.main:
        for judge_partnership in PARTNERSHIP_RULES:
            yield from judge_partnership(files.main, known)
    for edition in files.editions:
        for judge in EDITION_RULES:
            yield from judge(edition, known)
    yield from _ties(files.editions)


def _ties(editions: Collection[EditionFiles]) -> Iterator[Problem]:
    """One edition of a partnership ends last, so that its latest is never in doubt."""
    whole = sorted((one for one in editions if one.main.whole("period")), key=_end)
    for before, after in pairwise(whole):
        if _end(before) == _end(after):
            end = month_words(_end(after))
            said = f"{end} is the end of {before.main.value.edition} too, so neither is the latest"
            yield after.main.problem("latest-tie", ("period", "end"), said)


def _end(files: EditionFiles) -> str:
    return files.main.value.period.end


def _catalogue(
    read: list[PartnershipFiles],
    areas: Areas,
    recording: Reading[RecordingRegister],
    sources: Mapping[str, PartnerSource],
) -> Catalogue:
    partnerships: dict[str, Partnership] = {}
    editions: dict[tuple[str, str], Edition] = {}
    for files in read:
        assert files.main is not None
        partnerships[files.folder] = files.main.value
        for one in sorted(files.editions, key=_end):
            editions[files.folder, one.main.value.edition] = one.edition
    return Catalogue(partnerships, editions, areas, recording.value, sources)
