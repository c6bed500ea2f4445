import numpy as np

from analysis.exceptional.control import runs, shifts


def test_points_on_the_centre_are_passed_over():
    found = runs([1, 5, 9, 9, 5, 1, 1, 1], 5)
    assert (found.useful, found.longest, found.crossings) == (6, 3, 2)


def test_what_is_unusual_depends_on_how_many_points_there_are():
    few, many = runs([1, 9] * 10, 5), runs([1, 9] * 50, 5)
    assert (few.longest_expected, few.crossings_expected) == (7, 6)
    assert many.longest_expected > few.longest_expected
    assert runs([5.0], 5).longest_expected == 0


def test_seven_in_a_row_are_a_shift_and_six_are_not():
    values = np.array([1.0] * 6 + [9.0] * 7 + [1.0])
    found = shifts(values, 5, np.ones(14, dtype=bool))
    assert list(np.flatnonzero(found)) == list(range(6, 13))


def test_a_gap_or_a_month_that_does_not_count_ends_a_run():
    values = np.array([9.0] * 12)
    usable = np.ones(12, dtype=bool)
    usable[6] = False
    assert not shifts(values, 5, usable).any()
    values[6] = np.nan
    assert not shifts(values, 5, usable).any()
