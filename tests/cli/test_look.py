"""``csp check``, ``csp list`` and ``csp explain``: what is said, in what width, and how mistakes are shown."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from analysis.cli.look import folded, short_months

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

HEAVY = ("matplotlib", "seaborn", "statsmodels", "scipy", "papermill", "nbformat", "typst", "pikepdf")


def test_check_says_that_nothing_is_wrong_and_what_to_bear_in_mind(csp: Callable) -> None:
    said = csp("check")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "2 partnerships with 4 editions: nothing wrong\n"
        "  north-west-leicestershire/2022 first-lockdown: months of Covid restrictions (March 2020 to July 2021) count "
        "on neither side\n"
    )


def test_check_says_everything_that_is_wrong_and_no_traceback(csp: Callable, place: House) -> None:
    path = place.params / "rugby" / "2022" / "edition.yml"
    path.write_text(path.read_text().replace("audience:", "audiense:").replace("basis:", "basic:"))
    said = csp("check")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0].endswith("problems in the parameters, nothing was run:")
    assert 'did you mean "basis"?' in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("command", ["check", "list", "reports", "lab"])
def test_every_command_stops_at_a_file_that_is_wrong(csp: Callable, place: House, command: str) -> None:
    (place.params / "rugby" / "partnership.yml").write_text("format: 2\n")
    said = csp(command)
    assert said.code == 1
    assert "params/rugby/partnership.yml:1 format: must be 1" in said.err
    assert not place.reports.exists()
    assert not (place.work / "jobs").exists()


def test_list_names_a_partnership_once_and_fits_eighty_columns(csp: Callable) -> None:
    said = csp("list")
    assert said.code == 0
    assert max(len(line.rstrip()) for line in said.out.splitlines()) <= 80
    lines = [line.rstrip() for line in said.out.splitlines()]
    assert lines[:6] == [
        "north-west-leicestershire  North West Leicestershire",
        "  2009-10  Apr 2009 to Mar 2010  published document",
        "  2017-18  Apr 2017 to Mar 2018  published document",
        "  2022     Dec 2021 to Nov 2022  open data           police-uk 2022-11  latest",
        "  2022  evaluates first-lockdown",
        "rugby  Rugby",
    ]


def test_list_says_what_data_there_is_and_what_is_missing_from_it(csp: Callable) -> None:
    words = [line.split() for line in csp("list").out.splitlines()]
    assert ["data", "force", "period", "held", "areas", "from"] in words
    assert ["police-uk", "2022-11", "lancashire", "Nov", "2018", "to", "Nov", "2022", "37/49", "14", "open"] in words
    assert ["scotland", "2021-22", "scotland", "1996/97", "to", "2021/22", "26/26", "32", "open"] in words


def test_list_without_data_says_so_by_its_checks(csp: Callable, place: House) -> None:
    (place.root / "data" / "open").unlink()
    said = csp("list")
    assert said.code == 1
    assert "vintage" in said.err


def test_explain_says_the_latest_edition_in_words(csp: Callable) -> None:
    said = csp("explain", "north-west-leicestershire")
    assert said.code == 0
    assert "\nEdition 2022" in said.out
    assert said.out == csp("explain", "north-west-leicestershire/2022").out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rugbi", 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        ("rugby/2002", 'edition "2002": is not declared of rugby; did you mean "2022"?'),
        ("/2022", '"/2022": names no partnership'),
        ("", '"": names no partnership'),
        ("methodology", '"methodology": is the document on how all figures are made, of no partnership'),
    ],
)
def test_explain_of_an_unknown_name_says_the_nearest(csp: Callable, name: str, said: str) -> None:
    shown = csp("explain", name)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(said)


def test_months_are_shortened_and_may_is_may() -> None:
    assert short_months("May 2022 to September 2022") == "May 2022 to Sep 2022"
    assert short_months("2009/10") == "2009/10"


def test_explained_lines_are_folded_under_their_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.cli.look.WIDEST", 24)
    assert folded("Flagged:\n  - a figure that nobody has published\n\nend") == (
        "Flagged:\n  - a figure that nobody\n    has published\n\nend"
    )


def test_outside_the_repository_a_command_says_where_to_run_it(
    csp: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CSP_ROOT")
    said = csp("check")
    assert said.code == 1
    assert (
        said.err == f"{tmp_path}: is not inside the reporting repository\n  Run csp where params/ and notebooks/ are.\n"
    )


def test_a_command_works_from_a_folder_within_the_repository(
    csp: Callable, place: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CSP_ROOT")
    monkeypatch.chdir(place.params / "rugby")
    assert csp("check").code == 0


@pytest.mark.parametrize("words", [["--help"], ["check"]])
def test_looking_imports_nothing_that_draws_models_or_runs(place: House, words: list[str]) -> None:
    code = (
        "import sys\nfrom analysis.cli import app\n"
        f"try:\n    app({words!r})\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stderr == "[]\n"


def test_a_reader_that_stops_reading_is_no_mistake(started: Callable) -> None:
    with started("list") as process:
        process.stdout.close()
        assert process.stderr.read() == ""
