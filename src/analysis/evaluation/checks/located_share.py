"""Whether a change in the share of records with a location would explain the effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult
from analysis.evaluation.checks.wording import VERDICTS, change_words, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Place, Setting


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Ask again with every place's counts brought to one share of records with a location.

    Counts are scaled to the mean share and not to all records, so that they are no larger than what was counted and
    vary no less by chance. ``located`` is of the forces that the places lie in, all of them together.
    """
    if setting.located is None:
        return CannotSay(
            "figures of this kind are not told apart by whether a record has a location", "no-located-share"
        )
    used = setting.before.union(setting.after)
    frame = setting.located.reindex(used)
    if not (frame["placed"] > 0).all():
        return CannotSay("the share of records with a location is not known in every period used", "no-located-share")
    share = (frame["placed"] / frame["kept"]).astype("float64")
    sides = [
        frame.loc[each, "placed"].sum() / frame.loc[each, "kept"].sum() for each in (setting.before, setting.after)
    ]
    allowed = design(_brought(setting, share))
    if not said(allowed):
        return allowed
    changed = allowed.verdict != effect.verdict
    return CheckResult(
        "failed" if changed else "passed",
        _words(effect, allowed, sides[0], sides[1], changed),
        (row("as counted", effect), row("with one share throughout", allowed)),
        {"before": float(sides[0]), "after": float(sides[1]), "percent": allowed.percent},
    )


def _brought(setting: Setting, share: pd.Series) -> Setting:
    factor = share.mean() / share

    def scaled(place: Place) -> Place:
        counts = place.series.astype("Float64") * factor.reindex(place.series.index).fillna(1.0).astype("Float64")
        return replace(place, series=pd.Series(np.rint(counts), index=place.series.index).astype("Int64"))

    buffer, control = (None if each is None else scaled(each) for each in (setting.buffer, setting.buffer_control))
    return replace(
        setting, treated=scaled(setting.treated), comparators=tuple(map(scaled, setting.comparators)), buffer=buffer,
        buffer_control=control,
    )  # fmt: skip


def _words(effect: Effect, allowed: Effect, before: float, after: float, changed: bool) -> str:
    looked = (
        f"Only records with a location are counted here. {numbers.percent(100 * before)} of them had one before the "
        f"start and {numbers.percent(100 * after)} after it. As counted the effect is {change_words(effect)}, "
        f"{VERDICTS[effect.verdict]}; with one share throughout it is {change_words(allowed)}, "
        f"{VERDICTS[allowed.verdict]}."
    )
    if changed:
        return f"{looked} So the verdict may come from where records were placed, and not from what happened."
    return f"{looked} So how many records were placed does not explain the result."


CHECK: Final = Check(
    "located-share", "Records without a location", "Could it come from more or fewer records being placed on the map?",
    2, run,
)  # fmt: skip
