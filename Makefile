# Two commands are enough: `make run` and `make test`.
PYTHON ?= python3
CATALOGUES := webapp/languages/base
SENTENCES ?= $(CATALOGUES)/journey.pot
BIN := .venv/bin

.PHONY: run test check bench format sentences translations clean

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

# The sentences that residents may meet, and the catalogues brought in step with them.
sentences:
	@$(BIN)/pybabel --quiet extract --mapping=webapp/languages/journey.cfg --keywords='_l N_' --omit-header \
		--add-location=file --sort-by-file --no-wrap --output=$(SENTENCES) .

translations: sentences
	@for file in $(CATALOGUES)/*.po; do \
		$(BIN)/pybabel --quiet update --input-file=$(SENTENCES) --output-file=$$file \
			--locale=$$(basename $$file .po) --no-fuzzy-matching --ignore-obsolete --no-wrap; \
	done

clean:
	rm -rf .venv instance .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-for-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@
