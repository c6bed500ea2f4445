"""The commands, one line each; what they need is imported when they are called, so that help is there at once."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis.cli.data import ingest
from analysis.cli.house import mistakes_shown
from analysis.cli.method import method
from analysis.cli.plan import plan
from analysis.cli.scoring import scoring
from analysis.cli.simulate import simulate

app = typer.Typer(
    name="csp",
    help="Reproducible reports for community safety partnerships.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(ingest, name="ingest", help="Bring data in: it is stored whole, or not at all.")
app.add_typer(method, name="method", help="The statistics of the reports, on figures of your own.")
app.add_typer(simulate, name="simulate", help="Made-up figures, to try the reports at full size.")
app.add_typer(scoring, name="scoring", help="Scores of agencies: out as a workbook or CSV, and back in.")
app.add_typer(plan, name="plan", help="Plans of evaluation, fixed before the result is looked at.")

Partnership = Annotated[str, typer.Option("--partnership", "-p", envvar="PARTNERSHIP", help="One partnership's id.")]
Edition = Annotated[str, typer.Option("--edition", "-e", envvar="EDITION", help='An edition, or "all".')]
Kind = Annotated[str, typer.Option("--kind", "-k", envvar="KIND", help="One kind of document, as performance.")]
Jobs = Annotated[str, typer.Option("--jobs", "-j", envvar="JOBS", help="Reports at a time.")]


Timeout = Annotated[str, typer.Option("--timeout", envvar="TIMEOUT", help="Seconds that one report may take.")]
Memory = Annotated[str, typer.Option("--memory", envvar="MEMORY", help="Memory that one report may hold, as 4G.")]
Scheduler = Annotated[
    str, typer.Option("--scheduler", envvar="SCHEDULER", help="A Dask scheduler, as tcp://HOST:8786.")
]


@app.command("reports")
def make_reports(
    partnership: Partnership = "",
    edition: Edition = "",
    kind: Kind = "",
    jobs: Jobs = "",
    timeout: Timeout = "",
    memory: Memory = "",
    scheduler: Scheduler = "",
) -> None:
    """Build reports into reports/: the latest edition of every partnership, or those named.

    Only what does not stand as it should is made; csp why says what that is, and why.
    """
    from analysis.cli import reports

    with mistakes_shown():
        failed = reports.build(partnership, edition, reports.Means(jobs, timeout, memory, scheduler), kind)
    raise typer.Exit(1 if failed else 0)


@app.command("why")
def why(name: Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION[/DOCUMENT]")] = "") -> None:
    """Say what changed since a report was made; without a name, of every report that would be made anew."""
    from analysis.cli import why

    with mistakes_shown():
        why.tell(name)


@app.command("check")
def check() -> None:
    """Check everything declared in params/; every problem of every file at once."""
    from analysis.cli import look

    with mistakes_shown():
        look.check()


@app.command("list")
def list_() -> None:
    """Show partnerships, editions and the data there is."""
    from analysis.cli import look

    with mistakes_shown():
        look.listing()


@app.command("explain")
def explain(name: Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION")]) -> None:
    """Say in words what an edition declares."""
    from analysis.cli import look

    with mistakes_shown():
        look.explain(name)


@app.command("extract")
def extract() -> None:
    """Compute the open extracts in data/open/ from the store."""
    from analysis.cli import data

    with mistakes_shown():
        data.extract()


@app.command("lab")
def lab(partnership: Partnership = "", edition: Edition = "") -> None:
    """Open JupyterLab with the data of the chosen editions at hand."""
    from analysis.cli import reports

    with mistakes_shown():
        code = reports.lab(partnership, edition)
    raise typer.Exit(code)


@app.command("submission")
def make_submission(
    name: Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION")] = "",
    partnership: Partnership = "",
    edition: Edition = "",
    jobs: Jobs = "",
) -> None:
    """Make one archive of an edition: its documents, and all that they were made from."""
    from analysis.cli import submission

    with mistakes_shown():
        path = submission.submission(name, partnership, edition, jobs)
    raise typer.Exit(0 if path else 1)


@app.command("publish")
def keep_published(
    name: Annotated[str, typer.Argument(metavar="PARTNERSHIP/EDITION")] = "",
    partnership: Partnership = "",
    edition: Edition = "",
    again: Annotated[str, typer.Option("--again", envvar="AGAIN", help="Why it is published anew, in words.")] = "",
) -> None:
    """Keep what a final edition published, for the editions that come after it to be compared with."""
    from analysis.cli import publish

    with mistakes_shown():
        publish.publish(name, partnership, edition, again)


@app.command("site")
def make_site(folder: Annotated[str, typer.Argument(metavar="[FOLDER]", help="site/ unless named.")] = "") -> None:
    """Copy the public documents, and nothing else, into a folder for a web site."""
    from analysis.cli import site

    with mistakes_shown():
        site.site(folder)


@app.command("verify")
def verify_archive(
    archive: Annotated[
        str, typer.Argument(metavar="[ARCHIVE]", help="What csp submission made; else what is published.")
    ] = "",
    partnership: Partnership = "",
    edition: Edition = "",
    jobs: Jobs = "",
    run_them: Annotated[
        bool, typer.Option("--run-its-notebooks", help="Run notebooks that are none of this clone's, as they are.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Every difference as JSON.")] = False,
) -> None:
    """Make what is published anew, or an archive's documents from its own inputs, and compare number by number."""
    from analysis.cli import verify

    with mistakes_shown():
        agrees = verify.verify(archive, partnership, edition, jobs, run_its_notebooks=run_them, as_json=as_json)
    raise typer.Exit(0 if agrees else 1)
