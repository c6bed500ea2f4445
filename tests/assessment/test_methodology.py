"""The document on methods: it shows the evidence as it is, misses as misses, and what is not there as not there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from analysis.assessment.methodology import TOPICS, Evidence, Methodology
from analysis.assessment.methodology.error_rates_of_one import band
from analysis.assessment.methodology.evidence import read_evidence
from analysis.assessment.methodology.refusals import refusals_in
from analysis.assessment.methodology.reproduced import headline
from analysis.assessment.methodology.topics import topic_of
from analysis.blocks import Exhibit, Note
from analysis.errors import RunError
from analysis.measures import LEAST

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.blocks import Spans
    from analysis.exhibits import Display

METHODS = """# Methods

## Rules of refusal

| rule | refuses | because |
|---|---|---|
| `covid` | trend | it hangs on the Covid months |
| `no-a`, `no-b` | all | no period is known |
"""
CASES = pd.DataFrame(
    [
        ("rates-byar-phe", "lower", "1.5", "0.1", "1.55", "yes", "yes", ""),
        ("rates-byar-phe", "upper", "3.5", "0.1", "3.9", "no", "yes", "another definition"),
        ("rates-single-rate-ci", "wald", "2", "0.1", "2", "yes", "no", ""),
        ("forecast-x", "m", "1", "0.1", "", "not answered", "no", "no forecasts are given"),
        ("forecast-x", "n", "1", "0.1", "", "not answered", "no", "no forecasts are given"),
    ],
    columns=["case", "quantity", "published", "tolerance", "ours", "agrees", "used", "why"],
).assign(what="A result.", origin="published", source="A paper", family="rates")
UNMEASURED = ("", "", "", "not measured")
STUDY = pd.DataFrame(
    [
        ("trend", "a", "2", "1", "0", "36", "4.00", "3.00", "5.20", "met", "95.00", "94.0", "96.0", "met"),
        ("trend", "b", "40", "3", "0.6", "60", "9.00", "8.00", "10.20", "missed", "94.00", "93.1", "95.0", "met"),
        ("trend", "c", "40", "1", "0", "60", "6.50", "5.80", "7.40", "borderline", "90.00", "88", "92", "missed"),
        ("trend, bare percentage", "a", "2", "1", "0", "36", "50.00", "45.00", "55.00", "missed", *UNMEASURED),
    ],
    columns=[
        "method", "cell", "mean", "dispersion", "ar", "months", "false_positives", "fp_low", "fp_high", "fp_rule",
        "coverage", "cov_low", "cov_high", "coverage_rule",
    ],
).assign(series="2000", refused="3", verdicts="1900", power="40", width="30", effect="-10 % a year")  # fmt: skip


def document(**tables: pd.DataFrame) -> Methodology:
    return Methodology(Evidence("0.1.0", METHODS, tables, {"methods.md": "ab" * 32}))


def exhibit(shown: Display, slug: str) -> Exhibit:
    return next(block for block in shown.blocks if isinstance(block, Exhibit) and block.slug == slug)


def words_of(spans: Spans) -> str:
    return "".join(getattr(span, "text", "") for span in spans)


def cells(shown: Exhibit) -> list[list[str]]:
    return [[cell.text for cell in row] for row in shown.table.rows]


def test_a_topic_shows_its_cases_with_what_agrees_and_what_does_not() -> None:
    found = exhibit(document(cases=CASES).reproduced("rates"), "reproduced-rates")
    assert found.headline == "2 of 3 numbers reproduced, one missed"
    assert cells(found) == [
        ["A result", "published", "2", "1", "1", "0"],
        ["A result", "published", "1", "1", "0", "0"],
    ]
    assert "A paper" in found.csv
    assert "by a method that no report uses" in found.notes[0]


def test_a_miss_is_shown_as_a_miss_with_both_figures_and_why() -> None:
    found = exhibit(document(cases=CASES).reproduced_in_all(), "missed")
    assert cells(found) == [["rates-byar-phe", "upper", "3.5", "0.1", "3.9", "another definition"]]


def test_what_is_not_answered_says_why() -> None:
    found = exhibit(document(cases=CASES).reproduced_in_all(), "not-answered")
    assert cells(found) == [["forecast-x", "2", "no forecasts are given"]]
    assert "m, n" in found.csv


def test_without_a_miss_no_table_of_misses_is_shown() -> None:
    shown = document(cases=CASES[CASES["agrees"] == "yes"]).reproduced_in_all()
    assert [block.slug for block in shown.blocks if isinstance(block, Exhibit)] == ["reproduced-in-all"]
    assert "not answered" not in " ".join(words_of(b.spans) for b in shown.blocks if b.kind == "paragraph")


@pytest.mark.parametrize(
    ("agrees", "said"),
    [
        (["yes"], "The one number is reproduced"),
        (["yes", "yes"], "All 2 numbers reproduced"),
        (["yes", "no", "not answered"], "1 of 3 numbers reproduced, one missed and one not answered"),
    ],
)
def test_a_headline_counts_what_is_reproduced(agrees: list[str], said: str) -> None:
    assert headline(pd.DataFrame({"agrees": agrees})) == said


def test_every_committed_case_has_a_topic_that_the_notebook_shows(root: Path) -> None:
    cases = pd.read_csv(root / "docs" / "evidence" / "cases.csv", dtype=str)
    notebook = json.loads((root / "notebooks" / "methodology.ipynb").read_text(encoding="utf-8"))
    shown = set(re.findall(r'report\.reproduced\("(\w+)"\)', json.dumps(notebook).replace("\\", "")))
    assert {topic_of(name) for name in cases["case"]} <= shown <= set(TOPICS)
    assert topic_of("counts-fdr-bh1995") == "many"
    with pytest.raises(KeyError):
        topic_of("unheard-of")


def test_evidence_that_is_not_there_is_said_to_be_missing() -> None:
    bare = document()
    for shown in (bare.reproduced("rates"), bare.reproduced_in_all()):
        assert [block.title for block in shown.blocks if isinstance(block, Note)] == ["Not measured"]
    assert len(bare.in_short().blocks[0].items) == 1  # type: ignore[union-attr]


def test_without_the_study_its_rates_are_said_to_be_missing_and_the_smaller_simulations_are_pointed_to() -> None:
    (only,) = document().error_rates().blocks
    assert isinstance(only, Note)
    assert only.title == "The study is not here"
    assert "smaller simulations, stands below" in words_of(only.spans)
    assert "so no error rate is given" not in words_of(only.spans)


def test_numbers_reproduced_are_told_apart_by_whether_a_report_uses_the_method() -> None:
    first, why, reasons, *_ = document(cases=CASES).reproduced_in_all().blocks
    assert first.kind == why.kind == "paragraph"
    assert words_of(first.spans).startswith(
        "Two numbers are reproduced: one by methods that reports use, one by methods that no report uses."
    )
    assert words_of(why.spans) == "Two numbers are not answered. Why, with how many:"
    assert reasons.kind == "list"
    assert [words_of(each) for each in reasons.items] == ["No forecasts are given: 2."]


def test_the_rules_of_refusal_are_those_of_the_page_of_methods(root: Path) -> None:
    found = exhibit(document().refusals(), "refusals")
    assert found.headline == "3 rules say when no answer is given"
    assert cells(found) == [
        ["All", "no period is known", "no-a, no-b"],
        ["Trend", "it hangs on the Covid months", "covid"],
    ]
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8")
    assert len(refusals_in(page)) == page.partition("## Rules of refusal")[2].count("\n| `")
    with pytest.raises(RunError, match="has no table"):
        refusals_in("# Methods")


def test_how_much_data_a_statement_needs_is_what_the_program_has() -> None:
    found = exhibit(document().least_data(), "least-data")
    assert len(found.table.rows) == len(LEAST)


def test_error_rates_tell_every_method_and_where_a_rule_is_missed() -> None:
    shown = document(calibration=STUDY).error_rates()
    assert shown.blocks[0].kind == "paragraph"
    assert words_of(shown.blocks[0].spans).endswith("Each case rests on 2,000 series without a change.")
    lines = cells(exhibit(shown, "error-rates"))
    assert lines[0] == ["Trend", "3", "in one; borderline in one", "9.0%", "in one", "90.0%"]
    assert lines[1] == ["Trend, bare percentage", "1", "in one", "50.0%", "not measured", "[z]"]
    assert "in one of 3 cases" in exhibit(shown, "error-rates").headline
    assert [row[0] for row in cells(exhibit(shown, "rules-missed"))] == ["b", "c"]


def test_a_method_that_reports_use_is_drawn_over_all_kinds_of_series() -> None:
    shown = document(calibration=STUDY).error_rates()
    assert [block.slug for block in shown.blocks if isinstance(block, Exhibit)][2:] == ["false-positives-trend"]
    drawn = exhibit(shown, "false-positives-trend")
    assert drawn.headline == "Trend: at most 9.0% false positives on any kind of series simulated"
    assert drawn.chart is not None
    assert "Clearly above 7%: one of 3 kinds of series" in drawn.chart.alt
    assert "−10% a year" in drawn.notes[0]


def test_no_rule_missed_is_no_table_of_misses() -> None:
    shown = document(calibration=STUDY[STUDY["cell"] == "a"]).error_rates()
    assert "rules-missed" not in [block.slug for block in shown.blocks if isinstance(block, Exhibit)]


@pytest.mark.parametrize(
    ("dispersion", "correlation", "words"),
    [
        (1, 0, "independent incidents"),
        (1.5, 0, "variance times 1.5, uncorrelated"),
        (3, 0.6, "variance times 3, correlated 0.6"),
    ],
)
def test_a_kind_of_series_is_named(dispersion: float, correlation: float, words: str) -> None:
    assert band(dispersion, correlation) == words


def test_the_most_important_figures_come_first() -> None:
    figures = document(cases=CASES, calibration=STUDY).in_short().blocks[0].items  # type: ignore[union-attr]
    assert [each.value for each in figures] == ["2 of 5", "2 of 3", "3"]
    assert figures[1].detail.endswith("the rule is at most 7%; one borderline")
    assert figures[0].detail == (
        "one by methods that reports use, one by methods that no report uses; one missed, two not answered"
    )


def test_the_front_speaks_for_no_partnership() -> None:
    front = document().front().blocks[0]
    assert front.kind == "front"
    assert (front.period, front.status, front.edition) == ("", "", "0.1.0")
    assert "Of no partnership" in front.statement
    one = document(cases=CASES).front().blocks[0]
    assert one.kind == "front"
    assert "one table of evidence" in words_of(one.details[2].spans)


def test_a_folder_is_read_with_its_hashes(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "cases.csv").write_text("case,ours\nrates-x,\n")
    (tmp_path / "methods.md").write_text(METHODS)
    (tmp_path / "inputs.json").write_text(
        json.dumps({"edition": "0.1.0", "declared": "ab", "slices": {"cases.csv": "cd"}})
    )
    found = read_evidence(tmp_path)
    assert found.hashes == {"methods.md": "ab", "cases.csv": "cd"}
    assert found.table("cases").to_dict("records") == [{"case": "rates-x", "ours": ""}]  # type: ignore[union-attr]
    assert found.table("calibration") is None


PAGE = """# Methods

## Trend

`analysis.trends.trend`. A line,
and more of it.

1. **One** thing
   that goes on.
2. Another, at 5 %.

    max(1, phi)

- a bullet with **`code`**

### False alarms

| months | rate |
|---|---|
| 36 | `4` % |

The end.

## Next

Not shown.
"""


def test_a_method_is_shown_in_full_as_the_page_has_it() -> None:
    blocks = Methodology(Evidence("0.1.0", PAGE, {}, {})).detail("Trend").blocks
    assert [block.kind for block in blocks] == [
        "heading", "paragraph", "list", "paragraph", "list", "heading", "exhibit", "paragraph",
    ]  # fmt: skip
    words = [
        ["".join(getattr(span, "text", "") for span in spans) for spans in block.items]
        for block in blocks
        if block.kind == "list"
    ]  # type: ignore[arg-type]
    assert words == [["One thing that goes on.", "Another, at 5%."], ["a bullet with code"]]
    assert [block.ordered for block in blocks if block.kind == "list"] == [True, False]
    first = blocks[1]
    assert first.kind == "paragraph"
    assert [(span.kind == "text" and span.style) for span in first.spans] == ["code", "plain"]
    table = next(block for block in blocks if isinstance(block, Exhibit))
    assert (table.headline, table.subtitle) == ("False alarms", "Trend: False alarms, by months")
    captioned = PAGE.replace("| months |", "Table: Said of nothing. Share of `a`, at 5 %\n\n| months |")
    blocks = Methodology(Evidence("0.1.0", captioned, {}, {})).detail("Trend").blocks
    table = next(block for block in blocks if isinstance(block, Exhibit))
    assert (table.headline, table.subtitle) == ("Said of nothing", "Share of a, at 5%")
    assert "Table: " not in "".join(words_of(block.spans) for block in blocks if block.kind == "paragraph")
    assert cells(table) == [["36", "4%"]]
    assert "test holds" not in table.source, "no test holds a simulated rate to the program"


def test_a_heading_that_the_page_of_methods_lacks_is_said() -> None:
    with pytest.raises(RunError, match='has no heading "Trends"'):
        Methodology(Evidence("0.1.0", PAGE, {}, {})).detail("Trends")


def test_what_claims_no_change_has_coverage_and_no_chart() -> None:
    ahead = (
        STUDY[STUDY["cell"] == "a"]
        .head(1)
        .assign(
            method="outlook, 95 % limits 1 month ahead",
            false_positives="",
            fp_low="",
            fp_high="",
            fp_rule="not measured",
        )
    )
    shown = document(calibration=ahead).error_rates()
    assert [block.slug for block in shown.blocks if isinstance(block, Exhibit)] == ["error-rates"]
    assert cells(exhibit(shown, "error-rates"))[0] == [
        "Outlook, 95% limits 1 month ahead", "1", "not measured", "[z]", "in none", "95.0%",
    ]  # fmt: skip


def test_what_is_tested_at_one_per_cent_is_held_to_a_fifth_of_the_rule() -> None:
    shown = document(calibration=STUDY.assign(method="exceptional month at 1 %", coverage="")).error_rates()
    drawn = exhibit(shown, "false-positives-exceptional-month-at-1")
    assert drawn.chart is not None
    assert "most allowed: 1.4%" in drawn.chart.svg
    assert "[z] not applicable" in drawn.symbols


def test_every_section_of_the_notebook_is_on_the_page_of_methods(root: Path) -> None:
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8")
    notebook = (root / "notebooks" / "methodology.ipynb").read_text(encoding="utf-8").replace("\\", "")
    titles = re.findall(r'report\.(?:detail|told)\("([^"]+)"\)', notebook)
    assert len(titles) >= 10
    for title in titles:
        assert Methodology(Evidence("0.1.0", page, {}, {})).told(title).blocks


def test_what_outlooks_have_been_worth_is_told_or_said_to_be_missing() -> None:
    page = (
        "# Worth\n\nMade somewhere.\n\n## M3, set A\n\n| method | MASE |\n|---|--:|\n| **ours** | 1.036 |\n\n"
        "### Districts\n\nAll.\n"
    )
    blocks = Methodology(Evidence("0.1.0", PAGE, {}, {}, page)).forecasts().blocks
    assert [block.kind for block in blocks] == ["paragraph", "heading", "exhibit", "heading", "paragraph"]
    assert cells(next(block for block in blocks if isinstance(block, Exhibit))) == [["ours", "1.036"]]
    assert [block.kind for block in document().forecasts().blocks] == ["note"]


def words_in_the_notebook(root: Path) -> dict[str, str]:
    notebook = json.loads((root / "notebooks" / "methodology.ipynb").read_text(encoding="utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"}


def test_the_notebook_gives_the_factor_for_dispersion_that_the_program_uses(root: Path) -> None:
    words = words_in_the_notebook(root)["change-words"]
    assert r"$\max(1, \phi) (t / z)^2$" in words
    assert r"$m + d m^2 / \bar{m}$" in words
    assert "(1 + c)" not in words, "the factor of neighbouring months' correlation is no longer used"


@pytest.mark.parametrize(
    ("cell", "said", "not_said"),
    [
        ("exceptional-words", "the months on both sides of it", "given the months before it"),
        ("outlook-words", "the seasonal naive forecast's own score", "below one is better"),
        ("harm-words", "a range over these likely mixes", "as a range over all mixes"),
        ("short-words", "Not every method has both", "stand behind each method"),
    ],
)
def test_the_notebook_says_of_a_method_what_it_does(root: Path, cell: str, said: str, not_said: str) -> None:
    words = words_in_the_notebook(root)[cell]
    assert said in words
    assert not_said not in words


@pytest.mark.parametrize(
    ("term", "cell", "meaning"),
    [
        ("Benjamini and Hochberg", "many-words", "at most one in twenty is expected to be luck"),
        ("state-space", "trend-words", "a level that nobody sees"),
        ("XmR", "exceptional-words", "how far a month lies from the one before it"),
        ("ETS", "outlook-words", "exponential smoothing"),
        ("Theta", "outlook-words", "half the slope of a straight line"),
        ("MASE", "outlook-words", "the average miss, divided by"),
        ("shrunken rate", "peers-words", "drawn towards the mean of all areas"),
    ],
)
def test_a_term_of_the_trade_is_explained_where_it_first_comes(root: Path, term: str, cell: str, meaning: str) -> None:
    words = words_in_the_notebook(root)
    assert next(name for name, said in words.items() if term in said) == cell
    assert meaning in words[cell]


def test_each_table_of_the_page_of_methods_has_a_caption_that_reads(root: Path) -> None:
    page = Methodology(Evidence("0.1.0", (root / "docs" / "methods.md").read_text(encoding="utf-8"), {}, {}))
    shown = [*page.told("Outlook").blocks, *page.told("False alarms under no change").blocks]
    captions = [block.headline for block in shown if isinstance(block, Exhibit)]
    assert len(set(captions)) == len(captions) >= 3
    assert not [words for words in captions if words in ("Outlook", "False alarms under no change")]
    assert not [
        block.subtitle
        for block in shown
        if isinstance(block, Exhibit) and re.search(r", by (on|a trend|year on year)\b", block.subtitle)
    ]


def test_nothing_says_that_real_months_do_not_hang_together(root: Path) -> None:
    assert "correlation outside Covid is about zero" not in (root / "docs" / "methods.md").read_text(encoding="utf-8")
