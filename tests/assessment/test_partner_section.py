"""Partner data: what other agencies supplied, told by the rule of each source, the planted truth found."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from written_edition import Written, changed, rows_of, sentences, strings

from analysis.assessment.before import Before
from analysis.assessment.partner_before import known_before
from analysis.assessment.partner_figures import ALL, PartnerFigures
from analysis.assessment.sources import sources
from analysis.blocks import Exhibit, Heading
from analysis.counts import total
from analysis.disclosure import attack, lattice
from analysis.exhibits.week import DAYS
from analysis.params.edition import Period
from analysis.sources.simulated.partners import PEAK_DAYS

FIRE, AMBULANCE, COUNCIL = "brackenford-fire", "brackenford-ambulance", "brackenford-council"
SMALL = {"1", "2", "3", "4"}


def figures(edition: Written, name: str) -> PartnerFigures:
    context = edition.assessment.context
    assert context.slices is not None
    return PartnerFigures(context, name, context.slices.partners[name])


def exhibits_of(edition: Written, name: str) -> dict[str, Exhibit]:
    section = edition.section("partners")
    return {b.slug: b for b in section if isinstance(b, Exhibit) and b.slug.startswith(f"partner-{name}")}


def csv_rows(edition: Written, slug: str) -> list[dict[str, str]]:
    """The CSV of an exhibit, only its own section written."""
    (found,) = (b for b in edition.section("partners") if isinstance(b, Exhibit) and b.slug == slug)
    return rows_of(found)


def one_row(edition: Written, slug: str, **key: str) -> dict[str, str]:
    (found,) = (row for row in csv_rows(edition, slug) if all(row[name] == value for name, value in key.items()))
    return found


def test_an_edition_without_partner_extracts_has_no_such_section(leicestershire: Written, agreement: Written) -> None:
    assert leicestershire.section("partners") == ()
    assert agreement.section("partners") == ()


def test_each_source_stands_by_itself_in_the_order_declared_marked_simulated(illustration: Written) -> None:
    heads = [b for b in illustration.section("partners") if isinstance(b, Heading)]
    assert [(h.level, h.id) for h in heads] == [
        (1, "partner-data"),
        *((2, f"partner-{n}") for n in (FIRE, AMBULANCE, COUNCIL)),
    ]
    for name in (FIRE, AMBULANCE, COUNCIL):
        for exhibit in exhibits_of(illustration, name).values():
            assert "SIMULATED" in exhibit.subtitle and "SIMULATED" in exhibit.source
            assert "SIMULATED" in (exhibit.chart.alt if exhibit.chart else exhibit.subtitle)


def test_counts_are_those_of_the_extract_added_up(illustration: Written) -> None:
    slices = illustration.assessment.slices
    assert slices is not None
    for name in (FIRE, COUNCIL):
        counts = slices.partners[name].counts
        year = counts[(counts["month"] > pd.Period("2021-11", "M"))]
        by_line = total(year, ["category"]).set_index("category")["count"].to_dict()
        rows = {row["line"]: row for row in csv_rows(illustration, f"partner-{name}-change")}
        assert {line: int(rows[line]["after"]) for line in by_line} == by_line
        assert int(rows[ALL]["after"]) == sum(by_line.values())


def test_the_rise_that_was_planted_in_fly_tipping_is_found(illustration: Written) -> None:
    row = one_row(illustration, f"partner-{COUNCIL}-change", line="fly-tipping")
    assert row["verdict"] == "rose"
    assert float(row["change_low"]) < 25 < float(row["change_high"])


def test_the_week_adds_up_to_the_incidents_of_the_year(illustration: Written) -> None:
    rows = csv_rows(illustration, f"partner-{FIRE}-week")
    every = one_row(illustration, f"partner-{FIRE}-change", line=ALL)["after"]
    assert sum(int(row["count"]) for row in rows) == int(every)
    assert len(rows) == 7 * 8 + 1


def test_the_weekend_evenings_that_were_planted_are_found(illustration: Written) -> None:
    (week,) = (b for slug, b in exhibits_of(illustration, AMBULANCE).items() if slug.endswith("week"))
    named = [DAYS[day] for day in PEAK_DAYS]
    assert any(week.headline.startswith(f"{day}s from 18:00 to 24:00 stand out") for day in named)
    assert week.chart is not None
    assert "more than an even spread would give by chance" in week.chart.alt


def test_fires_without_a_planted_peak_are_said_to_have_none(illustration: Written) -> None:
    assert "Chance alone could make it so." in illustration.words("partners")


def test_an_entry_at_exactly_midnight_is_told_of_an_open_source_alone(illustration: Written) -> None:
    notes = {n: [x for b in exhibits_of(illustration, n).values() for x in b.notes] for n in (FIRE, AMBULANCE)}
    assert any("stand at exactly 00:00" in note for note in notes[FIRE])
    assert not any("00:00," in note for note in notes[AMBULANCE])


def test_no_face_of_a_restricted_source_shows_a_count_from_one_to_four(illustration: Written) -> None:
    shown = exhibits_of(illustration, AMBULANCE)
    assert len(shown) == 2
    for slug, exhibit in shown.items():
        for row in csv_rows(illustration, slug):
            assert not SMALL & {row.get(name, "") for name in ("before", "after", "count")}, slug
        assert not SMALL & {cell.text for row in exhibit.table.rows for cell in row}, slug
        drawn = list(strings(exhibit.chart.model_dump())) if exhibit.chart else []
        assert not SMALL & {text.strip() for text in drawn}, slug


def test_of_every_withheld_cell_an_outsider_knows_no_more_than_the_rule_says(illustration: Written) -> None:
    """The attack on all that is published of the restricted source, from its atoms: 0 of N cells are recovered."""
    own = figures(illustration, AMBULANCE)
    decision = own.decision
    assert decision is not None and decision.primary and decision.secondary
    margins = [["category", "own"], ["whole"], ["slot"], ["timed"]]
    cells = lattice(own.atoms, margins)
    hidden = {name for name in cells.counts if name in decision.primary | decision.secondary}
    assert hidden
    small = [name for name in hidden if own.rule.protects(cells.counts[name])]
    recovered = [name for name in small if attack(cells, hidden, name).width < own.rule.width]
    assert (len(recovered), len(small) > 0) == (0, True)


def test_what_comes_of_a_withheld_count_is_withheld_and_no_sentence_tells_it(illustration: Written) -> None:
    row = one_row(illustration, f"partner-{AMBULANCE}-change", line="assault-with-a-weapon")
    assert (row["after"], row["change"], row["verdict"], row["difference"]) == ("", "", "", "")
    counted = figures(illustration, AMBULANCE).told("assault-with-a-weapon", "latest")
    assert counted is not None and 1 <= counted <= 4


def test_a_month_that_was_not_sent_is_left_out_of_both_years_and_said(illustration: Written) -> None:
    slices = illustration.assessment.slices
    assert slices is not None
    for name in (AMBULANCE, COUNCIL):
        partner = slices.partners[name]
        gone = partner.counts["month"] == pd.Period("2022-03", "M")
        counts = partner.counts.assign(
            count=partner.counts["count"].mask(gone), status=partner.counts["status"].mask(gone, "missing")
        )
        report = partner.completeness.assign(
            status=partner.completeness["status"].mask(
                partner.completeness["month"] == pd.Period("2022-03", "M"), "missing"
            )
        )
        keep = [frame[frame["month"] != pd.Period("2022-03", "M")] for frame in (partner.weights, partner.timing)]
        other = replace(partner, counts=counts, completeness=report, weights=keep[0], timing=keep[1])
        edition = changed(illustration, partners={**slices.partners, name: other})  # type: ignore[arg-type]
        row = one_row(edition, f"partner-{name}-change", line=ALL)
        assert row["months"] == "all but March"
        assert "[x]" not in row.get("after_note", "")
        (coverage,) = (
            b for b in edition.section("partners") if isinstance(b, Exhibit) and b.slug == "partner-coverage"
        )
        assert coverage.headline == "One month not held"


def test_the_sources_of_the_report_name_the_partner_extracts(illustration: Written) -> None:
    slices = illustration.assessment.slices
    assert slices is not None
    named = sources(illustration.assessment.context, slices)
    assert isinstance(named, Exhibit)
    titles = [row["title"] for row in rows_of(named)]
    assert "SIMULATED ambulance call-outs for assault" in titles


def test_the_section_says_that_sources_are_not_to_be_added(illustration: Written) -> None:
    said = " ".join(sentences(illustration.section("partners")))
    assert "none is added to recorded crime or to another source" in said


@pytest.mark.parametrize("name", [FIRE, AMBULANCE])
def test_whole_counts_of_the_atoms_are_those_of_the_extract(illustration: Written, name: str) -> None:
    own = figures(illustration, name)
    assert own.known + own.unknown == own.told(ALL, "latest")


def last_year(illustration: Written) -> Before:
    """What an edition of the year before would have published of the restricted source."""
    period = Period(start="2020-12", end="2021-11")
    old = changed(illustration, edition={"period": period, "edition": "2021"})
    exhibits = exhibits_of(old, AMBULANCE)
    tables = {("strategic-assessment", slug): exhibit.csv for slug, exhibit in exhibits.items()}
    return Before(old.assessment.declaration, tables)


def test_what_the_edition_before_published_is_taken_as_known(illustration: Written) -> None:
    before = last_year(illustration)
    now = Written(replace(illustration.assessment, before=before))
    own = figures(now, AMBULANCE)
    known = known_before(before, AMBULANCE, ALL, own.atoms)
    told = before.frame("strategic-assessment", f"partner-{AMBULANCE}-change")
    assert told is not None
    assert len(known) == sum(str(value).isdigit() for side in ("before", "after") for value in told[side])
    assert all(each.holds(own.atoms) for each in known)
    shown = {row["line"]: row["before"] for row in csv_rows(now, f"partner-{AMBULANCE}-change")}
    for row in told.to_dict("records"):
        if row["after"] and shown[row["line"]]:
            assert row["after"] == shown[row["line"]]


def test_a_count_withheld_now_is_not_given_away_by_what_was_published_then(illustration: Written) -> None:
    now = Written(replace(illustration.assessment, before=last_year(illustration)))
    own = figures(now, AMBULANCE)
    known = known_before(own.context.before, AMBULANCE, ALL, own.atoms)
    margins = [["category", "own"], ["whole"], ["slot"], ["timed"]]
    cells = lattice(own.atoms, margins, known)
    assert own.decision is not None
    hidden = {name for name in cells.counts if name in own.decision.primary | own.decision.secondary}
    small = [name for name in hidden if own.rule.protects(cells.counts[name])]
    assert small
    assert [name for name in small if attack(cells, hidden, name).width < own.rule.width] == []


def test_hours_of_months_that_were_published_before_are_withheld(illustration: Written) -> None:
    before = last_year(illustration)
    overlapping = before.declaration.edition.model_copy(update={"period": Period(start="2021-06", end="2022-05")})
    again = Before(before.declaration.model_copy(update={"edition": overlapping}), before.tables)
    now = Written(replace(illustration.assessment, before=again))
    assert not figures(now, AMBULANCE).week_shown
    assert "Days and hours are withheld" in now.words("partners")
    assert figures(now, FIRE).week_shown
