# Two commands are enough: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench format clean

run: .venv/installed
	@exec $(BIN)/webapp run

test: .venv/installed-for-tests
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/run

check: .venv/installed-for-tests
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/run lint

bench: .venv/installed-for-tests
	@$(BIN)/python -m tests.bench

format: .venv/installed-for-tests
	-$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .
	-$(BIN)/djlint --reformat --quiet templates

clean:
	rm -rf .venv instance .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-for-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@
