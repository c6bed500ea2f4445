"""What comes back: every wrong cell said with its place, missing kept missing, one agency's rows replaced alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scoring_rounds import ROUND, filled

from analysis.errors import RunError
from analysis.params import Unknown
from analysis.params.scoring import Score
from analysis.run.scoring import csv_template, merged, read_answers, scores_text

if TYPE_CHECKING:
    from pathlib import Path


def levels(path: Path) -> list[Any]:
    (answer,) = read_answers([path], ROUND)
    return [score.score for score in answer.scores]


def problems(*paths: Path) -> list[str]:
    with pytest.raises(RunError) as caught:
        read_answers(paths, ROUND)
    return str(caught.value).splitlines()


def test_levels_come_back_as_they_were_chosen(tmp_path: Path) -> None:
    (answer,) = read_answers([filled(tmp_path / "a.xlsx", "police", [3, 2, 1, 1], ["", "Counted", "", ""])], ROUND)
    assert [(s.issue, s.criterion, s.score, s.note) for s in answer.scores] == [
        ("theft", "harm", 3, ""), ("theft", "sure", 2, "Counted"), ("noise", "harm", 1, ""), ("noise", "sure", 1, ""),
    ]  # fmt: skip
    assert (answer.scored, answer.asked) == (4, 4)


def test_clean_numbers_typed_as_text_are_numbers(tmp_path: Path) -> None:
    assert levels(filled(tmp_path / "a.xlsx", "police", ["3", " 2 ", "1.0", 1.0])) == [3, 2, 1, 1]


def test_a_formula_is_its_result(tmp_path: Path) -> None:
    def formula(sheet: Any, row: int, column: int) -> None:
        sheet.write_formula(row, column, "=1+1", None, 2)

    assert levels(filled(tmp_path / "a.xlsx", "police", [formula, 2, 1, 1]))[0] == 2


def test_missing_is_kept_as_it_was_said_and_an_empty_cell_is_no_row(tmp_path: Path) -> None:
    assert levels(filled(tmp_path / "a.xlsx", "police", ["n/a", "N/A", "not known", None])) == [
        Unknown.NOT_MEASURED, Unknown.NOT_MEASURED, Unknown.NOT_YET_KNOWN,
    ]  # fmt: skip


def test_every_wrong_cell_is_said_with_its_place_and_what_is_allowed(tmp_path: Path) -> None:
    def yes(sheet: Any, row: int, column: int) -> None:
        sheet.write_boolean(row, column, True)

    path = filled(tmp_path / "p.xlsx", "police", [4, "high", 1.5, yes])
    assert problems(path) == [
        "4 cells or sheets cannot be taken, and nothing was written:",
        "  p.xlsx, sheet police, D2: 4 is not a whole level from 1 to 3; allowed: 1, 2, 3, n/a, not known, or empty",
        '  p.xlsx, sheet police, D3: "high" is no level; allowed: 1, 2, n/a, not known, or empty',
        "  p.xlsx, sheet police, D4: 1.5 is not a whole level from 1 to 3; allowed: 1, 2, 3, n/a, not known, or empty",
        '  p.xlsx, sheet police, D5: "True" is no level; allowed: 1, 2, n/a, not known, or empty',
    ]


def test_unknown_names_are_said_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("agency,issue,criterion,score\npolise,thefts,harms,2\n")
    assert problems(path)[1:] == [
        '  a.csv, A2: "polise" is not an agency of this round; did you mean "police"?',
        '  a.csv, B2: "thefts" is not an issue of this round; did you mean "theft"?',
        '  a.csv, C2: "harms" is not a criterion of this round; did you mean "harm"?',
    ]


def test_problems_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    one, other = (filled(tmp_path / f"{who}.xlsx", who, [9, 1, 1, 1]) for who in ("police", "fire"))
    assert [line.split(",")[0].strip() for line in problems(one, other)[1:]] == ["police.xlsx", "fire.xlsx"]


def test_a_cell_scored_in_two_files_is_refused(tmp_path: Path) -> None:
    one, other = (filled(tmp_path / f"{name}.xlsx", "police", [1, None, None, None]) for name in "ab")
    assert problems(one, other)[1].startswith("  b.xlsx, sheet police, D2: scored already in a.xlsx, sheet police, D2")


def test_a_sheet_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("agency,issue id,criterion id,points\npolice,theft,harm,2\n")
    assert problems(path)[1] == "  a.csv: has no header with the columns Score"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"not a workbook", "cannot be read as a workbook"),
        ("a.xlsx", b"", "cannot be read as a workbook"),
        ("a.csv", b"\xff\xfe\x00agency", "is not UTF-8 text"),
        ("a.csv", b'agency,"issue\n', "cannot be read as CSV"),
        ("a.pdf", b"%PDF", "is neither a workbook nor a CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RunError, match=said):
        read_answers([tmp_path / name], ROUND)


def test_an_agency_that_filled_in_nothing_has_not_answered(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_template(ROUND, ROUND.agencies[0]))
    assert read_answers([path], ROUND) == []


def test_what_went_out_as_csv_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_template(ROUND, ROUND.agencies[0]).decode().replace("Theft,Harm,,", "Theft,Harm,3,"))
    assert levels(path) == [3]


def test_importing_again_replaces_that_agencys_rows_only(tmp_path: Path) -> None:
    before = [
        Score.model_validate({"agency": "fire", "issue": "theft", "criterion": "harm", "score": "n/a", "note": "No"}),
        Score.model_validate({"agency": "police", "issue": "theft", "criterion": "harm", "score": "1"}),
        Score.model_validate({"agency": "police", "issue": "noise", "criterion": "harm", "score": "1"}),
    ]
    answers = read_answers([filled(tmp_path / "a.xlsx", "police", [3, None, None, None])], ROUND)
    assert scores_text(merged(before, answers, ROUND)) == (
        "agency,issue,criterion,score,note\npolice,theft,harm,3,\nfire,theft,harm,n/a,No\n"
    )
