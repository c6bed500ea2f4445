# Reproducible reports for community safety partnerships. `make help` lists what there is.
# Every target sets itself up in .venv from requirements.lock; PYTHON= names another interpreter to use as it is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
export PARTNERSHIP EDITION KIND JOBS ARCHIVE REPORT TIMEOUT MEMORY SCHEDULER
# What a user has set up for other Pythons is nothing to do with this one.
unexport PYTHONHOME PYTHONSTARTUP

ifdef PYTHON
PY := "$(PYTHON)"
READY := other-python
export PYTHONPATH := $(CURDIR)/src
else
PY := .venv/bin/python
READY := .venv/ready
unexport PYTHONPATH
endif
CSP := $(PY) -m analysis.cli
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input

.PHONY: help reports why publish site submission verify test check lab clean other-python

help:
	@printf '%s\n' \
	  'make reports   build the latest assessment of every partnership into reports/;' \
	  '               a second run makes only what has changed' \
	  'make why       say what would be made anew, and what changed;' \
	  '               REPORT=rugby/2022 for one report' \
	  'make publish PARTNERSHIP=rugby EDITION=2022' \
	  '               keep what a final edition says, for the next one to compare with' \
	  'make site      copy the public documents into site/, and nothing else' \
	  'make submission PARTNERSHIP=west-lothian EDITION=2010-11' \
	  '               one archive of an edition, with all that it was made from' \
	  'make verify    make published reports anew, and compare every number;' \
	  '               ARCHIVE=file.zip for what is in such an archive' \
	  'make check     check everything declared in params/, and build nothing' \
	  'make lab       open JupyterLab with the data of every edition at hand' \
	  'make test      run the tests' \
	  'make clean     delete what was built (reports/, .csp/); ingested data stays' \
	  '' \
	  'and of these, for reports, verify and lab:' \
	  '  PARTNERSHIP=rugby       one partnership' \
	  '  PARTNERSHIP=methodology the document on how all figures are made' \
	  '  EDITION=2022            one edition; EDITION=all for every one' \
	  '  KIND=performance        one kind of document (docs/documents.md)' \
	  '  JOBS=1                  reports at a time (else one a core, within memory)' \
	  '  TIMEOUT=3600 MEMORY=8G  what one report may take (else 1800 seconds, 4G)' \
	  '  SCHEDULER=tcp://HOST:8786' \
	  '                          make them on a Dask cluster (docs/clusters.md)' \
	  '  PYTHON=/path/to/python  in place of .venv: one with all of requirements.lock'

# A Python of 3.11 or later that can make virtual environments, else one clear message. Whatever is interrupted here
# is begun anew, since the marks come last. Only another lock makes another .venv.
.venv/locked: requirements.lock
	@py=; old=; bare=; \
	for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  command -v $$name >/dev/null 2>&1 || continue; \
	  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || { old="$$old $$name"; continue; }; \
	  $$name -c 'import ensurepip, venv' >/dev/null 2>&1 || { bare="$$bare $$name"; continue; }; \
	  py=$$name; break; \
	done; \
	if [ -z "$$py" ] && [ -n "$$bare" ]; then \
	  echo "Python is here ($${bare# }) but cannot make virtual environments: it has no ensurepip." >&2; \
	  echo 'On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; fi; \
	if [ -z "$$py" ]; then \
	  echo "Python 3.11 or later is needed; found$${old:- none}$${old:+, too old}." >&2; \
	  echo 'Install it, or name one that has all of requirements.lock: make reports PYTHON=/path/to/python' >&2; exit 1; fi; \
	echo "Setting up .venv from requirements.lock with $$($$py --version), once; a minute or two ..."; \
	rm -f .venv/locked .venv/ready; \
	{ $$py -m venv --clear .venv && $(PIP) --require-hashes -r requirements.lock && touch .venv/locked; } || \
	  { echo 'Setting up stopped; the next make begins it anew.' >&2; exit 1; }

.venv/ready: .venv/locked pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable . && touch .venv/ready

other-python:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'PYTHON=$(PYTHON) is not a Python of 3.11 or later.' >&2; exit 1; }
	@$(PY) -c 'import sys; from importlib.util import find_spec; sys.exit(any(not find_spec(name) for name in "distributed esda papermill polars psutil pydantic rich statsmodels typer typst".split()))' || \
	  { echo 'PYTHON=$(PYTHON) lacks what requirements.lock names: pip install -r requirements.lock' >&2; exit 1; }

reports: $(READY)
	@$(CSP) reports

why: $(READY)
	@$(CSP) why "$$REPORT"

publish: $(READY)
	@$(CSP) publish

site: $(READY)
	@$(CSP) site

submission: $(READY)
	@$(CSP) submission

verify: $(READY)
	@$(CSP) verify "$$ARCHIVE"

check: $(READY)
	@$(CSP) check

lab: $(READY)
	@$(CSP) lab

test: $(READY)
	@$(PY) -m pytest -q -n auto --dist loadscope

clean:
	@if [ -d reports ]; then find reports -mindepth 1 ! -path reports/README.md -delete; fi
	@rm -rf .csp
