"""Under full control nothing shows a small count, or what was worked out from a withheld one."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd
import pytest
from written_edition import Written, changed, sentences, strings

from analysis.assessment.targets import assessed
from analysis.cannot_say import CannotSay
from analysis.counts import period_text
from analysis.disclosure import Decision

SMALL = {"1", "2", "3", "4"}
MONTH = re.compile(r"\d{4}-\d{2}")
WITHHELD = "[c] withheld so that nobody can be identified"
DERIVED = ("change", "change_low", "change_high", "verdict", "difference")
KEPT = ("burglary", "robbery", "shoplifting", "drugs", "anti-social-behaviour")


def decided(edition: Written) -> Decision:
    decision = edition.assessment.results.decision
    assert decision is not None
    return decision


def withheld_months(edition: Written, line: str) -> set[str]:
    found = decided(edition)
    months = edition.assessment.results.series(line).index
    return {period_text(when) for when in months if found.withholds({"category": line, "month": when})}


@pytest.fixture(scope="module")
def rare(illustration: Written) -> Written:
    """Brackenford with five categories over two years, and three robberies in its latest year."""
    last = pd.Period("2022-11", "M")

    def keep(frame: pd.DataFrame) -> pd.DataFrame:
        found = frame[frame["category"].isin(KEPT) & (frame["month"] > last - 24)].copy()
        if "count" in found:
            robbery = (found["category"] == "robbery") & (found["month"] > last - 12) & (found["status"] == "present")
            found.loc[robbery, "count"] = 0
            one = robbery & (found["month"] > last - 3) & (found["area"].isin(["X07000001", "X01000001"]))
            found.loc[one, "count"] = 1
        return found

    return changed(illustration, keep)


def test_something_is_withheld_and_something_shown(illustration: Written, rare: Written) -> None:
    for edition in (illustration, rare):
        found = decided(edition)
        assert found.primary and found.secondary
        assert len(found.primary | found.secondary) < len(found.cells) / 2


def test_every_withheld_month_is_marked_and_blank_in_every_csv(illustration: Written) -> None:
    marked = 0
    for row in illustration.rows("profile"):
        for month in withheld_months(illustration, row["line"]):
            assert (row[month], row[f"{month}_note"]) == ("", WITHHELD)
            marked += 1
    for slug in [slug for slug in illustration.exhibits if slug.startswith("course-of-")]:
        hidden = withheld_months(illustration, slug.removeprefix("course-of-"))
        blank = {row["month"] for row in illustration.rows(slug) if row["count_note"] == WITHHELD}
        assert blank == hidden
        assert not [row for row in illustration.rows(slug) if row["month"] in hidden and row["count"]]
    of_a_month = [
        cell for cell in decided(illustration).primary | decided(illustration).secondary if "month" in dict(cell)
    ]
    assert marked == len(of_a_month)


def test_no_csv_of_counts_shows_a_count_from_one_to_four(illustration: Written, rare: Written) -> None:
    for edition in (illustration, rare):
        for slug in edition.exhibits:
            if slug == "profile" or slug.startswith(("course-of", "changes", "top-places")):
                for row in edition.rows(slug):
                    counts = [v for k, v in row.items() if k in COUNTS or MONTH.fullmatch(k)]
                    assert not SMALL & set(counts), slug


COUNTS = ("count", "previous", "latest", "before", "after")


def test_no_printed_cell_of_counts_is_from_one_to_four(illustration: Written, rare: Written) -> None:
    for edition in (illustration, rare):
        for slug, exhibit in edition.exhibits.items():
            if slug == "profile" or slug.startswith(("course-of", "changes", "top-places")):
                shown = {cell.text for row in exhibit.table.rows for cell in row}
                assert not SMALL & shown, slug


def test_what_comes_of_a_withheld_count_is_withheld_too(rare: Written) -> None:
    assert decided(rare).withholds({"category": "robbery", "window": "latest"})
    row = rare.row("profile", line="robbery")
    assert (row["latest"], row["latest_note"]) == ("", WITHHELD)
    assert all(row[name] == "" for name in (*DERIVED, "rate"))
    changes = rare.row("changes-on-the-year", line="robbery")
    assert all(changes[name] == "" for name in (*DERIVED, "after"))


def test_no_sentence_tells_a_withheld_count_or_its_verdict(rare: Written) -> None:
    said = [line for section in rare.sections for line in rare.words(section).splitlines()]
    about = [line for line in said if re.search(r"\brobbery\b", line, re.IGNORECASE)]
    assert any(
        "Figures of robbery are withheld to protect people" in line for line in rare.words("categories").splitlines()
    )
    assert not [line for line in about if re.search(r"[Rr]obbery (rose|fell)|against \d+ in", line)]
    assert not [line for line in about if re.search(r"(?<![\d,.])3(?![\d,.%])", line)]


def test_a_headline_counts_only_verdicts_that_are_shown(illustration: Written, rare: Written) -> None:
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    for edition in (illustration, rare):
        rows = [row for row in edition.rows("profile") if row["kind"] == "crime"]
        rose = sum(row["verdict"] == "rose" for row in rows)
        assert f" {words[rose]} rose" in edition.exhibits["profile"].headline


def test_an_indicator_is_not_counted_over_months_of_which_one_is_withheld(illustration: Written) -> None:
    assert any("2022-04" <= month <= "2022-11" for month in withheld_months(illustration, "robbery"))
    assert not withheld_months(illustration, "shoplifting")
    (shoplifting,) = [i for i in illustration.assessment.declaration.edition.indicators if i.id == "shoplifting"]
    robbery = shoplifting.model_copy(update={"id": "robbery-open-year", "category": "robbery"})
    asked = changed(illustration, edition={"indicators": (shoplifting, robbery)}).assessment.context
    counted, hidden = assessed(asked, illustration.assessment.results)
    shown = [int(row["count"]) for row in illustration.rows("course-of-shoplifting") if row["month"] >= "2022-04"]
    assert counted.actual == sum(shown) and len(shown) == 8
    assert isinstance(hidden.actual, CannotSay)
    assert (hidden.actual.rule, hidden.status) == ("disclosure", "withheld")


def test_no_withheld_month_stands_alone_in_its_month_or_in_a_year_that_is_shown(illustration: Written) -> None:
    """The plainest attack: take what is shown from a total that is shown."""
    categories = [row["line"] for row in illustration.rows("profile") if row["kind"] == "crime"]
    hidden = {line: withheld_months(illustration, line) for line in categories}
    by_month = Counter(month for months in hidden.values() for month in months)
    total = illustration.row("profile", line="all-crime")
    assert [month for month, number in by_month.items() if number == 1 and total[month]] == []
    for row in illustration.rows("profile"):
        for name, first, last in (("latest", "2021-12", "2022-11"), ("previous", "2020-12", "2021-11")):
            inside = [month for month in hidden.get(row["line"], ()) if first <= month <= last]
            assert len(inside) != 1 or row[name] == "", row["line"]


def test_two_totals_that_are_shown_do_not_differ_by_a_withheld_month(illustration: Written) -> None:
    """The months compared with before Covid leave out May: the two totals give May by subtraction."""
    since = changed(illustration, lambda frame: frame[frame["month"] >= pd.Period("2018-12", "M")])
    compared = {row["months"] for row in since.rows("changes-since-before-covid") if row["months"]}
    assert compared == {"all but May"}
    for row in since.rows("changes-since-before-covid"):
        whole = since.row("profile", line=row["line"])["latest"]
        if row["after"] and whole and row["kind"] == "crime":
            assert "2022-05" not in withheld_months(since, row["line"]), row["line"]


def test_no_chart_names_a_withheld_month_as_its_lowest(illustration: Written) -> None:
    for slug, exhibit in illustration.exhibits.items():
        if slug.startswith("course-of-") and exhibit.chart is not None:
            assert not re.search(r"\b(?:is|lowest) [1-4] in [A-Z]", exhibit.chart.alt), slug


def test_no_text_anywhere_gives_a_small_count_of_a_named_month(illustration: Written) -> None:
    texts = [text for block in illustration.blocks for text in strings(block.model_dump())]
    texts += [text for blocks in illustration.sections.values() for text in sentences(blocks)]
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    pattern = re.compile(rf"(?<![\d,.−+])[1-4] in (?:{months}) \d{{4}}|(?:{months}) \d{{4}} (?:alone )?has [1-4]\b")
    assert [text for text in texts if pattern.search(text)] == []


def test_a_trend_is_not_said_of_a_line_with_withheld_months(illustration: Written) -> None:
    modelled = {row["category"] for row in illustration.rows("trend-models")}
    lines = {row["category"]: row["line"] for row in illustration.rows("profile")}
    assert modelled
    assert not [name for name in modelled if withheld_months(illustration, lines[name])]


def test_peers_whose_counts_are_small_give_no_range(rare: Written) -> None:
    results = rare.assessment.results
    slices = results.slices
    few = slices.districts["category"].eq("drugs") & slices.districts["area"].eq("X07000002")
    districts = slices.districts.copy()
    districts.loc[few & districts["status"].eq("present"), "count"] = 0
    districts.loc[few & districts["month"].eq(pd.Period("2022-11", "M")), "count"] = 2
    edition = changed(rare, districts=districts)
    assert edition.assessment.results.peer_rates("drugs") == []
    assert len(edition.assessment.results.peer_rates("shoplifting")) == 5


def test_the_reader_is_told_that_counts_are_withheld_and_how_many(illustration: Written) -> None:
    found = decided(illustration)
    said = illustration.words("data")
    assert f"{len(found.primary)} from 1 to 4 are withheld, and {len(found.secondary)} more" in said


def test_open_data_is_marked_and_never_withheld(leicestershire: Written) -> None:
    assert leicestershire.assessment.results.decision is None
    assert not [slug for slug, exhibit in leicestershire.exhibits.items() if "[c]" in exhibit.csv]
    assert "[low]" in leicestershire.exhibits["course-of-theft-from-the-person"].csv
