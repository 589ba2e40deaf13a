"""The recipe of a container names what there is, and lets nothing in that was built here."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RECIPE = ROOT / "packaging/Containerfile"


def instructions():
    text = re.sub(r"\\\n\s*", "", RECIPE.read_text())
    return [tuple(line.split(" ", 1)) for line in text.splitlines() if line and not line.startswith("#")]


def test_it_compiles_in_debian_and_keeps_the_program_alone():
    assert [what for word, what in instructions() if word == "FROM"] == ["debian:12 AS build", "scratch"]
    last = [what for word, what in instructions() if word in ("COPY", "ENTRYPOINT")][-2:]
    assert last == ["--from=build /tumen /usr/bin/tumen", '["/usr/bin/tumen"]']


def test_what_it_runs_is_there():
    [run] = [what for word, what in instructions() if word == "RUN"]
    assert "tools/setup run && make static" in run and (ROOT / "tools/setup").is_file()
    assert re.search(r"^static: build$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert "tumen-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}" in (ROOT / "packaging/static.cmake").read_text()


def test_nothing_that_was_built_here_gets_in():
    left_out = (ROOT / ".dockerignore").read_text().split()
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}
    assert {"build", "build-*", "web/dist", "results"} <= set(left_out) & ignored
