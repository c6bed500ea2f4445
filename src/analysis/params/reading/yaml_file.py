"""YAML read as text: every scalar stays as it was typed, with its line; YAML turns no NO into false."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from analysis.errors import Problem
from analysis.params.reading.text_file import UNPRINTABLE
from analysis.params.reading.written import KeyPath, Written, whole_file
from analysis.params.reading.yaml_syntax import syntax_problem

DEEPEST: Final = 12
"""Levels of nesting that a declared file may have; the schema needs six."""

_MERGE: Final = "<<"
_OWN: Final = "tag:yaml.org,2002:"
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Refused(Exception):
    """A file that cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Tree:
    """Builds plain values from the parser's events, noting the line of each and what may not be used."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file, self.events = file, events
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self.spaced: set[KeyPath] = set()

    def refuse(self, rule: str, path: KeyPath, event: yaml.Event, message: str) -> None:
        """Note what may not be written."""
        line = _line(event)
        self.problems.append(Written(self.file, None, {path: line}).problem(rule, path, message))

    def value(self, event: yaml.Event, path: KeyPath) -> Any:
        """Return the mapping, list or text that starts at ``event``."""
        self.lines.setdefault(path, _line(event))
        if len(path) > DEEPEST:
            raise _Refused(whole_file(self.file, "yaml-syntax", "is nested too deeply", _line(event)))
        if isinstance(event, yaml.AliasEvent):
            self.refuse("yaml-anchor", path, event, f"uses the alias *{event.anchor}: write the value out")
            return ""
        self._plain(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        return self._scalar(event, path)

    def _plain(self, event: Any, path: KeyPath) -> None:
        if getattr(event, "anchor", None):
            self.refuse("yaml-anchor", path, event, f"sets the anchor &{event.anchor}: delete it")
        if getattr(event, "tag", None):
            self.refuse("yaml-tag", path, event, f"has the tag {event.tag.replace(_OWN, '!!')}: delete it")

    def _scalar(self, event: Any, path: KeyPath) -> str:
        text = str(event.value)
        if UNPRINTABLE.search(text):
            self.refuse("control-character", path, event, "holds a control character: delete it")
        if event.implicit[0] and text in {"~", "null", "Null", "NULL"}:
            self.refuse(
                "yaml-null", path, event, f'is {text}: leave the key out, or say "not supplied" or "not published"'
            )
        return text

    def _sequence(self, start: yaml.SequenceStartEvent, path: KeyPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
            if start.flow_style and getattr(event, "implicit", [False])[0] and " " in items[-1]:
                self.spaced.add(path)
        return items

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = self._key(event, path), _line(event)
            here = (*path, key)
            if key in pairs or key == _MERGE:
                self._refused_key(key, here, event)
                continue
            after = next(self.events)
            if not isinstance(after, yaml.ScalarEvent):
                self.lines[here] = line
            pairs[key] = self.value(after, here)
        return pairs

    def _key(self, event: yaml.Event, path: KeyPath) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused(whole_file(self.file, "yaml-syntax", "has a list or a mapping as a key", _line(event)))
        self._plain(event, path)
        return str(event.value)

    def _refused_key(self, key: str, path: KeyPath, event: yaml.Event) -> None:
        """Say why a key cannot stand here, and go past its value."""
        if key == _MERGE:
            self.refuse("yaml-merge", path[:-1], event, f"uses the merge key {key}: write the keys out")
        else:
            self.refuse("duplicate-key", path, event, f"stands twice, first on line {self.lines[path]}")
        self.value(next(self.events), (*path[:-1], f"{key} again"))


def read_yaml(text: str, file: str) -> tuple[Written | None, list[Problem]]:
    """Read YAML ``text``; ``None`` where nothing can be made of it."""
    try:
        events = yaml.parse(text, Loader=_LOADER)
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return None, [whole_file(file, "empty-file", "is empty but for comments")]
        tree = _Tree(file, events)
        value = tree.value(next(events), ())
        next(events)
        if not isinstance(after := next(events), yaml.StreamEndEvent):
            line = _line(after)
            return None, [whole_file(file, "yaml-documents", "holds a second document: delete the line ---", line)]
    except _Refused as refused:
        return None, [refused.problem]
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return None, [syntax_problem(error, text, file)]
    if not isinstance(value, dict):
        return None, [
            *tree.problems,
            whole_file(file, "wrong-type", "must be a mapping (key: value lines)", tree.lines[()]),
        ]
    return Written(file, value, {**tree.lines, (): 1}, spaced=frozenset(tree.spaced)), tree.problems
