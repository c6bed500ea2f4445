"""YAML as it is typed: every value is text, every value has its line, nothing is guessed."""

from __future__ import annotations

import pytest

from analysis.params.reading.written import Written
from analysis.params.reading.yaml_file import read_yaml

TEXT = """\
# a comment
format: 1
edition: 2011-12
title: >-
  A long
  title
period: {start: 2011-04, end: 2012-03}
priorities:
  - id: a
    name: "NO"
  -
    id: b
    measures:
      - NI 15
      - 'NI 16: burglary'
contact:
"""


def read(text: str) -> Written:
    written, problems = read_yaml(text, "edition.yml")
    assert problems == []
    assert written is not None
    return written


def refused(text: str) -> list[tuple[int, str, str]]:
    _, problems = read_yaml(text, "edition.yml")
    return [(problem.line, problem.key, problem.rule) for problem in problems]


def test_every_value_is_text() -> None:
    assert read(TEXT).value == {
        "format": "1",
        "edition": "2011-12",
        "title": "A long title",
        "period": {"start": "2011-04", "end": "2012-03"},
        "priorities": [{"id": "a", "name": "NO"}, {"id": "b", "measures": ["NI 15", "NI 16: burglary"]}],
        "contact": "",
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 2),
        (("period",), 7),
        (("period", "end"), 7),
        (("priorities",), 8),
        (("priorities", 0), 9),
        (("priorities", 0, "name"), 10),
        (("priorities", 1, "id"), 12),
        (("priorities", 1, "measures", 1), 15),
    ],
)
def test_every_value_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert read(TEXT).line(path) == line


def test_what_is_missing_has_the_line_of_what_it_is_missing_from() -> None:
    written = read(TEXT)
    assert written.line(("priorities", 1, "name")) == 12
    assert written.line(("status",)) == 1


@pytest.mark.parametrize("scalar", ["yes", "off", "2018-03-31", "0x10", "012", "1_000", "1e3", ".inf", "1,104"])
def test_no_scalar_is_turned_into_something_else(scalar: str) -> None:
    assert read(f"key: {scalar}\n").value == {"key": scalar}


def test_a_quoted_null_is_a_word() -> None:
    assert read('key: "null"\nother: Nullify\n').value == {"key": "null", "other": "Nullify"}
    assert refused("key: null\nother: [~]\n") == [(1, "key", "yaml-null"), (2, "other[1]", "yaml-null")]


def test_all_that_may_not_be_written_is_said_at_once() -> None:
    text = "a: &x 1\nb: *x\nc: !!str d\n<<: {e: f}\na: 2\n"
    assert refused(text) == [
        (1, "a", "yaml-anchor"),
        (2, "b", "yaml-anchor"),
        (3, "c", "yaml-tag"),
        (4, "", "yaml-merge"),
        (5, "a", "duplicate-key"),
    ]


def test_of_two_values_of_one_key_the_first_is_judged_further() -> None:
    written, _ = read_yaml("a: 1\na: 2\n", "edition.yml")
    assert written is not None
    assert written.value == {"a": "1"}


def test_an_alias_cannot_be_used_to_make_a_small_file_huge() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert {rule for _, _, rule in refused(text)} == {"yaml-anchor"}


def test_a_path_is_said_with_entries_counted_from_one() -> None:
    problem = read(TEXT).problem("unknown-choice", ("priorities", 1, "measures", 0), "is wrong")
    assert str(problem) == "edition.yml:14 priorities[2].measures[1]: is wrong [unknown-choice]"


def test_a_problem_cannot_be_said_under_a_rule_that_is_not_in_the_table() -> None:
    with pytest.raises(KeyError, match="no-such-rule"):
        read(TEXT).problem("no-such-rule", (), "is wrong")


def test_what_is_written_can_be_asked_for_by_its_path() -> None:
    written = read(TEXT)
    assert written.at(("priorities", 1, "measures", 0)) == "NI 15"
    assert written.at(("priorities", 7, "id")) is None
    assert written.at(("format", "deeper")) is None
