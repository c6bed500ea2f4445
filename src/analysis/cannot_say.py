"""The answer "cannot say": a value that charts, tables and sentences know how to show, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from typing_extensions import TypeIs

T = TypeVar("T")


@dataclass(frozen=True)
class CannotSay:
    """The data cannot carry this answer.

    ``reason`` completes the sentence "We cannot say whether it changed: ..." in plain English, starts with a small
    letter and ends without a full stop. ``rule`` names the rule in ``docs/methods.md`` that refused.
    """

    reason: str
    rule: str = ""

    def __str__(self) -> str:
        """``cannot say: reason``."""
        return f"cannot say: {self.reason}"

    def __bool__(self) -> bool:
        """Refuse to be taken for false or true: test with ``said``."""
        raise TypeError("a CannotSay is neither true nor false: test it with said()")


def said(answer: T | CannotSay) -> TypeIs[T]:
    """Whether ``answer`` is an answer and not a refusal."""
    return not isinstance(answer, CannotSay)
