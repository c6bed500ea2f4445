"""What every section needs: what is declared, the data, where figures come from, how they may be published."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import numbers
from analysis.blocks import Note, Text, text
from analysis.disclosure import OPEN, Published, Rule, publish, rule_of
from analysis.exhibits import Caption
from analysis.measures import Window, breaks_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.before import Before
    from analysis.assessment.declaration import Declaration
    from analysis.blocks import Link, Ref
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.params.recording import RecordingBreak
    from analysis.store import Slices

ILLUSTRATIVE = "ILLUSTRATIVE"
RESTRICTED_MARK = "RESTRICTED"
MADE_FROM = (
    "The executed notebook beside this document shows every call. The figures behind each exhibit are in the CSV file "
    "of its name. The manifest that the first page names lists the hash of every input and of every file made, the "
    "code, what it ran on, the seed of every random number, and what each statement of the summary rests on."
)
"""Where a document says how to follow a figure back."""


@dataclass(frozen=True)
class Context:
    """One edition: what is declared, and its slices of data if it has any."""

    declaration: Declaration
    slices: Slices | None
    before: Before | None = None
    """What the edition before published; none where nothing was."""
    evaluations: Mapping[str, Slices] = field(default_factory=dict)
    """The data of each initiative that is evaluated, by its id."""

    @property
    def partnership(self) -> Partnership:
        """Who the partnership is."""
        return self.declaration.partnership

    @property
    def edition(self) -> Edition:
        """What this edition declares."""
        return self.declaration.edition

    @property
    def members(self) -> tuple[str, ...]:
        """Member agencies: those that the edition gives, else those that last."""
        return self.edition.members or self.partnership.members

    @property
    def mark(self) -> str:
        """What every file carries: ``RESTRICTED`` by who may read it, ``ILLUSTRATIVE`` for a fictional partnership."""
        return marks(self.edition, ILLUSTRATIVE if self.partnership.illustrative else "")

    @property
    def rule(self) -> Rule:
        """How counts of the edition's data may be published."""
        return rule_of(self.edition.data.source) if self.edition.data else OPEN

    @cached_property
    def window(self) -> Window:
        """The period assessed, in the frequency of the data (months where there is none)."""
        start, end = (pd.Period(text, "M") for text in (self.edition.period.start, self.edition.period.end))
        if self.annual:
            return Window(start.asfreq("Y-MAR"), end.asfreq("Y-MAR"))
        return Window(start, end)

    @property
    def annual(self) -> bool:
        """Whether the data come by financial year."""
        return self.edition.data is not None and self.edition.data.source == "scotland"

    @property
    def breaks(self) -> tuple[RecordingBreak, ...]:
        """The recording breaks of the country."""
        return breaks_for(self.declaration.breaks, country=self.country)

    @property
    def country(self) -> str:
        """The country whose recording rules hold; the fictional one follows England's."""
        return "england" if self.partnership.country == "fictional" else self.partnership.country

    @property
    def period_text(self) -> str:
        """The period assessed in words."""
        return self.window.text if self.edition.basis != "published document" else numbers.span(*self._months)

    @property
    def _months(self) -> tuple[pd.Period, pd.Period]:
        return pd.Period(self.edition.period.start, "M"), pd.Period(self.edition.period.end, "M")

    @cached_property
    def data_source(self) -> str:
        """The source line of figures counted from the data."""
        if self.slices is None or self.edition.data is None:
            return self.document_source
        titles = dict.fromkeys(r.title for r in self.slices.sources if r.vintage == self.edition.data.vintage)
        licences = dict.fromkeys(r.licence for r in self.slices.sources if r.vintage == self.edition.data.vintage)
        return f"Source: {'; '.join(titles)}, vintage {self.edition.data.vintage}. Licence: {'; '.join(licences)}."

    @property
    def document_source(self) -> str:
        """The source line of figures and statements that the partnership declared or published."""
        document = self.edition.document
        if document is None:
            return "Source: as declared by the partnership for this edition."
        published = f", {document.published}" if document.published else ", date not published"
        return f"Source: {document.publisher}, {document.title}{published}; figures as published, wording paraphrased."

    def caption(
        self, slug: str, headline: str, subtitle: str, *, source: str = "", notes: Sequence[str] = ()
    ) -> Caption:
        """The words around an exhibit; the source is the data's unless named."""
        return Caption(slug, headline, subtitle, source or self.data_source, tuple(n for n in notes if n), self.mark)

    def declared(self, rows: Sequence[Mapping[str, Any]], *, key: Sequence[str]) -> Published:
        """Publish rows that the partnership itself declared or published: nothing in them is counted from people."""
        return publish(pd.DataFrame(rows), OPEN, key=key)

    def name_of(self, area: str) -> str:
        """An area's name by its code."""
        return self.declaration.area_names.get(area, area)


def marks(edition: Edition, word: str = "") -> str:
    """The words that every page and table of a document carries: that it is restricted, and ``word``."""
    return ", ".join(filter(None, (RESTRICTED_MARK if edition.audience == "restricted" else "", word)))


def not_there(context: Context, what: str) -> Note:
    """The note in place of what is not there: not supplied by the partnership, or not in the published document."""
    if context.edition.basis == "published document":
        return Note(tone="info", title="Not in the published document", spans=text(what))
    return Note(tone="not-supplied", spans=text(what))


def not_measured(what: str) -> Note:
    """The note where the data are of a kind that cannot show a thing."""
    return Note(tone="info", title="Not in these data", spans=text(what))


def caution(*spans: str | Text | Link | Ref, title: str = "") -> Note:
    """A limit on what may be concluded."""
    return Note(tone="caution", title=title, spans=text(*spans))


def information(*spans: str | Text | Link | Ref, title: str = "") -> Note:
    """Something to know."""
    return Note(tone="info", title=title, spans=text(*spans))
