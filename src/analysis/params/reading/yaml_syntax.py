"""What a YAML parser could not read, in plain English."""

from __future__ import annotations

import re
from typing import Final

from analysis.errors import Problem
from analysis.params.reading.written import whole_file

_UNCLOSED: Final = r"end of stream|expected ',' or"
_PLAIN: Final = (
    (
        r"mapping values are not allowed",
        'has a colon where none can stand: put text that holds ": " in quotes, and line keys up',
    ),
    (
        r"cannot start any token",
        "begins with a character that YAML keeps for itself (@ ` % tab): put the value in quotes",
    ),
    (_UNCLOSED, "opens a quotation mark or a bracket that is not closed"),
    (r"escape", "holds a backslash inside double quotes: use single quotes"),
    (r"expected <block end>|did not find expected", "is not lined up with the lines above it: check the indentation"),
    (r"could not find expected ':'", "is not a key followed by a colon, nor lined up with the text above it"),
)
"""Patterns in the words of the two parsers (with and without its C library), and what to tell a person."""


def syntax_problem(error: Exception, text: str, file: str) -> Problem:
    """Return the problem for what the parser raised on ``text``."""
    said = str(getattr(error, "problem", None) or error)
    unclosed = re.search(_UNCLOSED, said) and getattr(error, "context_mark", None)
    mark = unclosed or getattr(error, "problem_mark", None)
    lines = text.split("\n")
    line = min(mark.line + 1 if mark else 1, len(lines))
    if re.match(r" *\t", lines[line - 1]):
        return whole_file(file, "yaml-syntax", "is indented with a tab: use spaces", line)
    plain = next((words for pattern, words in _PLAIN if re.search(pattern, said)), "cannot be read as YAML")
    return whole_file(file, "yaml-syntax", plain, line)
