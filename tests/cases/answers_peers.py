"""Rates, their ratios and funnels: every quantity of the published cases, by the functions that reports use.

Methods that no report uses stand here, and ``UNUSED`` names what rests on them.
"""

from __future__ import annotations

import math

import numpy as np
from scipy import optimize, stats

from analysis.measures import change, count_limits, mid_p, mid_p_limits, rate
from analysis.peers import WIDE, funnel_limits

Z = float(stats.norm.ppf(0.975))


# --- ratios of two rates ----------------------------------------------------------------------------------------------
def _ratio(case):
    after, before = (case.data.iloc[row] for row in (0, 1))
    x0, x1 = int(before["count"]), int(after["count"])
    found = change(x0, x1, exposure_before=before["exposure"], exposure_after=after["exposure"])
    relative = before["exposure"] / after["exposure"]
    mid = mid_p_limits(x0, x1, exposure_ratio=relative)
    return {
        "estimate": found.ratio,
        "ci_low": found.poisson_low,
        "ci_high": found.poisson_high,
        "p_central": found.p_exact,
        "p_midp": found.p_mid,
        "p_minlike": minimum_likelihood_p(x0, x1, relative),
        "midp_ci_low": mid[0],
        "midp_ci_high": mid[1],
        "pct_change": 100 * (found.ratio - 1),
        "pct_low": 100 * (found.poisson_low - 1),
        "pct_high": 100 * (found.poisson_high - 1),
    }


def minimum_likelihood_p(before: int, after: int, relative: float) -> float:
    """R's two-sided p: the probability of every split of the total no more likely than the one seen."""
    total, share = before + after, 1 / (1 + relative)
    likelihood = stats.binom.pmf(np.arange(total + 1), total, share)
    return float(min(1.0, likelihood[likelihood <= likelihood[after] * (1 + 1e-7)].sum()))


def rates_ratio_snedecor(case):
    return {name: value for name, value in _ratio(case).items() if not name.startswith("pct")}


def rates_ratio_rothman_breast(case):
    x1, x0 = case.data["count"]
    t1, t0 = case.data["exposure"]
    low, high = mid_p_limits(x0, x1, exposure_ratio=t0 / t1)
    reach = Z * math.sqrt(1 / x1 + 1 / x0)
    together = (x1 + x0) / (t1 + t0)
    difference = x1 / t1 - x0 / t0
    # At a true ratio of 1.5 the count after is binomial given the total.
    share = 1.5 * t1 / (1.5 * t1 + t0)
    at_least = float(stats.binom.sf(x1 - 1, x1 + x0, share))
    return rates_ratio_snedecor(case) | {
        "epitools_midp_low": low,
        "epitools_midp_high": high,
        "epitools_midp_p": mid_p(x0, x1, exposure_ratio=t0 / t1),
        "wald_log_low": (x1 / t1) / (x0 / t0) * math.exp(-reach),
        "wald_log_high": (x1 / t1) / (x0 / t0) * math.exp(reach),
        "diff_wald_z": difference / math.sqrt(x1 / t1**2 + x0 / t0**2),
        "diff_score_z": difference / math.sqrt(together * (1 / t1 + 1 / t0)),
        "gu_exact_cond_p_onesided_R0_1.5": at_least,
        "gu_cond_midp_p_onesided_R0_1.5": at_least - float(stats.binom.pmf(x1, x1 + x0, share)) / 2,
    }


# --- one rate ---------------------------------------------------------------------------------------------------------
def rates_single_rate_ci(case):
    count, exposure = (int(case.data[name].iloc[0]) for name in ("count", "exposure"))
    found = rate(count, exposure, per=1)
    exact = exact_limits(count)
    centre, reach = count + Z**2 / 2, Z * math.sqrt(count + Z**2 / 4)
    tail = 0.025

    def mid(mean):
        return stats.poisson.cdf(count, mean) - stats.poisson.pmf(count, mean) / 2 - tail

    # DescTools' upper Byar limit adds the half that is its continuity correction, not the one of public health.
    up = count + 0.5
    byar = [up * (1 - 1 / (9 * up) + sign * Z / 3 * math.sqrt(1 / up)) ** 3 for sign in (-1, 1)]
    return {
        "rate": found.value,
        "exact_low": exact[0] / exposure,
        "exact_high": exact[1] / exposure,
        "score_low": (centre - reach) / exposure,
        "score_high": (centre + reach) / exposure,
        "wald_low": (count - Z * math.sqrt(count)) / exposure,
        "wald_high": (count + Z * math.sqrt(count)) / exposure,
        "byar_low": byar[0] / exposure,
        "byar_high": byar[1] / exposure,
        "midp_high": optimize.brentq(mid, count, 4 * count, xtol=1e-12) / exposure,
    }


def exact_limits(count: float, level: float = 0.95) -> tuple[float, float]:
    """Chi-square limits of a Poisson mean, whatever the count (reports use them under ten)."""
    tail = (1 - level) / 2
    low = float(stats.chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
    return low, float(stats.chi2.ppf(1 - tail, 2 * count + 2)) / 2


def rates_byar_phe(case):
    answers = {}
    for area, count, people in case.data[["Area", "count", "population"]].itertuples(index=False):
        for level, name in ((0.95, "95_0"), (0.998, "99_8")):
            found = rate(int(count), people, per=100_000, level=level)
            answers |= {
                f"{area}_rate": found.value,
                f"{area}_lower{name}cl": found.low,
                f"{area}_upper{name}cl": found.high,
            }
    return answers


def rates_etest_krishnamoorthy(case):
    return {f"p_{a}_{b}": e_test(int(a), int(b)) for a, b in case.data[["k1", "k2"]].itertuples(index=False)}


def e_test(first: int, second: int) -> float:
    """The E-test of two Poisson means over equal exposures (Krishnamoorthy and Thomson 2004), two-sided."""
    mean = (first + second) / 2
    grid = np.arange(int(mean + 20 * math.sqrt(mean + 1)) + 20)
    weights = stats.poisson.pmf(grid, mean)
    a, b = grid[:, None], grid[None, :]
    with np.errstate(invalid="ignore"):
        statistic = np.nan_to_num(np.abs(a - b) / np.sqrt(a + b))
    seen = abs(first - second) / math.sqrt(first + second)
    return float((weights[:, None] * weights[None, :])[statistic >= seen - 1e-12].sum())


# --- funnels ----------------------------------------------------------------------------------------------------------
def funnel_overdispersed_spiegelhalter(case):
    seen, due = (case.data[name].to_numpy(float) for name in ("numerator", "denominator"))
    z = np.sqrt(due) * np.log(seen / due)
    kept = _middle(z)
    phi, tau2 = moment_spread(z[kept], due[kept])
    answers = {"phi": phi, "tau2": tau2, "z": z}
    for level, name in ((0.95, "95"), (WIDE, "998")):
        low, high = funnel_limits(due, tau2, level)
        answers |= {f"odll{name}": low, f"odul{name}": high}
        poisson = np.array([exact_limits(n, level) for n in (15, 20, 30)]) / [[15], [20], [30]]
        answers |= {f"poisson_ll{name}_n15_20_30": poisson[:, 0], f"poisson_ul{name}_n15_20_30": poisson[:, 1]}
    answers |= dict(zip(("cqc_phi_trim10", "cqc_tau2_trim10"), winsorised_spread(seen, due), strict=True))
    wanted = case.quantity
    return {name: _first(answers[name], wanted[name]["value"]) for name in wanted}


def _first(answer, value):
    return answer if np.ndim(answer) == 0 else [float(x) for x in answer[: len(value)]]


def _middle(z):
    """What is left when the highest and lowest tenth are cut off."""
    tenth = np.floor(stats.rankdata(z, method="average") * 10 / (len(z) + 1))
    return (tenth > 0) & (tenth < 9)


def moment_spread(z, expected):
    """Spiegelhalter's phi and DerSimonian and Laird's tau squared of z scores."""
    n, phi = len(z), float(np.mean(z**2))
    return phi, max(0.0, float((n * phi - (n - 1)) / (expected.sum() - (expected**2).sum() / expected.sum())))


def winsorised_spread(seen, due):
    """The same of square roots, the outer tenths drawn in (Care Quality Commission)."""
    error = 1 / (2 * np.sqrt(due))
    z = (np.sqrt(seen / due) - 1) / error
    low, high = np.quantile(z, [0.1, 0.9])
    z, weights = np.clip(z, low, high), 1 / error**2
    n, phi = len(z), float(np.mean(z**2))
    return phi, max(0.0, float((n * phi - (n - 1)) / (weights.sum() - (weights**2).sum() / weights.sum())))


def funnel_crude_rate_phe(case):
    expected = list(case.table("expected_flags.csv")["crude_per_100000_with_0"])
    group = case.data["events"].sum() / case.data["population"].sum()
    flags = [_flag(int(e), group * n) for e, n in case.data[["events", "population"]].itertuples(index=False)]
    agree = float(np.mean([mine == theirs for mine, theirs in zip(flags, expected, strict=True)]))
    names = ("High (0.001)", "Not significant", "Low (0.001)", "High (0.025)", "Low (0.025)")
    return {"agreement_with_published_flags": agree} | {f"n_{name}": float(flags.count(name)) for name in names}


def _flag(count, due):
    for level, tail in ((WIDE, "0.001"), (0.95, "0.025")):
        low, high = count_limits(count, level)
        if low > due:
            return f"High ({tail})"
        if high < due:
            return f"Low ({tail})"
    return "Not significant"


ANSWERS = {
    "rates-pct-change-treated-hotspot": _ratio,
    "rates-pct-change-control-null": _ratio,
    "rates-pct-change-zero-after": _ratio,
    "rates-pct-change-small-9-3": _ratio,
    "rates-unequal-periods": _ratio,
    "rates-ratio-snedecor": rates_ratio_snedecor,
    "rates-ratio-rothman-breast": rates_ratio_rothman_breast,
    "rates-single-rate-ci": rates_single_rate_ci,
    "rates-byar-phe": rates_byar_phe,
    "rates-etest-krishnamoorthy": rates_etest_krishnamoorthy,
    "funnel-overdispersed-spiegelhalter": funnel_overdispersed_spiegelhalter,
    "funnel-crude-rate-phe": funnel_crude_rate_phe,
}

_CHANGES = [name for name, answer in ANSWERS.items() if answer in (_ratio, rates_ratio_snedecor)]
UNUSED = {case: ["p_minlike"] for case in _CHANGES} | {
    "rates-ratio-rothman-breast": [
        "p_minlike", "wald_log_low", "wald_log_high", "diff_wald_z", "diff_score_z", "gu_exact_cond_p_onesided_R0_1.5",
        "gu_cond_midp_p_onesided_R0_1.5",
    ],
    "rates-single-rate-ci": [
        "exact_low", "exact_high", "score_low", "score_high", "wald_low", "wald_high", "byar_low", "byar_high",
        "midp_high",
    ],
    "rates-etest-krishnamoorthy": ["p_0_3", "p_6_2", "p_20_10"],
    "funnel-overdispersed-spiegelhalter": [
        "phi", "tau2", "z", "cqc_phi_trim10", "cqc_tau2_trim10", "poisson_ll95_n15_20_30", "poisson_ul95_n15_20_30",
        "poisson_ll998_n15_20_30", "poisson_ul998_n15_20_30",
    ],
}  # fmt: skip
"""By case, what rests on methods that no report uses."""
