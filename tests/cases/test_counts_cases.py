import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats

from analysis import trends

pytestmark = pytest.mark.data


def factors(frame):
    return pd.get_dummies(frame, drop_first=True, dtype=float).to_numpy()


def test_recreation_trips_are_overdispersed_as_published(case):
    told = case("counts-overdispersion-recreation")
    counts = told.data["trips"].to_numpy(dtype=float)
    columns = factors(told.data.drop(columns="trips"))
    plain = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit().fittedvalues
    linear, quadratic = trends.cameron_trivedi(counts, plain), trends.cameron_trivedi(counts, plain, quadratic=True)
    told.check(z=linear.z, p=linear.p, dispersion=linear.dispersion)
    told.check(nb2_z=quadratic.z, nb2_p=quadratic.p, nb2_alpha=quadratic.dispersion)
    told.check(nb_theta=trends.count_model(counts, columns).theta)


def test_school_absence_is_negative_binomial_as_in_the_book(case):
    told = case("counts-nb-quine")
    columns = factors(told.data.drop(columns="Days"))
    found = trends.count_model(told.data["Days"].to_numpy(dtype=float), columns)
    names = ["(Intercept)", "EthN", "SexM", "AgeF1", "AgeF2", "AgeF3", "LrnSL"]
    assert found.family == "negative binomial"
    told.check(theta=found.theta, poisson_pearson_dispersion=found.phi)
    told.check(**{f"coef_{name}": value for name, value in zip(names, found.coefficients, strict=True)})
    told.check(**{f"se_{name}": value for name, value in zip(names, found.errors, strict=True)})


def test_lake_huron_is_autocorrelated_as_in_r(case):
    told = case("counts-autocorrelation-lakehuron")
    levels = told.data["level"].to_numpy(dtype=float)
    for lags in (1, 5, 12):
        published = stats.chi2.sf(told.quantity[f"ljung_box_Q{lags}"]["value"], lags)
        assert trends.ljung_box(levels, lags) == pytest.approx(published, rel=1e-4)


def test_the_smoking_ban_in_sicily_has_its_published_dispersion_and_ratio(case):
    told = case("its-sicily-negbin")
    month = 2 * np.pi * told.data["month"] / 12
    season = [each(k * month) for k in (1, 2) for each in (np.sin, np.cos)]
    columns = np.column_stack([told.data["smokban"], told.data["time"], *season])
    found = trends.count_model(told.data["aces"].to_numpy(dtype=float), columns, np.log(told.data["stdpop"].to_numpy()))
    assert found.family == "negative binomial"
    ratio, error = found.coefficients[1], found.errors[1]
    told.check(nb_rr=np.exp(ratio), nb_lo=np.exp(ratio - 1.959964 * error), nb_hi=np.exp(ratio + 1.959964 * error))
    told.check(nb_theta=found.theta)
    case("its-sicily-smoking-ban").check(seas_dispersion=found.phi)


def test_drivers_killed_before_and_after_the_seat_belt_law(case):
    told = case("its-seatbelts-drivers")
    months = np.eye(12)[told.data["month"] - 1][:, 1:]
    columns = np.column_stack([told.data["law"], told.data["time"], months])
    found = trends.count_model(told.data["DriversKilled"].to_numpy(dtype=float), columns)
    law, error = found.coefficients[1], found.errors[1]
    told.check(killed_nb_rr=np.exp(law), killed_nb_lo=np.exp(law - 1.959964 * error))
    told.check(killed_nb_hi=np.exp(law + 1.959964 * error), killed_theta=found.theta, killed_dispersion=found.phi)
