# make site sets up and builds the site; make test sets up and runs every test. `make help` lists the rest.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Material prints a notice about MkDocs 2 into every build; what we make of it stands in docs/dev/architecture.md.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup briefs site serve check test eval bench sbom clean constraints

help:  ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("briefgen needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 site") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP)  ## make .venv with everything pinned

briefs: setup  ## read the sources, write the briefs that changed
	$(BIN)/briefgen build

site: setup  ## set up, read the sources, build the site into site/
	@# One bad source must not keep the others from being published; the exit status still tells of it.
	@$(BIN)/briefgen build; status=$$?; $(BIN)/mkdocs build --strict --quiet && exit $$status

serve: briefs  ## the site on http://127.0.0.1:8000, rebuilt as files change
	$(BIN)/mkdocs serve

check: setup  ## lint, types, import contracts, the quick tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not slow and not browser" -n auto

test: setup  ## every test
	$(BIN)/python -m pytest -n auto -rs

eval: setup  ## score the briefs against the repo's gold and its floors
	$(BIN)/briefgen eval
	$(BIN)/briefgen eval --gold tests/gold/later
	$(BIN)/briefgen eval --gold tests/gold/wider
	$(BIN)/briefgen eval --gold tests/gold/further
	$(BIN)/briefgen eval --gold tests/gold/newsroom
	$(BIN)/briefgen eval --gold tests/gold/press
	$(BIN)/briefgen eval --gold tests/gold/desk
	$(BIN)/briefgen eval --gold tests/gold/bureau
	$(BIN)/briefgen eval --gold tests/gold/wire
	$(BIN)/briefgen eval --gold tests/gold/agency
	$(BIN)/briefgen eval --gold tests/gold/stringers
	$(BIN)/briefgen eval --gold tests/gold/dispatch
	$(BIN)/briefgen eval --gold tests/gold/unread

bench: setup  ## extraction beside the bare parse, site beside plain MkDocs
	$(BIN)/python -m tests.bench

sbom: setup  ## the bill of materials into dist/sbom.cdx.json (CycloneDX), with licences
	@mkdir -p dist
	$(BIN)/python tools/sbom.py > dist/sbom.cdx.json

constraints:  ## pin every dependency again, with hashes (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file constraints.txt

clean:  ## remove what can be made again; sources, briefs, reviews and registry stay
	rm -rf site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
