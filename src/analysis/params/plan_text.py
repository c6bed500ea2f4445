"""Writing a fixed plan into the text of ``edition.yml``, which otherwise stays as people wrote it."""

from __future__ import annotations

import json
from typing import Any

import yaml

from analysis.params.evaluation import Plan


def with_plan(text: str, initiative: str, plan: Plan) -> str:
    """Return the ``text`` of a valid edition.yml with ``plan`` under the evaluation of ``initiative``.

    Nothing else of it changes, comments, quotes and line ends included. Raises ``KeyError`` where the initiative is
    not there or has no evaluation.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    evaluation = _evaluation(yaml.compose(text, Loader=yaml.SafeLoader), initiative)
    first, _ = evaluation.value[0]
    start, end = _span(evaluation, first)
    end = max(start, len(text[:end].rstrip()))
    between = ", " if evaluation.flow_style else _line_end(text) + " " * first.start_mark.column
    said = _in_braces(plan) if evaluation.flow_style else _in_lines(plan, between)
    return f"{mark}{text[:start]}{said}{between if start == end else ''}{text[end:]}"


def _evaluation(root: Any, initiative: str) -> Any:
    """The node of the evaluation of ``initiative``."""
    for one in _at(root, "initiatives").value:
        if _at(one, "id").value == initiative:
            return _at(one, "evaluation")
    raise KeyError(initiative)


def _at(mapping: Any, key: str) -> Any:
    """The node under ``key``; raises ``KeyError``."""
    return {name.value: node for name, node in mapping.value}[key]


def _span(evaluation: Any, first: Any) -> tuple[int, int]:
    """Where the plan stands, from its key to the last sign of its value; before the first key if there is none."""
    for key, node in evaluation.value:
        if key.value == "plan":
            return key.start_mark.index, _end(node)
    return first.start_mark.index, first.start_mark.index


def _end(node: Any) -> int:
    """Where a value ends: a block reaches to what comes next, so its last part tells."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _written(plan: Plan) -> dict[str, Any]:
    return plan.model_dump(mode="json", exclude_defaults=True)


def _in_braces(plan: Plan) -> str:
    return f"plan: {json.dumps(_written(plan), ensure_ascii=False)}"


def _in_lines(plan: Plan, between: str) -> str:
    """One key a line, each line set in under ``plan``; a reason stands in quotes, since it may hold anything."""
    lines = ["plan:", f"  fixed: {plan.fixed.isoformat()}", f"  hash: {plan.hash}"]
    if plan.earlier:
        lines.append("  earlier:")
    for one in plan.earlier:
        lines += [f"    - fixed: {one.fixed.isoformat()}", f"      hash: {one.hash}", f"      why: {_quoted(one.why)}"]
    return between.join(lines)


def _quoted(text: str) -> str:
    """``text`` in double quotes, as YAML reads it back; what cannot be seen is written by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in quoted)
