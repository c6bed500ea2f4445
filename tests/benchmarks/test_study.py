import numpy as np
import pandas as pd
import pytest
from calibration.grid import Cell, grid
from calibration.outcome import Outcome, Tally
from calibration.partial import Kept, Task
from calibration.studied import MONTH, STUDIED, TREND, YEAR
from calibration.study import RERUN, done, first_stage, second_stage, tally, waiting

CELL = Cell(40, 1.0, 0.0, 36)


def steady(count=40, months=36):
    return pd.Series([count] * months, index=pd.period_range("2017-01", periods=months, freq="M"), dtype="Int64")


def says(method, series):
    return method.says(series, series[:0], np.random.default_rng(1))


def test_the_grid_spans_what_it_must_in_at_most_sixty_cells():
    cells = grid()
    assert len(cells) == len(set(cells)) == 56
    assert {cell.mean for cell in cells} == {2, 10, 40, 200}
    assert {cell.dispersion for cell in cells} == {1, 1.5, 3}
    assert {cell.ar for cell in cells} == {0, 0.3, 0.6}
    assert {cell.months for cell in cells} == {36, 60}
    assert sum(cell.ordinary for cell in cells) == 9


def test_a_fall_of_a_half_is_seen_by_the_interval_and_by_the_bare_percentage():
    series = steady()
    series.iloc[-12:] = 20
    said = says(YEAR, series)
    assert [said[line.name].verdict for line in YEAR.lines] == [-1, -1, -1]
    ours, exact = (said[line.name] for line in YEAR.lines[:2])
    assert ours.low <= exact.low < -50 < exact.high <= ours.high


def test_a_bare_percentage_of_under_five_is_told_as_nothing():
    series = steady(100)
    series.iloc[-12:] = 104
    assert says(YEAR, series)[YEAR.lines[2].name].verdict == 0


def test_a_month_ten_times_as_high_is_an_alarm_on_every_line():
    series = steady()
    series.iloc[-1] = 400
    assert {outcome.verdict for outcome in says(MONTH, series).values()} == {1}


def test_too_short_a_series_is_refused_on_every_line():
    for method in STUDIED:
        assert {outcome.verdict for outcome in says(method, steady(months=6)).values()} == {None}


def test_a_tally_counts_verdicts_intervals_and_refusals_apart():
    found = Tally()
    for outcome in (Outcome(-1, -30, -10), Outcome(0, -10, 5), Outcome(None), Outcome(1)):
        found.count(outcome, truth=-20)
    assert (found.series, found.refused, found.verdicts, found.said_changed) == (4, 1, 3, 2)
    assert (found.intervals, found.covered, found.widths) == (2, 1, [20, 15])


def test_limits_may_be_held_against_a_truth_of_their_own():
    found = Tally()
    found.count(Outcome(0, 80, 120, truth=130), truth=0)
    assert (found.intervals, found.covered) == (1, 0)


def test_a_task_gives_the_same_tallies_each_time():
    task = Task("year on year", CELL, "none", 0, 0, 3)
    first, second = done(task), done(task)
    for each in (first, second):
        for part in each.values():
            part.pop("seconds")
    assert first == second
    assert {part["series"] for part in first.values()} == {3}


def test_what_is_kept_is_taken_up_again_and_what_other_code_made_is_not(tmp_path):
    task, path = Task("trend", CELL, "none", 0, 0, 2), tmp_path / "parts.jsonl"
    Kept(path, {"trend": "one"}).add(task, {"trend": Tally(series=2, rose=1).__dict__})
    path.write_text(path.read_text() + '{"digest": "one", "ta')  # the line that an interruption cut
    again = Kept(path, {"trend": "one"})
    assert tally(again, TREND, "trend", CELL, "none", 0).rose == 1
    assert Kept(path, {"trend": "two"}).done == {}


def test_every_cell_is_drawn_with_and_without_the_effect():
    wanted = {(task.cell, task.effect) for task in first_stage([TREND], 1)}
    assert wanted == {(cell, effect) for cell in grid() for effect in ("none", "-10 % a year")}
    assert sum(task.count for task in first_stage([TREND], 1)) == 56 * sum(TREND.series)


def test_only_borderline_cells_are_run_again_and_with_ten_thousand_series(tmp_path):
    kept = Kept(tmp_path / "parts.jsonl", {"trend": ""})
    for cell in grid():
        false = 28 if cell == CELL else 4
        kept.add(Task("trend", cell, "none", 0, 0, 400), {"trend": Tally(series=400, fell=false).__dict__})
        whole = Tally(series=400, intervals=400, covered=390)
        kept.add(Task("trend", cell, "-10 % a year", 0, 0, 400), {"trend": whole.__dict__})
    again = second_stage([TREND], kept)
    assert {(task.cell, task.effect, task.stage) for task in again} == {(CELL, "none", 1)}
    assert sum(task.count for task in again) == RERUN
    assert waiting([TREND], kept) == 1
    for task in again:
        kept.add(task, {"trend": Tally(series=task.count).__dict__})
    assert waiting([TREND], kept) == 0


def test_an_unfinished_rerun_replaces_nothing(tmp_path):
    kept = Kept(tmp_path / "parts.jsonl", {"trend": ""})
    kept.add(Task("trend", CELL, "none", 0, 0, 400), {"trend": Tally(series=400).__dict__})
    kept.add(Task("trend", CELL, "none", 1, 0, 100), {"trend": Tally(series=100).__dict__})
    assert tally(kept, TREND, "trend", CELL, "none").series == 400
    kept.add(Task("trend", CELL, "none", 1, 100, RERUN - 100), {"trend": Tally(series=RERUN - 100).__dict__})
    assert tally(kept, TREND, "trend", CELL, "none").series == RERUN


@pytest.mark.parametrize("method", STUDIED, ids=lambda method: method.name)
def test_every_method_names_code_that_is_there(method, request):
    assert all((request.config.rootpath / part).exists() for part in method.code)
