"""Partner files that nobody wrote a reader for come in by their mapping alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from partner_files import (
    AREAS,
    FIRE,
    FIRE_FILE,
    INCIDENTS,
    INCIDENTS_FILE,
    TODAY,
    WIDE,
    WIDE_FILE,
    cells,
    mapped,
    read,
)

from analysis.sources.partners import read_extract

NWL, OADBY = "E07000134", "E07000135"


def test_a_fire_file_with_other_names_day_first_windows_1252_totals_and_thousands_comes_in(tmp_path: Path) -> None:
    found = read(tmp_path, FIRE_FILE, mapped(FIRE))
    told = cells(found)
    assert told[NWL, "2022-04", "primary-fire"] == 1204
    assert told[NWL, "2022-02", "deliberate-secondary-fire"] == 7
    assert (found.vintage, found.rows, found.ignored) == ("2022-04", 5, 2)


def test_what_was_withheld_by_the_publisher_is_suppressed_with_all_it_adds_up_to(tmp_path: Path) -> None:
    assert cells(read(tmp_path, FIRE_FILE, mapped(FIRE)))[OADBY, "2022-04", "primary-fire"] == "suppressed"


def test_a_month_covered_in_full_without_a_row_is_a_zero(tmp_path: Path) -> None:
    told = cells(read(tmp_path, FIRE_FILE, mapped(FIRE)))
    assert told[NWL, "2022-03", "primary-fire"] == 0
    assert told[OADBY, "2022-02", "deliberate-secondary-fire"] == 0


def test_a_month_after_those_covered_is_missing_and_its_rows_are_set_aside(tmp_path: Path) -> None:
    source = mapped(FIRE, complete={"start": "2022-02", "end": "2022-03"})
    found = read(tmp_path, FIRE_FILE, source, vintage="2022-04")
    assert cells(found)[NWL, "2022-04", "primary-fire"] == "missing"
    assert cells(found)[NWL, "2022-03", "primary-fire"] == 0
    assert found.beyond == 3


def test_an_ambiguous_day_is_what_the_mapping_declares_and_nothing_else(tmp_path: Path) -> None:
    month_first = mapped(FIRE, when={"column": "Date of call", "formats": ["MM/DD/YYYY"]}, totals=None)
    month_first = mapped(month_first.model_dump(exclude_none=True), complete={"start": "2022-02", "end": "2022-12"})
    file = FIRE_FILE.split("\r\n")
    found = read(tmp_path, "\r\n".join(file[:2]) + "\r\n", month_first)
    assert cells(found)[NWL, "2022-03", "primary-fire"] == 1204


def test_a_wide_table_of_months_comes_in(tmp_path: Path) -> None:
    found = read(tmp_path, WIDE_FILE, mapped(WIDE))
    assert cells(found) == {
        (NWL, "2022-04", "fly-tipping"): 1000,
        (NWL, "2022-05", "fly-tipping"): 31,
        (NWL, "2022-06", "fly-tipping"): "missing",
        (NWL, "2022-04", "noise"): 12,
        (NWL, "2022-05", "noise"): "suppressed",
        (NWL, "2022-06", "noise"): 9,
    }
    assert found.ignored == 1


def test_two_of_their_words_for_one_category_and_two_names_for_one_area_are_added_up(tmp_path: Path) -> None:
    words = {"Noise": "nuisance", "Fly-tipping": "nuisance"}
    source = mapped(WIDE, category={"column": "Complaint", "words": words})
    told = cells(read(tmp_path, WIDE_FILE, source))
    assert told == {
        (NWL, "2022-04", "nuisance"): 1012,
        (NWL, "2022-05", "nuisance"): "suppressed",
        (NWL, "2022-06", "nuisance"): "missing",
    }


def test_a_word_that_is_not_listed_counts_as_other_only_where_that_is_declared(tmp_path: Path) -> None:
    category = {"column": "Complaint", "words": {"Noise": "noise"}, "other": "other-complaint"}
    told = cells(read(tmp_path, WIDE_FILE, mapped(WIDE, category=category)))
    assert told[NWL, "2022-04", "other-complaint"] == 1000


def test_incidents_are_counted_once_each_and_only_mapped_columns_are_looked_at(tmp_path: Path) -> None:
    found = read(tmp_path, INCIDENTS_FILE, mapped(INCIDENTS))
    assert cells(found) == {(NWL, "2022-10", "assault"): 0, (NWL, "2022-11", "assault"): 4}
    assert found.ignored == 1
    everything = " ".join(frame.to_csv() for frame in (found.counts, found.completeness, found.spells))
    assert "Nonymous" not in everything
    report = found.completeness.set_index("month")
    assert report.loc["2022-11", ["rows", "duplicates_removed"]].tolist() == [5, 1]


def test_times_are_a_stretch_an_instant_or_not_known(tmp_path: Path) -> None:
    spells = read(tmp_path, INCIDENTS_FILE, mapped(INCIDENTS)).spells
    assert spells["start"].isna().tolist() == [False, True, False, False]
    assert spells["end"].isna().tolist() == [False, True, True, False]
    assert spells.loc[0, "end"] - spells.loc[0, "start"] == pd.Timedelta(hours=2.5)


def test_rows_outside_and_rows_without_a_place_are_set_aside_and_counted(tmp_path: Path) -> None:
    area = {"column": "Place", "names": {"Over the border": "outside"}, "blank": "unlocated"}
    source = mapped(INCIDENTS, area=area, until=None, reference=None)
    file = "From,At,Place\n4 November 2022,10:00,Over the border\n4 November 2022,10:00,\n4 November 2022,10:00,"
    found = read(tmp_path, file + "north west leicestershire\n", source)
    assert cells(found)[NWL, "2022-11", "assault"] == 1
    assert cells(found)["ambulance:unlocated", "2022-11", "assault"] == 1
    november = found.completeness.set_index("month").loc["2022-11"]
    assert november[["rows", "without_location", "outside"]].tolist() == [3, 1, 1]


def test_a_workbook_gives_its_days_and_times_as_it_holds_them(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write(0, 0, "Read me")
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, ["Made on 1 December 2022"])
        sheet.write_row(1, 0, ["From", "At", "Case"])
        sheet.write_datetime(2, 0, dt.datetime(2022, 11, 4), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_datetime(2, 1, dt.time(22, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write(2, 2, 17)
    source = mapped(INCIDENTS, until=None, layout={"sheet": "Calls", "header_row": "2"})
    found = read_extract(path, source, AREAS, vintage=None, today=TODAY)
    assert cells(found)[NWL, "2022-11", "assault"] == 1
    assert found.spells["start"].tolist() == [pd.Timestamp("2022-11-04 22:30")]


def test_a_workbook_of_months_may_head_them_with_days(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "mmm-yy"})
        sheet.write_row(0, 0, ["District", "Complaint"])
        sheet.write_datetime(0, 2, dt.datetime(2022, 4, 1), day)
        sheet.write_row(1, 0, ["Oadby and Wigston", "Noise", 12])
    source = mapped(WIDE, totals=None, ignore=None)
    found = read_extract(path, source, AREAS, vintage=None, today=TODAY)
    assert cells(found) == {(OADBY, "2022-04", "noise"): 12}


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    plain = read(tmp_path, WIDE_FILE, mapped(WIDE))
    marked = read(tmp_path, b"\xef\xbb\xbf" + WIDE_FILE.encode(), mapped(WIDE))
    assert cells(marked) == cells(plain)


def test_road_casualties_in_the_layout_of_the_published_file_come_in(tmp_path: Path) -> None:
    """Day, day of the week and time apart, codes of severity and of the district: as collisions are published."""
    source = mapped(
        INCIDENTS, id="collisions", title="Road collisions", access="open", until=None,
        when={"column": "date", "formats": ["DD/MM/YYYY"], "time_column": "time"},
        area={"column": "local_authority_ons_district", "names": {"E07000130": "outside"}},
        category={"column": "accident_severity", "words": {"1": "fatal", "2": "serious", "3": "slight"}},
        reference={"column": "accident_index"},
    )  # fmt: skip
    file = (
        "accident_index,date,day_of_week,time,local_authority_ons_district,accident_severity,longitude\n"
        "2022330001,04/11/2022,6,17:45,E07000134,3,-1.3\n"
        "2022330002,05/11/2022,7,02:10,E07000134,2,-1.3\n"
        "2022330003,05/11/2022,7,02:10,E07000130,1,-1.2\n"
    )
    found = read(tmp_path, file, source)
    told = cells(found)
    assert (told[NWL, "2022-11", "slight"], told[NWL, "2022-11", "serious"], told[NWL, "2022-11", "fatal"]) == (1, 1, 0)
    assert found.ignored == 2


def test_the_vintage_is_the_last_month_covered_unless_one_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, WIDE_FILE, mapped(WIDE)).vintage == "2022-06"
    later = mapped(INCIDENTS, complete={"start": "2022-10"})
    assert read(tmp_path, INCIDENTS_FILE, later, vintage="2022-12").vintage == "2022-12"
    told = cells(read(tmp_path, INCIDENTS_FILE, later, vintage="2022-12"))
    assert told[NWL, "2022-12", "assault"] == 0


@pytest.mark.parametrize("blank, told", [("missing", "missing"), ("zero", 0)])
def test_an_empty_count_is_what_the_mapping_says(tmp_path: Path, blank: str, told: int | str) -> None:
    source = mapped(WIDE, count={"blank": blank, "suppressed": ["<5"]})
    assert cells(read(tmp_path, WIDE_FILE, source))[NWL, "2022-06", "fly-tipping"] == told
