"""What `make install` leaves, as those meet it who install it."""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, SMALL

BUILD = Path(os.environ.get("TUMEN_BUILD", ROOT / "build")).resolve()


def said(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=300, **more)
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def prefix(tmp_path_factory):
    assert (BUILD / "packaging/pages.done").exists(), f"{BUILD}: build the target tumen_installed first"
    folder = tmp_path_factory.mktemp("installed")
    said("cmake", "--install", BUILD, "--prefix", folder)
    return folder


def test_files_lie_where_gnu_puts_them(prefix):
    files = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
    for path in ("bin/tumen", "share/man/man1/tumen.1.gz", "share/man/man1/tumen-scenario-check.1.gz",
                 "share/bash-completion/completions/tumen", "share/doc/tumen/copyright",
                 "include/tumen/model/play.hpp"):
        assert path in files
    assert any(re.fullmatch(r"lib[^/]*(/[^/]+)?/cmake/tumen/tumen-config.cmake", path) for path in files)
    assert {path.split("/")[0] for path in files} == {"bin", "include", "share"} | {
        path.split("/")[0] for path in files if path.startswith("lib")}


def test_the_installed_program_plays_and_says_what_it_is(prefix, tmp_path):
    program = prefix / "bin/tumen"
    assert re.fullmatch(r"tumen \d+\.\d+\.\d+ \((commit [0-9a-f]{12}, (clean|modified)|not built in a repository); "
                        r"\S+ [0-9.]+, \S+ \S+; model [0-9a-f]{32}\)\n", said(program, "--version"))
    (tmp_path / "small.toml").write_text(SMALL)
    said(program, "run", "--luck-only", "small.toml", "--replicates", "2", cwd=tmp_path)
    assert "2 of 2" in said(program, "verify", "results/small-1.sqlite", cwd=tmp_path)


def commands_of(program):
    """All commands, from the help alone."""
    def listed(*words):
        text = said(program, *words, "--help")
        return re.findall(r"^  ([\w-]+) ", text.partition("ubcommands:")[2], re.MULTILINE)
    for first in listed():
        yield from ([first, second] for second in listed(first)) if listed(first) else [[first]]


def test_every_command_has_a_manual_page_with_its_options(prefix):
    commands = list(commands_of(prefix / "bin/tumen"))
    assert ["run"] in commands and ["scenario", "check"] in commands
    pages = {path.name for path in (prefix / "share/man/man1").iterdir()}
    assert pages == {"tumen.1.gz"} | {"-".join(["tumen", *command]) + ".1.gz" for command in commands}
    for command in commands:
        page = prefix / "share/man/man1" / ("-".join(["tumen", *command]) + ".1.gz")
        text = gzip.decompress(page.read_bytes()).decode().replace("\\-", "-")
        options = re.findall(r"--[a-z][a-z-]*", said(prefix / "bin/tumen", *command, "--help").partition("ptions:")[2])
        assert [option for option in options if option not in text] == []


def test_manual_pages_are_set_without_warnings(prefix):
    if not shutil.which("man"):
        pytest.skip("man is not installed")
    for page in (prefix / "share/man/man1").iterdir():
        set_page = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", str(page)], capture_output=True, text=True,
                                  env={**os.environ, "MANWIDTH": "80", "MANROFFSEQ": "", "LC_ALL": "C.UTF-8"})
        assert set_page.returncode == 0 and set_page.stderr == "", f"{page.name}: {set_page.stderr}"
        assert "EXIT STATUS" in set_page.stdout


PATTERNS = (ROOT / "evidence/patterns.toml").read_text()


@pytest.mark.parametrize("words, expected", [
    (["ru"], {"run"}),
    (["run", "--se"], {"--seed", "--set"}),
    (["run", "hyesan-h"], {"hyesan-handin"}),
    (["run", "--set", "fee_b"], {"fee_base"}),
    (["sweep", "hyesan-handin", "--vary", "household_s"], {"household_size"}),
    (["calibrate", "--patterns", "K1"], set(re.findall(r'^id = "(K1\w*)"', PATTERNS, re.MULTILINE))),
    (["scenario", "ch"], {"check"}),
    (["evidence", "show", "--"], {"--help", "--json"}),
])
def test_bash_completes_commands_options_and_scenarios(prefix, tmp_path, words, expected):
    script = prefix / "share/bash-completion/completions/tumen"
    typed = " ".join(f"'{word}'" for word in ["tumen", *words])
    program = f"source '{script}'; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _tumen; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    assert set(said("bash", "-uec", program, cwd=tmp_path).split()) == expected


def test_another_project_finds_the_library_and_gets_the_same_results(prefix, tmp_path):
    build = tmp_path / "build"
    said("cmake", "-S", ROOT / "tests/install/project", "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
         "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_CXX_COMPILER={compiler()}")
    said("cmake", "--build", build)
    assert said(build / "uses_measures") == "5 % of the mean\n"
    golden = re.search(r"^hyesan-handin hyesan (\w+)$", (ROOT / "tests/golden/scenarios.txt").read_text(), re.MULTILINE)
    assert said(build / "uses_tumen").strip() == golden[1]
    (tmp_path / "small.toml").write_text(SMALL)
    said(prefix / "bin/tumen", "run", "--luck-only", "small.toml", "--replicates", "3", "--out", "a.sqlite", cwd=tmp_path)
    assert said(build / "uses_tumen", "a.sqlite", cwd=tmp_path) == "3 replicates\n"


def compiler():
    """That of the build, as archives of two compilers need not go together."""
    cache = (BUILD / "CMakeCache.txt").read_text()
    return re.search(r"^CMAKE_CXX_COMPILER:\w+=(.+)$", cache, re.MULTILINE)[1]
