"""A design that remembers its answers: checks and specifications ask many of the same questions."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Place, Setting


def asked_once(design: Design) -> Design:
    """The same design, which works out the answer to the same setting once.

    Designs are pure, so that nothing but time changes. Settings are the same where all their figures are.
    """
    answers: dict[Any, Effect | CannotSay] = {}

    def run(setting: Setting) -> Effect | CannotSay:
        key = _key(setting)
        if key not in answers:
            answers[key] = design.run(setting)
        return answers[key]

    return replace(design, run=run)


def _key(value: Any) -> Any:
    match value:
        case Place():
            return value.same_as
        case Setting():
            return tuple(_key(getattr(value, each.name)) for each in fields(value))
        case pd.DataFrame():
            return value.to_csv()
        case tuple():
            return tuple(_key(each) for each in value)
    return repr(value)
