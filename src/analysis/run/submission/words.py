"""The page that an archive opens with: what it holds, how to look at it and how to verify it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import submission_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.job import Job

PARTS = """\
| what | where |
|---|---|
| documents as HTML and PDF, the executed notebooks, the data behind each chart and table | `reports/` |
| what each column of the data means, its unit and its type | `dictionary.csv` |
| every check of every evaluation with its result | `checks.csv` |
| what is declared, as it is written | `params/` |
| when each plan was fixed, its hash then and its hash now | `plans.json` |
| all that each document was made from: figures, declarations, notebook, hashes | `inputs/` |
| how figures are made and when they are refused | `methods.md`, and the document in `reports/methodology/` |
| the libraries, each by its hash, and what they ran on | `requirements.lock`, `environment.json` |
| SHA-256 of every file here | `manifest-sha256.txt` (`sha256sum -c manifest-sha256.txt`) |
| the same told to machines, as an RO-Crate | `ro-crate-metadata.json` |
"""


def read_me(partnership: Partnership, edition: Edition, jobs: Sequence[Job]) -> bytes:
    """Say what the archive is, document by document."""
    title = f"# {edition.body or partnership.name}, {edition.edition}: {edition.title}"
    fiction = ["SIMULATED: the partnership is fictional and so is every figure."] if partnership.illustrative else []
    rows = [f"- [{job.about['title']}]({_address(job)}); inputs `{job.inputs.key[:16]}`" for job in jobs]
    verify = (
        "To verify it, run this in a clone of the reporting repository:\n\n"
        f"    csp verify {submission_name(partnership.id, edition.edition)}\n\n"
        "That holds every file to the manifest, makes each document anew from `inputs/` and compares every number of "
        "the data and every word of the documents."
    )
    parts = [title, *fiction, "\n".join(rows), PARTS.rstrip(), verify]
    return ("\n\n".join(parts) + "\n").encode()


def _address(job: Job) -> str:
    of = job.inputs
    return f"reports/{of.partnership}/{of.edition}/{of.audience}/{of.document}.html"
