"""The crime and disorder profile: every category at a glance, then what changed, on the year and since before Covid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import caution, information, not_measured
from analysis.assessment.lone_month import deciding_month
from analysis.assessment.naming import TOTALS, category_title, category_words, kind_of
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED, Published, change_columns
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures import Comparison, ProfileLine


YEAR = 12


def profile(context: Context, results: Results) -> list[Block]:
    """The profile table and the two charts of change; a note for an edition of published figures alone."""
    if context.slices is None:
        return [not_measured("The document publishes no counts by category and month, so no profile can be drawn.")]
    blocks: list[Block] = [_lead(context, results), _table(context, results)]
    for block in (year_chart(context, results), covid_chart(context, results)):
        blocks += block
    return blocks


def _lead(context: Context, results: Results) -> Paragraph:
    apart = "Offences" if context.annual else "Anti-social behaviour incidents"
    compared = any(said(found) for found in results.on_the_year.values())
    beside = " beside the period a year earlier" if compared else ""
    return Paragraph(
        spans=text(
            ref("profile"), f" sets out every category of {context.window.named}{beside}. {apart} "
            "stand apart: they are never added to recorded crime. An interval is widened by how much the series usually "
            "swings; a change whose interval takes in no change is not called a rise or a fall.",
        )
    )  # fmt: skip


def _profile_row(line: ProfileLine, results: Results) -> dict[str, Any]:
    rates = results.peer_rates(line.category)
    change = {
        k: v for k, v in change_columns(results.on_the_year[line.category]).items() if k not in ("before", "after")
    }
    return {
        "category": category_title(line.category),
        "line": line.category,
        "kind": kind_of(line.category),
        "previous": line.previous if line.previous is not None else pd.NA,
        "latest": line.latest if line.latest is not None else pd.NA,
        **change,
        "rate": line.rate if isinstance(line.rate, CannotSay) else line.rate.value,
        **({"peer_low": min(rates), "peer_high": max(rates)} if rates else {}),
    }


def published_profile(results: Results) -> Published:
    """The profile, one row per line, withheld counts blanked."""
    rows = [_profile_row(line, results) for line in results.profile.lines]
    frame = pd.DataFrame(rows)
    parts = {name: ["previous", "latest"] for name in DERIVED} | {"rate": ["latest"]}
    plain = [name for name in ("line", "kind", "peer_low", "peer_high") if name in frame.columns]
    return results.publish_lines(frame, derived=parts, plain=plain)


def published_months(results: Results, lines: list[str]) -> Published:
    """Counts by month of the given lines, long: ``category``, ``month``, ``count``."""
    rows = []
    for line in lines:
        found = results.series(line)
        rows += [
            {"category": category_title(line), "line": line, "month": when, "count": value}
            for when, value in zip(found.index, found, strict=True)
        ]
    frame = pd.DataFrame(rows)
    status = frame["count"].isna().map({True: "missing", False: "present"})
    failed = results.failed
    frame["status"] = [
        "failed" if s == "missing" and (line, when) in failed else s
        for s, line, when in zip(status, frame["line"], frame["month"], strict=True)
    ]
    return results.publish_months(frame)


def _table(context: Context, results: Results) -> Block:
    frame = published_profile(results)
    months = published_months(results, [line.category for line in results.profile.lines])
    year = _people_text(context, results)
    caption = context.caption(
        "profile",
        _headline(context, results),
        f"{'Crimes and offences' if context.annual else 'Recorded crime and anti-social behaviour'} by type, "
        f"{context.partnership.name}, {_periods(context, results)}",
        notes=[year],
    )  # fmt: skip
    return exhibits.profile(
        frame, months, caption, previous=numbers.sentence_case(context.window.back(1).text),
        latest=numbers.sentence_case(context.window.text), peers=f"Range of {context.partnership.peer_group}",
    )  # fmt: skip


def _periods(context: Context, results: Results) -> str:
    compared = any(said(found) for found in results.on_the_year.values())
    return f"{context.window.text} and {context.window.back(1).text}" if compared else context.window.text


def _people_text(context: Context, results: Results) -> str:
    year = context.edition.population_year
    if results.population is None or year is None:
        return "No rate is given: the population of the area is not known for the year declared."
    people, months = numbers.count(results.population), len(context.window.months)
    over = "" if months == YEAR else f"Rates are over {months} months, not a year. "
    return over + (
        f"Rates use the resident population of mid-{year} ({people} people), the latest there is; residents are not all "
        "who are at risk, least of all in town centres and at events."
    )


def how_many(number: int) -> str:
    """A number that stands by itself: ``none``, ``three``, ``12``."""
    return numbers.in_words(number) if number else "none"


def _headline(context: Context, results: Results) -> str:
    changes = [found for line, found in results.on_the_year.items() if kind_of(line) == "crime"]
    if not any(said(c) for c in changes):
        return f"What was recorded in {context.partnership.name}; no earlier period to set it beside"
    return _counted(
        changes,
        "group of crimes" if context.annual else "category of crime",
        "groups of crimes" if context.annual else "categories of crime",
    )


def _counted(changes: Sequence[Comparison | CannotSay], one: str, many: str) -> str:
    """``Of 13 categories of crime, six rose clearly, none fell clearly, six showed no clear change; of one we cannot say``."""
    answered = [c.change.verdict for c in changes if said(c)]
    rose, fell = answered.count("rose"), answered.count("fell")
    unsaid = len(changes) - len(answered)
    tail = f"; of {numbers.in_words(unsaid)} we cannot say" if unsaid else ""
    return (
        f"Of {numbers.plural(len(changes), one, many)}, {how_many(rose)} rose clearly, {how_many(fell)} fell clearly and "
        f"{how_many(len(answered) - rose - fell)} showed no clear change{tail}"
    )


def earlier_year(results: Results) -> str:
    """The stretch before Covid that the period is set beside; for annual figures one financial year."""
    found = next((c for c in results.since_before_covid.values() if said(c)), None)
    return found.before.text if found else "before Covid"


def year_chart(context: Context, results: Results) -> list[Block]:
    """Change on the year by category; a note where nothing can be compared."""
    found = results.on_the_year
    answered = [c for c in found.values() if said(c)]
    before, after = context.window.back(1).text, context.window.text
    if not answered:
        reason = next(c for c in found.values() if isinstance(c, CannotSay))
        return [cannot_say_note(reason, "what changed on the year")]
    caption = context.caption(
        "changes-on-the-year", _clear_headline(found, "on the year"),
        f"Change in the number recorded by type, {context.partnership.name}, {before} to {after}, with 95% intervals",
    )  # fmt: skip
    drawn = exhibits.changes(results.publish_changes(found, "window"), caption, before=before, after=after)
    blocks: list[Block] = [_shown(drawn)]
    touched = sorted({name for c in answered for name in c.breaks})
    if touched:
        blocks.append(
            caution(
                ref("changes-on-the-year"), f" compares periods that take in {numbers.listed(touched)}. A rise may partly be a "
                "return to ordinary months, and a fall the end of what the restrictions brought, such as reports of breaches. "
                "Set it beside the comparison with before Covid.",
                title="Not like for like",
            )
        )  # fmt: skip
    blocks.append(information(_many(results)))
    return blocks


def _many(results: Results) -> str:
    """What is left of the clear changes when all comparisons are allowed for, and which rest on one month."""
    clear = [line for line, c in results.on_the_year.items() if said(c) and c.change.verdict != "no clear change"]
    answered = sum(said(c) for c in results.on_the_year.values())
    lost = [category_words(line) for line in clear if line not in results.standing_out]
    lone = [category_words(line) for line in clear if deciding_month(results, line)]
    first = f"Of {answered} comparisons about one in twenty would look clear by chance alone. "
    kept = (
        f"Allowing for that (Benjamini-Hochberg at 5%), {numbers.listed(lost)} no longer stands out. "
        if len(lost) == 1
        else (
            f"Allowing for that (Benjamini-Hochberg at 5%), {numbers.listed(lost)} no longer stand out. "
            if lost
            else "Every change called clear still stands out when that is allowed for (Benjamini-Hochberg at 5%). "
            if clear
            else ""
        )
    )
    one = f"One month decides the change in {numbers.listed(lone)}: see its own part." if lone else ""
    return f"{first}{kept}{one}".strip()


def _clear_headline(found: Mapping[str, Comparison | CannotSay], when: str) -> str:
    clear = {
        verdict: [line for line, c in found.items() if said(c) and line not in TOTALS and c.change.verdict == verdict]
        for verdict in ("rose", "fell")
    }
    rose, fell = (how_many(len(clear[verdict])) for verdict in ("rose", "fell"))
    return numbers.sentence_case(f"{rose} of the types rose clearly and {fell} fell clearly {when}")


def covid_chart(context: Context, results: Results) -> list[Block]:
    """Change since the same months before Covid by category; a note where that cannot be had."""
    found = results.since_before_covid
    answered = [c for c in found.values() if said(c)]
    if not answered:
        reason = next(c for c in found.values() if isinstance(c, CannotSay))
        return [cannot_say_note(reason, "what changed since the same months before Covid")]
    months = answered[0].months_text or "all twelve months"
    before = answered[0].before.text
    earlier = f"{before}, the last year wholly before Covid" if context.annual else "the same months before March 2020"
    caption = context.caption(
        "changes-since-before-covid", _clear_headline(found, "since before Covid"),
        f"Change in the number recorded by type, {context.partnership.name}, {context.window.text} against {earlier}, "
        "with 95% intervals",
        notes=[] if context.annual else [f"Months compared: {months}; the earlier ones are the latest of each name, {before}."],
    )  # fmt: skip
    frame = results.publish_changes(found, "covid")
    chart = exhibits.changes(frame, caption, before=before if context.annual else "before Covid", after="latest")
    blocks: list[Block] = [_shown(chart)]
    if any(c.left_out for c in answered):
        only = ref("changes-since-before-covid")
        blocks.append(
            caution(only, f" compares {months}: the months with figures from before Covid. The rest is left out.")
        )
    return blocks


def _shown(answer: exhibits.Shown | CannotSay) -> Block:
    return answer if said(answer) else cannot_say_note(answer, "what changed")
