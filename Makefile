# SPDX-License-Identifier: EUPL-1.2
# On a fresh machine two commands are enough: `make run` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
ASSETS := build/.assets
WORDS := build/.words
COMPILED := build/.compiled
PYTEST := $(BIN)/python -m pytest
# Types are checked once for each door: a model has its fields only where its app is installed.
BOTH := --follow-imports=silent baken/accounts baken/bridge baken/core baken/design baken/hidden_population baken/indicators baken/settings baken/standards baken/tabulation

# A test starts Python hundreds of times: where nothing is kept, each compiles Django and Wagtail again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run check homes test prove bench fix lock words clean

setup: $(READY) $(ASSETS) $(WORDS) $(COMPILED)

$(READY): requirements/uv.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) bin/can_make_environment
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	$(BIN)/uv pip sync --quiet --require-hashes requirements/dev.txt
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(ASSETS): $(READY) package-lock.json $(wildcard baken/design/styles/*.css baken/design/scripts/*.js baken/design/images/* baken/design/*.py)
	$(BIN)/python -m baken.design.vendor
	$(BIN)/python -m baken.design.assemble
	@mkdir -p build && touch $@

$(WORDS): $(READY) $(wildcard baken/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python -m baken.core.words compile
	@mkdir -p build && touch $@

# What draws placements is compiled before somebody waits for one.
$(COMPILED): $(READY) $(wildcard baken/closed/shelter/placing/*.py)
	$(BIN)/python -m baken.closed.shelter.placing.compiling
	@mkdir -p build && touch $@

run: setup
	@$(BIN)/baken demo

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	DJANGO_SETTINGS_MODULE=baken.settings.open_test $(BIN)/mypy $(BOTH) baken/open baken/urls/open.py baken/wsgi_open.py
	DJANGO_SETTINGS_MODULE=baken.settings.closed_test $(BIN)/mypy $(BOTH) baken/closed baken/verbs baken/cli.py baken/urls/closed.py baken/wsgi_closed.py
	$(BIN)/lint-imports
	$(BIN)/python -m baken.core.words check
	$(BIN)/baken check
	$(PYTEST) -n 2 tests/house

homes: setup
	@$(BIN)/python bin/browser
	@$(BIN)/python -m tests.homes

# Checking keeps one core busy, so the homes that tests copy are made beside it.
test: setup
	@$(MAKE) --no-print-directory -j2 check homes
	$(PYTEST) --ds=baken.settings.open_test -n 2 -m "not long" baken/core baken/design baken/hidden_population baken/indicators baken/open baken/standards baken/tabulation baken/verbs
	$(PYTEST) --ds=baken.settings.closed_test -n 2 -m "not long" baken/accounts baken/bridge baken/closed
	$(PYTEST) -n 3 --dist loadfile --no-loadscope-reorder -m "not long" tests/lifecycle tests/journeys bench/tests
	$(PYTEST) --ds=baken.settings.closed_test -n 2 -m "not long" tests/matrix

prove: setup
	@$(BIN)/python bin/browser
	$(PYTEST) --ds=baken.settings.open_test -v baken/core baken/design baken/hidden_population baken/indicators baken/open baken/standards baken/tabulation baken/verbs
	$(PYTEST) --ds=baken.settings.closed_test -v baken/accounts baken/bridge baken/closed
	$(PYTEST) -v tests bench/tests --ignore=tests/matrix
	$(PYTEST) --ds=baken.settings.closed_test -n 2 tests/matrix

bench: setup
	$(BIN)/python -m bench

fix: $(READY)
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

words: setup
	$(BIN)/python -m baken.core.words extract

lock: $(READY)
	$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --extra semantic --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf .venv build node_modules baken/design/static
