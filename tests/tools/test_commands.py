"""Every command that a document tells a reader to type is one that there is, with options that it has. (Those of the
tutorials are played besides: tools/test_docs.)"""

import functools
import os
import re
import shlex
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("TUMEN", ROOT / "build/tumen")).resolve()
PAGES = sorted({path for pattern in ("*.md", "docs/**/*.md", "evidence/*.md", "scenarios/*.md", "site/*.md")
                for path in ROOT.glob(pattern)} - {ROOT / "CHANGELOG.md"})
BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENDS = {"|", "||", "&", "&&", ";", ">", "2>", "done", "}"}


@functools.cache
def help_of(*words):
    done = subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True)
    asked = " ".join(["Usage: tumen", *words]) + " "  # an unknown word is answered by the help of what stands before it
    return done.stdout if done.returncode == 0 and asked in done.stdout else None


def lines_of(page):
    """What is typed: lines that begin with $, and every line of a script; a line that goes on is one."""
    for kind, text in BLOCK.findall(page.read_text()):
        for line in re.sub(r"\\\n\s*", "", text).splitlines():
            if kind == "console" and not line.startswith("$ "):
                continue
            yield line.removeprefix("$ ")


def commands_of(line, names):
    """The words behind each of these names in a line of a shell, as far as the command goes."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError:  # a text that goes on in the next line
        return
    for place, word in enumerate(words):
        if word in names:
            ends = [end for end, one in enumerate(words) if end > place and (one in ENDS or one.endswith(";"))]
            yield words[place + 1:ends[0] if ends else None]


def typed(names):
    return [(page.relative_to(ROOT), words) for page in PAGES for line in lines_of(page) for words in commands_of(line, names)]


def mentioned():
    """Commands of the program within sentences and tables; a word in capitals stands for another one."""
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
        for span in re.findall(r"`((?:build/)?tumen [a-z][^`]*)`", text):
            for words in commands_of(span.replace("\n", " ").replace("\\|", "|"), {"tumen", "build/tumen"}):
                yield page.relative_to(ROOT), words


def test_what_is_asked_of_the_program_is_known_to_it():
    found, wrong = 0, []
    for page, words in [*typed({"tumen", "build/tumen", "build-mpi/tumen"}), *mentioned()]:
        plain = [word for word in words[:2] if not word.startswith("-")]
        known = next((told for told in (help_of(*plain), help_of(*plain[:1])) if told), None)
        found += 1
        if known is None:
            wrong.append(f"{page}: tumen {' '.join(words)}: no such command")
            continue
        wrong += [f"{page}: tumen {' '.join(words)}: no such option {one}" for one in words
                  if re.match(r"--[a-z]", one) and not re.search(rf"(?<![\w-]){re.escape(one.split('=')[0])}(?![\w-])", known)]
    assert found > 120 and wrong == []


def test_targets_of_make_are_those_of_the_makefile():
    targets = set(re.findall(r"^([\w/.-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    asked = {word for _, words in typed({"make"}) for word in words if "=" not in word and not word.startswith("-")}
    assert {"run", "test"} <= asked <= targets


@pytest.mark.parametrize("folder", ["tools", "tests", "bench"])
def test_tools_that_are_named_are_there(folder):
    named = {(page, found) for page in PAGES for line in lines_of(page) for found in re.findall(rf"(?<![\w/]){folder}/[\w/.]+", line)}
    patches = "".join(path.read_text() for path in ROOT.glob("docs/patches/*.patch"))
    made = set(re.findall(r"^\+\+\+ b/(\S+)", patches, re.MULTILINE))
    assert [(str(page), one) for page, one in sorted(named) if one not in made and not (ROOT / one).exists()] == []


def test_stages_of_the_nightly_that_are_named_are_there():
    stages = set(subprocess.run([ROOT / "tools/nightly", "--list"], capture_output=True, text=True).stdout.split())
    text = "\n".join(page.read_text() for page in PAGES)
    named = {word for words in re.findall(r"tools/nightly ([a-z ]+)`", text) for word in words.split()}
    named |= {word for words in re.findall(r'STAGES="?([a-z ]+)"?', text) for word in words.split()}
    assert len(named) > 10 and named - stages == set()


NAMED = re.compile(r"\b(test_\w+\.py)(?:::(test_\w+))?|\b([\w/]+\.test\.mjs)|`([A-Z]\w+\.(?!(?:md|cff)`)[A-Za-z]\w+)`")


def test_tests_that_are_named_are_there():
    """By file, and by name where one is said; those of C++ as Suite.name."""
    python = {path.name: set(re.findall(r"^\s*def (test_\w+)", path.read_text(), re.MULTILINE))
              for path in ROOT.glob("tests/**/test_*.py") if "node_modules" not in path.parts}
    cpp = {f"{suite}.{name}" for path in ROOT.glob("tests/**/*_test.cpp")
           for suite, name in re.findall(r"^\w*TEST\w*\(\s*(\w+),\s*(\w+)", path.read_text(), re.MULTILINE)}
    pages = {path.name for path in ROOT.glob("tests/browser/**/*.test.mjs")}
    found, wrong = 0, []
    for page in PAGES:
        for file, name, browser, both in NAMED.findall(page.read_text()):
            found += 1
            there = (browser.rpartition("/")[2] in pages if browser else both in cpp if both
                     else file in python and (not name or name in python[file]))
            if not there:
                wrong.append(f"{page.relative_to(ROOT)}: {file}::{name}{browser}{both}")
    assert found > 80 and wrong == []


def tool(name):
    """A tool as a module; what stands in it is not played."""
    loader = SourceFileLoader(name, str(ROOT / "tools" / name))
    sys.modules[name] = module_from_spec(spec_from_loader(name, loader))  # dataclasses look for it there
    loader.exec_module(sys.modules[name])
    return sys.modules[name]


def test_what_the_nightly_plays_is_there():
    """A file that moved is found by whoever plays the stage at night, and by nobody before."""
    named = {word for _, commands in tool("nightly").stages().values() for command in commands for word in map(str, command)
             if re.fullmatch(r"(tests|tools|bench|site|r)/[\w./-]+", word)}
    assert len(named) > 20
    assert {word for word in named if not (ROOT / word).exists()} == set()


def test_every_file_of_tests_of_the_page_is_played_and_every_file_that_is_played_is_there():
    """By tools/run_tests, and again by the nightly; one is played by the nightly alone."""
    pages = {str(path.relative_to(ROOT)) for path in ROOT.glob("tests/browser/**/*.test.mjs")}
    stages = tool("run_tests").stages(ROOT / "build")
    played = {word for stage in stages for part in stage.parts for word in part}
    named = {word for stage in stages for word in map(str, [*stage.command, *played]) if word.startswith("tests/")}
    assert len(named) > 30 and {word for word in named if not (ROOT / word).exists()} == set()
    assert pages - played == {"tests/browser/long/site.test.mjs"}
    commands = [words for _, commands in tool("nightly").stages().values() for words in commands]
    assert pages == {word.removeprefix(f"{ROOT}/") for words in commands for word in words if word.endswith(".test.mjs")}


def test_layers_that_the_measured_core_includes_are_linked_to_it():
    """tools/coverage builds tests of the core at night alone, with fewer layers than the tests of all."""
    text = (ROOT / "tests/coverage/targets.cmake").read_text()
    uses = {name: re.findall(r"\btumen_(\w+)", words or "") for name, words in
            re.findall(r"^tumen_layer\((\w+)(?: USES ([^)]*))?\)", (ROOT / "src/CMakeLists.txt").read_text(), re.MULTILINE)}

    def closure(names):
        return set(names).union(*(closure(uses.get(name, [])) for name in names))
    linked = closure(re.findall(r"\btumen_(\w+)", re.search(r"target_link_libraries\(tumen_core_tests ([^)]*)\)", text)[1]))
    left = {path for folder in re.findall(r"\}/(tests/[\w/]+)/\*\.cpp", text) for path in (ROOT / folder).rglob("*.cpp")}
    seen, included = set(), set()
    while left - seen:
        path = (left - seen).pop()
        seen.add(path)
        named = re.findall(r'^#include "([^"]+)"', path.read_text(), re.MULTILINE)
        left |= {ROOT / "tests" / one for one in named if one.startswith("support/")}
        included |= {one.split("/")[0] for one in named} & set(uses)
    assert {"base", "rules", "model"} <= included and included - linked == set()
