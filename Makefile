# make run    environment, demo press, watch, desk and site on a local address
# make test   the same environment with the test tools; what CI calls
# make check  everything that must hold before a change is shared

PYTHON ?= python3.11
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= var
PORT   ?= 8000
UV     ?= uv
JOBS   ?= 2

export OMP_NUM_THREADS = 1

.PHONY: run test check lint types contracts bench docs lock clean

run: $(VENV)/.runtime
	$(BIN)/watchdesk up --demo --data $(DATA) --port $(PORT)

test: $(VENV)/.test
	$(BIN)/python -m pytest -n $(JOBS) -q

check: $(VENV)/.test lint types contracts
	$(BIN)/watchdesk codebook check
	$(BIN)/python -m pytest -n $(JOBS) -q
	PYTHONPATH=. $(BIN)/python bench/gate.py

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.test
	$(BIN)/mypy

contracts: $(VENV)/.test
	$(BIN)/lint-imports

# Side-by-side measurements; BENCH_DATA names a folder with the public benchmark sets.
bench: $(VENV)/.test
	$(BIN)/python bench/speed.py

docs: $(VENV)/.runtime
	$(BIN)/watchdesk codebook docs -o docs/reference/codebook.md

# Needs uv (https://docs.astral.sh/uv/); 3.11.7 and not 3.11, which uv reads as 3.11.0.
lock:
	$(UV) pip compile --quiet --python-version 3.11.7 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --extra newsroom --extra evidence --extra postgresql pyproject.toml -o requirements.txt
	$(UV) pip compile --quiet --python-version 3.11.7 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --extra newsroom --extra evidence --extra postgresql --extra test pyproject.toml -o requirements-test.txt
	printf '%s\n' hatchling editables | $(UV) pip compile --quiet --python-version 3.11.7 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate - -o requirements-build.txt

$(VENV)/.runtime: requirements.txt requirements-build.txt pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "$(PYTHON) with venv is missing: apt-get install python3.11-venv" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements-build.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: $(VENV)/.runtime requirements-test.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.txt
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
