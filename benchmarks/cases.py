"""Write ``docs/evidence/cases.csv``: every published and computed answer, ours beside it, and whether they agree.

CSP_TEST_DATA=../shared python benchmarks/cases.py
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from cases.table import table  # noqa: E402


def main() -> int:
    named = os.environ.get("CSP_TEST_DATA")
    if not named:
        print("set CSP_TEST_DATA to the folder that holds cases/", file=sys.stderr)
        return 1
    found = table(Path(named).resolve() / "cases")
    target = ROOT / "docs" / "evidence" / "cases.csv"
    found.to_csv(target, index=False, lineterminator="\n")
    print(found["agrees"].value_counts().to_string(header=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
