"""How often a method is wrong on simulated series: false positives by kind of series, with the rule drawn in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.error_rates_chart import Rate, error_rates_chart
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

UNIT: Final = "False positives: series without a change that are said to have changed"


def error_rates(frame: Published, caption: Caption, *, limit: float) -> Shown | CannotSay:
    """Draw ``frame``, a row per ``cell``; ``limit`` is the most false positives allowed, in percent.

    Columns: ``cell``, ``band`` (the kind of series), ``mean``, ``months``, ``false_positives`` with ``fp_low`` and
    ``fp_high``, ``refused``, ``coverage`` with ``cov_low`` and ``cov_high``, ``power``, ``width``; all in percent but
    ``mean`` and ``months``. Open dots are the shorter series. A frame without a rate is refused as ``CannotSay``.
    """
    known = [row for row in required(frame) if row.number("false_positives") is not None]
    if not known:
        return CannotSay("no rate has been measured", "no-data")
    shortest = min(row.number("months") or 0 for row in known)
    longest = max(row.number("months") or 0 for row in known)
    rates = [_rate(row, opened=row.number("months") == shortest != longest) for row in known]
    fields = [
        Field("cell", "Series"),
        Field("false_positives", "False positives", numbers.percent),
        Field("fp_low", "95% interval", numbers.percent, to="fp_high"),
        Field("refused", "Refused", numbers.percent),
        Field("coverage", "Interval holds the truth", numbers.percent),
        Field("cov_low", "95% interval of that", numbers.percent, to="cov_high"),
        Field("power", "Change found", numbers.percent),
        Field("width", "Width, points", numbers.decimal),
    ]
    figure = error_rates_chart(rates, limit, UNIT)
    return exhibit(
        frame, caption.noting(_legend(known)), fields, figure=figure, alt=_alt(known, caption.subtitle, limit),
        print_table=False,
    )  # fmt: skip


def _rate(row: Row, *, opened: bool) -> Rate:
    rate, low, high = (row.number(name) or 0.0 for name in ("false_positives", "fp_low", "fp_high"))
    return Rate(row.words("band"), rate, low, high, opened)


def _legend(rows: list[Row]) -> str:
    means, months = (list(dict.fromkeys(numbers.plain(row.number(n) or 0) for row in rows)) for n in ("mean", "months"))
    words = f"Within each band, from the top: a mean of {numbers.listed(means)} a month."
    dots = f" Open dot: {months[0]} months; filled dot: {months[-1]} months." if len(months) > 1 else ""
    return f"{words}{dots} Lines are 95% Monte Carlo intervals."


def _alt(rows: list[Row], subtitle: str, limit: float) -> str:
    above = [row for row in rows if (row.number("fp_low") or 0) > limit]
    highest = max(rows, key=lambda row: row.number("false_positives") or 0)
    most = numbers.percent(highest.number("false_positives") or 0)
    return (
        f"Dot chart with intervals: {subtitle.rstrip('.')}. Clearly above {numbers.plain(limit)}%: "
        f"{numbers.in_words(len(above)) if above else 'none'} of {numbers.count(len(rows))} kinds of series. "
        f"The highest is {most}, for {highest.words('cell')}."
    )
