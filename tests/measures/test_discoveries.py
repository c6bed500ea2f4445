import pytest

from analysis import measures

BENJAMINI_HOCHBERG_1995 = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1,
]  # fmt: skip


def test_the_published_example_finds_four():
    assert measures.discoveries(BENJAMINI_HOCHBERG_1995) == (*[True] * 4, *[False] * 11)


def test_the_order_given_is_kept():
    assert measures.discoveries([0.5, 0.001, 0.9]) == (False, True, False)


def test_a_later_p_that_passes_carries_the_earlier_ones():
    assert measures.discoveries([0.03, 0.04, 0.045]) == (True, True, True)


@pytest.mark.parametrize("ps", [[], [0.06], [0.9, 0.2, 0.3]])
def test_nothing_stands_out_of_nothing(ps):
    assert not any(measures.discoveries(ps))
