"""All answers that this folder gives: each module ``answers_<topic>`` lists one function a case.

``ANSWERS`` maps a case to a function of the case that returns its quantities; ``UNUSED`` the quantities of a case that
come from methods which no report uses and which therefore live here, not in the package.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from .case import Case


def _topics() -> Iterator[ModuleType]:
    for path in sorted(Path(__file__).parent.glob("answers_*.py")):
        yield import_module(f"{__package__}.{path.stem}")


def answering() -> dict[str, list[Callable[[Case], Mapping[str, Any]]]]:
    """The functions that answer each case; topics may share a case."""
    found: dict[str, list[Callable[[Case], Mapping[str, Any]]]] = {}
    for topic in _topics():
        for case, function in topic.ANSWERS.items():
            found.setdefault(case, []).append(function)
    return found


def unused() -> dict[str, set[str]]:
    """The quantities of each case that methods give which no report uses."""
    found: dict[str, set[str]] = {}
    for topic in _topics():
        for case, names in getattr(topic, "UNUSED", {}).items():
            found.setdefault(case, set()).update(names)
    return found


def answers(case: Case) -> dict[str, Any]:
    """Our answers to ``case`` as plain numbers, words and lists; no quantity may be answered twice."""
    found: dict[str, Any] = {}
    for function in answering().get(case.id, []):
        for name, value in function(case).items():
            assert name not in found, f"{case.id} {name} is answered twice"
            assert name in case.quantity, f"{case.id} has no quantity {name}"
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
