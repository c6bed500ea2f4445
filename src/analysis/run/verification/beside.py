"""The pages of an archive that tell of all its documents, held to what they tell of."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import CspError
from analysis.params import METHODOLOGY, load_catalogue
from analysis.run.inputs import digest
from analysis.run.submission.contents import CHECKS, DICTIONARY, described, documents_folder
from analysis.run.submission.plans import plans_of
from analysis.run.verification.numbers_compared import Difference, compare_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.params.edition import Edition
    from analysis.run.job import Job
    from analysis.run.outcome import Outcome


def beside(files: Mapping[str, bytes], made: Sequence[tuple[Job, Outcome]]) -> list[Difference]:
    """Hold dictionary and checks to the documents made anew, parameters and plans to what documents were made from."""
    return [
        *_described(files, made),
        *_declared(files, [job for job, _ in made]),
        *_recorded(files, [j for j, _ in made]),
    ]


def _described(files: Mapping[str, bytes], made: Sequence[tuple[Job, Outcome]]) -> list[Difference]:
    notebooks = {
        f"{documents_folder(job)}/{job.inputs.document}.ipynb": outcome.files[f"{job.inputs.document}.ipynb"]
        for job, outcome in made
    }
    ordered = sorted((job for job, _ in made), key=lambda job: _place(files[DICTIONARY], job.inputs.document))
    again = described(notebooks, ordered)
    return [found for name in (DICTIONARY, CHECKS) for found in compare_data(name, files[name], again[name])[1]]


def _place(dictionary: bytes, document: str) -> int:
    """Where a document comes in the dictionary, whose order is that of the edition; what has no data comes last."""
    at = dictionary.find(f"\n{document},".encode())
    return at if at >= 0 else len(dictionary)


def _declared(files: Mapping[str, bytes], jobs: Sequence[Job]) -> list[Difference]:
    """The parameters as written, against what each document was made from."""
    from analysis.assessment.declaration import Declaration

    own = [job for job in jobs if job.inputs.document != METHODOLOGY]
    read = {job.inputs.document: Declaration.model_validate_json(job.files["declared.json"]) for job in own}
    found = []
    for document, declaration in read.items():
        where = f"params/{declaration.partnership.id}/{declaration.edition.edition}"
        try:
            written = _written(files, declaration.partnership.id, declaration.edition.edition)
        except CspError as error:
            return [Difference(where, 0, "the parameters", str(error).splitlines()[0], "can be read")]
        if written != declaration.edition:
            found.append(Difference(where, 0, "the parameters", "declare otherwise", f"than {document} was made from"))
    plans = json.loads(files["plans.json"])
    editions = [declaration.edition for declaration in read.values()]
    if editions and plans != plans_of(editions[0]):
        found.append(Difference("plans.json", 0, "the plans", "are told otherwise", "than they are declared"))
    return found


def _written(files: Mapping[str, bytes], partnership: str, edition: str) -> Edition:
    with tempfile.TemporaryDirectory(prefix="csp-verify-") as temporary:
        for name, content in files.items():
            if name.startswith("params/"):
                path = Path(temporary) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        return load_catalogue(Path(temporary) / "params").edition(partnership, edition)


def _recorded(files: Mapping[str, bytes], jobs: Sequence[Job]) -> list[Difference]:
    """The lock that is in the archive, against the one that the documents record."""
    locks = {job.inputs.lock for job in jobs}
    if locks == {digest(files["requirements.lock"])}:
        return []
    return [Difference("requirements.lock", 0, "the lock", "is another", "than the documents were made with")]
