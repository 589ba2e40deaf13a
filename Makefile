# Two commands: `make run` plays the main scenario, `make test` passes every test. Both install what is
# missing first. `make check` is the inner loop. The work itself is done by CMake, npm and tools/.

BUILD ?= build
TESTS ?= OFF
PYTHON ?= OFF
CONFIGURE = cmake -S . -B $(BUILD) -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
  -DTUMEN_TESTS=$(TESTS) -DTUMEN_PYTHON=$(PYTHON)

.PHONY: run test installed compiled beneath-the-page check build web wasm venv wheel site docs belief bench fuzz nightly install deb static clean

run:
	tools/setup run
	$(MAKE) build
	$(BUILD)/tumen run hyesan-handin --resume

test: TESTS = ON
test: PYTHON = ON
test:
	tools/setup compile
	tools/beside installs "$(MAKE) installed" compiles "$(MAKE) compiled TESTS=ON PYTHON=ON"
	tools/make_wheel $(BUILD)
	tools/run_tests --build $(BUILD)

# Side by side in `make test`: what the tests are played with, most of it a wait for networks and disks, and what they test.
# What does not need the page is compiled while the page is built.
installed:
	tools/setup test
	$(MAKE) tests/python/node_modules/.package-lock.json
	tools/make_venv $(BUILD)

compiled: wasm
	tools/beside page "$(MAKE) web/dist/report.html" model "$(MAKE) beneath-the-page"
	cmake --build $(BUILD)

beneath-the-page:
	cmake --build $(BUILD) --target tumen_wire tumen_store

check: TESTS = ON
check:
	tools/setup test
	$(MAKE) web TESTS=ON
	$(CONFIGURE)
	cmake --build $(BUILD) --target tumen tumen_unit_tests
	tools/run_tests --build $(BUILD) --fast

build: web
	$(CONFIGURE)
	cmake --build $(BUILD) --target tumen

# The model for the page, from the same sources, with the evidence as the program carries it.
wasm:
	$(CONFIGURE)
	cmake --build $(BUILD) --target tumen_scenario tumen_fingerprint_data
	cmake -S src/browser -B $(BUILD)/wasm -G Ninja -DTUMEN_LEDGER_SOURCES="$(CURDIR)/$(BUILD)/src" \
	  -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
	cmake --build $(BUILD)/wasm

# The page that a report is made of, built before the program that carries it.
web: wasm
	$(MAKE) web/dist/report.html

web/dist/report.html: web/node_modules/.package-lock.json web/index.html web/vite.config.mjs docs/model.md \
  $(wildcard $(BUILD)/wasm/tumen.wasm) $(shell find web/src web/scripts texts -type f)
	cd web && TUMEN_WASM="$(CURDIR)/$(BUILD)/wasm/tumen.wasm" npm run build

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund

# Python in an environment of the project's own, with locked libraries; and a wheel, which is installed there.
venv:
	tools/setup test
	tools/make_venv $(BUILD)

wheel: PYTHON = ON
wheel: venv
	$(MAKE) web PYTHON=ON
	$(CONFIGURE)
	cmake --build $(BUILD) --target _tumen
	tools/make_wheel $(BUILD)

# The documentation site, in $(BUILD)/site/html: from the disk, offline. REPLICATES (64) are what its pages play.
site: wheel
	cmake --build $(BUILD) --target tumen
	TUMEN_REPLICATES=$(or $(REPLICATES),64) $(BUILD)/venv/bin/python site/build --build $(BUILD)

# A reader of Arrow and a checker of types that are not ours, for the tests of the Python package.
tests/python/node_modules/.package-lock.json: tests/python/package.json tests/python/package-lock.json
	cd tests/python && npm ci --ignore-scripts --no-audit --no-fund

# The tables of the documents, from what the program says of itself.
docs: build
	tools/generate_docs --tumen $(BUILD)/tumen
	tools/generate_results --tumen $(BUILD)/tumen
	tools/generate_mechanisms
	tools/generate_terms
	tools/generate_evidence --tumen $(BUILD)/tumen

# What is believed once the patterns were looked at: plays draws of the prior, half an hour on two processors, and goes
# on where it was stopped. Then the page of what can be said.
belief: build
	$(BUILD)/tumen belief make --out evidence/belief.toml --plays $(BUILD)/belief.plays --copies --coverage
	$(MAKE) build
	tools/generate_statements --tumen $(BUILD)/tumen

bench:
	tools/setup test
	bench/run

# Every reader of files gets any bytes, for FUZZ_SECONDS (60) each.
fuzz:
	tools/setup test
	cmake --preset fuzz
	cmake --build --preset fuzz
	tests/fuzz/run

# What takes long: all of it, or the STAGES named (tools/nightly --list).
nightly:
	tools/setup nightly
	$(MAKE) web
	$(MAKE) tests/python/node_modules/.package-lock.json
	tools/nightly $(STAGES)

install: build
	cmake --build $(BUILD) --target tumen_installed
	cmake --install $(BUILD)

# Debian packages, in the build folder: tumen and libtumen-dev.
deb: build
	cmake --build $(BUILD) --target tumen_installed
	cd $(BUILD) && cpack -G DEB

# The program with every library in it, its checksum and a list of what it contains (SPDX), in $(BUILD)/static.
static: build
	cmake --build $(BUILD) --target tumen_static

clean:
	rm -rf $(BUILD) web/dist web/node_modules
