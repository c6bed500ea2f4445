"""Performance reports of an edition: the months that they are made for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from analysis.params.figure import Declared, Month
from analysis.params.month import month_plus


class Performance(Declared):
    """A report on the months up to one, made of nothing that was counted or came to be known later."""

    month: Month
    """The last month that it knows of (``2022-09``)."""
    months: Annotated[int, Field(ge=1, le=12)] = 3
    """How many months it looks at: 3 for a quarter, 1 for a month."""

    @property
    def start(self) -> str:
        """The first month that it looks at."""
        return month_plus(self.month, 1 - self.months)
