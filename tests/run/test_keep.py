"""What an edition published is kept whole or not at all, and travels with the editions that come after it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.assessment import load
from analysis.assessment.before import Before
from analysis.errors import RunError
from analysis.run.inputs import digest
from analysis.run.keep import MANIFEST, keep, kept_folder
from analysis.run.outcome import Failure, Outcome
from analysis.run.plan import declared, plan
from analysis.run.publish import publish
from analysis.run.verification.inside import _edition
from analysis.run.why import why

if TYPE_CHECKING:
    from analysis.run.job import House
    from analysis.run.planned import Planned

DAY = date(2023, 1, 31)
CSV = "data/strategic-assessment/profile.csv"
TABLE = b"line,latest,latest_note\nburglary,,[c] withheld\nrobbery,12,\n"


def edit(place: House, edition: str, *changes: tuple[str, str]) -> None:
    path = place.params / "rugby" / edition / "edition.yml"
    text = path.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)


@pytest.fixture
def final(own_place: House) -> House:
    """A repository of two final editions of Rugby, of which the earlier ends in November 2021."""
    edit(own_place, "2022", ("status: draft", "status: final"))
    shutil.copytree(own_place.params / "rugby" / "2022", own_place.params / "rugby" / "2021")
    edit(
        own_place,
        "2021",
        ('edition: "2022"', 'edition: "2021"'),
        ("start: 2022-01", "start: 2020-12"),
        ("end: 2022-11", "end: 2021-11"),
    )
    return own_place


def planned(place: House, edition: str) -> list[Planned]:
    return plan(declared(place), [("rugby", edition)], place)


def built(place: House, edition: str, table: bytes = TABLE, failure: Failure | None = None) -> list[Planned]:
    made = planned(place, edition)
    for one in made:
        files = {"strategic-assessment.html": b"<p>", CSV: table}
        publish(place.reports, one, Outcome(one.inputs.name, files, {}, failure))
    return made


def test_what_is_kept_is_every_csv_and_what_was_declared_with_their_hashes(final: House) -> None:
    made = built(final, "2021")
    folder, new = keep(made, final, on=DAY)
    assert new and folder == final.root / "data" / "published" / "rugby" / "2021" / "public"
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == [
        CSV, "declared.json", MANIFEST,
    ]  # fmt: skip
    told = json.loads((folder / MANIFEST).read_text())
    assert told["files"] == {name: digest((folder / name).read_bytes()) for name in (CSV, "declared.json")}
    document = told["documents"]["strategic-assessment"]
    assert document["key"] == made[0].inputs.key
    assert document["data"] == {"source": "police-uk", "vintage": "2022-11"}
    assert (told["published"], told["again"]) == ("2023-01-31", [])
    assert (folder / CSV).read_bytes() == TABLE


def test_publishing_the_same_again_changes_nothing(final: House) -> None:
    folder, _ = keep(built(final, "2021"), final, on=DAY)
    before = (folder / MANIFEST).read_bytes()
    assert keep(planned(final, "2021"), final, on=date(2024, 1, 1)) == (folder, False)
    assert (folder / MANIFEST).read_bytes() == before


def test_other_content_is_kept_only_with_a_reason_and_every_reason_stays(final: House) -> None:
    folder, _ = keep(built(final, "2021"), final, on=DAY)
    other = built(final, "2021", TABLE.replace(b"12", b"13"))
    with pytest.raises(RunError, match=r"was published on 2023-01-31 with other content\n.*--again"):
        keep(other, final, on=DAY)
    assert (folder / CSV).read_bytes() == TABLE
    keep(other, final, on=date(2023, 2, 1), again="a robbery was counted twice")
    keep(built(final, "2021"), final, on=date(2023, 3, 1), again="it was not")
    assert (folder / CSV).read_bytes() == TABLE
    told = json.loads((folder / MANIFEST).read_text())
    assert [(each["on"], each["why"], each["published"]) for each in told["again"]] == [
        ("2023-02-01", "a robbery was counted twice", "2023-01-31"), ("2023-03-01", "it was not", "2023-02-01"),
    ]  # fmt: skip


def test_a_draft_is_not_published(own_place: House) -> None:
    made = built(own_place, "2022")
    with pytest.raises(RunError, match=r"rugby/2022: is a draft.*\n.*status: final"):
        keep(made, own_place, on=DAY)
    assert not own_place.published.exists()


def test_what_failed_was_never_made_or_rests_on_other_inputs_is_not_published(final: House) -> None:
    refused = "does not stand in reports/ as its inputs make it, or failed: strategic-assessment\n"
    with pytest.raises(RunError, match=refused):
        keep(planned(final, "2021"), final, on=DAY)
    with pytest.raises(RunError, match=refused):
        keep(built(final, "2021", failure=Failure("pdf", "no", log="no")), final, on=DAY)
    built(final, "2021")
    edit(final, "2021", ("produced:", "contact: The analyst\nproduced:"))
    with pytest.raises(RunError, match=refused):
        keep(planned(final, "2021"), final, on=DAY)
    assert not final.published.exists()


def test_a_table_that_was_changed_by_hand_is_not_published(final: House) -> None:
    made = built(final, "2021")
    (final.reports / "rugby" / "2021" / "public" / CSV).write_bytes(TABLE.replace(b"12", b"13"))
    with pytest.raises(RunError, match="was changed since the report was made"):
        keep(made, final, on=DAY)


def test_the_next_edition_is_made_from_it_too_and_the_one_itself_is_not(final: House) -> None:
    alone = planned(final, "2022")[0]
    keep(built(final, "2021"), final, on=DAY)
    (after,), (own,) = planned(final, "2022"), planned(final, "2021")
    assert set(after.inputs.slices) - set(alone.inputs.slices) == {"published"}
    assert after.inputs.key != alone.inputs.key
    assert after.own[f"published/{CSV}"] == TABLE
    assert "published" not in own.inputs.slices
    built_before = [alone]
    publish(final.reports, built_before[0], Outcome(alone.inputs.name, {"strategic-assessment.html": b""}, {}))
    assert why(after, final) == ["data: what the edition before published changed"]
    assert _edition(after.pack().files)["published"] == after.inputs.slices["published"]


def test_a_job_s_folder_gives_the_earlier_declaration_and_frames(final: House, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(built(final, "2021"), final, on=DAY)
    job = final.root / "job"
    planned(final, "2022")[0].pack().unpack(job)
    monkeypatch.setenv("CSP_JOB", str(job))
    before = load("rugby", "2022").context.before
    assert before is not None
    assert (before.edition.edition, before.edition.period.end) == ("2021", "2021-11")
    frame = before.frame("strategic-assessment", "profile")
    assert frame is not None
    assert frame.to_dict("records")[0] == {"line": "burglary", "latest": "", "latest_note": "[c] withheld"}
    assert before.frame("strategic-assessment", "none") is None


def test_a_public_edition_is_given_nothing_that_was_restricted_and_a_restricted_one_either(final: House) -> None:
    edit(final, "2021", ("status: final", "status: final\naudience: restricted"))
    folder, _ = keep(built(final, "2021"), final, on=DAY)
    assert folder.name == "restricted"
    assert "published" not in planned(final, "2022")[0].inputs.slices
    edit(final, "2022", ("status: final", "status: final\naudience: restricted"))
    assert "published" in planned(final, "2022")[0].inputs.slices


def test_what_was_published_and_damaged_since_stops_the_next_plan(final: House) -> None:
    made = built(final, "2021")
    keep(made, final, on=DAY)
    path = kept_folder(final, made[0]) / CSV
    path.write_bytes(b"x\n1\n")
    with pytest.raises(RunError, match=r"profile.csv: is not what was published\n.*version control"):
        planned(final, "2022")


def test_nothing_published_before_is_nothing(tmp_path: object, final: House) -> None:
    assert Before.load(final.root) is None
