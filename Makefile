# Reproducible reports for community safety partnerships. `make help` lists what there is.
# Every target sets itself up in .venv from requirements.lock; PYTHON= names another interpreter to use as it is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
export PARTNERSHIP EDITION JOBS

ifdef PYTHON
PY := $(PYTHON)
READY :=
else
PY := .venv/bin/python
READY := .venv/ready
endif
CSP := $(PY) -m analysis.cli

.PHONY: help reports test check lab clean

help: ## say what there is
	@printf 'make reports   build the latest assessment of every partnership into reports/\n'
	@printf 'make test      run the tests\n'
	@printf 'make check     check the parameters alone\n'
	@printf 'make lab       open JupyterLab with the data of every edition at hand\n'
	@printf 'make clean     delete what was built (reports, .csp); ingested data stays\n'
	@printf '\nwith  PARTNERSHIP=north-west-leicestershire  one partnership\n'
	@printf '      EDITION=2022   one edition, or EDITION=all for every one\n'
	@printf '      JOBS=4         reports at a time (default: one a core, within memory)\n'
	@printf '      PYTHON=...     an interpreter of your own that has everything in requirements.lock\n'

# A Python of 3.11 or later that can make virtual environments, else one clear message.
.venv/ready: requirements.lock pyproject.toml
	@found=; for py in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if command -v $$py >/dev/null 2>&1 && $$py -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$py; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Python 3.11 or later is needed and was not found. Install it, or name one: make reports PYTHON=/path/to/python' >&2; exit 1; fi; \
	if ! $$found -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$found cannot make virtual environments (no ensurepip). On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; fi; \
	echo "Setting up .venv from requirements.lock with $$($$found --version) (once; a minute or two) ..."; \
	$$found -m venv --clear .venv && \
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . && \
	touch .venv/ready

reports: $(READY) ## build reports
	@$(CSP) reports

test: $(READY) ## run the tests
	@$(PY) -m pytest -n auto -q

check: $(READY) ## check the parameters
	@$(CSP) check

lab: $(READY) ## open JupyterLab
	@$(CSP) lab

clean: ## delete what was built
	@find reports -mindepth 1 ! -name README.md -delete
	@rm -rf .csp
