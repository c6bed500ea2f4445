"""The months ahead in shipped editions: unproven where the past is short, the whole face where it has earned it."""

import pytest
from written_edition import Written, rows_of, sentences

from analysis import numbers
from analysis.assessment import Assessment
from analysis.assessment.outlook import TABLE, outlook_blocks, outlook_of
from analysis.assessment.outlook_rows import found_outlook
from analysis.blocks import Exhibit


def blocks_of(written):
    assessment = written.assessment
    return outlook_blocks(assessment.context, assessment.results)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("north-west-leicestershire/2022", "24 months outside the Covid restrictions have figures, and 36 are needed"),
        ("west-lancashire/2022", "23 months outside the Covid restrictions have figures, and 36 are needed"),
        ("warwickshire/2022", "16 months have figures, and 36 are needed"),
        ("west-lothian/2021-22", "only figures by month can be carried forward"),
    ],
)
def test_a_past_too_short_is_said_once_for_all_types(written, name, reason):
    blocks = blocks_of(written(name))
    (said,) = sentences(tuple(blocks))
    assert said.startswith(f"What the months ahead may bring, for any type: {reason}")
    assessment = written(name).assessment
    assert outlook_of(assessment.context, assessment.results, next(iter(assessment.results.lines))) == []


@pytest.fixture(scope="module")
def unbroken(request):
    """The illustration as if nothing had broken its months: long enough for the whole face."""
    written = request.getfixturevalue("illustration")
    old = written.assessment
    return Written(Assessment(old.declaration.model_copy(update={"breaks": ()}), old.slices))


def test_the_table_holds_every_type_that_has_an_outlook(unbroken):
    blocks = blocks_of(unbroken)
    (table,) = [block for block in blocks if isinstance(block, Exhibit)]
    assert any("a level that moves with the latest months" in note for note in table.notes)
    assert table.slug == TABLE
    results = unbroken.assessment.results
    for row in rows_of(table):
        found = found_outlook(results, row["line"])
        assert row["model"] == found.model
        assert (
            int(row["low95"]) <= int(row["low80"]) <= int(row["expected"]) <= int(row["high80"]) <= int(row["high95"])
        )
        assert float(row["mase"]) <= float(row["naive_mase"])
        assert int(row["origins"]) >= 12


def test_a_type_with_a_withheld_month_is_left_out_and_named(unbroken):
    results = unbroken.assessment.results
    withheld = [line for line in results.lines if results.any_withheld(line)]
    assert withheld
    (table, note) = blocks_of(unbroken)
    assert not {row["line"] for row in rows_of(table)} & set(withheld)
    (said,) = sentences((note,))
    assert said.endswith("some of its periods are withheld to protect people.")
    assert "robbery" in said


def test_a_part_has_its_sentence_and_its_fan(unbroken):
    assessment = unbroken.assessment
    paragraph, fan = outlook_of(assessment.context, assessment.results, "burglary")
    found = found_outlook(assessment.results, "burglary")
    (said,) = sentences((paragraph,))
    assert f"December 2022 may bring about {found.median[0]} " in said
    assert isinstance(fan, Exhibit)
    rows = rows_of(fan)
    assert fan.headline.startswith(f"Burglary: about {found.median[0]} in December 2022 (95% interval: ")
    last = f" and about {found.median[-1]} in {numbers.month(found.months[-1])} (95% interval: {found.low95[-1]} to "
    assert last in fan.headline
    past = len(assessment.results.series("burglary"))
    assert past > 36 and len(rows) == past + found.horizon
    assert [int(row["expected"]) for row in rows[past:]] == list(found.median)
    assert {row["count"] for row in rows[past:]} == {""}
    assert {row["expected"] for row in rows[:past]} == {""}


def test_a_withheld_part_tells_no_figure(unbroken):
    assessment = unbroken.assessment
    (note,) = outlook_of(assessment.context, assessment.results, "robbery")
    (said,) = sentences((note,))
    assert said == ("What the months ahead may bring for robbery: some of its periods are withheld to protect people.")
