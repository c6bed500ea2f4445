"""The methods themselves: an explicit list, in the order in which a strategic assessment uses them."""

from __future__ import annotations

from typing import Final

from analysis.errors import MethodError, did_you_mean
from analysis.methods.evaluations import EVALUATIONS
from analysis.methods.method import Method

METHODS: Final = (
    Method(
        name="rate-ratio",
        question="Did a count change between two periods, and how sure?",
        entry="analysis.measures:change",
        section="Change between two counts",
        source="Przyborowski and Wilenski 1940; Clopper and Pearson 1934; Lancaster 1961",
        refuses=("small-total",),
    ),
    Method(
        name="rate",
        question="What is the rate per 1,000 people, with its interval?",
        entry="analysis.measures:rate",
        section="Rates",
        source="Breslow and Day 1987; OHID PHEindicatormethods",
        refuses=("no-population",),
    ),
    Method(
        name="year-on-year",
        question="How does the latest year compare with the year before?",
        entry="analysis.measures:year_on_year",
        section="Year on year, and before Covid",
        source="Przyborowski and Wilenski 1940; Clopper and Pearson 1934; Harville 1974; Gelman 2006",
        refuses=("few-matched-months", "no-dispersion", "no-periods", "recording-break", "small-total"),
    ),
    Method(
        name="before-covid",
        question="How does the latest year compare with before Covid?",
        entry="analysis.measures:before_covid",
        section="Year on year, and before Covid",
        source="Przyborowski and Wilenski 1940; Clopper and Pearson 1934; Harville 1974; Gelman 2006",
        refuses=(
            "few-matched-months", "no-dispersion", "no-periods", "no-periods-before", "recording-break", "small-total",
        ),
    ),
    Method(
        name="usual-swing",
        question="How much more than chance does a series swing?",
        entry="analysis.measures:series_dispersion",
        section="How much a series swings",
        source="McCullagh and Nelder 1989; von Neumann 1941; Harville 1974; Gelman 2006",
        refuses=("no-dispersion", "no-periods"),
    ),
    Method(
        name="trend",
        question="Where has a series been heading, in percent a year?",
        entry="analysis.trends:trend",
        section="Trend",
        source="Durbin and Koopman 2012; Harvey 1989",
        refuses=(
            "covid", "models-disagree", "no-periods", "not-straight", "small-counts", "too-short", "too-uncertain",
        ),
    ),
    Method(
        name="exceptional-month",
        question="Was one month out of the ordinary?",
        entry="analysis.exceptional:exceptional_month",
        section="Exceptional months",
        source="Farrington and others 1996; Noufaily and others 2013",
        refuses=("no-periods", "not-monthly", "small-counts", "too-short", "too-uncertain"),
    ),
    Method(
        name="control-chart",
        question="Is a series steady, and which months stand out?",
        entry="analysis.exceptional:control_chart",
        section="Control charts",
        source="NHS England, Making Data Count; Laney 2002",
        refuses=("not-monthly", "small-counts", "too-short"),
    ),
    Method(
        name="outlook",
        question="What may the months ahead bring?",
        entry="analysis.outlook:outlook",
        section="Outlook",
        source="Hyndman and others 2008; Assimakopoulos and Nikolopoulos 2000; Harvey and Fernandes 1989",
        refuses=("all-zero", "months-alone", "too-old", "too-short", "unproven-here"),
    ),
    Method(
        name="gi-star",
        question="Which places are hot or cold spots?",
        entry="analysis.places:gi_star",
        section="Hot spots",
        source="Getis and Ord 1992; Ord and Getis 1995",
        refuses=("all-alike", "few-places", "small-counts"),
    ),
    Method(
        name="moran",
        question="Do places with many stand beside places with many?",
        entry="analysis.places:moran",
        section="Hot spots",
        source="Moran 1950; Cliff and Ord 1981",
        refuses=("all-alike", "few-places", "small-counts"),
    ),
    Method(
        name="local-moran",
        question="Which places stand out among their neighbours?",
        entry="analysis.places:local_moran",
        section="Hot spots",
        source="Anselin 1995",
        refuses=("all-alike", "few-places", "small-counts"),
    ),
    Method(
        name="concentration",
        question="Is crime more concentrated than chance would have it?",
        entry="analysis.places:concentration",
        section="Concentration",
        source="Bernasco and Steenbeek 2017",
        refuses=("few-places", "no-records"),
    ),
    Method(
        name="accuracy",
        question="What was choosing places by an earlier count worth?",
        entry="analysis.places:accuracy",
        section="Places chosen beforehand",
        source="Chainey and others 2008; Hunt 2016",
        refuses=("no-records",),
    ),
    Method(
        name="peers",
        question="Where does an area stand beside others?",
        entry="analysis.peers:compare",
        section="Compared with other areas",
        source="Spiegelhalter 2005; Marshall 1991; Marshall and Spiegelhalter 1998",
        refuses=("few-peers", "few-peers-for-verdict", "small-counts"),
    ),
    Method(
        name="scoring",
        question="How do agencies' scores rank issues, and how sure?",
        entry="analysis.priorities:ranking",
        section="Scoring of priorities",
        source="Rubin 1981; Marshall and Spiegelhalter 1998",
        refuses=("few-scores",),
    ),
    Method(
        name="agreement",
        question="Do agencies agree on the order of issues?",
        entry="analysis.priorities:agreement",
        section="Scoring of priorities",
        source="Kendall and Babington Smith 1939",
        refuses=("few-agencies",),
    ),
    Method(
        name="cameron-trivedi",
        question="Do counts vary more around a model than chance allows?",
        entry="analysis.trends:cameron_trivedi",
        section="Trend",
        source="Cameron and Trivedi 1990",
    ),
    Method(
        name="ljung-box",
        question="Do a model's residuals hang together over time?",
        entry="analysis.trends:ljung_box",
        section="Trend",
        source="Ljung and Box 1978",
    ),
    Method(
        name="discoveries",
        question="Which changes stand out when many were looked at?",
        entry="analysis.measures:discoveries",
        section="Many comparisons",
        source="Benjamini and Hochberg 1995",
    ),
    Method(
        name="wilson",
        question="How sure is the percentage of a survey?",
        entry="analysis.targets:proportion",
        section="Targets",
        source="Wilson 1927",
        refuses=("no-sample-size",),
    ),
    Method(
        name="points-change",
        question="Did a percentage change from one survey to another?",
        entry="analysis.targets:points_change",
        section="Targets",
        source="Newcombe 1998",
        refuses=("no-sample-size",),
    ),
    Method(
        name="chance-of-target",
        question="How likely is a target to be met if nothing changes?",
        entry="analysis.targets:chance_of_meeting",
        section="Targets",
        source="Gelman and others, Bayesian Data Analysis, 2.7",
        refuses=("all-zero",),
    ),
    Method(
        name="open-target",
        question="How likely is an unfinished year to meet its target?",
        entry="analysis.targets:outlook",
        section="Targets",
        source="Gelman and others, Bayesian Data Analysis, 2.7",
        refuses=("all-zero", "missing-months", "no-periods", "not-open", "too-far", "too-old", "too-short"),
    ),
    Method(
        name="open-target-totals",
        question="The same, where only two totals are known?",
        entry="analysis.targets:outlook_from_totals",
        section="Targets",
        source="Gelman and others, Bayesian Data Analysis, 2.7",
        refuses=("all-zero", "not-open", "too-short"),
    ),
    Method(
        name="maintain-margin",
        question="Up to which count would next year be no clear rise?",
        entry="analysis.targets:maintain_margin",
        section="Targets",
        source="Clopper and Pearson 1934",
    ),
    Method(
        name="power",
        question="How large a change could a comparison see?",
        entry="analysis.evaluation.plain_power:power",
        section="Power",
        source="Gail 1974; Farrington and others 2007",
        refuses=("never-enough",),
    ),
    *EVALUATIONS,
    Method(
        name="displacement",
        question="Fewer in two places together, from counts alone?",
        entry="analysis.evaluation.displacement:weighted_displacement_difference",
        section="Displacement",
        source="Wheeler and Ratcliffe 2018",
    ),
    Method(
        name="displacement-quotient",
        question="Did crime move next door, or did the benefit spread?",
        entry="analysis.evaluation.designs.displacement_quotient:displacement_quotient",
        section="Displacement",
        source="Bowers and Johnson 2003; Guerette 2009",
        refuses=(
            "few-matched-months", "no-comparators", "no-dispersion", "no-periods", "no-periods-before", "no-success",
            "recording-break",
        ),
    ),
)  # fmt: skip
"""Only pure functions that reports use."""


def method_named(name: str) -> Method:
    """The method of this name; raises ``MethodError`` that names the nearest."""
    by_name = {each.name: each for each in METHODS}
    if name not in by_name:
        hint = did_you_mean(name, by_name)
        raise MethodError.at(f'"{name}"', f"is not a method{hint}", "csp method list shows them all.")
    return by_name[name]
