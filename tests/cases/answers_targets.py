"""The chance of meeting a target, from the method that reports use; ``UNUSED`` names what rests on another."""

from __future__ import annotations

from itertools import count as counting

from scipy import stats

from analysis.targets import chance_at_most


def target_gamma_poisson_airline(case):
    total, years = int(case.data["fatal_accidents"].sum()), len(case.data)

    def at_most(accidents):
        return chance_at_most(accidents, total, exposure=years)

    return {
        "sum": total,
        # The mean of a count is the sum of its chances of being more than 0, 1, 2 ...
        "pred_mean": sum(1 - at_most(n) for n in range(400)),
        "pred_low95": next(n for n in counting() if at_most(n) >= 0.025),
        "pred_high95": next(n for n in counting() if at_most(n) >= 0.975),
        "p_at_most_20": at_most(20),
        "p_at_most_16": at_most(16),
        "plugin_poisson_p_at_most_20": stats.poisson.cdf(20, total / years),
    }


ANSWERS = {"target-gamma-poisson-airline": target_gamma_poisson_airline}
UNUSED = {"target-gamma-poisson-airline": {"plugin_poisson_p_at_most_20"}}
