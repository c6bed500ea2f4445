"""The error rates of one method over all kinds of series, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.methodology.shown import STUDY_SOURCE, not_measured, published, said
from analysis.assessment.methodology.study import limit_of, slug_of, title_of
from analysis.blocks import Heading
from analysis.cannot_say import CannotSay
from analysis.exhibits import Caption
from analysis.exhibits import error_rates as drawn

if TYPE_CHECKING:
    import pandas as pd

    from analysis.blocks import Block


def of_one(name: str, of: pd.DataFrame) -> list[Block]:
    """A heading and the chart of the method's false positives, all else in its table; nothing where it has none."""
    ordered = of.sort_values(["dispersion", "ar", "mean", "months"], kind="stable")
    if of["false_positives"].isna().all():
        return []
    rows = [{**said(row, row), "band": band(row["dispersion"], row["ar"])} for row in ordered.to_dict("records")]
    title, most = title_of(name), numbers.percent(of["false_positives"].max())
    caption = Caption(
        f"false-positives-{slug_of(name)}",
        f"{title}: at most {most} false positives on any kind of series simulated",
        f"{title}: false positives by how much the series swings, simulated series",
        STUDY_SOURCE,
        notes=(f"Coverage, width and the share of changes found are for series with a true change of {_effect(of)}.",),
    )
    made = drawn(published(rows, "cell"), caption, limit=limit_of(name))
    heading = Heading(level=2, text=title, id=f"errors-{slug_of(name)}")
    return [heading, not_measured(made.reason) if isinstance(made, CannotSay) else made]


def band(dispersion: float, correlation: float) -> str:
    """``independent incidents``, ``variance times 1.5, uncorrelated``, ``variance times 3, correlated 0.6``."""
    if dispersion <= 1:
        return "independent incidents"
    return f"variance times {dispersion:g}, {f'correlated {correlation:g}' if correlation else 'uncorrelated'}"


def _effect(of: pd.DataFrame) -> str:
    return str(of["effect"].iloc[0]).replace(" %", "%").replace("-", numbers.MINUS)
