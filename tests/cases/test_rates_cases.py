import pytest

from analysis import measures

pytestmark = pytest.mark.data

CHANGES = (
    "rates-pct-change-treated-hotspot", "rates-pct-change-control-null", "rates-pct-change-zero-after",
    "rates-pct-change-small-9-3", "rates-unequal-periods", "rates-ratio-snedecor", "rates-ratio-rothman-breast",
)  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_as_r_has_it(case, name):
    told = case(name)
    after, before = (told.data.iloc[row] for row in (0, 1))
    exposures = {"exposure_before": before["exposure"], "exposure_after": after["exposure"]}
    found = measures.change(int(before["count"]), int(after["count"]), **exposures)
    relative = before["exposure"] / after["exposure"]
    mid = measures.mid_p_limits(found.before, found.after, exposure_ratio=relative)
    told.check(
        estimate=found.ratio,
        ci_low=found.low,
        ci_high=found.high,
        p_central=found.p_exact,
        p_midp=found.p_mid,
        midp_ci_low=mid[0],
        midp_ci_high=mid[1],
    )
    if "pct_change" in told.quantity:
        told.check(pct_change=100 * (found.ratio - 1), pct_low=100 * (found.low - 1), pct_high=100 * (found.high - 1))


def test_another_program_has_the_same_mid_p(case):
    told = case("rates-ratio-rothman-breast")
    low, high = measures.mid_p_limits(15, 41, exposure_ratio=19017 / 28010)
    p = measures.mid_p(15, 41, exposure_ratio=19017 / 28010)
    told.check(epitools_midp_low=low, epitools_midp_high=high, epitools_midp_p=p)


def test_rates_have_the_limits_of_public_health(case):
    told = case("rates-byar-phe")
    for area, count, population in told.data[["Area", "count", "population"]].itertuples(index=False):
        for level, name in ((0.95, "95_0"), (0.998, "99_8")):
            found = measures.rate(int(count), population, per=100_000, level=level)
            limits = {f"{area}_lower{name}cl": found.low, f"{area}_upper{name}cl": found.high}
            told.check(**{f"{area}_rate": found.value}, **limits)


def test_homicides_in_boston_fell_by_the_published_ratio(case):
    told = case("its-boston-ceasefire")
    before, after = (told.data.loc[told.data["post"] == post, "homicides"] for post in (0, 1))
    exposures = {"exposure_before": len(before), "exposure_after": len(after)}
    found = measures.change(int(before.sum()), int(after.sum()), **exposures)
    told.check(before_total=found.before, after_total=found.after, before_months=len(before), after_months=len(after))
    told.check(exact_rr=found.ratio, exact_lo=found.low, exact_hi=found.high)


def test_four_of_fifteen_stand_out(case):
    told = case("counts-fdr-bh1995")
    assert sum(measures.discoveries(list(told.data["p"]))) == 4
