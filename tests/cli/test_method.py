"""``csp method``: published cases through the command, bad input in words, and the page that documents it held true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import analysis
from analysis.cli import app
from analysis.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MONTHS = "".join(f"{year}-{month:02d},{30 + month % 5}\n" for year in (2013, 2014, 2015) for month in range(1, 13))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A file of 36 months."""
    path = tmp_path / "data.csv"
    path.write_text("month,count\n" + MONTHS)
    return path


def answer(csp: Callable, *words: str | Path) -> dict | float | list:
    said = csp("method", "run", *words, "--json")
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out)["answer"]


def test_the_treated_hot_spot_of_wheeler_and_ratcliffe_2018(csp: Callable) -> None:
    """207 crimes before and 110 after; exact limits by R's poisson.test."""
    found = answer(csp, "rate-ratio", "--before", "207", "--after", "110")
    assert found["ratio"] == pytest.approx(0.531400966183575, abs=5e-7)
    assert found["low"] == pytest.approx(0.417781558304885, abs=4e-7)
    assert found["high"] == pytest.approx(0.672866701275286, abs=6e-7)
    assert found["p"] == pytest.approx(5.53922886971605e-08, abs=5e-14)
    assert found["p_mid"] == pytest.approx(4.21308963753126e-08, abs=4e-14)
    assert found["percent_limits"] == pytest.approx([-58.2218441695115, -32.7133298724714], abs=1e-4)


def test_the_displacement_difference_of_wheeler_and_ratcliffe_2018(csp: Callable) -> None:
    """118 fewer, standard error 39.6, z -2.98; printed with one decimal and two."""
    pairs = ("--treated", "207,110", "--control", "308, 318", "--buffer", "178,157", "--buffer-control", "150,140")
    found = answer(csp, "displacement", *pairs)
    assert found["value"] == -118
    assert found["error"] == pytest.approx(39.6, abs=0.05)
    assert found["z"] == pytest.approx(-2.98, abs=0.005)


@pytest.mark.parametrize("pair", ["207", "207,110,3", "many,few", ""])
def test_a_pair_is_two_numbers(csp: Callable, pair: str) -> None:
    said = csp("method", "run", "displacement", "--treated", pair, "--control", "308,318")
    assert said.code == 1
    assert "--treated" in said.err


def test_a_change_is_tested_for_what_a_plan_could_see(csp: Callable) -> None:
    """Normal test of two Poisson totals of 480 each: the log ratio has a variance of 1/480 + 1/(480 r)."""
    found = answer(csp, "power", "--mean", "40", "--periods-before", "12", "--change", "-20")
    assert found["power"] == pytest.approx(0.9031, abs=5e-4)
    assert found["error"] == pytest.approx((2 / 480) ** 0.5)


@pytest.mark.parametrize(
    ("count", "level", "low", "high"),
    [
        ("20", "0.95", 12211.428834875936, 30889.880369197064),
        ("20", "0.998", 8922.802365144193, 38085.03562504191),
        ("5", "0.95", 1623.4863901184199, 11668.332079322669),
    ],
)
def test_byar_and_exact_limits_of_public_health(csp: Callable, count: str, level: str, low: float, high: float) -> None:
    """PHEindicatormethods, testdata_Rate.xlsx: events of 100 people, per 100,000."""
    options = ("--count", count, "--population", "100", "--per", "100,000", "--level", level)
    found = answer(csp, "rate", *options)
    assert (found["low"], found["high"]) == pytest.approx((low, high), rel=1e-7)


def test_the_airline_accidents_of_bayesian_data_analysis(csp: Callable) -> None:
    """238 fatal accidents in ten years: the chance of at most 20 in the next, gamma-Poisson."""
    found = answer(csp, "chance-of-target", "--goal", "at most 20", "--count", "238", "--exposure=10")
    assert found == pytest.approx(0.2669353164233671, abs=1e-6)


def test_the_example_of_benjamini_and_hochberg_1995(csp: Callable) -> None:
    p_values = "0.0001 0.0004 0.0019 0.0095 0.0201 0.0278 0.0298 0.0344 0.0459 0.324 0.4262 0.5719 0.6528 0.759 1"
    assert sum(answer(csp, "discoveries", "--p-values", p_values)) == 4


def test_a_rate_of_nothing_counted_keeps_its_upper_limit(csp: Callable) -> None:
    """Exact upper limit of a Poisson count of zero: 3.689, of 104,000 people."""
    said = csp("method", "run", "rate", "--count", "0", "--population", "104000").out
    assert said.startswith("0 per 1,000 people (95% interval: 0 to 0.035).")


def test_a_level_near_one_is_never_called_all(csp: Callable) -> None:
    words = ("rate-ratio", "--before", "100", "--after", "50", "--level", "0.999999999999")
    assert "99.9999999999% interval" in csp("method", "run", *words).out


def test_one_change_alone_is_not_counted_out(csp: Callable) -> None:
    said = csp("method", "run", "discoveries", "--p-values", "0.001").out
    assert said.startswith("The one change stands out at a false discovery rate of 5%.")


def test_a_year_on_year_names_the_factor_that_its_interval_used(csp: Callable, root: Path) -> None:
    words = ("year-on-year", root / "docs" / "method-desk" / "burglary.csv", "--category", "burglary")
    factor = answer(csp, *words)["change"]["dispersion"]
    assert factor > 2
    assert f"it takes {factor:.2f} times the variance" in " ".join(csp("method", "run", *words).out.split())


def test_counts_of_matched_months_are_never_said_of_whole_years(csp: Callable, root: Path) -> None:
    words = ("before-covid", root / "docs" / "method-desk" / "burglary.csv", "--category", "burglary")
    assert len(answer(csp, *words)["matched"]) == 5
    said = " ".join(csp("method", "run", *words).out.split())
    assert "in the five months of the year ending November 2022 that can be compared: 155" in said
    assert "against 249 in the same months of October 2018 to February 2020" in said


def test_a_control_chart_says_which_months_lie_under_covid_and_that_it_finds_nothing(csp: Callable, root: Path) -> None:
    path = root / "docs" / "method-desk" / "burglary.csv"
    said = " ".join(csp("method", "run", "control-chart", path, "--category", "burglary").out.split())
    assert "Outside the limits: November 2018 and July 2021. July 2021 lies within Covid restrictions." in said
    assert "These are reasons to look, not findings." in said


def test_what_takes_incidents_to_be_independent_says_so(csp: Callable, tmp_path: Path) -> None:
    areas = tmp_path / "areas.csv"
    areas.write_text(
        "area,count,population\n" + "".join(f"{name},{40 + place},9000\n" for place, name in enumerate("ABCDE"))
    )
    for words in (
        ("chance-of-target", "--goal", "at most 5", "--count", "6"), ("maintain-margin", "--count", "323"),
        ("peers", areas, "--own", "A"),
    ):  # fmt: skip
        assert "takes incidents to be independent" in " ".join(csp("method", "run", *words).out.split())
    with_more = ("maintain-margin", "--count", "323", "--dispersion", "2")
    assert "independent" not in csp("method", "run", *with_more).out


def test_the_answer_is_a_sentence_with_its_interval_and_then_the_fields(csp: Callable) -> None:
    lines = csp("method", "run", "rate-ratio", "--before", "207", "--after", "110").out.splitlines()
    assert lines[0] == "Fell by 46.9% (95% interval: fall of 58.2% to 32.7%): 110, against 207 before."
    assert [line.split() for line in lines[4:6]] == [["before", "207"], ["after", "110"]]


def test_a_refusal_is_an_answer(csp: Callable) -> None:
    words = ("chance-of-target", "--goal", "at most 5", "--count", "0")
    said = csp("method", "run", *words)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("We cannot say: none were counted before")
    assert "Rule: all-zero" in said.out
    assert answer(csp, *words)["rule"] == "all-zero"


def test_a_series_is_read_with_a_byte_order_mark_and_either_line_end(csp: Callable, data: Path) -> None:
    expected = answer(csp, "usual-swing", data, "--country", "none")
    data.write_bytes(b"\xef\xbb\xbf" + data.read_bytes().replace(b"\n", b"\r\n"))
    assert answer(csp, "usual-swing", data, "--country", "none") == expected


def test_every_method_of_a_series_takes_it_from_a_file(csp: Callable, data: Path) -> None:
    for words in (("year-on-year",), ("trend",), ("exceptional-month", "--month", "2015-06"), ("control-chart",)):
        said = csp("method", "run", words[0], data, *words[1:])
        assert (said.code, said.err) == (0, ""), words


def test_recording_breaks_are_those_that_reports_allow_for(csp: Callable, tmp_path: Path) -> None:
    """Violence was recorded differently from 2014 to 2016: no year is compared across that, burglary's is."""
    path = tmp_path / "long.csv"
    path.write_text(
        "month,count\n" + "".join(f"{y}-{m:02d},{50 + m}\n" for y in range(2013, 2017) for m in range(1, 13))
    )
    refused = answer(csp, "year-on-year", path, "--category", "violence-and-sexual-offences")
    assert refused["rule"] == "recording-break"
    assert answer(csp, "year-on-year", path)["rule"] == "recording-break"
    assert answer(csp, "year-on-year", path, "--category", "burglary")["change"]["verdict"] == "no clear change"
    assert answer(csp, "year-on-year", path, "--country", "none")["change"]["verdict"] == "no clear change"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("rate-ration", "--before", "5"), 'did you mean "rate-ratio"?'),
        (("rate-ratio", "--befor", "5", "--after", "6"), '--befor is not one of its options; did you mean "before"?'),
        (("rate-ratio", "--before", "5"), "needs --after"),
        (("rate-ratio", "--before"), "--before needs a value"),
        (("rate-ratio", "--before", "5", "--before", "6"), "--before is given twice"),
        (("rate-ratio", "--before", "5", "--after", "six"), '--after: "six" is not a number'),
        (("rate-ratio", "--before", "-5", "--after", "1.5"), '--after: "1.5" is not a whole number'),
        (("rate-ratio", "--before", "-5", "--after", "6"), "a change needs counts of at least 0"),
        (("rate-ratio", "--before", "5", "--after", "6", "--exposure-before", "0"), "before: 0 is not above zero"),
        (("rate-ratio", "--before", "5", "--after", "6", "--level", "95"), "a level of 95 cannot be"),
        (("rate-ratio", "data.csv", "--before", "5", "--after", "6"), "takes no file"),
        (("rate-ratio", "100", "5"), "takes no file, and was given 100 and 5"),
        (("wilson", "--percent", "62%", "--sample-size", "400"), "leave out the %"),
        (("wilson", "--percent", "62,5", "--sample-size", "400"), "write the decimals after a point"),
        (("open-target-totals",), "needs --goal, --so-far, --months-done and --before"),
        (("trend",), "needs a CSV file"),
        (("trend", "data.csv", "more.csv"), "takes one file"),
        (("trend", "nowhere.csv"), "cannot be opened"),
        (("trend", "data.csv", "--date", "mont"), 'has no column "mont"; did you mean "month"?'),
        (("trend", "data.csv", "--country", "englnd"), 'did you mean "england"?'),
        (("rate", "--count", "5"), "needs --population"),
        (("rate", "--count", "5", "--population", "0"), "--population: 0 is not above zero"),
        (("outlook", "data.csv", "--seed", "-1"), "--seed: -1 is not between 0 and"),
        (("trend", "data.csv", "--category", "burglry"), 'did you mean "burglary"?'),
        (("chance-of-target", "--goal", "288", "--count", "323"), 'is not a target such as "at most 288"'),
        (("exceptional-month", "data.csv", "--month", "06/2015"), "--month"),
    ],
)
def test_a_mistake_is_one_message_and_exit_code_one(
    csp: Callable, data: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(data.parent)
    said = csp("method", "run", *words)
    assert (said.code, said.out) == (1, "")
    assert message in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest of a workbook", "is a workbook"),
        (b"\xd0\xcf\x11\xe0rest of an old one", "is a workbook"),
        ("month,count\n2013-01,£5\n".encode("cp1252"), "is not UTF-8 text"),
        ("month,count\n2013-01,5\n".encode("utf-16"), "is not UTF-8 text"),
        (b"month;count\n2013-01;5\n", "parted by semicolons"),
        (b"month,count,count\n2013-01,5,5\n", '"count" stands twice in the header'),
        (b"%PDF-1.7\nsomething\n", "has no column"),
        (b"month,count\n2013-01,-5\n", "-5 is below zero"),
    ],
)
def test_a_file_that_is_no_table_is_said_to_be_none(csp: Callable, data: Path, content: bytes, message: str) -> None:
    data.write_bytes(content)
    said = csp("method", "run", "trend", data)
    assert (said.code, said.out) == (1, "")
    assert message in said.err


def test_a_folder_is_no_file(csp: Callable, tmp_path: Path) -> None:
    assert "cannot be opened" in csp("method", "run", "trend", tmp_path).err


def test_a_real_workbook_is_refused(csp: Callable, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "crimes.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    assert "Save its sheet as CSV UTF-8" in csp("method", "run", "trend", tmp_path / "crimes.xlsx").err


def test_outside_the_repository_the_recording_breaks_are_those_of_the_one_installed_from(
    csp: Callable, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = csp("method", "run", "trend", data, "--json")
    monkeypatch.delenv("CSP_ROOT")
    monkeypatch.chdir(data.parent)
    assert csp("method", "run", "trend", data, "--json") == inside
    assert 'did you mean "lancashire"?' in csp("method", "run", "trend", data, "--force", "lancashir").err


def test_without_any_repository_recording_breaks_are_never_passed_over_in_silence(
    csp: Callable, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CSP_ROOT")
    monkeypatch.chdir(data.parent)
    monkeypatch.setattr(analysis, "__file__", str(tmp_path / "site" / "packages" / "analysis" / "__init__.py"))
    said = csp("method", "run", "trend", data)
    assert said.code == 1
    assert "--country none leaves recording breaks and Covid out of account" in said.err
    assert csp("method", "run", "trend", data, "--country", "none").code == 0
    assert csp("method", "run", "rate", "--count", "5", "--population", "1000").code == 0


def test_the_list_has_every_method_and_fits_eighty_columns(csp: Callable) -> None:
    lines = [line.rstrip() for line in csp("method", "list").out.splitlines()]
    assert [line.split()[0] for line in lines[: len(METHODS)]] == [each.name for each in METHODS]
    assert max(map(len, lines)) <= 80
    assert [each["name"] for each in json.loads(csp("method", "list", "--json").out)] == [m.name for m in METHODS]


@pytest.mark.parametrize("name", [each.name for each in METHODS])
def test_show_tells_what_a_method_takes_and_where_it_comes_from(csp: Callable, name: str) -> None:
    said = csp("method", "show", name)
    assert (said.code, said.err) == (0, "")
    assert f"csp method run {name} " in said.out
    assert "docs/methods.md" in said.out
    assert max(len(line.rstrip()) for line in said.out.splitlines()) <= 80


@pytest.mark.parametrize("name", [each.name for each in METHODS])
def test_show_speaks_to_people_who_call_no_functions(csp: Callable, name: str) -> None:
    said = " ".join(csp("method", "show", name).out.split())
    for raw in ("Raises", "ValueError", "nullable", "PeriodIndex", "CannotSay", "(see ", "``", "NaN"):
        assert raw not in said


def test_show_asks_for_no_column_that_has_a_name_unless_given(csp: Callable) -> None:
    assert (
        "csp method run exceptional-month DATA.CSV --month PERIOD [" in csp("method", "show", "exceptional-month").out
    )


def test_help_on_a_method_shows_it(csp: Callable) -> None:
    assert csp("method", "run", "rate", "--help") == csp("method", "show", "rate")
    assert "csp method list" in csp("method", "run", "--help").out


def test_the_list_is_there_before_anything_heavy_is_loaded(root: Path) -> None:
    code = (
        "import sys; from analysis.cli import app; app(['method', 'list'], standalone_mode=False); "
        "print(sorted({'pandas', 'scipy', 'statsmodels', 'polars'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_rate_ratio_loads_no_model(root: Path) -> None:
    code = (
        "import sys; from analysis.cli import app; "
        "app(['method', 'run', 'rate-ratio', '--before', '207', '--after', '110'], standalone_mode=False); "
        "print(sorted({'statsmodels', 'matplotlib', 'seaborn', 'nbformat'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def documented(root: Path) -> list[tuple[str, str]]:
    page = (root / "docs" / "method-desk.md").read_text(encoding="utf-8")
    return [(found[1], found[2]) for found in re.finditer(r"```console\n\$ (.*)\n((?:(?!```).*\n)*)```", page)]


def test_the_documented_commands_give_what_the_page_says(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("CSP_ROOT", str(root))
    examples = documented(root)
    assert len(examples) >= 8
    for command, output in examples:
        done = CliRunner().invoke(app, shlex.split(command)[1:], env={"COLUMNS": "80"})
        said = "".join(f"{line.rstrip()}\n" for line in done.output.rstrip().splitlines())
        assert said == output, f"docs/method-desk.md is out of date: $ {command}\n{said}"


def test_scores_of_agencies_are_ranked_and_their_agreement_told(csp: Callable, root: Path) -> None:
    scores = root / "docs" / "method-desk" / "scores.csv"
    said = " ".join(csp("method", "run", "scoring", scores, "--levels", "1,4").out.split())
    assert "Scores set no priority." in said
    assert "Not ranked: modern-slavery (2 agencies scored it; 3 are needed)." in said
    agreed = answer(csp, "agreement", scores, "--levels", "1,4")
    assert 0.3 < agreed["w"] < 0.7
    assert agreed["issues"] == 10


def test_scores_that_cannot_be_are_said_with_their_line(csp: Callable, tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("agency,issue,criterion,score\na,x,harm,high\nb,x,harm,9\n")
    assert "scores.csv:2 score:" in csp("method", "run", "scoring", path, "--levels", "1,5").err
    path.write_text("agency,issue,criterion,score\nb,x,harm,9\n")
    assert "9 is not between 1 and 5" in csp("method", "run", "scoring", path, "--levels", "1,5").err
    assert "is not the lowest and the highest level" in csp("method", "run", "scoring", path, "--levels", "5").err
    wrong = ("--levels", "1,9", "--weights", "ham=2")
    assert 'no row of the file is on "ham"; did you mean "harm"?' in csp("method", "run", "scoring", path, *wrong).err
