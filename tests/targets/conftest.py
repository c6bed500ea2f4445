"""Indicators as a partnership declares them."""

import pytest

from analysis.params.indicator import Indicator


@pytest.fixture
def indicator():
    """Make an indicator from what matters to a test; the rest is a plain count where lower is better."""

    def make(**given):
        plain = {
            "id": "ni", "group": "2010/11", "name": "Incidents", "unit": "count", "direction": "lower",
            "baseline_period": "2009/10", "target_period": "2010/11", "rule": "at most",
        }  # fmt: skip
        return Indicator.model_validate(plain | given)

    return make
