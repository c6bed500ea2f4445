"""``csp scoring`` as people call it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from repository_tree import small_repository

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

NAME = "illustration/2022"


@pytest.fixture
def illustrated(root: Path, tmp_path: Path, csp: Callable, monkeypatch: pytest.MonkeyPatch) -> House:
    """A small repository with the illustration in it."""
    place = small_repository(root, tmp_path / "illustrated", ("illustration",))
    shutil.copytree(root / "params" / "sources", place.params / "sources", dirs_exist_ok=True)
    monkeypatch.setenv("CSP_ROOT", str(place.root))
    return place


def test_a_round_goes_out_and_comes_back(csp: Callable, illustrated: House, tmp_path: Path) -> None:
    path = illustrated.params / NAME / "scores.csv"
    before = path.read_text()
    shown = csp("scoring", "template", NAME, "--agency", "police", "--csv", "--out", "out")
    assert (shown.code, shown.out.split()) == (0, ["out/scoring-illustration-2022-police.csv"])
    sent = tmp_path / "out" / "scoring-illustration-2022-police.csv"
    text = sent.read_text()
    row = "police,Road safety,Likelihood,"
    sent.write_text(text.replace(f"{row},", f"{row}4,"))
    shown = csp("scoring", "import", NAME, str(sent))
    assert shown.code == 0
    assert "police: one score, 87 missing" in shown.out
    assert "Every agency has answered." in shown.out
    kept = path.read_text()
    assert [line for line in kept.splitlines() if line.startswith("police,")] == ["police,road-safety,likelihood,4,"]
    others = [line for line in before.splitlines() if not line.startswith("police,")]
    assert [line for line in kept.splitlines() if not line.startswith("police,")] == others
    assert csp("check").code == 0


def test_a_wrong_cell_is_said_and_the_scores_stay_as_they_were(
    csp: Callable, illustrated: House, tmp_path: Path
) -> None:
    path = illustrated.params / NAME / "scores.csv"
    before = path.read_bytes()
    (tmp_path / "in.csv").write_text("agency,issue,criterion,score\npolice,road-safety,likelihood,7\n")
    shown = csp("scoring", "import", NAME, "in.csv")
    assert shown.code == 1
    assert "in.csv, D2: 7 is not a whole level from 1 to 4" in shown.err
    assert path.read_bytes() == before


def test_a_template_is_never_written_over_one_that_may_be_filled_in(csp: Callable, illustrated: House) -> None:
    assert csp("scoring", "template", NAME).code == 0
    shown = csp("scoring", "template", NAME)
    assert shown.code == 1
    assert "is there already, and may be filled in" in shown.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["template", "illustration"], "names no edition"),
        (["template", NAME, "--agency", "polise"], 'does not score in this round; did you mean "police"?'),
        (["import", NAME, "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_what_cannot_be_done_is_one_message(csp: Callable, illustrated: House, words: list[str], said: str) -> None:
    shown = csp("scoring", *words)
    assert (shown.code, shown.out) == (1, "")
    assert said in shown.err
    assert illustrated.params.is_dir()


def test_an_edition_without_a_round_says_so(csp: Callable) -> None:
    assert "rugby/2022: declares no scoring" in csp("scoring", "template", "rugby/2022").err
