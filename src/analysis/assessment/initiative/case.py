"""One initiative with its evaluation: what is declared, the data, and what was found, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.context import Context, marks
from analysis.assessment.initiative.disclosed import HIDDEN, decide_evaluation, hidden, without_withheld
from analysis.assessment.initiative.settings import Settings
from analysis.evaluation.emmie import emmie
from analysis.evaluation.evaluate import by_design, evaluate
from analysis.evaluation.value import value
from analysis.measures import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.declaration import Declaration
    from analysis.cannot_say import CannotSay
    from analysis.disclosure import Decision
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.evaluate import DesignResult, Evaluated
    from analysis.evaluation.setting import Setting
    from analysis.evaluation.value import Value
    from analysis.exhibits import Caption
    from analysis.params.evaluation import Evaluation
    from analysis.params.initiative import Initiative
    from analysis.store import Slices

SIMULATED: Final = "SIMULATED"
"""The word across every page and file of an evaluation of figures that were made up."""


@dataclass(frozen=True)
class Case:
    """An evaluated initiative of one edition; ``slices`` are the evaluation's own, not those of the edition."""

    declaration: Declaration
    initiative: Initiative
    slices: Slices
    brief: bool = False
    """Whether only the design asked for is worked out, for a page in another document."""

    @property
    def evaluation(self) -> Evaluation:
        """How it is declared to be evaluated."""
        found = self.initiative.evaluation
        assert found is not None, "only an initiative with an evaluation has a case"
        return found

    @cached_property
    def context(self) -> Context:
        """The edition, with the data that the evaluation pins."""
        edition = self.declaration.edition.model_copy(update={"data": self.evaluation.data})
        return Context(self.declaration.model_copy(update={"edition": edition}), self.slices)

    @cached_property
    def settings(self) -> Settings:
        """What builds settings from what is declared."""
        return Settings(self.evaluation, self.slices, self.declaration.breaks, self.context.country)

    @property
    def setting(self) -> Setting:
        """What the designs were given."""
        return self.settings.primary

    @cached_property
    def evaluated(self) -> Evaluated:
        """The design asked for, all others, checks, powers, grades and specifications."""
        return evaluate(self.setting, self.evaluation.design)

    @cached_property
    def asked(self) -> DesignResult:
        """What the design asked for could see, found, and is worth."""
        found = by_design(self.setting, self.evaluation.design) if self.brief else self.evaluated.asked
        return without_withheld(self, found)

    @cached_property
    def by_outcome(self) -> list[tuple[str, Setting, Effect | CannotSay]]:
        """Everything counted with its part in the plan, by the design asked for; the primary outcome first."""
        asked, main = self.asked, self.setting
        further = [("further outcome", each) for each in main.others]
        untouched = [("could not be touched", each) for each in main.falsification]
        others = [(part, each, asked.design(each)) for part, each in [*further, *untouched]]
        return [("primary outcome", main, asked.effect), *others]

    @cached_property
    def worth(self) -> Value | CannotSay:
        """What the difference in the primary outcome is worth."""
        declared = self.evaluation
        effect = HIDDEN if hidden(self, self.setting) else self.asked.effect
        return value(
            effect, declared.outcomes[0], declared.cost, declared.deflator, country=self.context.country.title()
        )  # fmt: skip

    @property
    def emmie(self) -> tuple[tuple[str, str], ...]:
        """What is known under each EMMIE heading; nothing where the figures may not be shown."""
        return () if hidden(self, self.setting) else emmie(self.evaluated, self.evaluation, self.worth)

    @property
    def any_hidden(self) -> bool:
        """Whether a count that any of the outcomes rests on is withheld."""
        return any(hidden(self, each) for each in (self.setting, *self.setting.others))

    @cached_property
    def decision(self) -> Decision | None:
        """What is withheld of the evaluation's counts; none for open data."""
        return decide_evaluation(self)

    @property
    def mark(self) -> str:
        """What goes into every file: that it is restricted, that the figures are made up; else nothing."""
        return marks(self.declaration.edition, SIMULATED if self.simulated else "")

    @property
    def simulated(self) -> bool:
        """Whether the figures are made up."""
        return self.context.partnership.illustrative

    @property
    def noun(self) -> str:
        """``initiative``, or ``event`` for what nobody there chose."""
        return self.initiative.kind

    @property
    def what(self) -> str:
        """What the primary outcome counts, as it stands in a sentence."""
        return self.evaluation.outcomes[0].name

    @property
    def place(self) -> str:
        """Where it ran."""
        return self.evaluation.treated.name

    @property
    def periods(self) -> str:
        """``months``, ``quarters`` or ``years``: what the data come by."""
        return {"M": "months", "Q-MAR": "quarters"}.get(self.setting.freq, "years")

    @property
    def after_text(self) -> str:
        """The periods after, in words: ``2010/11 to 2012/13``."""
        return numbers.span(self.setting.start, self.setting.end)

    @property
    def before_text(self) -> str:
        """The periods before that are used, in words, or that there are none."""
        before = self.setting.before
        return numbers.span(before[0], before[-1]) if len(before) else f"no {self.periods}"

    @property
    def window(self) -> Window:
        """From the first period used before to the last one evaluated."""
        before = self.setting.before
        return Window(before[0] if len(before) else self.setting.start, self.setting.end)

    def drawn(self, setting: Setting) -> pd.PeriodIndex:
        """The periods that a chart of a setting shows: from the first used before, or the first known, to the end."""
        known = setting.treated.known(pd.PeriodIndex(setting.treated.series.index))
        first = setting.before[0] if len(setting.before) else known[0] if len(known) else setting.start
        return pd.period_range(min(first, setting.start), setting.end, freq=setting.start.freq)

    def slug(self, name: str) -> str:
        """The id of an exhibit: the initiative's own id first, so that several can stand in one document."""
        return f"{self.initiative.id}-{name}"

    def caption(
        self, name: str, headline: str, subtitle: str, *, source: str = "", notes: Sequence[str] = ()
    ) -> Caption:
        """The words around an exhibit, with this evaluation's mark."""
        made = self.context.caption(self.slug(name), headline, subtitle, source=source, notes=notes)
        return replace(made, mark=self.mark)
