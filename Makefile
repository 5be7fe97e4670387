# Type `make` to see what can be made. Needs nothing but make and a Python 3.11 or newer.

MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL = /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

# What was typed is handed on as it was typed: make carries nothing of it out on the way.
known := edition fix force format jobs kind language newsroom notes now osv out sources templates title
unexport $(known)
# Libraries that somebody has laid out for other programs are other editions than the locked ones.
unexport PYTHONHOME PYTHONPATH

# A misspelt name would make something else than was asked for, and say nothing. Names in capitals
# are not ours, and what another make was told is handed down to this one.
letters := a% b% c% d% e% f% g% h% i% j% k% l% m% n% o% p% q% r% s% t% u% v% w% x% y% z%
typed := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
strange := $(firstword $(filter-out $(known),$(filter $(letters),$(typed))))
ifneq ($(if $(filter 0,$(MAKELEVEL)),$(strange)),)
  $(error nothing is called '$(strange)': known are $(known))
endif

# `value` keeps a dollar in a title; the quotes keep its spaces and apostrophes.
define newline


endef
quoted = '$(subst ','\'',$(subst $(newline), ,$(value $(1))))'

# A publication is a folder of templates/ that declares itself.
templates = templates
taken := help all build check preview new setup test proofs bench soak licences sbom audit lock clean
# One whose name means something to make or to a shell is made by  broadside build NAME  alone.
odd := [][ !"\#$$%&'\''()*,:;<=>?@\\^`{|}~[:cntrl:]]
publications := $(filter-out $(taken),$(shell cd $(call quoted,templates) >/dev/null 2>&1 && \
  printf '%s\n' */publication.toml | sed 's,/publication\.toml$$,,' | LC_ALL=C grep -v -e '^-' -e '$(odd)'))

# Folders that somebody may name instead, and that make would call up to date.
folders := $(filter-out $(publications),pipeline sources templates tests)

.PHONY: $(taken) $(folders) $(publications)

# Other Pythons than Homebrew's do not look for Pango where Homebrew keeps it.
ifneq ($(wildcard /opt/homebrew/lib),)
  python = DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib .venv/bin/python
else
  python = .venv/bin/python
endif
broadside = @pipeline/setup.sh && $(python) -m pipeline
for_tests = @pipeline/setup.sh tests

# What is typed may begin with a hyphen.
option = $(if $(value $(1)), --$(1)=$(call quoted,$(1)))
options = $(foreach name,$(1),$(call option,$(name)))
always = $(call options,sources out now format)$(if $(filter-out file,$(origin templates)),$\
  $(call option,templates))
some = $(call options,edition language)
build = build$(some)$(call options,newsroom jobs)$(if $(filter-out 0 no,$(value force)), --force)$(always)$(if $(1), -- $(1))

help:
	@echo 'Broadside makes these out of sources/, into build/:'
	@echo
	@for name in $(publications); do \
	  said() { sed -n "s/^$$1 *= *\"\(.*\)\".*/\1/p;/^$$1 *=/q" $(call quoted,templates)/"$$name"/publication.toml \
	    | tr -d '\000-\011\013-\037\177'; }; \
	  case $$(said per) in issue | kit | release) latest=": the latest $$(said per)" ;; *) latest= ;; esac; \
	  printf '  make %-14s %s\n' "$$name" "$$(said title)$$latest"; \
	done
	@echo '  make all            every edition of every publication'
	@echo
	@echo '  make check          proofread the sources and what was built; notes=1 shows the notes as well,'
	@echo '                      fix=1 mends in the files what is mechanical'
	@echo '  make preview        see it all in a browser while you write'
	@echo '  make new            a new source: make new kind=news title="Oslo joins"'
	@echo
	@echo '  make setup          only set up: .venv, packages, libraries, fonts'
	@echo '  make test           run all tests'
	@echo '  make proofs         accept the outputs as they are now; then read the diff'
	@echo '  make bench          measure how fast it is'
	@echo '  make soak           feed it hostile and endless input'
	@echo '  make licences       the licence of every package; make sbom: all of them as CycloneDX'
	@echo '  make audit          known weaknesses of the packages: make audit osv=pypi.zip'
	@echo '  make lock           lock the newest packages that pyproject.toml allows'
	@echo '  make clean          empty build/'
	@echo
	@echo 'Add any of: edition= newsroom= language= sources= templates= out= now= jobs= force=1 format=json'
	@echo
	@echo '  make newsletter edition=2019-12 language=fr'
	@echo '  make release edition=2023-12-07-slug now=2024-03-01T09:00'
	@echo '  make all sources=/some/dir out=/some/out jobs=2'

$(publications):
	$(broadside) $(call build,$@)

all build:
	$(broadside) $(call build)

# A misspelt publication, or a folder of templates that is not there.
$(folders) .DEFAULT:
	$(broadside) $(call build,$(call quoted,@))

check:
	$(broadside) check$(some)$(foreach name,notes fix,$(if $(filter-out 0 no,$(value $(name))), --$(name)))$(always)

preview:
	$(broadside) preview$(always)

new:
	$(broadside) new$(always) -- $(call quoted,kind) $(call quoted,title)

setup:
	@pipeline/setup.sh setup

# All four are asked, whatever the first one says, so that one run tells all.
test:
	$(for_tests)
	@failed=; \
	$(python) -m ruff check --quiet pipeline tests || failed=1; \
	$(python) -m ruff format --quiet --check pipeline tests || failed=1; \
	$(python) -m mypy --no-error-summary & types=$$!; \
	$(python) -m pytest --numprocesses 2 --dist worksteal || failed=1; \
	wait $$types || failed=1; \
	test -z "$$failed"

proofs:
	$(for_tests)
	@$(python) -m pytest --quiet --accept

bench:
	$(for_tests)
	@$(python) -m pytest --quiet -m bench

soak:
	$(for_tests)
	@$(python) -m pytest --quiet -m soak

licences:
	$(for_tests)
	@$(python) -m tests.supply_chain licences

sbom:
	$(for_tests)
	@mkdir -p build
	@$(python) -m tests.supply_chain sbom >build/sbom.cdx.json
	@echo build/sbom.cdx.json

audit:
	$(for_tests)
	@$(python) -m tests.supply_chain audit$(call options,osv now)

compile = @.venv/bin/uv pip compile --quiet --upgrade pyproject.toml --group setup --universal \
  --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
lock:
	@pipeline/setup.sh
	@$(python) -m pip install --quiet uv
	$(compile) --output-file requirements.lock
	$(compile) --extra test --constraint requirements.lock --output-file requirements-test.lock

clean:
	@$(if $(value out),echo 'make clean empties build/ alone; another folder is yours to empty' \
	  >&2; exit 2,rm -rf build)
