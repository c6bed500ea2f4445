"""What a reader can take out of produced documents: equations and bounds on counts, with nothing of the product's code.

A ``Fact`` is ``low <= sum of weights times counts <= high``. A count is one ``(place, line, period)``: the district by
month, a place that is evaluated by month, a small area by year.
"""

from __future__ import annotations

import csv
import io
import re
from calendar import month_name
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Count = tuple[str, str, str]
"""Place, line and period: ``("district", "burglary", "2022-05")``."""
MONTH = re.compile(r"\d{4}-\d{2}")
NAMES = {name: number for number, name in enumerate(month_name) if name}
OF_A_LINE = re.compile(r"(?:course|outlook|control-chart)-of-(.+)")
NAMED = "|".join(NAMES)
SAID = (
    re.compile(rf"(?P<count>\d[\d,]*) (?:records? )?in (?P<month>{NAMED}) (?P<year>\d{{4}})"),
    re.compile(rf"(?P<month>{NAMED}) (?P<year>\d{{4}})(?: alone)?(?: \(|: | has | had | with )(?P<count>\d[\d,]*)\b"),
)


@dataclass(frozen=True)
class Fact:
    """What is known of a weighted sum of counts, and where it was read."""

    weights: Mapping[Count, float]
    low: float
    high: float
    where: str


@dataclass(frozen=True)
class Place:
    """What an evaluation's plan says of a place: its areas, the first and last month after, the line of an outcome."""

    areas: tuple[str, ...]
    start: str
    end: str
    lines: Mapping[str, str]


@dataclass
class Seen:
    """All that was read so far; ``titles`` gives the line of a printed type, ``crimes`` those that all crime sums."""

    facts: list[Fact] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    crimes: set[str] = field(default_factory=set)
    missing: set[tuple[str, str]] = field(default_factory=set)
    months: list[str] = field(default_factory=list)

    def add(self, weights: Mapping[Count, float], low: float, high: float, where: str) -> None:
        self.facts.append(Fact(dict(weights), low, high, where))


def back(month: str, by: int) -> str:
    """The month ``by`` months earlier."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 - by
    return f"{number // 12}-{number % 12 + 1:02d}"


def year_to(end: str, length: int = 12) -> list[str]:
    return [back(end, by) for by in range(length)]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


class Reader:
    """Reads the files of one edition's documents, whose assessed year ends in ``end``."""

    def __init__(self, files: Mapping[str, bytes], end: str, *, people: float = 0, indicators: str = "",
        plans: Mapping[str, Mapping[str, Place]] | None = None, whole: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.files, self.end, self.people, self.seen = files, end, people, Seen()
        self.plans, self.whole = plans or {}, set(whole)
        self.indicators = {row["id"]: row for row in csv.DictReader(io.StringIO(indicators))}

    def read(self) -> Seen:
        """Everything: tables first, since they name the lines, then every text."""
        tables = {name: rows(each) for name, each in self.files.items() if name.endswith(".csv")}
        self._profile(next(table for name, table in tables.items() if name.endswith("/profile.csv")))
        for name, table in tables.items():
            self._table(name.rpartition("/")[2][:-4], table)
        for name, content in self.files.items():
            if name.endswith((".html", ".ipynb")):
                self._texts(name, content.decode())
        return self.seen

    # Tables

    def _profile(self, table: list[dict[str, str]]) -> None:
        self.seen.months = sorted(name for name in table[0] if MONTH.fullmatch(name))
        for row in table:
            self.seen.titles[row["category"]] = row["line"]
            if row["kind"] == "crime":
                self.seen.crimes.add(row["line"])
            for month in self.seen.months:
                if "[x]" in (row.get(f"{month}_note") or ""):
                    self.seen.missing.add((row["line"], month))
        for row in table:
            for month in self.seen.months:
                self._cell(row, month, self.over("district", row["line"], [month]), f"profile {row['line']} {month}")
            self._change(row, "previous", "latest", self._years(row["line"]), f"profile {row['line']}")
            self._rate(row, row["line"], f"profile {row['line']} rate")

    def _table(self, slug: str, table: list[dict[str, str]]) -> None:
        named = OF_A_LINE.fullmatch(slug)
        # Which months were compared is said of rows that are shown alone, and holds of all.
        same = next((row["months"] for row in table if row.get("before") and row.get("after") and "months" in row), "")
        self._whole_map(slug, table)
        for number, row in enumerate(table):
            where = f"{slug} row {number + 1}"
            line = row.get("line") or (named[1] if named else "")
            if slug.startswith("changes-on-the-year"):
                self._change(row, "before", "after", self._years(line), where)
            elif slug.startswith("changes-since-before-covid"):
                self._change(row, "before", "after", self._covid(line, same), where)
            elif named and MONTH.fullmatch(row.get("month", "")) and "count" in row:
                self._cell(row, "count", self.over("district", line, [row["month"]]), where)
                self._unadjusted(row, line, where)
            elif slug in ("share-of-harm", "rates-beside-other-areas"):
                self._cell(row, "count", self.over("district", line, year_to(self.end)), where)
                self._rate(row, line, where)
            elif slug.startswith("compared-") and row.get("own") == "yes":
                line = slug.removeprefix("compared-")
                self._cell(row, "count", self.over("district", line, year_to(self.end)), where)
                self._rate(row, line, where)
            elif slug == "exceptional-months" and "observed" in row:
                line = row.get("line") or self.seen.titles.get(row["category"], "")
                self._cell(row, "observed", self.over("district", line, [row["month"]]), where)
            elif slug.startswith(("top-places", "places-by-rank")):
                self._place(row, where)
            elif slug.startswith("map-"):
                self._cell(row, "count", {(row["area"], row["kind"], "latest"): 1.0}, where)
            elif slug.endswith("-course") and "expected" in row:
                self._course(slug.removesuffix("-course"), row, where)
            elif slug.endswith("-places") and "role" in row:
                self._evaluated(self.plans.get(slug.removesuffix("-places"), {}).get(row["place"]), row, "after", where)
            elif slug.endswith("-outcomes") and "observed" in row:
                plan = self.plans.get(slug.removesuffix("-outcomes"), {})
                self._evaluated(plan.get(row["place"]), row, "observed", where)
            elif slug == "recorded-most":
                self._cell(row, "after", self.over("district", row["line"], year_to(self.end)), where)
            elif slug.startswith("targets-") and row.get("id") in self.indicators:
                self._target(row, self.indicators[row["id"]]["category"], where)

    def _course(self, plan: str, row: Mapping[str, str], where: str) -> None:
        """A place month by month: where it is the whole partnership, the district itself."""
        treated = next(iter(self.plans.get(plan, {}).values()), None)
        if treated and set(treated.areas) == self.whole:
            line = next(iter(treated.lines.values()))
            self._cell(row, "count", self.over("district", line, [row["month"]]), where)
        else:
            self._cell(row, "count", {("evaluated", plan, row["month"]): 1.0}, where)

    def _evaluated(self, place: Place | None, row: Mapping[str, str], name: str, where: str) -> None:
        """A place after: the sum of its areas where it counts what small areas do, over the same year."""
        if place is None or sorted(year_to(self.end)) != sorted(_between(place.start, place.end)):
            return
        line = place.lines.get(row["outcome"], "")
        if set(place.areas) == self.whole:
            self._cell(row, name, self.over("district", line, year_to(self.end)), where)
        elif line == "anti-social-behaviour":
            self._cell(row, name, {(area, "apart", "latest"): 1.0 for area in place.areas}, where)

    def _whole_map(self, slug: str, table: list[dict[str, str]]) -> None:
        """A map of every small area: together they are all there is."""
        if slug.startswith("map-") and len(table) == int(table[0]["of"]):
            kind = table[0]["kind"]
            parts = {(row["area"], kind, "latest"): -1.0 for row in table}
            self.seen.add({("everywhere", kind, "latest"): 1.0, **parts}, 0, 0, f"{slug} together")

    def shares(self, slug: str, table: list[dict[str, str]], ratio: str) -> None:
        """A count and its share give the whole; what is shown of it leaves the rest to the rows that are withheld."""
        whole: Count = (slug, "whole", "")
        parts: dict[Count, float] = {(slug, "row", str(number)): -1.0 for number in range(len(table))}
        for count, row in zip(parts, table, strict=True):
            self._cell(row, "count", {count: 1.0}, f"{slug} row")
            if row.get("count") and row.get(ratio):
                share = float(row[ratio]) / 100
                self.seen.add(
                    {count: 1.0, whole: -share}, -1e-4 * float(row["count"]), 1e-4 * float(row["count"]), slug
                )
        self.seen.add({whole: 1.0, **parts}, -0.5, 0.5, f"{slug} together")

    def over(self, place: str, line: str, months: Iterable[str]) -> dict[Count, float]:
        """The sum of a line over months, that of all crime over its types; nothing where a month is missing."""
        lines = sorted(self.seen.crimes) if line == "all-crime" else [line]
        wanted = [(each, month) for each in lines for month in months]
        if not line or any(pair in self.seen.missing or pair[1] not in self.seen.months for pair in wanted):
            return {}
        return {(place, *pair): 1.0 for pair in wanted}

    def _years(self, line: str) -> tuple[dict[Count, float], dict[Count, float]]:
        latest = year_to(self.end)
        return self.over("district", line, [back(m, 12) for m in latest]), self.over("district", line, latest)

    def _covid(self, line: str, months: str) -> tuple[dict[Count, float], dict[Count, float]]:
        """The latest months against the last same months before March 2020."""
        if months and not months.startswith("all but ") and not months.endswith(" only"):
            return {}, {}
        runs = re.findall(rf"({NAMED})(?: to ({NAMED}))?", months)
        named = {number for first, last in runs for number in _run(first, last)}
        latest = [m for m in year_to(self.end) if (int(m[5:]) in named) == months.endswith(" only")]
        before = [next(b for b in (back(m, 12 * n) for n in range(1, 9)) if b < "2020-03") for m in latest]
        return self.over("district", line, before), self.over("district", line, latest)

    def _cell(self, row: Mapping[str, str], name: str, of: dict[Count, float], where: str) -> None:
        """A figure is what it says; ``[c]`` is not zero."""
        if of and row.get(name):
            self.seen.add(of, float(row[name]), float(row[name]), where)
        elif of and "[c]" in (row.get(f"{name}_note") or ""):
            self.seen.add(of, 1, float("inf"), where)

    def _change(
        self,
        row: Mapping[str, str],
        first: str,
        last: str,
        of: tuple[dict[Count, float], dict[Count, float]],
        where: str,
    ) -> None:
        """Both sides, their difference, and their ratio as far as it is printed."""
        before, after = of
        self._cell(row, first, before, where)
        self._cell(row, last, after, where)
        if not before or not after:
            return
        if row.get("difference"):
            less = {count: -weight for count, weight in before.items()}
            self.seen.add({**after, **less}, float(row["difference"]), float(row["difference"]), f"{where} difference")
        if row.get("change"):
            for ratio, sign in ((float(row["change"]) - 6e-5, 1), (float(row["change"]) + 6e-5, -1)):
                scaled = dict.fromkeys(before, -sign * (1 + ratio / 100))
                self.seen.add({**dict.fromkeys(after, float(sign)), **scaled}, 0, float("inf"), f"{where} change")

    def _rate(self, row: Mapping[str, str], line: str, where: str) -> None:
        of = self.over("district", line, year_to(self.end))
        if row.get("rate") and self.people and of:
            rate, give = float(row["rate"]), 6e-5
            self.seen.add(of, (rate - give) * self.people / 1000, (rate + give) * self.people / 1000, f"{where} rate")

    def _unadjusted(self, row: Mapping[str, str], line: str, where: str) -> None:
        """A value with the season taken out, times the season's index, is the count."""
        of = self.over("district", line, [row["month"]])
        if of and row.get("value") and row.get("index"):
            value, index = float(row["value"]), float(row["index"])
            give = 6e-5 * (value + index) + 1e-6
            self.seen.add(of, value * index - give, value * index + give, f"{where} without its season")

    def _place(self, row: Mapping[str, str], where: str) -> None:
        area, kind = row["area"], row["kind"]
        before, after = {(area, kind, "previous"): 1.0}, {(area, kind, "latest"): 1.0}
        self._change(row, "before", "after", (before, after), where)
        if row.get("share"):
            share = float(row["share"]) / 100
            all_there = {("everywhere", kind, "latest"): -share, (area, kind, "latest"): 1.0}
            self.seen.add(all_there, -1, 1, f"{where} share")
        self.seen.add({("everywhere", kind, "latest"): 1.0, (area, kind, "latest"): -1.0}, 0, float("inf"), where)

    def _target(self, row: Mapping[str, str], line: str, where: str) -> None:
        if part := part_of(row.get("actual_note", "")) if row.get("actual_note", "").startswith("[p] ") else []:
            self._cell(row, "year_before", self.over("district", line, [back(m, 12) for m in part]), f"{where} before")
        for name, period in (("baseline", row["baseline_period"]), ("actual", row["target_period"])):
            months = stretch(period)
            if name == "actual" and row.get("actual_note", "").startswith("[p] "):
                months = part_of(row["actual_note"])
            if line and months and row.get("unit") == "count":
                self._cell(row, name, self.over("district", line, months), f"{where} {name}")

    # Texts

    def _texts(self, name: str, content: str) -> None:
        """A count of a month in any sentence, alternative text or label that says of which type it is."""
        for text in texts(content):
            for pattern in SAID:
                for found in pattern.finditer(text):
                    month = f"{found['year']}-{NAMES[found['month']]:02d}"
                    for title, line in self.seen.titles.items():
                        if title.lower() in text.lower():
                            count = float(found["count"].replace(",", ""))
                            of = self.over("district", line, [month])
                            if of:
                                self.seen.add(of, count, count, f"said in {name}: {text[:120]}")


def _between(start: str, end: str) -> list[str]:
    months = year_to(end, 240)
    return months[: months.index(start) + 1] if start in months else []


def _run(first: str, last: str) -> set[int]:
    """Numbers of calendar months from one to another, round the turn of the year."""
    start, length = NAMES[first], (NAMES[last or first] - NAMES[first]) % 12 + 1
    return {(start + by - 1) % 12 + 1 for by in range(length)}


def stretch(period: str) -> list[str]:
    """The months of ``year ending November 2022`` or ``2022/23``; none of other words."""
    if found := re.fullmatch(rf"year ending ({NAMED}) (\d{{4}})", period):
        return year_to(f"{found[2]}-{NAMES[found[1]]:02d}")
    if found := re.fullmatch(r"(\d{4})/\d{2}", period):
        return year_to(f"{int(found[1]) + 1}-03")
    return []


def part_of(note: str) -> list[str]:
    """The months of ``[p] April to November 2022``."""
    found = re.search(rf"({NAMED})(?: (\d{{4}}))? to ({NAMED}) (\d{{4}})", note)
    if not found:
        return []
    end, start = f"{found[4]}-{NAMES[found[3]]:02d}", f"{found[2] or found[4]}-{NAMES[found[1]]:02d}"
    months = year_to(end, 24)
    return months[: months.index(start) + 1] if start in months else []


class _Texts(HTMLParser):
    """Visible text of each block, alternative texts, and texts inside drawings."""

    ENDS = ("p", "li", "td", "th", "text", "title", "desc", "figcaption", "h1", "h2", "h3", "dd", "dt", "span")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.now: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in ("alt", "aria-label", "title") and value]

    def handle_data(self, data: str) -> None:
        self.now.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.ENDS:
            self.found.append(" ".join("".join(self.now).split()))
            self.now = []


def texts(content: str) -> Iterator[str]:
    """Every text of a page; of a notebook, every string of its outputs, each taken as a page."""
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', content) if content.lstrip().startswith("{") else [content]
    for each in strings:
        if len(each) > 8 and " " in each:
            parser = _Texts()
            parser.feed(each.replace('\\"', '"').replace("\\n", " ") if len(strings) > 1 else each)
            parser.handle_endtag("p")
            yield from (text for text in parser.found if any(character.isdigit() for character in text))
