"""The effect under each reasonable choice that an analyst could have made (Simonsohn, Simmons and Nelson 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Verdict
from analysis.evaluation.setting import Setting
from analysis.measures import MONTHS_OF, Window

MOST: Final = 60
"""More are not worked out; how many were left out is told."""
TIMES: Final[Mapping[int, tuple[int, ...]]] = {12: (12, 24, 36), 4: (4, 8, 12), 1: (3, 5)}
"""Lengths of the time before, in periods, by periods in a year; all of it stands beside them."""
UNITS: Final = {12: "months", 4: "quarters", 1: "years"}
COMPARED: Final = 3
TIME, FIRST, BESIDE = "time before", "first periods", "comparators"
Choices = Mapping[str, str]


@dataclass(frozen=True)
class Specification:
    """The effect by ``design`` under ``choices`` (what was chosen, by name); ``asked`` is the one the plan asks for."""

    design: Design
    choices: Mapping[str, str]
    effect: Effect | CannotSay
    asked: bool


@dataclass(frozen=True)
class Chosen:
    """The questions that are asked (``kept``: design, choices, setting), and the choices ``left_out``."""

    kept: tuple[tuple[Design, Choices, Setting], ...]
    left_out: tuple[tuple[Design, Choices], ...]


@dataclass(frozen=True)
class Held:
    """Of ``answered`` specifications the ``same_verdict`` and the ``same_direction`` as the one asked for, as shares.

    ``verdict`` is that of the one asked for; ``refused`` is how many gave no effect.
    """

    verdict: Verdict
    answered: int
    same_verdict: float
    same_direction: float
    refused: int


def specifications(setting: Setting, asked: str, designs: Iterable[Design]) -> tuple[Specification, ...]:
    """Work out at most ``MOST`` specifications, that of the plan first; ``chosen`` says what was left out.

    A choice that gives the very effect of another one of the same design, limits and all (as without a place that the
    design leaves out anyhow), is no answer of its own and is not told twice. A longer time before may leave the point
    and move the limits, as more of it shows how much counts swing: that is another answer.
    """
    found = tuple(
        Specification(design, choices, design(put), design.name == asked and not number)
        for number, (design, choices, put) in enumerate(chosen(setting, asked, designs).kept)
    )
    first = {_same(each): each for each in reversed(found)}
    return tuple(each for each in found if isinstance(each.effect, CannotSay) or first[_same(each)] is each)


def _same(each: Specification) -> tuple[str, ...]:
    """Equal for effects of one design that are the same up to rounding in the last digits."""
    if isinstance(each.effect, CannotSay):
        return (each.design.name, *map(str, each.choices.items()))
    numbers = (each.effect.observed, each.effect.ratio, each.effect.low, each.effect.high)
    return (each.design.name, *(f"{number:.9g}" for number in numbers))


def chosen(setting: Setting, asked: str, designs: Iterable[Design]) -> Chosen:
    """Which questions to ask: the plan's, each design's, each choice alone by each design, then choices together."""
    plain = {TIME: "all", FIRST: "as planned", BESIDE: "all"}
    every: list[tuple[Design, Choices, Setting]] = []
    for design in sorted({each.name: each for each in designs}.values(), key=lambda each: each.name != asked):
        every += [(design, choices, put) for choices, put in _of(setting, design)]
    apart = [sum(each[1][name] != plain[name] for name in plain) for each in every]
    left = [each[1][BESIDE] != "all" and each[0].name != asked for each in every]
    order = sorted(range(len(every)), key=lambda n: (min(apart[n], 1) + (apart[n] > 1) + 2 * left[n], n))
    kept, rest = order[:MOST], order[MOST:]
    return Chosen(tuple(every[n] for n in kept), tuple(every[n][:2] for n in sorted(rest)))


def held(found: Sequence[Specification]) -> Held | CannotSay:
    """Whether the verdict and the direction of the specification asked for hold in the others that answer."""
    first = next((each.effect for each in found if each.asked), None)
    if first is None:
        return CannotSay("the design asked for gives no effect", "no-effect")
    if isinstance(first, CannotSay):
        return first
    effects = [each.effect for each in found if said(each.effect)]
    verdict = sum(each.verdict == first.verdict for each in effects)
    side = sum((each.ratio < 1) == (first.ratio < 1) for each in effects)
    return Held(first.verdict, len(effects), verdict / len(effects), side / len(effects), len(found) - len(effects))


def _of(setting: Setting, design: Design) -> Iterator[tuple[Choices, Setting]]:
    for beside, compared in _comparators(setting, design):
        for first, started in _starts(compared):
            for time, put in _times(started):
                yield {TIME: time, FIRST: first, BESIDE: beside}, put


def _comparators(setting: Setting, design: Design) -> Iterator[tuple[str, Setting]]:
    yield "all", setting
    others = setting.comparators
    if design.maryland >= COMPARED and len(others) > 1:
        for at, place in enumerate(others):
            yield f"all but {place.name}", replace(setting, comparators=(*others[:at], *others[at + 1 :]))


def _starts(setting: Setting) -> Iterator[tuple[str, Setting]]:
    """With what the plan leaves out after the start, or without the first three months, quarter or year as well."""
    yield "as planned", setting
    if setting.implementation is not None:
        yield "none left out", replace(setting, implementation=None)
        return
    out = max(1, 3 // MONTHS_OF[setting.freq])
    if len(setting.after) > 2 * out:
        words = f"without the first {'three months' if out == 3 else UNITS[setting.a_year].removesuffix('s')}"
        yield words, replace(setting, implementation=Window(setting.start, setting.after[out - 1]))


def _times(setting: Setting) -> Iterator[tuple[str, Setting]]:
    yield "all", setting
    for number in TIMES[setting.a_year]:
        if number < len(setting.before):
            yield f"{number} {UNITS[setting.a_year]}", replace(setting, first=setting.before[-number])
