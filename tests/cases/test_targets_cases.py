import pytest

from analysis import targets

pytestmark = pytest.mark.data


def test_next_years_airline_accidents_have_the_published_chances(case):
    told = case("target-gamma-poisson-airline")
    count, years = int(told.data["fatal_accidents"].sum()), len(told.data)
    told.check(sum=count)
    told.check(**{f"p_at_most_{n}": targets.chance_at_most(n, count, exposure=years) for n in (16, 20)})
