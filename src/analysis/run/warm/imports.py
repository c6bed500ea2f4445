"""What the warm process has imported before kernels are forked from it; importing this is all that it does.

Nothing here may start a thread that is missed in a kernel, open a ZMQ context or choose where charts are drawn: the
backend of notebooks attaches itself to the kernel that imports it.
"""

# ruff: noqa: E402, F401

import gc

# Nothing of what is imported is ever to be tidied away, so looking for it takes time for nothing.
gc.disable()

import ipykernel.ipkernel
import ipykernel.kernelapp
import matplotlib.backends.backend_agg
import matplotlib.backends.backend_svg
import matplotlib.pyplot
import numpy
import pandas
import polars
import pyarrow.parquet
import scipy.stats
import seaborn
import statsmodels.api
import statsmodels.formula.api

import analysis.assessment
import analysis.assessment.county
import analysis.assessment.initiative
import analysis.assessment.leaflet
import analysis.assessment.methodology
import analysis.assessment.performance_report
import analysis.places.libraries
import analysis.run.warm.kernel

# And kernels share its memory as long as nobody looks.
gc.freeze()
gc.enable()
