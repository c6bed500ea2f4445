"""``csp ingest extract``: a partner's file by its mapping, what is said of it, and how a wrong one is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

MAPPING = """
format: 1
id: collisions
title: Road collisions
publisher: Roads office
licence: Open Government Licence v3.0
access: open
shape: long
when:
  column: Date
  formats: [DD/MM/YYYY]
  time_column: Time
area:
  constant: E07000134
category:
  column: Severity
  words: {Slight: slight, Serious: serious}
complete: {start: 2022-10, end: 2022-11}
"""
SENT = "Date,Time,Severity,Driver\n04/11/2022,17:45,Slight,A. Nonymous\n05/11/2022,00:00,Serious,B. Nonymous\n"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    (tmp_path / "collisions.yml").write_text(MAPPING)
    (tmp_path / "sent.csv").write_text(SENT)
    return tmp_path / "sent.csv"


def test_a_partners_file_is_stored_and_it_is_said_what_was_not_kept(csp: Callable, sent: Path, place: House) -> None:
    said = csp("ingest", "extract", sent, "--mapping", sent.with_name("collisions.yml"))
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "collisions 2022-11: new; 1 file, 2 of 2 rows kept"
    assert "  one column of the file not named in the mapping: not looked at, not kept" in lines
    assert "  one incident stands at exactly 00:00, which may mean that nobody said" in lines
    assert ["2022-10", "0"] in [line.split() for line in lines]
    kept = "".join(path.read_text() for path in (place.store / "partners/collisions/2022-11").iterdir())
    assert "Nonymous" not in kept
    assert "collisions 2022-11" in csp("list").out
    again = csp("ingest", "extract", sent, "--mapping", sent.with_name("collisions.yml"))
    assert "collisions 2022-11: unchanged;" in again.out


def test_a_wrong_file_names_every_problem_without_a_traceback_and_stores_nothing(
    csp: Callable, sent: Path, place: House
) -> None:
    sent.write_text(SENT.replace("04/11", "31/11").replace("Serious", "Seriuos"))
    said = csp("ingest", "extract", sent, "--mapping", sent.with_name("collisions.yml"))
    assert said.code == 1
    assert said.err.splitlines() == [
        'sent.csv, row 2, column Date: "31/11/2022" is no day of the calendar as DD/MM/YYYY',
        'sent.csv, row 3, column Severity: "Seriuos" is no word of category.words; did you mean "Serious"?',
        "  Mend the file or its mapping; nothing of it was stored.",
    ]
    assert not (place.store / "partners").exists()


@pytest.mark.parametrize("vintage", ["2022", "2022-13", "../../x", "November 2022"])
def test_a_vintage_that_is_no_month_names_no_folder(csp: Callable, sent: Path, vintage: str, place: House) -> None:
    said = csp("ingest", "extract", sent, "--mapping", sent.with_name("collisions.yml"), "--vintage", vintage)
    assert said.code == 1
    assert "is not a month" in said.err
    assert not (place.store / "partners").exists()


def test_a_mapping_that_is_not_there_is_one_line(csp: Callable, sent: Path) -> None:
    said = csp("ingest", "extract", sent, "--mapping", sent.with_name("other.yml"))
    assert said.code == 1
    assert "other.yml: is missing" in said.err
