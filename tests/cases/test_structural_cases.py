import numpy as np
import pytest

from analysis import trends

pytestmark = pytest.mark.data


def test_the_seat_belt_law_in_the_structural_model_is_as_published(case):
    told = case("sts-seatbelt-structural")
    drivers = np.log(told.data["drivers"].to_numpy(dtype=float))
    months = np.eye(12)[np.arange(len(drivers)) % 12][:, 1:]
    law, petrol = told.data["law"].to_numpy(dtype=float), np.log(told.data["PetrolPrice"].to_numpy())
    full = trends.local_level(drivers, np.column_stack([law, petrol, months]))
    told.check(full_var_irregular=full.irregular, full_var_level=full.level)
    told.check(law_coef=full.coefficients[0], law_se=full.errors[0])
    told.check(petrol_coef=full.coefficients[1], petrol_se=full.errors[1])
    told.check(law_pct_effect=100 * np.expm1(full.coefficients[0]))
    alone = trends.local_level(drivers, np.column_stack([law, months]))
    told.check(law_only_coef=alone.coefficients[0], law_only_se=alone.errors[0])
    seasonal = trends.local_level(drivers, months)
    told.check(seas_var_irregular=seasonal.irregular, seas_var_level=seasonal.level)
