"""A second library, ``acro`` of the SACRO project, withholds the same counts for their own smallness.

It holds pandas back, so it lives in an environment of its own, which ``CSP_ACRO`` names by its Python.
"""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from analysis.disclosure import RESTRICTED, decide

if TYPE_CHECKING:
    from pathlib import Path

ACRO = os.environ.get("CSP_ACRO", "")
CROSSTAB = """
import json, logging, sys
import pandas as pd
from acro import ACRO
logging.disable(logging.CRITICAL)
session = ACRO(suppress=False)
session.config["safe_threshold"] = int(sys.argv[1])
records = pd.DataFrame(json.load(sys.stdin))
session.crosstab(records["area"], records["category"])
outcome = session.results.get_index(0).outcome
print(json.dumps([
    [str(area), str(category)]
    for area, row in outcome.iterrows() for category, told in row.items() if "MinimumThreshold" in str(told)
]))
"""


def test_the_second_library_is_there_where_everything_is_checked() -> None:
    assert ACRO or not os.environ.get("CI"), "CSP_ACRO names no Python with acro"


@pytest.mark.skipif(not ACRO, reason="CSP_ACRO names no Python with acro 1.0.2")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_acro_withholds_the_same_small_counts(seed: int, tmp_path: Path) -> None:
    rng = np.random.default_rng(seed)
    counts = {(f"A{area}", f"c{kind}"): int(rng.poisson(6)) for area in range(8) for kind in range(5)}
    cube = pd.DataFrame([{"area": a, "category": c, "count": n, "status": "present"} for (a, c), n in counts.items()])
    ours = {
        tuple(dict(name)[dimension] for dimension in ("area", "category"))
        for name in decide(cube, [("area", "category")], RESTRICTED).primary
    }
    records = {
        dimension: [cell[place] for cell, number in counts.items() for _ in range(number)]
        for place, dimension in enumerate(("area", "category"))
    }
    shown = subprocess.run(
        [ACRO, "-c", CROSSTAB, str(RESTRICTED.largest + 1)], input=json.dumps(records), capture_output=True,
        text=True, check=True, cwd=tmp_path, env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )  # fmt: skip
    theirs = {tuple(cell) for cell in json.loads(shown.stdout.splitlines()[-1])}
    # acro takes a nought for a small count too; here noughts are published.
    assert theirs - {cell for cell, number in counts.items() if not number} == ours
    assert len(ours) > 5
