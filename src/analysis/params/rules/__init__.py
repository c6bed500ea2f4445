"""Rules across keys and files: each takes what was read and what is known, and yields what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from analysis.errors import Problem
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import Partnership
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.typed import Reading
from analysis.params.rules import (
    basis,
    documents,
    equality,
    evaluation,
    evaluation_breaks,
    evaluation_measures,
    evaluation_money,
    evaluation_places,
    evaluation_window,
    figures,
    names,
    partner_source,
    partners,
    partnership,
    period,
    places,
    recording,
    scoring,
    scoring_rows,
    sums,
    targets,
    thread,
)
from analysis.params.rules.known import Known

PARTNERSHIP_RULES: Final[tuple[Callable[[Reading[Partnership], Known], Iterator[Problem]], ...]] = (
    places.areas_and_peers,
    places.own_peers,
    places.lists_twice,
    places.forces,
    places.forces_of_areas,
    partnership.reserved_id,
    partnership.notebook,
    partnership.members,
    partnership.fictional,
)
"""Each judges one ``partnership.yml``."""

EDITION_RULES: Final[tuple[Callable[[EditionFiles, Known], Iterator[Problem]], ...]] = (
    period.period_order,
    period.event_order,
    period.within_vintage,
    period.produced_after,
    partners.partner_extracts,
    places.event_areas,
    basis.silence,
    basis.document,
    basis.status,
    basis.data,
    basis.illustration,
    names.duplicate_ids,
    names.unknown_priorities,
    names.other_priorities,
    names.unknown_indicators,
    names.unknown_categories,
    names.categories_twice,
    thread.outcome_ids,
    thread.unknown_outcomes,
    thread.unknown_initiatives,
    equality.known_priorities,
    equality.breakdowns,
    figures.indicator_figures,
    figures.survey_figures,
    figures.outcome_figures,
    targets.targets,
    targets.counted,
    sums.sums,
    scoring.numbers,
    scoring.ids,
    scoring.weights,
    scoring.levels,
    scoring.grid,
    scoring.bands,
    scoring.served,
    scoring.overrides,
    scoring_rows.without_scoring,
    scoring_rows.named,
    scoring_rows.within_levels,
    scoring_rows.once,
    evaluation.something_to_say,
    evaluation.data,
    evaluation.design,
    evaluation.truth,
    evaluation.plan_days,
    evaluation_window.order,
    evaluation_window.span,
    evaluation_window.whole_years,
    evaluation_window.chosen,
    evaluation_places.known_areas,
    evaluation_places.treated,
    evaluation_places.once,
    evaluation_places.bordering,
    evaluation_measures.ids,
    evaluation_measures.categories,
    evaluation_measures.untouched,
    evaluation_money.offences,
    evaluation_money.cost,
    evaluation_money.deflator,
    evaluation_breaks.lasting,
    documents.performance_months,
    documents.member_priorities,
    documents.leaflet_data,
)
"""Each judges one edition: ``edition.yml`` and the CSVs beside it."""

SOURCE_RULES: Final[tuple[Callable[[Reading[PartnerSource], Known], Iterator[Problem]], ...]] = (
    partner_source.shape,
    partner_source.one_or_column,
    partner_source.formats,
    partner_source.areas,
    partner_source.covered,
)
"""Each judges one mapping in ``params/sources/``."""

recording_breaks = recording.breaks

__all__ = ["EDITION_RULES", "PARTNERSHIP_RULES", "SOURCE_RULES", "recording_breaks"]
