# Two commands: `make run` plays the main scenario, `make test` passes every test. Both install what is
# missing first. `make check` is the inner loop. The work itself is done by CMake, npm and tools/.

BUILD ?= build
CONFIGURE = cmake -S . -B $(BUILD) -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER_LAUNCHER=ccache

.PHONY: run test check build web docs bench nightly install clean

run:
	tools/setup run
	$(MAKE) build
	$(BUILD)/tumen run hyesan-handin

test:
	tools/setup test
	$(MAKE) web
	$(CONFIGURE) -DTUMEN_TESTS=ON
	cmake --build $(BUILD)
	tools/run_tests --build $(BUILD)

check:
	tools/setup test
	$(MAKE) web
	$(CONFIGURE) -DTUMEN_TESTS=ON
	cmake --build $(BUILD) --target tumen tumen_unit_tests
	tools/run_tests --build $(BUILD) --fast

build: web
	$(CONFIGURE) -DTUMEN_TESTS=OFF
	cmake --build $(BUILD) --target tumen

# The page that a report is made of, built before the program that carries it.
web: web/dist/report.html

web/dist/report.html: web/node_modules/.package-lock.json web/index.html web/vite.config.mjs $(shell find web/src -type f)
	cd web && npm run build

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund

install: build
	cmake --install $(BUILD)

clean:
	rm -rf $(BUILD) web/dist web/node_modules
