# Wer sagt was?  `make help` lists what can be done here.

# The first Python that is new enough; app.py says what is wrong if none is.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && exit; \
	done; echo python3)
BIN := .venv/bin
.DEFAULT_GOAL := help

.PHONY: help run cluster setup setup-all test quick check translations screenshots bench

help: ## list these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-13s %s\n", $$1, $$2}'

run: ## set everything up and serve on http://127.0.0.1:8000 (PORT=… overrides)
	@exec $(PYTHON) app.py

cluster: setup ## two app servers, PostgreSQL, Redis and nginx on this machine
	@exec $(BIN)/python -m deploy.cluster

setup: ## only install what serving needs, into .venv
	@$(PYTHON) app.py setup

setup-all: ## install what tests and checks need, too
	@$(PYTHON) app.py setup --dev

test: setup-all ## run all tests (ARGS="-k name" chooses some)
	@$(BIN)/python -m pytest -n $${JOBS:-2} $(ARGS)

quick: setup-all ## the quick tests alone, on SQLite, in a minute (ARGS=tests/engine)
	@$(BIN)/python -m pytest -n $${JOBS:-0} -m "not slow and not hypothesis" $(ARGS)

check: setup-all ## format, lint, types, import contracts, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/flask --app app db drift
	$(BIN)/flask --app app translations gaps

translations: setup-all ## take new phrases of code and templates into the catalogues
	@$(BIN)/flask --app app translations update

screenshots: setup-all ## renew the pictures in docs/images
	@$(BIN)/python -m bench.screenshots

bench: setup-all ## measure quality, and speed against floors of the same machine
	@$(BIN)/python -m bench
