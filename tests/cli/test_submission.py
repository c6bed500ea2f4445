"""``csp submission`` and ``csp verify`` as people call them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from handed_on import DATA, repacked, short_repository, unpacked

from analysis.cli.verify import difference_words, told
from analysis.run.verification.numbers_compared import Difference
from analysis.run.verification.verdict import Compared, Verified

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

ARCHIVE = "reports/rugby/2022/public/submission-rugby-2022.zip"


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository of short notebooks, to be built once."""
    return short_repository(root, tmp_path_factory.mktemp("built"))


@pytest.mark.slow
def test_an_archive_is_made_with_what_it_needs_and_verified_on_another_clone(
    csp: Callable, built: House, root: Path, tmp_path: Path
) -> None:
    said = csp("submission", "rugby/2022", CSP_ROOT=str(built.root))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0].startswith("2 reports to make, ")
    assert said.out.splitlines()[-1].startswith(f"{ARCHIVE}: 2 documents, ")
    first = (built.root / ARCHIVE).read_bytes()
    page = (built.reports / "index.html").read_text()
    assert f'href="{ARCHIVE.removeprefix("reports/")}"' in page

    same = csp("verify", PARTNERSHIP="rugby", CSP_ROOT=str(built.root))
    assert same.code == 0, same
    assert same.out.splitlines()[-2].startswith("rugby/2022/strategic-assessment: byte-identical; ")
    assert same.out.splitlines()[-1] == "everything agrees"

    again = csp("submission", PARTNERSHIP="rugby", EDITION="2022", CSP_ROOT=str(built.root))
    assert again.code == 0
    assert len(again.out.splitlines()) == 1
    assert (built.root / ARCHIVE).read_bytes() == first

    clone = short_repository(root, tmp_path / "clone")
    shutil.copy(built.root / ARCHIVE, tmp_path / "one.zip")
    found = csp("verify", tmp_path / "one.zip", CSP_ROOT=str(clone.root))
    assert found.code == 0, found
    assert found.out.splitlines()[-1] == "everything agrees"
    assert not clone.reports.exists()

    data = unpacked(first)[DATA]
    (tmp_path / "two.zip").write_bytes(repacked(first, {DATA: data[:-2] + b"9\n"}, adjusted=True))
    differs = csp("verify", tmp_path / "two.zip", "--json", CSP_ROOT=str(clone.root))
    assert differs.code == 1
    document = json.loads(differs.out)["documents"][1]
    assert [each["where"] for each in document["differences"]] == ["data/strategic-assessment/records.csv"]
    assert document["differences"][0]["absolute"] > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["submission"], "submission: is of one edition"),
        (["submission", "rugby/all"], "submission: is of one edition"),
        (["submission", "rugbi/2022"], 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        (["submission", "rugby/2021"], 'edition "2021": is not declared of rugby; did you mean "2022"?'),
        (["verify", ""], "verify: finds nothing published of what was asked for"),
        (["verify", "--partnership", "rugbi"], 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        (["verify", "none.zip"], "none.zip: is not there"),
        (["verify", "none.zip", "--jobs", "0"], 'JOBS="0": is not a number'),
    ],
)
def test_what_cannot_be_is_said_before_anything_runs(csp: Callable, place: House, words: list[str], said: str) -> None:
    shown = csp(*words)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(said)
    assert not place.reports.exists()


def test_an_archive_that_is_none_is_said_without_a_traceback(csp: Callable, tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("Dear evaluator")
    said = csp("verify", tmp_path / "letter.zip", "--json")
    assert (said.code, said.out) == (1, "")
    assert "is not an archive" in said.err


def document(**more: object) -> Compared:
    return Compared("rugby/2022/strategic-assessment", 40, 2, **{"differences": (), **more})  # type: ignore[arg-type]


def test_what_agrees_is_told_in_a_line_and_what_differs_with_by_how_much() -> None:
    gap = Difference("data/a.csv", 3, "count", "27", "20", 7.0, 0.35)
    found = Verified("one.zip", 9, (), (document(), document(differences=(gap,), changed=("lock",))))
    assert list(told(found)) == [
        "one.zip: all 9 files are as its manifest lists them",
        "rugby/2022/strategic-assessment: agrees; 40 cells in 2 tables compared",
        "rugby/2022/strategic-assessment: DIFFERS; 40 cells in 2 tables compared",
        '  data/a.csv, row 3, count: "27" in the archive, "20" made anew; they differ by 7, 35 %',
        "  this clone has another lock than it was made with",
        "NOT everything agrees",
    ]


def test_of_what_is_published_changed_files_come_first_and_changed_inputs_are_told() -> None:
    gap = Difference("data/a.csv", 3, "count", "27", "20", 7.0, 0.35)
    changed = document(differences=(gap,), tampered=("a.csv was changed",), since=("its notebook was changed",))
    found = Verified(
        "reports/", 9, (), (document(identical=True), changed), missing=("x/2: it failed",), published=True
    )
    assert list(told(found)) == [
        "reports/ is not what its manifests list",
        "  a.csv was changed",
        "rugby/2022/strategic-assessment: byte-identical; 40 cells in 2 tables compared",
        "rugby/2022/strategic-assessment: DIFFERS; 40 cells in 2 tables compared",
        "  since it was made: its notebook was changed",
        '  data/a.csv, row 3, count: "27" published, "20" made anew; they differ by 7, 35 %',
        "not published: x/2: it failed",
        "NOT everything agrees",
    ]


def test_files_that_are_not_as_listed_are_told_and_that_nothing_was_made() -> None:
    lines = list(told(Verified("one.zip", 9, ("a.csv was changed",), ())))
    assert lines == ["one.zip is not what its manifest lists; nothing was made anew", "  a.csv was changed"]


def test_many_differences_are_told_in_part() -> None:
    gaps = tuple(Difference("data/a.csv", row, "count", "1", "2", 1.0, 0.5) for row in range(1, 1300))
    lines = list(told(Verified("one.zip", 9, (), (document(differences=gaps),))))
    assert "  and 1,279 more; --json lists all" in lines
    assert len(lines) < 30


def test_a_distance_from_nought_has_no_percentage_and_words_have_no_distance() -> None:
    assert difference_words(Difference("a", 1, "x", "2", "0", 2.0, float("inf"))).endswith("they differ by 2")
    assert difference_words(Difference("a", 0, "the file", "there", "is not made")).endswith('"is not made" made anew')
