"""A linear programme is given all that a reader has, and recovers no count that is withheld; weak control it breaks."""

from __future__ import annotations

import csv
import io
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The editions that ship are written as the tests of sections write them.
sys.path.append(str(Path(__file__).parents[1] / "assessment"))

from attacked import files_beside, files_of, protected, seen_of, small_town, truth_of, with_before
from attacker import Attacker, Bounds, false_facts
from reader import Reader, rows
from written_edition import Written, edition_of

from analysis.disclosure import RESTRICTED
from analysis.run.house import House
from analysis.run.plan import declared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SEEDS = (1, 2, 3)
WITHHELD = "[c]"


@pytest.fixture(scope="module")
def brackenford(root: Path) -> Written:
    """The illustration, whose source is restricted."""
    house = House(root)
    return edition_of(declared(house), house, "illustration/2022")


@pytest.fixture(scope="module")
def town(brackenford: Written) -> Callable[[int], Written]:
    """A small town by seed, written once."""
    return cache(lambda seed: small_town(brackenford, seed))


def attacked(
    edition: Written, root: Path, files: Mapping[str, bytes] | None = None, before: Written | None = None
) -> dict[str, Bounds]:
    """What follows for every protected cell from the files of an edition, and of the one before it."""
    truth = truth_of(edition)
    seen = seen_of(files if files is not None else files_of(edition), edition, root)
    facts = list(seen.facts)
    if before is not None:
        earlier = seen_of(files_of(before), before, root)
        facts += [fact for fact in earlier.facts if all(count[0] == "district" for count in fact.weights)]
    wrong = false_facts(facts, truth)
    assert not [fact.where for fact in wrong if not fact.where.startswith("said")], "a table was read wrongly"
    mind = Attacker([fact for fact in facts if fact not in wrong])
    return {name: mind.bounds(of) for name, of in protected(edition, seen, truth).items()}


def recovered(found: Mapping[str, Bounds]) -> list[str]:
    return sorted(name for name, bounds in found.items() if bounds.known)


def told(what: str, found: Mapping[str, Bounds]) -> None:
    sys.stderr.write(f"{what}: {len(recovered(found))} of {len(found)} protected cells recovered\n")


@pytest.mark.slow
def test_nothing_withheld_in_the_illustration_is_recovered(brackenford: Written, root: Path) -> None:
    found = attacked(brackenford, root, {**files_of(brackenford), **files_beside(brackenford)})
    told("illustration/2022 with its performance report and leaflet", found)
    assert len(found) > 50
    assert recovered(found) == []
    assert [name for name, each in found.items() if each.high - each.low < RESTRICTED.width] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_withheld_of_a_small_town_is_recovered(town: Callable[[int], Written], root: Path, seed: int) -> None:
    found = attacked(town(seed), root)
    told(f"small town {seed}", found)
    assert len(found) > 20
    assert recovered(found) == []
    assert [name for name, each in found.items() if each.high - each.low < RESTRICTED.width] == []


@pytest.mark.slow
def test_nothing_withheld_of_a_small_town_is_recovered_from_all_its_documents(brackenford: Written, root: Path) -> None:
    """Two performance reports, the leaflet, work in one town of the district and in the whole of it."""
    seed = SEEDS[0]
    edition = small_town(brackenford, seed, documents=True)
    found = attacked(edition, root, {**files_of(edition), **files_beside(edition)})
    told(f"small town {seed}, all documents", found)
    assert len(found) > 20
    assert recovered(found) == []
    assert [name for name, each in found.items() if each.high - each.low < RESTRICTED.width] == []


@pytest.mark.slow
def test_documents_that_are_decided_apart_are_broken_together(
    brackenford: Written, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = sys.modules["analysis.assessment.results"]
    monkeypatch.setattr(results, "told_by_performance", lambda results: [])
    monkeypatch.setattr(results, "shown_by_evaluations", lambda context: [])
    edition = small_town(brackenford, SEEDS[0], documents=True)
    found = attacked(edition, root, {**files_of(edition), **files_beside(edition)})
    told("documents decided apart", found)
    assert recovered(found)


@pytest.mark.slow
def test_no_row_follows_from_the_shares_beside_it(brackenford: Written) -> None:
    """Tables of partners' extracts and of groups: each row's share gives the whole, and the whole the rest."""
    bounds: dict[str, Bounds] = {}
    for slug, exhibit in brackenford.exhibits.items():
        table = rows(exhibit.csv.encode())
        for ratio in ("share", "percent"):
            if WITHHELD in exhibit.csv and {"count", ratio} <= set(table[0]) and "line" not in table[0]:
                reader = Reader({}, "2022-11")
                reader.shares(slug, table, ratio)
                mind = Attacker(reader.seen.facts)
                hidden = [n for n, row in enumerate(table) if WITHHELD in row.get("count_note", "")]
                bounds |= {f"{slug} row {n}": mind.bounds({(slug, "row", str(n)): 1.0}) for n in hidden}
    told("tables with shares", bounds)
    assert bounds
    assert recovered(bounds) == []


@pytest.mark.slow
def test_withholding_small_counts_alone_is_broken(
    brackenford: Written, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide = sys.modules["analysis.disclosure.decide"]
    monkeypatch.setattr(decide, "_hidden", lambda cells, primary, rule, public: (primary, frozenset()))
    found = attacked(small_town(brackenford, SEEDS[0]), root)
    told("primary suppression alone", found)
    assert len(recovered(found)) > 5


@pytest.mark.slow
def test_a_percentage_beside_a_withheld_count_is_broken(town: Callable[[int], Written], root: Path) -> None:
    edition = town(SEEDS[0])
    files, results = dict(files_of(edition)), edition.assessment.results
    name = next(each for each in files if each.endswith("/profile.csv"))
    table = list(csv.DictReader(io.StringIO(files[name].decode())))
    (row,) = [row for row in table if row["line"] == "robbery"]
    assert "[c]" in row["latest_note"] and row["previous"] and not row["change"]
    latest = sum(results.series("robbery")[when] for when in results.context.window.periods)
    row["change"] = f"{100 * (latest / float(row['previous']) - 1):.4f}"
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0].keys())
    writer.writeheader()
    writer.writerows(table)
    found = attacked(edition, root, {**files, name: out.getvalue().encode()})
    told("a percentage beside a withheld count", found)
    assert "robbery latest" in recovered(found)


@pytest.mark.slow
def test_two_editions_apart_are_broken_together_and_one_that_knows_of_the_other_is_not(
    brackenford: Written, town: Callable[[int], Written], root: Path
) -> None:
    seed = SEEDS[0]
    before, after = small_town(brackenford, seed, "2021-11"), town(seed)
    apart = attacked(after, root, before=before)
    told("two editions that do not know of each other", apart)
    assert recovered(apart)
    together = attacked(with_before(after, before), root, before=before)
    told("two editions of which the later knows of the earlier", together)
    assert len(together) > 20
    assert recovered(together) == []
