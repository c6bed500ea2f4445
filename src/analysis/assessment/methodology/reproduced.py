"""Published and computed results that the methods reproduce: case by case, misses shown as misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.methodology.shown import CASES_SOURCE, not_measured, paragraph, published
from analysis.assessment.methodology.topics import TOPICS, topic_of
from analysis.assessment.wording import how_many, opening
from analysis.blocks import Bullets, text
from analysis.exhibits import Caption, Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block

ORIGINS: Final = {
    "published": "published",
    "package-test": "another program's tests",
    "computed": "another program, run on public data",
    "mixed": "published, and another program",
}
"""Where the numbers of a case come from, in words."""
NO_CASES: Final = "The table of published results is not among this version's evidence."


def reproduced(evidence: Evidence, topic: str) -> list[Block]:
    """The cases of one topic with how many of their numbers we get; a note where there are none."""
    cases = _of(evidence, topic)
    if cases is None or cases.empty:
        return [not_measured("No published result has been worked through for this method.")]
    rows = [_row(str(name), of) for name, of in cases.groupby("case", sort=True)]
    fields = [
        Field("what", "Published result"),
        Field("origin", "Numbers from"),
        Field("numbers", "Numbers", numbers.count),
        Field("agreed", "Reproduced", numbers.count),
        Field("missed", "Missed", numbers.count),
        Field("unanswered", "Not answered", numbers.count),
    ]
    caption = Caption(
        f"reproduced-{topic}", headline(cases), f"{TOPICS[topic][0]}: published results, each within its own tolerance",
        CASES_SOURCE, notes=_apart(cases),
    )  # fmt: skip
    return [exhibit(published(rows, "case"), caption, fields)]


def _of(evidence: Evidence, topic: str) -> pd.DataFrame | None:
    cases = evidence.table("cases")
    return None if cases is None else cases[cases["case"].map(topic_of) == topic]


def _row(name: str, of: pd.DataFrame) -> dict[str, Any]:
    first, told = of.iloc[0], of["agrees"].value_counts()
    return {
        "case": name,
        "what": first["what"].rstrip("."),
        "origin": ORIGINS.get(first["origin"], first["origin"]),
        "numbers": len(of),
        "agreed": int(told.get("yes", 0)),
        "missed": int(told.get("no", 0)),
        "unanswered": int(told.get("not answered", 0)),
        "by_methods_in_reports": int(((of["agrees"] == "yes") & (of["used"] == "yes")).sum()),
        "source": first["source"],
    }


def headline(cases: pd.DataFrame) -> str:
    """``118 of 120 numbers reproduced, one missed and one not answered``."""
    told = cases["agrees"].value_counts()
    agreed, missed, unanswered = (int(told.get(name, 0)) for name in ("yes", "no", "not answered"))
    if agreed == len(cases):
        return f"All {numbers.count(agreed)} numbers reproduced" if agreed > 1 else "The one number is reproduced"
    rest = [f"{numbers.in_words(missed)} missed"] * bool(missed)
    rest += [f"{numbers.in_words(unanswered)} not answered"] * bool(unanswered)
    return f"{numbers.count(agreed)} of {numbers.count(len(cases))} numbers reproduced, {numbers.listed(rest)}"


def _apart(cases: pd.DataFrame) -> tuple[str, ...]:
    """A note of how many numbers are reproduced by methods that no report uses."""
    apart = int(((cases["agrees"] == "yes") & (cases["used"] == "no")).sum())
    if not apart:
        return ()
    words = f"{numbers.plural(apart, 'of the numbers is', 'of the numbers are')} reproduced by a method"
    return (f"{numbers.sentence_case(words)} that no report uses; it is kept with the tests, for comparison.",)


def in_all(evidence: Evidence) -> list[Block]:
    """All cases by topic, then every miss and every number not answered, one by one."""
    cases = evidence.table("cases")
    if cases is None:
        return [not_measured(NO_CASES)]
    rows = [
        {"topic": title, **{k: v for k, v in _row(topic, of).items() if k not in ("case", "what", "origin", "source")}}
        for topic, (title, _) in TOPICS.items()
        if not (of := cases[cases["case"].map(topic_of) == topic]).empty
    ]
    fields = [
        Field("topic", "Method"),
        Field("numbers", "Numbers", numbers.count),
        Field("agreed", "Reproduced", numbers.count),
        Field("by_methods_in_reports", "of these, by what reports use", numbers.count),
        Field("missed", "Missed", numbers.count),
        Field("unanswered", "Not answered", numbers.count),
    ]
    caption = Caption(
        "reproduced-in-all", headline(cases), "Published and computed results by method, this version", CASES_SOURCE
    )
    return [*_told(cases), exhibit(published(rows, "topic"), caption, fields), *_missed(cases), *_unanswered(cases)]


def by_whom(cases: pd.DataFrame) -> str:
    """``243 by methods that reports use, 96 by methods that no report uses``."""
    agreed = cases.loc[cases["agrees"] == "yes", "used"]
    ours, others = int((agreed == "yes").sum()), int((agreed != "yes").sum())
    return f"{how_many(ours)} by methods that reports use, {how_many(others)} by methods that no report uses"


def _told(cases: pd.DataFrame) -> Iterator[Block]:
    """By which methods numbers are reproduced, and why the others are not answered."""
    agreed = int((cases["agrees"] == "yes").sum())
    kept = "The latter are kept with the tests, for comparison: they say nothing of how good the reports are."
    yield paragraph(f"{opening(agreed, 'number is', 'numbers are')} reproduced: {by_whom(cases)}. {kept}")
    why = cases.loc[cases["agrees"] == "not answered", "why"].value_counts(sort=False).sort_index()
    if not why.empty:
        yield paragraph(f"{opening(int(why.sum()), 'number is', 'numbers are')} not answered. Why, with how many:")
        yield Bullets(
            items=tuple(
                text(f"{numbers.sentence_case(str(reason))}: {numbers.count(count)}.") for reason, count in why.items()
            )
        )


def _missed(cases: pd.DataFrame) -> list[Block]:
    missed = cases[cases["agrees"] == "no"]
    if missed.empty:
        return [paragraph("No number that is answered lies outside its tolerance.")]
    rows = missed[["case", "quantity", "published", "tolerance", "ours", "why"]].to_dict("records")
    fields = [
        Field("case", "Case"), Field("quantity", "Number"), Field("published", "Published"),
        Field("tolerance", "Tolerance"), Field("ours", "Ours"), Field("why", "Why"),
    ]  # fmt: skip
    caption = Caption(
        "missed", f"{numbers.sentence_case(numbers.plural(len(rows), 'number'))} missed",
        "Numbers outside the stated tolerance, as published and as we have them", CASES_SOURCE,
    )  # fmt: skip
    return [exhibit(published(rows, "case", "quantity"), caption, fields)]


def _unanswered(cases: pd.DataFrame) -> list[Block]:
    left = cases[cases["agrees"] == "not answered"]
    if left.empty:
        return []
    rows = [
        {"case": case, "quantities": ", ".join(of["quantity"]), "count": len(of), "why": why}
        for (case, why), of in left.groupby(["case", "why"], sort=True)
    ]
    fields = [Field("case", "Case"), Field("count", "Numbers", numbers.count), Field("why", "Why")]
    caption = Caption(
        "not-answered", f"{numbers.sentence_case(numbers.plural(len(left), 'number'))} not answered",
        "Numbers of the same publications that nothing here gives", CASES_SOURCE,
    )  # fmt: skip
    return [exhibit(published(rows, "case", "why"), caption, fields)]
