"""``python -m analysis.params FOLDER``: make the schemas and the reference in the folder ``params`` afresh."""

from __future__ import annotations

import sys
from pathlib import Path

from analysis.params.editor_schema import write_schemas
from analysis.params.reference import write_reference

if __name__ == "__main__":
    params = Path(sys.argv[1] if len(sys.argv) > 1 else "params")
    write_schemas(params / "schema")
    write_reference(params / "README.md")
