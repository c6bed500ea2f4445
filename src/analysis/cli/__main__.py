"""``python -m analysis.cli``: the same as ``csp``."""

from analysis.cli.app import app

app(prog_name="csp")
