# Every command sets itself up: Python 3.11 or newer, make and git are all that is needed.
PYTHON ?= python3
VENV := .venv
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links
RUN := PYTHONPATH=plugins $(VENV)/bin/python -m service_catalogue

CATALOGUE ?= catalogue
OUTPUT ?= output
STAGE ?= pilot
SITEURL ?=
TODAY ?=
PREVIOUS ?=
RELEASES ?=
FIRST_PUBLICATION ?=
ALLOW_REMOVALS ?=
PUBLISH_AS ?=
FORMAT ?= text
PORT ?= 8000
PDF ?= pdf
SHEETS ?=
CACHE ?= .cache/service-catalogue
SIZES ?= 1000
ROUNDS ?= 5

.DEFAULT_GOAL := help
.PHONY: help serve build check test audit bench pdf clean lint format-code lock

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/for-build ## build the site, serve it on http://localhost:8000, rebuild on change
	$(RUN) serve --catalogue "$(CATALOGUE)" --output "$(OUTPUT)" --stage "$(STAGE)" --today "$(TODAY)" \
		--port "$(PORT)" --cache "$(CACHE)"

build: $(VENV)/for-build ## build the site into output/ (CATALOGUE, OUTPUT, STAGE, SITEURL, TODAY, PREVIOUS, RELEASES, FIRST_PUBLICATION, ALLOW_REMOVALS, PUBLISH_AS)
	@$(RUN) build --catalogue "$(CATALOGUE)" --output "$(OUTPUT)" --stage "$(STAGE)" --site-url "$(SITEURL)" --today "$(TODAY)" \
		--previous "$(PREVIOUS)" --releases "$(RELEASES)" --first-publication "$(FIRST_PUBLICATION)" \
		--allow-removals "$(ALLOW_REMOVALS)" --publish-as "$(PUBLISH_AS)" --cache "$(CACHE)"

check: $(VENV)/for-check ## check the records only (CATALOGUE, FORMAT=text|github|json)
	@$(RUN) check --catalogue "$(CATALOGUE)" --format "$(FORMAT)" --today "$(TODAY)" --cache "$(CACHE)"

test: $(VENV)/for-test $(VENV)/browser ## run every test
	$(VENV)/bin/python -m pytest -n 2 --dist worksteal

audit: $(VENV)/for-tools $(VENV)/browser ## build the real catalogue and audit the site (PAGES=all: axe on every Polish page)
	CATALOGUE="$(abspath $(CATALOGUE))" $(VENV)/bin/python -m pytest -n 2 --dist loadfile tests/audit -o python_files='audit_*.py'

bench: $(VENV)/for-bench ## measure builds beside Hugo, plain Pelican and a bare loop (SIZES=1000,10000, ROUNDS), and many catalogues
	$(VENV)/bin/python bench/build/run.py --sizes "$(SIZES)" --rounds "$(ROUNDS)"
	$(VENV)/bin/python bench/scale/run.py

pdf: $(VENV)/for-pdf ## draw the sheets of paper of the site in output/ as PDF into pdf/ (OUTPUT, PDF, SHEETS="pilne bezdomnosc")
	@$(VENV)/bin/python paper/pdf.py "$(OUTPUT)" "$(PDF)" $(SHEETS)

clean: ## delete what is kept between runs, so that all is found out anew
	rm -rf .cache/service-catalogue

lint: $(VENV)/for-tools ## style and types of the code, and the workflows
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml starter/dot-github/workflows/*.yml
	$(VENV)/bin/zizmor --offline --quiet .github/workflows starter/dot-github/workflows

lock: ## choose new versions of all packages (needs uv)
	$(COMPILE) --upgrade --group pyproject.toml:check -o requirements/check.txt
	$(COMPILE) --upgrade -c requirements/check.txt --extra parquet pyproject.toml -o requirements/build.txt
	$(COMPILE) --upgrade -c requirements/build.txt --group test --extra parquet pyproject.toml -o requirements/test.txt
	$(COMPILE) --upgrade -c requirements/test.txt --group tools --extra parquet pyproject.toml -o requirements/tools.txt
	$(COMPILE) --upgrade -c requirements/test.txt --group test --group bench --extra parquet pyproject.toml -o requirements/bench.txt
	$(COMPILE) --upgrade -c requirements/tools.txt -c requirements/test.txt --group pyproject.toml:pdf -o requirements/pdf.txt

# One environment that grows with what is asked of it: each lock is whole, and they agree on versions.
.PRECIOUS: $(VENV)/for-%
$(VENV)/for-%: requirements/%.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# A browser for the tests: one that is there, else Debian's (as root), else Playwright's own download.
$(VENV)/browser: $(VENV)/for-test
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
			&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
		|| $(VENV)/bin/python -m playwright install --with-deps chromium
	@touch $@
