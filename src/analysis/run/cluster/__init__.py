"""Reports made on other machines: the same job on a cluster of Dask (``distributed``), over TCP.

Jobs travel as bytes with their data and bring bytes back, so workers share no disk with the client, and only the client
writes. The scheduler runs a job again elsewhere when its worker is lost; everything else is decided here.
"""

from analysis.run.cluster.client import run_on as run_on
