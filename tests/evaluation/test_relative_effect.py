import numpy as np
import pytest
import statsmodels.api as sm

from analysis.evaluation.relative_effect import relative_effect


def test_it_is_what_poisson_regression_prints():
    # each count in two parts, so that the regression has something left over
    counts = np.array([100.0, 106, 50, 60, 150, 158, 160, 158])
    group, after = np.repeat([1, 1, 0, 0], 2), np.repeat([0, 1, 0, 1], 2)
    model = sm.GLM(counts, sm.add_constant(np.column_stack([group, after, group * after])), sm.families.Poisson())
    fit = model.fit(tol=1e-12)
    found = relative_effect((206, 110), (308, 318))
    assert (found.log, found.error) == pytest.approx((fit.params[3], fit.bse[3]), rel=1e-6)
    assert (found.low, found.high) == pytest.approx(tuple(np.exp(fit.conf_int()[3])), rel=1e-6)
    assert found.p == pytest.approx(fit.pvalues[3], rel=1e-5)


def test_dispersion_widens_by_its_root_and_never_narrows():
    plain, wide, narrow = (relative_effect((90, 60), (80, 85), dispersion=each) for each in (1, 4, 0.2))
    assert wide.error == pytest.approx(2 * plain.error)
    assert narrow == plain


def test_swapping_the_places_inverts_it():
    one, other = relative_effect((90, 60), (80, 85)), relative_effect((80, 85), (90, 60))
    assert one.rrr == pytest.approx(other.effect_size)
    assert one.low == pytest.approx(1 / other.high)


@pytest.mark.parametrize("counts", [((0, 1), (1, 1)), ((1, 1), (1, -1))])
def test_a_count_of_nought_has_no_ratio(counts):
    with pytest.raises(ValueError, match="above 0"):
        relative_effect(*counts)
