"""A scheduler that asks for certificates: who has one is let in, and nobody else."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import dask
import pytest
from cluster_processes import cluster
from repository_tree import FRONT, with_notebook

from analysis.errors import RunError
from analysis.run.cluster import run_on
from analysis.run.outcome import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job


@pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made with openssl")
def test_with_tls_who_shows_a_certificate_is_served_and_nobody_else(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cert, key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
    making = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key,
        "-out",
        cert,
        "-subj",
        "/CN=csp",
    ]
    subprocess.run(making, check=True, capture_output=True)
    settings = {"CA_FILE": cert} | {
        f"{who}__{what}": path for who in ("SCHEDULER", "WORKER") for what, path in (("CERT", cert), ("KEY", key))
    }
    variables = {f"DASK_DISTRIBUTED__COMM__TLS__{name}": value for name, value in settings.items()}
    with cluster(tmp_path / "cluster", workers=1, protocol="tls", **variables) as one:
        monkeypatch.setattr("analysis.run.cluster.connection.SECONDS_TO_CONNECT", 2)
        for address in (one.address, one.address.replace("tls", "tcp")):
            with pytest.raises(RunError, match=f"^{address}: no scheduler answers there"):
                list(run_on(address, [job]))
        monkeypatch.setattr("analysis.run.cluster.connection.SECONDS_TO_CONNECT", 30)
        names = {"ca-file": cert, "client.cert": cert, "client.key": key}
        with dask.config.set({f"distributed.comm.tls.{name}": value for name, value in names.items()}):
            events = list(run_on(one.address, [with_notebook(job, FRONT)]))
        assert [event.failure for event in events if isinstance(event, Outcome)] == [None], one.log()
