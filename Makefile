# Every task by name; `make help` lists them. docs/development.md explains what they do.
#
#   PRESET=release|debug|asan  the build to make (CMakePresets.json)
#   PYTHON=<interpreter>       what .venv is made from
#   GOLDEN=<folder>            `make test` also checks the numeric fixtures in it
#   TORCH_MLIR_CORPUS=<folder> what `make test-corpus` takes instead of test/Import/corpus

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build run test test-corpus test-mpich test-asan test-wheel mutate bench docs lint format install clean

PRESET ?= release
BUILD := $(if $(filter release,$(PRESET)),build,build-$(PRESET))
export PYTHON ?= /usr/bin/python3
# The distribution's programs, whatever a version manager puts before them on PATH.
export CMAKE ?= $(firstword $(wildcard /usr/bin/cmake) cmake)
NINJA ?= $(firstword $(wildcard /usr/bin/ninja) ninja)
VENV_PYTHON := .venv/bin/python
PREFIX ?= install
# The interpreter itself is not instrumented: the runtime is loaded first, its own leaks are not looked for, and an
# allocation that is too large must fail as it does without the sanitizer. test/lit.cfg.py says why poison is not used.
ASAN_RUNTIME = $(shell clang-22 -print-file-name=libclang_rt.asan-$$(uname -m).so)
ASAN_OPTIONS = detect_leaks=0:allocator_may_return_null=1:allow_user_poisoning=0

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: ## install Debian packages and make .venv; nothing when they are there
	@scripts/setup.sh

# cmake reconfigures by itself when a CMakeLists.txt changes, but not for its presets.
$(BUILD)/build.ninja: CMakePresets.json
	$(CMAKE) --preset $(PRESET) -DCMAKE_MAKE_PROGRAM=$(NINJA)
	@touch $@

build: setup ## tools in build/bin; package and tools in .venv
	@$(MAKE) --silent $(BUILD)/build.ninja
	$(CMAKE) --build $(BUILD)
	@$(VENV_PYTHON) scripts/develop.py $(BUILD)

run: build ## the tour: torch IR -> dsv4 -> price -> linalg -> run, with its output
	scripts/tour.sh

test: setup ## all tests and checks; the last line is "N passed, M failed"
	@$(VENV_PYTHON) scripts/run_tests.py $(if $(GOLDEN),--golden $(GOLDEN))

test-corpus: build ## convert, lower, price and run the torch-mlir files of TORCH_MLIR_CORPUS (default: test/Import/corpus)
	$(VENV_PYTHON) test/Import/run_corpus.py --dsv4-opt $(BUILD)/bin/dsv4-opt --stages convert,lower,price,execute

test-mpich: build ## tests of programs on several ranks with MPICH instead of OpenMPI (packages libmpich-dev, mpich)
	@$(VENV_PYTHON) scripts/test_mpich.py

test-asan: setup ## lit and Python tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --silent build-asan/build.ninja PRESET=asan
	$(CMAKE) --build build-asan
	$(CMAKE) --build build-asan --target check-dsv4
	LD_PRELOAD=$(ASAN_RUNTIME) ASAN_OPTIONS=$(ASAN_OPTIONS) PYTHONPATH=build-asan/python $(VENV_PYTHON) -m pytest -q

test-wheel: setup ## pip install . in a fresh environment, and use what it installs (compiles everything)
	@$(VENV_PYTHON) scripts/test_wheel.py

mutate: setup ## make mistakes in a copy of the sources, see that tests notice them; writes docs/mutations.md
	$(VENV_PYTHON) scripts/mutate.py

bench: build ## measure speed
	$(VENV_PYTHON) scripts/bench.py

docs: build ## write docs/generated from the definitions, and the tables of docs/fusion.md and distribution.md
	$(VENV_PYTHON) scripts/generate_docs.py
	$(VENV_PYTHON) scripts/fusion_tables.py --tools $(BUILD)/bin
	$(VENV_PYTHON) scripts/distribution_tables.py --tools $(BUILD)/bin

lint: build ## clang-tidy on changed C++ files (ALL=1: on all) and ruff
	@$(VENV_PYTHON) scripts/lint.py $(if $(ALL),--all)

format: setup ## rewrite C++ and Python files in the project's style
	git ls-files -co --exclude-standard '*.h' '*.cpp' | xargs clang-format-22 -i
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

install: build ## headers, libraries, tools and the CMake package under PREFIX (default install/)
	$(CMAKE) --install $(BUILD) --prefix $(PREFIX)

clean: ## remove the build trees, .venv and caches
	rm -rf build build-debug build-asan build-mpich build-mutants install dist .venv .pytest_cache .ruff_cache .hypothesis
