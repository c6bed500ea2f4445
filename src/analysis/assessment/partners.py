"""Partner data: what other agencies counted, each source by itself, with the hours of the week where they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.partner_figures import PartnerFigures
from analysis.assessment.partner_rows import EVERYTHING, published_change, published_supply, published_week
from analysis.assessment.wording import how_many
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.exhibits import Field, exhibit
from analysis.exhibits.week import NOT_KNOWN
from analysis.measures.week import peak
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row

SECTION: Final = "partner-data"
COVERAGE: Final = "partner-coverage"
LEAD: Final = (
    "These are counts that other agencies supplied. Each counts its own work in its own way, so none is added to "
    "recorded crime or to another source: the same incident may be in several, or in none. "
)


def partners(context: Context) -> list[Block]:
    """The section with its heading; nothing for an edition that takes no partner extract."""
    found = context.slices.partners if context.slices is not None else {}
    if not found:
        return []
    declared = [pin.source for pin in context.edition.partners]
    every = [PartnerFigures(context, name, found[name]) for name in declared if name in found]
    blocks: list[Block] = [
        Heading(level=1, text="Partner data", id=SECTION),
        Paragraph(spans=text(LEAD, ref(COVERAGE), " shows which months each supplied.")),
    ]
    for figures in every:
        blocks += _source(figures)
    return [*blocks, _coverage(context, every)]


def _source(figures: PartnerFigures) -> list[Block]:
    title = figures.partner.title
    blocks: list[Block] = [Heading(level=2, text=title, id=f"partner-{figures.name}")]
    if figures.rule.control == "full":
        words = (
            f"This source is restricted. A count from {figures.rule.smallest} to {figures.rule.largest} is withheld, "
            "with others that would give it away, and what is worked out from them. Withheld is not zero: it is marked "
            "[c]."
        )
        blocks.append(information(words, title="Small counts are withheld"))
    blocks += [_change_table(figures), *_week(figures)]
    return blocks


def _change_table(figures: PartnerFigures) -> Block:
    frame = published_change(figures)
    latest, previous = figures.window.text, figures.window.back(1).text
    fields = [
        Field("category", "Type"),
        Field("before", numbers.sentence_case(previous), numbers.count, reliability=True),
        Field("after", numbers.sentence_case(latest), numbers.count, reliability=True),
        Field("change", "Change", exhibits.signed_percent, reliability=True),
        Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
        Field("verdict", "What it shows"),
    ]
    caption = figures.context.caption(
        f"partner-{figures.name}-change", _headline(frame), f"{figures.partner.title}, {latest} and {previous}",
        source=source_line(figures), notes=_months(frame),
    )  # fmt: skip
    return exhibit(frame, caption, fields, total_rows=int(frame.rows[-1].words("category") == EVERYTHING))


def _headline(frame: Published) -> str:
    rows = [row for row in frame if row.words("category") != EVERYTHING]
    known = [row for row in rows if row["verdict"].known]
    if not known:
        return "What was counted; no change can be told"
    rose, fell = (sum(row.words("verdict") == verdict for row in known) for verdict in ("rose", "fell"))
    of = numbers.plural(len(rows), "type")
    unsaid = f"; of {numbers.in_words(len(rows) - len(known))} nothing can be said" if len(known) < len(rows) else ""
    return f"Of {of}, {how_many(rose)} rose and {how_many(fell)} fell by more than chance{unsaid}"


def _months(frame: Published) -> list[str]:
    """Which months alone were compared, and what of the time compared was out of the ordinary."""
    partly = {row.words("category"): row.words("months") for row in frame if row.words("months")}
    lines = [f"{name}: {months} could be compared." for name, months in partly.items()]
    touched = sorted({row.words("breaks") for row in frame if row.words("breaks")})
    return lines + [f"The time compared takes in {each}." for each in touched]


def source_line(figures: PartnerFigures) -> str:
    """The source line of a partner's figures."""
    record = figures.partner.record
    return f"Source: {record.title}, {record.publisher}, vintage {record.vintage}. Licence: {record.licence}."


def _week(figures: PartnerFigures) -> list[Block]:
    """The hours of the week; a note where the source tells no times."""
    title = figures.partner.title
    if figures.timed and not figures.week_shown:
        return [
            information(
                "Days and hours are withheld: few incidents have a time, or the hours of some of these months were "
                "published before."
            )
        ]
    if not figures.timed:
        return [information("This source tells the month of each incident, not its day or time.")]
    frame = published_week(figures)
    slug = f"partner-{figures.name}-week"
    caption = figures.context.caption(
        slug, _peak_headline(frame, figures.known), f"{title} by day and time of day, {figures.window.text}",
        source=source_line(figures), notes=[_how(figures)],
    )  # fmt: skip
    lead = f"{_peak_words(frame, figures.known)} {_known_words(frame)}"
    return [Paragraph(spans=text(lead, " (", ref(slug), ").")), exhibits.week(frame, caption, lead=lead + ".")]


def _fullest(frame: Published, known: int) -> tuple[Row, bool] | None:
    """The fullest cell that is shown, and whether it is clear of chance."""
    rows = [row for row in frame if row.words("weekday") != NOT_KNOWN]
    found = peak([row.number("count") for row in rows], known)
    return (rows[found.place], found.clear) if found else None


def _peak_headline(frame: Published, known: int) -> str:
    found = _fullest(frame, known)
    if found is None or not found[1]:
        return "No time of the week stands out from the others by more than chance"
    row = found[0]
    share = numbers.percent(row["share"].value)
    return f"{row.words('weekday')}s from {row.words('hours')} stand out, with {share} of those whose time is known"


def _peak_words(frame: Published, known: int) -> str:
    found = _fullest(frame, known)
    if found is None:
        return "No cell of the week can be shown."
    row, clear = found
    count, share = numbers.count(row["count"].value), numbers.percent(row["share"].value)
    even = numbers.percent(100 / (len(frame) - 1))
    chance = "That is more than an even spread would give by chance." if clear else "Chance alone could make it so."
    return (
        f"The fullest cell shown is {row.words('weekday')} from {row.words('hours')}, with {count} of the "
        f"{numbers.count(known)} whose time is known ({share}, where an even spread would put {even}). {chance}"
    )


def _known_words(frame: Published) -> str:
    """How many have no time that is known, and how many cells are withheld; no full stop."""
    unknown = frame.row(weekday=NOT_KNOWN)["count"]
    withheld = sum(not row["count"].known for row in frame if row.words("weekday") != NOT_KNOWN)
    hidden = f"; {numbers.plural(withheld, 'cell is', 'cells are')} withheld" if withheld else ""
    if not unknown.known:
        return f"How many have no time that is known is withheld{hidden}"
    if not unknown.value:
        return f"Each has a time{hidden}"
    return f"Of {numbers.plural(unknown.value, 'more', 'more')} the time is not known{hidden}"


def _how(figures: PartnerFigures) -> str:
    """How wide a cell is and why, and how many times are suspicious; the latter of an open source alone."""
    wide = f"Cells take in {numbers.plural(figures.width, 'hour')}" + (
        ", so that few of them are small." if figures.width > 1 else "."
    )
    timing = figures.partner.timing
    midnight = int(timing.loc[timing["month"].isin(figures.window.periods), "midnight"].sum())
    if figures.rule.control == "full" or not midnight:
        return wide
    share = numbers.percent(100 * midnight / (figures.known + figures.unknown))
    return f"{wide} {numbers.count(midnight)} ({share}) stand at exactly 00:00, which may mean that nobody said when."


def _blanks(figures: PartnerFigures) -> list[str]:
    """Single figures that are not there in months that were supplied."""
    counts = figures.counts
    supplied = counts.loc[counts["status"] != "missing", "month"].unique()
    found = counts[counts["month"].isin(supplied)]
    number = {status: int((found["status"] == status).sum()) for status in ("missing", "suppressed")}
    words = {"missing": "not in the file", "suppressed": "withheld by the publisher"}
    told = [f"{numbers.plural(number[each], 'figure')} {words[each]}" for each in words if number[each]]
    return [f"{figures.partner.title}: {numbers.listed(told)}, which is not zero."] if told else []


def _coverage(context: Context, every: Sequence[PartnerFigures]) -> Block:
    frame = published_supply(every)
    missing = sum(row.words("supply") == "missing" for row in frame)
    held = (
        "Every month of every source is held"
        if not missing
        else f"{numbers.sentence_case(numbers.plural(missing, 'month'))} not held"
    )
    caption = context.caption(
        COVERAGE, held, "Months supplied by each partner agency", source=" ".join(source_line(each) for each in every),
        notes=["A month that is not held is never a zero.", *(note for each in every for note in _blanks(each))],
    )  # fmt: skip
    drawn = exhibits.completeness(frame, caption)
    return drawn if said(drawn) else cannot_say_note(drawn, "what partner agencies supplied")
