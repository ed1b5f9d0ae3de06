# The two commands of the README: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test prove lint lock bench

run:
	@$(PYTHON) scripts/prepare.py run starter
	@$(BIN)/lodestar

test:
	@$(PYTHON) scripts/prepare.py test starter
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest

prove:
	@$(PYTHON) scripts/prepare.py test starter
	@$(BIN)/pytest -m "" --prove

bench:
	@$(PYTHON) scripts/prepare.py run starter
	@$(BIN)/lodestar bench

lock:
	@scripts/lock
