"""The one part of the frozen notebook that knows who runs it: the title page, and who shows frames and figures."""

from __future__ import annotations

import os
from typing import Any

STATEMENT = "Simulated figures, for measuring how long a report takes; about no place"


def title(partnership: str, edition: str) -> Any:
    """The first page. In a job's folder frames and figures are shown as blocks; elsewhere as Jupyter shows them."""
    if "CSP_JOB" not in os.environ:
        from IPython.display import Markdown

        return Markdown(f"# Crime and disorder in {partnership}, {edition}\n\n{STATEMENT}.")
    from IPython import get_ipython

    from analysis.blocks import Front
    from analysis.exhibits import display, register_formatters

    register_formatters(get_ipython())
    return display(
        Front(
            title="Crime and disorder",
            subtitle="Frozen notebook",
            partnership=partnership,
            edition=edition,
            period="December 2017 to November 2022",
            audience="public",
            status="draft",
            statement=STATEMENT,
            footer="Simulated figures",
            mark="ILLUSTRATIVE",
        )
    )
