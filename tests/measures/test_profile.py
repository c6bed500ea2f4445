import pandas as pd
import pytest

from analysis import measures
from analysis.cannot_say import CannotSay
from analysis.counts import counts_frame
from analysis.errors import SourceError


@pytest.fixture
def counts(frame):
    return frame(
        "2020-12",
        {("A", "drugs"): [5] * 24, ("A", "anti-social-behaviour"): [50] * 24, ("A", "robbery"): [1] * 12 + [2] * 12},
    )


SLUGS = ("anti-social-behaviour", "drugs", "robbery")


def test_anti_social_behaviour_is_never_summed_with_crime(counts):
    found = measures.profile(counts, measures.street_lines(SLUGS))
    assert found.line("all-crime").latest == 12 * (5 + 2)
    assert found.line("anti-social-behaviour").latest == 600
    assert [each.category for each in found.lines] == ["all-crime", *SLUGS]


def test_a_line_has_both_years_the_change_the_rate_and_the_series(counts):
    line = measures.profile(counts, measures.street_lines(SLUGS), population=1000).line("robbery")
    assert (line.latest, line.previous) == (24, 12)
    assert (line.change.change.before, line.change.change.after) == (12, 24)
    assert line.rate.value == 24
    assert line.series[0] == (pd.Period("2020-12", freq="M"), 1)


def test_an_incomplete_year_has_no_total_and_no_rate(frame):
    counts = frame("2020-12", {("A", "drugs"): [5] * 20 + [None] + [5] * 3})
    line = measures.profile(counts, {"drugs": ["drugs"]}, population=1000).line("drugs")
    assert line.latest is None
    assert line.previous == 60
    assert isinstance(line.rate, CannotSay)
    assert (line.change.change.before, line.change.change.after) == (55, 55)
    assert (pd.Period("2022-08", freq="M"), None) in line.series


def test_a_category_that_was_not_counted_says_nothing(counts):
    line = measures.profile(counts, {"burglary": ["burglary"]}).line("burglary")
    assert (line.latest, line.previous) == (None, None)
    assert isinstance(line.change, CannotSay)


def test_a_break_touches_only_the_lines_it_bears_on(counts, step):
    found = measures.profile(counts, measures.street_lines(SLUGS), breaks=[step], force="loamshire")
    assert isinstance(found.line("drugs").change, CannotSay)
    assert isinstance(found.line("all-crime").change, CannotSay)
    assert not isinstance(found.line("robbery").change, CannotSay)


def test_a_published_total_is_a_line_of_its_own_and_never_added_to_its_parts(frame):
    counts = frame("2020-12", {("A", "all-crimes"): [9] * 24, ("A", "part-one"): [4] * 24, ("A", "part-two"): [5] * 24})
    found = measures.profile(counts, {slug: [slug] for slug in ("all-crimes", "part-one", "part-two")})
    assert [each.latest for each in found.lines] == [108, 48, 60]


def test_an_earlier_end_hides_what_came_later(counts):
    found = measures.profile(
        counts, measures.street_lines(SLUGS), window=measures.latest_year(pd.Period("2022-05", freq="M"))
    )
    assert found.latest.text == "year ending May 2022"
    assert str(found.line("drugs").series[-1][0]) == "2022-05"


def test_an_unknown_slug_is_refused_by_name():
    with pytest.raises(SourceError, match='did you mean "robbery"'):
        measures.street_lines(["robery"])


def test_only_anti_social_behaviour_is_asb():
    assert [slug for slug in SLUGS if measures.is_asb(slug)] == ["anti-social-behaviour"]


def test_a_period_shorter_than_a_year_is_totalled_as_it_is():
    frame = pd.DataFrame(
        [("a", f"2022-{m:02d}", s, 20, "present") for m in range(1, 12) for s in SLUGS],
        columns=["area", "month", "category", "count", "status"],
    )
    window = measures.Window(pd.Period("2022-01", freq="M"), pd.Period("2022-11", freq="M"))
    found = measures.profile(counts_frame(frame), measures.street_lines(SLUGS), window=window)
    assert found.latest.text == "January to November 2022"
    assert [line.latest for line in found.lines if line.category in SLUGS] == [220] * len(SLUGS)
    assert all(isinstance(line.change, CannotSay) for line in found.lines)
